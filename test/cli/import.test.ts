import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { liveWorkspaces, saveWorkspace } from '../../src/store/workspaces.ts';
import { firstline, firstlineAtTerminal, noTerminal, scratchFolder, writeIn } from '../helpers/command-line.ts';
import { linesOf, now, peopleOf } from '../helpers/imports.ts';
import { slackIdOf } from '../helpers/people.ts';
import { botToken, openSandbox, teamId } from '../helpers/sandbox.ts';

const rosterLines = ['sales_agent,manager', 'Ana Lopez,Bo Berg', 'Cy Chan,Bo Berg'];

describe('a roster and deals', () => {
  test('go in, and a second time nothing changes', async () => {
    const folder = scratchFolder();
    const roster = writeIn(folder, 'roster.csv', ...rosterLines);
    const deals = writeIn(folder, 'deals.csv', 'opportunity id,sales agent,deal stage', 'D1,Ana Lopez,Won');
    const first = await firstline(folder, ['import', 'roster', roster, '--lead', 'Di Dee', '--yes']);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toContain('2 rows: 2 added, 0 changed, 0 unchanged, 0 refused.');
    expect(first.output).toContain('Di Dee is now above 1 manager: Bo Berg.');
    expect((await firstline(folder, ['import', 'deals', deals])).output).toContain('1 row: 1 added');
    const second = await firstline(folder, ['import', 'roster', roster]);
    expect(second.output).toContain('2 rows: 0 added, 0 changed, 2 unchanged, 0 refused. Nothing changed.');
    expect((await firstline(folder, ['import', 'deals', deals])).output).toContain('Nothing changed.');
    const database = await openDatabase({ path: join(folder, 'firstline.db') });
    const store = database.forWorkspace('pending');
    expect(await linesOf(store)).toEqual(['Ana Lopez < Bo Berg', 'Bo Berg < Di Dee', 'Cy Chan < Bo Berg']);
    await database.close();
  });

  test('report as JSON, and with 2 where rows were refused', async () => {
    const folder = scratchFolder();
    const file = writeIn(folder, 'roster.csv', 'name,manager', 'Ana,Bo', 'Bo,Ana', 'Cy,Bo');
    const { code, output } = await firstline(folder, ['import', 'roster', file, '--json', '--dry-run']);
    expect(code).toBe(2);
    expect(JSON.parse(output)).toMatchObject({
      rows: 3,
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: [{ line: 3, reason: expect.stringContaining('would be a circle') as string }],
      dryRun: true,
    });
  });

  test('say a line for each refused row', async () => {
    const folder = scratchFolder();
    const file = writeIn(folder, 'roster.csv', 'name,zone', '"Ana\nLopez",Mars', ',UTC', 'Bo,UTC');
    const { code, output } = await firstline(folder, ['import', 'roster', file, '--yes']);
    expect(code).toBe(2);
    expect(output.match(/^(?:line|Left blank).*$/gm)).toEqual([
      'line 4: There is neither an email nor a name. Fill one in.',
      'Left blank, line 2: time_zone “Mars” is no time zone. Use its IANA name, e.g. Europe/Berlin.',
    ]);
  });

  test('take columns of any name by --map, several times', async () => {
    const folder = scratchFolder();
    const file = writeIn(folder, 'roster.csv', 'Wer,Chef', 'Ana,Bo');
    const missing = await firstline(folder, ['import', 'roster', file]);
    expect(missing).toMatchObject({ code: 1, output: '' });
    expect(missing.errors).toContain('Columns found: Wer, Chef. Needed: name or email.');
    expect(missing.errors).toContain('--map "COLUMN=name"');
    const mapped = await firstline(folder, [
      'import',
      'roster',
      file,
      '--map',
      'Wer=name',
      '--map',
      'chef=manager_name',
      '--yes',
    ]);
    expect(mapped.code).toBe(0);
    expect(mapped.output).toContain('1 person who has no row of their own was added: Bo.');
  });
});

async function peopleIn(folder: string): Promise<string[]> {
  const database = await openDatabase({ path: join(folder, 'firstline.db') });
  const people = await peopleOf(database.forWorkspace('pending'));
  await database.close();
  return [...people.keys()];
}

