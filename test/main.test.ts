import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { appToken, botToken, openSandbox, testClock } from './helpers/sandbox.ts';
import { emptyFolder, startProcess } from './helpers/process.ts';
import { freePort } from './helpers/free-port.ts';

const mondayPlan = '2026-11-23T09:00:00Z';

function tokens(apiUrl: string) {
  return { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
}

test('without tokens a workspace with a team in it is served, and SIGTERM ends it with 0 and leaves nothing behind', async () => {
  const folder = emptyFolder();
  const bot = startProcess(['start', '--port', '0', '--no-open', '--clock', mondayPlan], {}, folder);
  await bot.says('Firstline is ready: http://127.0.0.1:');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.output()) ?? [];
  const page = await (await fetch(url)).text();
  expect(page).toContain('<html');
  bot.child.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test('without the packages that build the page it says what to do, and not what broke', async () => {
  const hidden = `import { registerHooks } from 'node:module';
    registerHooks({
      resolve(name, context, next) {
        if (name === 'vite') throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
        return next(name, context);
      },
    });`;
  const bot = startProcess(['start', '--port', '0'], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hidden)}`,
  });
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toMatch(
    /^Trying Firstline on this machine needs more packages: run npm ci, then npm start\. .*\n$/,
  );
});

test('an unknown flag names the flags there are', async () => {
  const bot = startProcess(['start', '--prot', '1']);
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain('The flags are --port, --clock, --roster, --deals, --lead, --map,');
});

test('a team of one’s own, whose columns need a mapping, is told as a tree, with what didn’t go in', async () => {
  const folder = emptyFolder();
  const roster = join(folder, 'people.csv');
  const deals = join(folder, 'deals.csv');
  writeFileSync(roster, 'Wer,Chef\nAda Quill,Mina Farrow\nOtto Brandt,Mina Farrow\n,Mina Farrow\n,Mina Farrow\n');
  writeFileSync(deals, 'Nr,Wer,Phase X\nD1,Ada Quill,Proposal\nD2,Zed Moss,Proposal\n');
  const start = ['start', '--port', '0', '--no-open', '--clock', mondayPlan, '--roster', roster, '--deals', deals];
  const maps = ['--map', 'Wer=name', '--map', 'Chef=manager_name'];
  const unread = startProcess([...start, ...maps], {}, emptyFolder());
  expect(await unread.exited).toBe(1);
  expect(unread.output()).toContain('--map-deals "Nr=id"');
  const mapsOfDeals = ['--map-deals', 'Nr=id', '--map-deals', 'Wer=owner', '--map-deals', 'Phase X=stage'];
  const bot = startProcess([...start, ...maps, ...mapsOfDeals], {}, emptyFolder());
  await bot.says('Firstline is ready: http');
  expect(bot.output()).toContain(
    `${roster}: 2 of 4 rows taken. 3 people, 1 of them leads others.\n  Mina Farrow\n    Ada Quill\n    Otto Brandt\n`,
  );
  expect(bot.output()).toContain('  lines 4 and 5 (2): There is neither');
  expect(bot.output()).toContain(`${deals}: 1 of 2 rows taken.\n`);
  expect(bot.output()).toContain('  line 3: The owner “Zed Moss”');
});

test('a bad start names every bad key and exits with 1, without a secret', async () => {
  const bot = startProcess([], { SLACK_BOT_TOKEN: 'xoxp-canary', PORT: 'canary', LOG_LEVEL: 'canary' });
  expect(await bot.exited).toBe(1);
  for (const key of ['SLACK_BOT_TOKEN', 'PORT', 'LOG_LEVEL']) expect(bot.output()).toContain(`${key} must`);
  expect(bot.output()).not.toContain('canary');
});

test('an .env file is read', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\n');
  const bot = startProcess([], {}, folder);
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain('LOG_LEVEL must be one of');
});

test('with tokens it meets Slack, answers /healthz and /metrics, and stops with 0', async () => {
  const port = await freePort();
  const sandbox = await openSandbox({ clock: testClock() });
  const folder = emptyFolder();
  const bot = startProcess([], { ...tokens(sandbox.apiUrl), PORT: String(port) }, folder);
  await bot.says('Firstline is at work');
  expect(existsSync(join(folder, 'firstline.db'))).toBe(true);
  const health = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ ok: true, slack: { mode: 'socket', state: 'connected' } });
  expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('firstline_deliveries_total');
  bot.child.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
  expect(bot.output()).not.toMatch(/canary/);
});

test('a refused token is one clear line and exit 1', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const bot = startProcess([], { ...tokens(sandbox.apiUrl), SLACK_BOT_TOKEN: 'xoxb-another-canary' });
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain('Slack refuses SLACK_BOT_TOKEN (invalid_auth)');
  expect(bot.output()).not.toContain('canary');
});

test('while Slack can’t be reached it keeps trying and says so; SIGTERM ends that with 0', async () => {
  const port = await freePort();
  const bot = startProcess([], tokens(`http://127.0.0.1:${port}/api/`));
  await bot.says('Slack can’t be reached; trying again');
  const sandbox = await openSandbox({ clock: testClock(), port });
  await sandbox.until('the socket', () => sandbox.socket.connections === 1, 60_000);
  bot.child.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
  const alone = startProcess([], tokens(`http://127.0.0.1:${await freePort()}/api/`));
  await alone.says('trying again');
  alone.child.kill('SIGTERM');
  expect(await alone.exited).toBe(0);
});

test('a second process on the same database refuses, and the first goes on', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const folder = emptyFolder();
  const first = startProcess([], tokens(sandbox.apiUrl), folder);
  await first.says('Firstline is at work');
  const second = startProcess([], tokens(sandbox.apiUrl), folder);
  expect(await second.exited).toBe(1);
  expect(second.output()).toContain('Another Firstline is already running on ');
  first.child.kill('SIGKILL');
  await first.exited;
  const third = startProcess([], tokens(sandbox.apiUrl), folder);
  await third.says('Firstline is at work');
});

