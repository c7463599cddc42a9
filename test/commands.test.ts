/**
 * Every command that stands in a fence of the documents: run in a folder with a database and files in it, or, where that can't be, read as
 * what it calls would read it. One that is new is run; where it can't be, it gets its reason here.
 */
import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readArguments } from '../src/arguments.ts';
import { commands } from '../src/cli/commands/index.ts';
import type { Edge } from '../src/cli/edge.ts';
import { runCommandLine } from '../src/cli/firstline.ts';
import { backUp } from '../src/store/backup.ts';
import { openDatabase } from '../src/store/db.ts';
import { sendingMark } from '../src/store/sending-mark.ts';
import { commandsIn, fences, wordsIn } from './helpers/fenced-commands.ts';
import { rowsOf, workbook } from './helpers/workbooks.ts';

const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const now = new Date('2026-11-23T10:00:00Z');

/** What isn't run here, and why. Each is read as far as we can read it. */
const notRun: Readonly<Record<string, string>> = {
  'npm start': 'test/main.test.ts starts it',
  'npm start -- --roster people.csv --deals deals.csv':
    'it stays until it is stopped; test/main.test.ts starts it with files',
  'npm start -- --roster people.csv --deals deals.xlsx': 'the same',
  'npm ci --omit=dev': 'it would download the packages; test/tools/container.test.ts runs without those of development',
  'npm test': 'that is this',
  'npm run check': 'it runs all of this; test/tools/check.test.ts',
  'npm run format': 'it writes into the source',
  'npm run test:faults': 'minutes',
  'npm run bench': 'minutes',
  'npm run mutants -- --mutate src/leading/turns.ts --testFiles test/leading/turns.test.ts': 'minutes, and installs',
  'npm run simulate': 'minutes; test/simulator',
  'npm run soak': 'minutes; test/tools/soak.test.ts',
  'npm run freeze-schema': 'it writes into the source; test/faults/updates.test.ts reads what it wrote',
  'tools/check/with-postgres.sh npm test -- test/postgres': 'it needs a server',
  'useradd --system --home-dir /var/lib/firstline --shell /usr/sbin/nologin firstline': 'it changes the system',
  'install --owner=firstline --group=firstline --mode=600 .env.example /etc/firstline.env': 'it changes the system',
  'ln -s /etc/firstline.env .env': 'its file is the system’s',
  'cp docs/firstline.service /etc/systemd/system/': 'it changes the system',
  'systemctl daemon-reload': 'it changes the system; test/tools/container.test.ts reads the unit',
  'systemctl enable --now firstline': 'the same',
  'systemctl stop firstline': 'the same',
  'systemctl start firstline': 'the same',
  'journalctl --unit firstline --lines 20': 'there is no such unit here',
  'sudo -u firstline npm run -s firstline -- doctor': 'there is no such user here',
  'createuser firstline --pwprompt': 'it needs a server, and asks',
  'createdb firstline --owner firstline --encoding UTF8 --template template0': 'it needs a server',
  'npm run -s firstline -- move --to postgres://firstline:PASSWORD@HOST:5432/firstline':
    'it needs a server; test/postgres/move.test.ts',
  'npm run -s firstline -- people link 12 --yes':
    'the number is that of a pair which accounts in Slack make; test/cli/people.test.ts',
  'docker compose up --detach --build': 'it needs an engine; test/tools/container.test.ts does what it does',
  'docker compose --file compose.postgres.yml up --detach --build': 'the same',
  'docker compose exec bot node bin/firstline.js status': 'the same',
  'litestream restore -o /tmp/replica.db /var/lib/firstline/firstline.db':
    'it needs Litestream; test/cli/backup.test.ts restores what it would',
};

/** Programs of the system that are run as they stand. */
const shell = ['cp', 'mkdir', 'mv', 'openssl'];

const ours = 'npm run -s firstline -- ';
const all = fences().filter(({ language }) => language === 'sh');

let prepared = '';

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'firstline-commands-'));
  const at = (name: string) => join(prepared, name);
  copyFileSync(join(root, '.env.example'), at('.env.example'));
  const people = [
    'name,email,manager',
    'Lee Park,lee@example.com,',
    'Dana Whitfield,dana@example.com,Lee Park',
    'Tom Gallagher,tom@example.com,Dana Whitfield',
    'Ada Quill,ada@example.com,Dana Whitfield',
  ];
  writeFileSync(at('people.csv'), `${people.join('\n')}\n`);
  const deals = rowsOf(['id', 'name', 'owner', 'stage'], ['D1', 'Northwind', 'Tom Gallagher', 'Proposal']);
  writeFileSync(at('deals.xlsx'), workbook({ sheets: [{ name: 'Deals', rows: deals }] }));
  const day = [
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART;VALUE=DATE:20261224',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Break',
    'END:VEVENT',
  ];
  writeFileSync(at('off.ics'), ['BEGIN:VCALENDAR', ...day, 'END:VCALENDAR', ''].join('\r\n'));
  writeFileSync(at('pulse-keys'), '');
  const database = at('firstline.db');
  const { code, said } = await run(['import', 'roster', at('people.csv'), '--yes'], database);
  if (code !== 0) throw new Error(said);
  const opened = await openDatabase({ path: database });
  await sendingMark(opened, database, randomUUID).beforeSending(opened.forWorkspace('T0PENDING'), now);
  await opened.close();
  for (const copy of ['firstline-2026-11-23.db', 'replica.db', 'firstline.db.before-0029'])
    backUp(database, at(copy), now);
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** A command of ours, in this process. */
async function run(words: readonly string[], database: string): Promise<Ran> {
  let said = '';
  const hear = () =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said += chunk.toString();
        done();
      },
    });
  const edge: Edge = {
    environment: { FIRSTLINE_DB: database, FIRSTLINE_CLOCK: now.toISOString() },
    now: () => now,
    newId: randomUUID,
    output: hear(),
    errors: hear(),
  };
  return { code: await runCommandLine(words, edge), said };
}

