/** What `npm start` and `npm test` do first, as a process of its own, with an npm that installs from nowhere. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder } from '../helpers/process.ts';

const script = join(import.meta.dirname, '../../tools/install/install.js');

/** As npm does it: away with what is there, then the packages one by one, and the list of them at the very end. */
const npmThat = {
  works: '',
  /** As npm does when it is told to stop: it goes on for a long time, tidying up. */
  hangs: `process.on('SIGTERM', () => {}); await new Promise((resolve) => setInterval(resolve, 100_000_000));`,
  waits: `await new Promise((resolve) => {
    const look = setInterval(() => existsSync('go on') && (clearInterval(look), resolve()), 20);
  });`,
  'is offline': `process.stderr.write('npm error code EAI_AGAIN\\nnpm error request to https://registry.npmjs.org failed\\n'); process.exit(1);`,
  'may not write': `process.stderr.write('npm error code EACCES\\nnpm error syscall mkdir\\n'); process.exit(243);`,
  'says something else': `process.stderr.write('npm error code EUSAGE\\nnpm error The lock file is not in sync\\n'); process.exit(1);`,
} as const;

/** A project with one package to run and one to develop, and nothing installed. */
function project(npm: keyof typeof npmThat) {
  const folder = emptyFolder();
  const write = (path: string, content: unknown): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  write('package.json', { dependencies: { runs: '1.0.0' }, devDependencies: { builds: '1.0.0' } });
  const packages = {
    '': {},
    'node_modules/runs': { version: '1.0.0' },
    'node_modules/builds': { version: '1.0.0', dev: true },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['aix'] },
  };
  write('package-lock.json', { packages });
  const become = (does: keyof typeof npmThat): void =>
    write(
      'npm-cli.mjs',
      `import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
      appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
      rmSync('node_modules', { recursive: true, force: true });
      const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
      const kept = Object.fromEntries(Object.entries(packages).filter(([path, { optional }]) => path !== '' && !optional));
      for (const path of Object.keys(kept)) {
        mkdirSync(path, { recursive: true });
        writeFileSync(path + '/package.json', '{}');
        if (path.endsWith('/runs')) { ${npmThat[does]} }
      }
      writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: kept }));`,
    );
  become(npm);
  return {
    folder,
    write,
    become,
    packages,
    isThere: (path: string) => existsSync(join(folder, path)),
    calls: () =>
      existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [],
    run: (command: 'start' | 'test' = 'start', environment: Readonly<Record<string, string>> = {}) =>
      runIn(folder, command, { npm_execpath: join(folder, 'npm-cli.mjs'), ...environment }),
  };
}

function runIn(folder: string, command: string, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [script, command], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, said }));
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return {
    child,
    ended,
    says: (words: string) =>
      new Promise<void>((resolve, reject) => {
        const look = (): void => void (said.includes(words) && resolve());
        child.stderr.on('data', look);
        void ended.then(() => reject(new Error(`It ended and never said “${words}”, but “${said}”`)));
        look();
      }),
  };
}