test('a damaged database is refused, kept, and the way out is named', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const folder = emptyFolder();
  const path = join(folder, 'firstline.db');
  writeFileSync(path, 'this is no database, whatever its name says'.repeat(200));
  const bot = startProcess([], tokens(sandbox.apiUrl), folder);
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toMatch(/is damaged.*backup/);
  expect(existsSync(path)).toBe(true);
});

test.skipIf(process.getuid?.() === 0)('a folder that can’t be written is refused with a sentence', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const folder = emptyFolder();
  chmodSync(folder, 0o500);
  const bot = startProcess([], tokens(sandbox.apiUrl), folder);
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain('write access');
});

test.skipIf(process.platform !== 'linux')(
  'a place that can’t be written by anybody is refused with a sentence',
  async () => {
    const sandbox = await openSandbox({ clock: testClock() });
    const bot = startProcess([], { ...tokens(sandbox.apiUrl), FIRSTLINE_DB: '/proc/firstline.db' });
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain("can't be written. Give this user write access");
    expect(bot.output()).not.toContain('at work');
  },
);

test('a taken port is a sentence', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const bot = startProcess([], { ...tokens(sandbox.apiUrl), PORT: String(sandbox.port) });
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain(`Port ${sandbox.port} can’t be listened on`);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s to npm start ends all of it, in order', async (signal) => {
  const npm = spawn('npm', ['start', '--', '--port', '0', '--no-open'], {
    cwd: join(import.meta.dirname, '..'),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const group = npm.pid ?? 0;
  onTestFinished(() => void (isAlive(-group) && process.kill(-group, 'SIGKILL')));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('Firstline is ready')) resolve();
    });
    npm.on('exit', () => reject(new Error(`npm has ended: ${output}`)));
  });
  const exited = new Promise((resolve) => {
    npm.on('exit', (code) => resolve(code));
  });
  process.kill(group, signal);
  expect(await exited).toBe(0);
  expect(isAlive(-group)).toBe(false);
});

test('one Ctrl+C at a terminal, which reaches it twice, ends it in order', async () => {
  const bot = startProcess(['start', '--port', '0', '--no-open'], {}, emptyFolder());
  await bot.says('Firstline is ready');
  bot.child.kill('SIGINT');
  // Two of one name would come as one.
  bot.child.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
});

/** Is there such a process, or, for a negative number, any of such a group? */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