describe('a first roster', () => {
  const lines = ['name,manager', 'Ana Lopez,Bo Berg', 'Cy Chan,Bo Berg', 'Bo Berg,Di Dee', 'Eve Ek,'];

  test('shows whom it would make, and where nobody can be asked nothing is stored without --yes', async () => {
    const folder = scratchFolder();
    const file = writeIn(folder, 'roster.csv', ...lines);
    const shown = await firstline(folder, ['import', 'roster', file]);
    expect(shown.code).toBe(1);
    expect(shown.output).toMatch(/^Di Dee.*\n {2}Bo Berg.*\n {4}Ana Lopez.*\n {4}Cy Chan.*\nEve Ek/m);
    expect(shown.output).toContain('At the top, with nobody above: Di Dee.');
    expect(shown.output).toContain('1 person without a manager: Eve Ek.');
    expect(shown.errors).toContain('nothing was stored yet. If it looks right, import it again with --yes.');
    expect(await peopleIn(folder)).toEqual([]);
    expect(await firstline(folder, ['import', 'roster', file, '--yes'])).toMatchObject({ code: 0, errors: '' });
    expect(await peopleIn(folder)).toHaveLength(5);
    expect(await firstline(folder, ['import', 'roster', file])).toMatchObject({ code: 0, errors: '' });
  });

  test.skipIf(noTerminal !== undefined).each([
    ['y', 0, 5],
    ['', 1, 0],
  ])(
    `asks whoever sits at the terminal: “%s”${noTerminal === undefined ? '' : ` (left out: ${noTerminal})`}`,
    async (answer, code, people) => {
      const folder = scratchFolder();
      const file = writeIn(folder, 'roster.csv', ...lines);
      const ran = await firstlineAtTerminal(folder, ['import', 'roster', file], answer);
      expect(ran.output).toContain('Bring them in? [y/N]');
      expect(ran.code).toBe(code);
      expect(await peopleIn(folder)).toHaveLength(people);
    },
  );
});

test('rows that were refused come back as a file to correct and import', async () => {
  const folder = scratchFolder();
  writeIn(folder, 'roster.csv', 'name;manager;note', 'Ana;Bo;"x; y"', ';Bo;lost', 'Cy;77;ends so,');
  const words = ['import', 'roster', 'roster.csv', '--yes', '--refused', 'refused.csv'];
  const first = await firstline(folder, words);
  expect(first.code).toBe(2);
  expect(first.output).toContain('The refused rows are in refused.csv');
  const text = readFileSync(join(folder, 'refused.csv'), 'utf8');
  expect(text.split('\r\n')).toEqual([
    '\ufeffname,manager,note,Why it was refused',
    ',Bo,lost,There is neither an email nor a name. Fill one in.',
    expect.stringMatching(/^Cy,77,"ends so,",.*no name/) as string,
    '',
  ]);
  expect((await firstline(folder, words)).errors).toContain('refused.csv is there already');
  writeFileSync(join(folder, 'refused.csv'), text.replace(',Bo,lost', 'Di,Bo,lost').replace('Cy,77', 'Cy,Bo'));
  const second = await firstline(folder, ['import', 'roster', 'refused.csv']);
  expect(second).toMatchObject({ code: 0, errors: '' });
  expect(second.output).toContain('2 rows: 2 added');
});

test('three thousand equal refusals are one line', async () => {
  const folder = scratchFolder();
  writeIn(folder, 'roster.csv', 'name', 'Ana Lopez');
  await firstline(folder, ['import', 'roster', 'roster.csv', '--yes']);
  const rows = Array.from({ length: 3_000 }, (_, index) => `D${index},Zed Zim,Open`);
  writeIn(folder, 'deals.csv', 'id,owner,stage', ...rows, 'D-1,Ana Lopez,Open');
  const { code, output } = await firstline(folder, ['import', 'deals', 'deals.csv']);
  expect(code).toBe(2);
  expect(output.match(/Zed Zim/g)).toHaveLength(1);
  expect(output).toContain(
    'lines 2, 3, 4, 5, 6, 7, 8, 9 and 2,992 more (3,000): The owner “Zed Zim” is not on the roster.',
  );
});

test('of three thousand refusals that all differ twenty are told, and where to find the others', async () => {
  const folder = scratchFolder();
  writeIn(folder, 'roster.csv', 'name', 'Ana Lopez');
  await firstline(folder, ['import', 'roster', 'roster.csv', '--yes']);
  const rows = Array.from({ length: 3_000 }, (_, index) => `D${index},Nobody ${index},Open`);
  writeIn(folder, 'deals.csv', 'id,owner,stage', ...rows, 'D-1,Nobody 2999,Open', 'D-2,Ana Lopez,Open');
  const { code, output } = await firstline(folder, ['import', 'deals', 'deals.csv', '--refused', 'refused.csv']);
  expect(code).toBe(2);
  expect(output.match(/is not on the roster/g)).toHaveLength(20);
  expect(output).toContain('line 2: The owner “Nobody 0” is not on the roster.');
  expect(output).toContain(
    'And 2,981 more rows refused for 2,980 other reasons. To have all of them in a file, each with its reason, import with --refused FILE.',
  );
  expect(readFileSync(join(folder, 'refused.csv'), 'utf8').match(/is not on the roster/g)).toHaveLength(3_001);
});