/** Resolves as soon as something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo())
    // oxlint-disable-next-line no-await-in-loop -- another process works meanwhile
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
}

test('what is missing is installed with one line, development packages included; the next time nothing is said or done', async () => {
  const { run, calls, isThere } = project('works');
  const first = await run().ended;
  expect(first.code).toBe(0);
  expect(first.said).toMatch(/^Installing what Firstline needs, this once … done in \d+ s\.\n$/);
  expect(calls()).toEqual([expect.stringMatching(/^ci --include=dev --prefer-offline --loglevel=error /)]);
  expect(isThere('node_modules/builds')).toBe(true);
  expect(isThere('.installing')).toBe(false);
  expect(await run().ended).toEqual({ code: 0, said: '' });
  expect(await run('test').ended).toEqual({ code: 0, said: '' });
  expect(calls()).toHaveLength(1);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'stopped in the middle by %s it ends npm too, and the next time it begins again',
  async (signal) => {
    const { run, become, isThere, calls } = project('hangs');
    const first = run();
    await until(() => isThere('node_modules/runs/package.json'));
    first.child.kill(signal);
    expect(await first.ended).toEqual({
      code: signal === 'SIGINT' ? 130 : 143,
      said: 'Installing what Firstline needs, this once … \nStopped. Nothing is broken: npm start installs everything the next time.\n',
    });
    become('works');
    expect((await run().ended).code).toBe(0);
    expect(calls()).toHaveLength(2);
    expect(isThere('node_modules/builds/package.json')).toBe(true);
  },
);

test('killed outright, npm goes on alone: the next one waits for it and has nothing left to do', async () => {
  const { run, write, calls, isThere } = project('waits');
  const first = run();
  await until(() => isThere('node_modules/runs/package.json'));
  first.child.kill('SIGKILL');
  await first.ended;
  const second = run('test');
  await second.says('Another npm start or npm test is installing here. Waiting for it.\n');
  write('go on', '');
  expect((await second.ended).code).toBe(0);
  expect(calls()).toHaveLength(1);
});

test('what an interrupted installation left is not taken for one, nor is an older one', async () => {
  const { run, write, packages, calls, folder } = project('works');
  await run().ended;
  rmSync(join(folder, 'node_modules/.package-lock.json'));
  await run().ended;
  expect(calls()).toHaveLength(2);
  rmSync(join(folder, 'node_modules/runs'), { recursive: true });
  await run().ended;
  expect(calls()).toHaveLength(3);
  write('package-lock.json', { packages: { ...packages, 'node_modules/runs': { version: '1.0.1' } } });
  await run().ended;
  expect(calls()).toHaveLength(4);
  await run().ended;
  expect(calls()).toHaveLength(4);
});

test.each([
  ['is offline', 'The packages can’t be downloaded: npm’s registry doesn’t answer. Go online'],
  [
    'may not write',
    'Get the right to write there, or move the folder to a place that is yours, then run npm start again.',
  ],
  ['says something else', '  npm error The lock file is not in sync\nRun npm ci to see all of it.'],
] as const)('where npm %s, it is said in plain words what to do', async (npm, words) => {
  const { code, said } = await project(npm).run().ended;
  expect(code).toBe(1);
  expect(said).toContain(words);
});

test('what was there stays where the packages of a new lock can’t be had, and goes once they can', async () => {
  const { run, write, become, packages, isThere } = project('works');
  await run().ended;
  write('node_modules/builds/mine', 'kept');
  write('package-lock.json', { packages: { ...packages, 'node_modules/runs': { version: '1.0.1' } } });
  become('is offline');
  expect((await run().ended).said).toContain('npm’s registry doesn’t answer');
  expect(isThere('node_modules/builds/mine')).toBe(true);
  expect(isThere('.node_modules-before')).toBe(false);
  become('works');
  expect((await run().ended).code).toBe(0);
  expect(isThere('node_modules/builds/mine')).toBe(false);
  expect(isThere('.node_modules-before')).toBe(false);
});

test('what an attempt that broke off had put aside is brought back by the next, should that fail, too', async () => {
  const { run, write, packages, isThere } = project('is offline');
  write('.node_modules-before/builds/mine', 'kept');
  write('node_modules/runs/package.json', '{}');
  write('package-lock.json', { packages: { ...packages, 'node_modules/runs': { version: '1.0.1' } } });
  expect((await run().ended).code).toBe(1);
  expect(isThere('node_modules/builds/mine')).toBe(true);
});

test.each([
  ['pnpm', 'node_modules/.modules.yaml', 'installed by pnpm'],
  ['Yarn', 'node_modules/.yarn-integrity', 'installed by Yarn'],
] as const)('what %s installed is never deleted: it says so and stops', async (_maker, file, words) => {
  const { run, write, calls, isThere } = project('works');
  write(file, '');
  const { code, said } = await run().ended;
  expect(code).toBe(1);
  expect(said).toContain(words);
  expect(said).toContain('delete node_modules, then run npm start.');
  expect(calls()).toEqual([]);
  expect(isThere(file)).toBe(true);
});

test('nor are packages that npm link put there', async () => {
  const { folder, run, write, calls } = project('works');
  write('elsewhere/package.json', '{}');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'node_modules/runs'));
  const { code, said } = await run('test').ended;
  expect(code).toBe(1);
  expect(said).toContain('there are links of yours: runs, and they don’t fit package-lock.json.');
  expect(calls()).toEqual([]);
});

test('without npm it says where to get it', async () => {
  const { folder } = project('works');
  const { code, said } = await runIn(folder, 'test', { PATH: folder }).ended;
  expect(code).toBe(1);
  expect(said).toContain(
    'npm can’t be found. Install Node.js from https://nodejs.org (npm comes with it), then run npm test.',
  );
});

test('with Slack’s tokens nothing is installed by itself: it says what to do, and starts with what an operator installed', async () => {
  const { run, write, calls } = project('works');
  const refused = await run('start', { SLACK_BOT_TOKEN: 'xoxb-canary' }).ended;
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('Missing: runs.\nRun npm ci --omit=dev, then npm start.\n');
  write('.env', 'LOG_LEVEL=info\nSLACK_BOT_TOKEN=xoxb-canary\n');
  expect((await run().ended).code).toBe(1);
  write('node_modules/runs/package.json', '{}');
  expect(await run().ended).toEqual({ code: 0, said: '' });
  expect(calls()).toEqual([]);
});

test.each([
  ['the example as it is', readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')],
  ['empty quotes', 'SLACK_BOT_TOKEN=""\nSLACK_APP_TOKEN=\'\'\n'],
  ['a comment', 'SLACK_BOT_TOKEN= # later\n'],
])('a .env without tokens (%s) is no operator’s: what is missing is installed', async (_what, env) => {
  const { run, write, calls } = project('works');
  write('.env', env);
  expect((await run().ended).code).toBe(0);
  expect(calls()).toHaveLength(1);
});

test('ids that an old file holds may be anybody’s by now: nobody waits for them', async () => {
  const { run, write, folder, isThere } = project('works');
  write('.installing', String(process.pid));
  const longAgo = new Date(Date.now() - 16 * 60_000);
  utimesSync(join(folder, '.installing'), longAgo, longAgo);
  expect((await run().ended).code).toBe(0);
  expect(isThere('.installing')).toBe(false);
});

test('of several that find what somebody left, one installs', async () => {
  const { run, write, calls } = project('works');
  const gone = spawn(process.execPath, ['--version']);
  await new Promise((resolve) => gone.on('close', resolve));
  write('.installing', String(gone.pid));
  const codes = await Promise.all(Array.from({ length: 4 }, async () => (await run().ended).code));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(calls()).toHaveLength(1);
});

test('who left the development packages out and has no tokens is asked what they want', async () => {
  const { run, write, packages, calls } = project('works');
  // As npm writes it: a link to a folder of the project has no word on whether it is for development, the folder has.
  const tool = {
    'node_modules/tool': { resolved: 'tools/tool', link: true },
    'tools/tool': { version: '1.0.0', dev: true },
  };
  write('package-lock.json', { packages: { ...packages, ...tool } });
  write('node_modules/runs/package.json', '{}');
  const found = { 'node_modules/runs': { version: '1.0.0' }, 'tools/tool': { version: '1.0.0', dev: true } };
  write('node_modules/.package-lock.json', { packages: found });
  const { code, said } = await run().ended;
  expect(code).toBe(1);
  expect(said).toContain('To try it on this machine: npm ci, then npm start.');
  expect(calls()).toEqual([]);
  expect((await run('test').ended).code).toBe(0);
  expect(calls()).toHaveLength(1);
});