/** In this folder instead of the system's. */
const here = (line: string, folder: string): string =>
  line.replaceAll(/(?<=\s)\/(?:backups|var\/lib\/firstline|tmp)\//gu, `${folder}/`);

async function runLine(line: string, folder: string): Promise<Ran> {
  if (!line.startsWith(ours)) {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', here(line, folder)], { cwd: folder, encoding: 'utf8' });
    return { code: status ?? 1, said: stdout + stderr };
  }
  const words = wordsIn(here(line.slice(ours.length), folder));
  const database = join(folder, 'firstline.db');
  return run(words, database);
}

/** As far as what it calls can be asked. @throws where that would refuse it */
function readLine(line: string): void {
  const [program = '', ...words] = wordsIn(line);
  if (line.includes(ours)) return readOurs(wordsIn(line.slice(line.indexOf(ours) + ours.length)));
  const named = [program, ...words].filter((word) => /^(?!.*:)(?!\/)(?:tools\/.+|.+\.(?:yml|js|service))$/u.test(word));
  const missing = named.filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new Error(`There is no ${missing.join(', ')}`);
  const entry = words.indexOf('bin/firstline.js');
  if (entry >= 0) return readOurs(words.slice(entry + 1));
  if (program !== 'npm') return;
  const [script = ''] = words.filter((word) => word !== 'run');
  if (script === 'start') readArguments(words.slice(words.indexOf('--') + 1).filter((word) => word !== 'start'));
  if (script !== 'ci' && !(script in scripts)) throw new Error(`There is no script ${script}`);
}

/** By the definition of the commands, which do nothing. */
function readOurs(words: readonly string[]): void {
  const program = new Command('firstline').exitOverride().configureOutput({ writeErr: () => undefined });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const edge: Edge = { environment: {}, now: () => now, newId: randomUUID, output: nowhere, errors: nowhere };
  for (const command of commands) command.register(program, edge, () => undefined);
  const still = (command: Command): void => {
    command
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .action(() => undefined);
    command.commands.forEach(still);
  };
  program.commands.forEach(still);
  program.parse(words, { from: 'user' });
}

test('every fence says in which language it is', () => {
  expect(fences().filter(({ language }) => !['sh', 'ts', 'text'].includes(language))).toEqual([]);
});

test('every command is run, or has a reason why not; and none has a reason that isn’t there', () => {
  const lines = new Set(all.flatMap(commandsIn));
  const known = (line: string) => line in notRun || line.startsWith(ours) || shell.includes(wordsIn(line)[0] ?? '');
  expect([...lines].filter((line) => !known(line))).toEqual([]);
  expect(Object.keys(notRun).filter((line) => !lines.has(line))).toEqual([]);
  expect(lines.size).toBeGreaterThan(30);
});

test('what can’t be run is read by what it calls', () => {
  for (const line of Object.keys(notRun)) readLine(line);
  expect(() => readLine(`${ours}people --from elsewhere`)).toThrow('unknown option');
  expect(() => readLine(`${ours}mvoe`)).toThrow('unknown command');
  expect(() => readLine('npm start -- --rooster people.csv')).toThrow('--rooster');
  expect(() => readLine('docker compose --file compose.mysql.yml up')).toThrow('compose.mysql.yml');
  expect(() => readLine('npm run freeze')).toThrow('freeze');
});

const isMissing = (line: string): boolean =>
  spawnSync('bash', ['-c', `command -v ${wordsIn(line)[0] ?? ''}`]).status !== 0;

describe('run as they stand', () => {
  const toRun = all
    .map(({ at, ...fence }) => ({ at, lines: commandsIn({ at, ...fence }).filter((line) => !(line in notRun)) }))
    .filter(({ lines }) => lines.length > 0);
  test.each(toRun)('$at', async ({ lines }) => {
    const folder = mkdtempSync(join(tmpdir(), 'firstline-fence-'));
    const before = process.cwd();
    onTestFinished(() => {
      process.chdir(before);
      rmSync(folder, { recursive: true, force: true });
    });
    cpSync(prepared, folder, { recursive: true });
    process.chdir(folder);
    // A backup is made where none is.
    if (lines.some((line) => line.includes(' backup '))) rmSync(join(folder, 'firstline-2026-11-23.db'));
    for (const line of lines) {
      if (isMissing(line)) continue;
      const { code, said } = await runLine(line, folder);
      expect({ line, code, said }).toEqual({ line, code: 0, said });
    }
  });
});