describe('what can’t be done ends with 1, a sentence and nothing stored', () => {
  test.each([
    ['malformed CSV', ['import', 'roster', 'bad.csv'], 'Line 3 has a quote that is never closed'],
    ['no such file', ['import', 'deals', 'none.csv'], 'There is no file none.csv'],
    ['an unknown field', ['import', 'roster', 'good.csv', '--map', 'name=nme'], 'There is no field “nme”'],
    ['an unknown command', ['imprt'], 'Did you mean import?'],
    ['an unknown kind', ['import', 'rooster', 'x.csv'], 'Did you mean roster?'],
    ['no file', ['import', 'roster'], 'missing required argument'],
    ['a workspace id that is none', ['import', 'roster', 'bad.csv', '--workspace', 'me'], 'is no workspace id'],
  ])('%s', async (_, words, sentence) => {
    const folder = scratchFolder();
    writeIn(folder, 'good.csv', 'name,team', 'Ana,x');
    writeIn(folder, 'bad.csv', 'name,team', 'Ana,x', '"Bo,y');
    const { code, output, errors } = await firstline(folder, words);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toContain(sentence);
    expect(errors).not.toMatch(/^ {4}at /m);
  });

  test('a key that is none', async () => {
    const folder = scratchFolder();
    const file = writeIn(folder, 'roster.csv', ...rosterLines);
    const { code, errors } = await firstline(folder, ['import', 'roster', file], { FIRSTLINE_KEY: 'short' });
    expect(code).toBe(1);
    expect(errors).toContain('FIRSTLINE_KEY must be 32 bytes');
  });
});

describe('which workspace', () => {
  test('the database is the one that FIRSTLINE_DB names, the workspace the only one in it', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'other.db');
    const database = await openDatabase({ path });
    await saveWorkspace(database.forWorkspace('T0ONLY'), { name: 'Only', botUserId: null }, now);
    const file = writeIn(folder, 'roster.csv', ...rosterLines);
    await firstline(folder, ['import', 'roster', file, '--yes'], { FIRSTLINE_DB: path });
    expect((await peopleOf(database.forWorkspace('T0ONLY'))).size).toBe(3);
    expect(existsSync(join(folder, 'firstline.db'))).toBe(false);
    await database.close();
  });

  test('with several it must be named', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'firstline.db');
    const database = await openDatabase({ path });
    for (const id of ['T0ONE', 'T0TWO'])
      await saveWorkspace(database.forWorkspace(id), { name: id, botUserId: null }, now);
    const file = writeIn(folder, 'roster.csv', ...rosterLines);
    const unnamed = await firstline(folder, ['import', 'roster', file]);
    expect(unnamed.errors).toContain('There are 2 workspaces on record: T0ONE (T0ONE), T0TWO (T0TWO).');
    const unknown = await firstline(folder, ['import', 'roster', file, '--workspace', 'T0THREE']);
    expect(unknown).toMatchObject({ code: 1 });
    expect((await firstline(folder, ['import', 'roster', file, '--workspace', 'T0TWO', '--yes'])).code).toBe(0);
    expect((await peopleOf(database.forWorkspace('T0TWO'))).size).toBe(3);
    expect(await liveWorkspaces(database.forWorkspace('T0ONE'))).toHaveLength(2);
    await database.close();
  });

  test('with a token it is the token’s, and people are found there', async () => {
    const sandbox = await openSandbox();
    const folder = scratchFolder();
    const file = writeIn(folder, 'roster.csv', 'name,manager', 'Priya Nair,Dana Osei');
    const environment = { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: sandbox.apiUrl };
    const first = await firstline(folder, ['import', 'roster', file, '--yes'], environment);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toContain(`Priya Nair → Priya Nair (priya@example.com, ${slackIdOf('priya')})`);
    expect(first.output).toContain('import again with --link-by-name');
    const { code, output } = await firstline(folder, ['import', 'roster', file, '--link-by-name'], environment);
    expect(code).toBe(0);
    expect(output).toContain('2 people were linked to Slack by name, as you said: Priya Nair, Dana Osei.');
    const database = await openDatabase({ path: join(folder, 'firstline.db') });
    const people = await peopleOf(database.forWorkspace(teamId));
    expect(people.get('Priya Nair')?.slackUserId).toBe(slackIdOf('priya'));
    await database.close();
  });
});
