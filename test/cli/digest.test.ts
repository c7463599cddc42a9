import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';

const team = ['sales_agent,manager', 'Ana Lopez,Bo Berg', 'Cy Chan,Bo Berg', 'Ed Egan,Fay Fox'];
const clock = { FIRSTLINE_CLOCK: '2026-11-23T10:00:00Z' };

/** A folder with a database in it: two managers, and a lead above them. */
async function withTeam(lead?: string): Promise<string> {
  const folder = scratchFolder();
  const roster = writeIn(folder, 'roster.csv', ...team);
  const imported = await firstline(folder, [
    'import',
    'roster',
    roster,
    '--yes',
    ...(lead === undefined ? [] : ['--lead', lead]),
  ]);
  expect(imported.errors).toBe('');
  return folder;
}

test('the only lead’s picture is written, and said in words', async () => {
  const folder = await withTeam('Di Dee');
  const path = join(folder, 'week.png');
  const ran = await firstline(folder, ['digest', '--preview', path], clock);
  expect(ran).toMatchObject({ code: 0, errors: '' });
  expect(ran.output).toContain('3 people in 2 teams over 8 weeks.');
  expect(ran.output).toContain(`The picture of Di Dee’s digest is in ${path}.`);
  const { width, height } = PNG.sync.read(readFileSync(path));
  expect({ width, height }).toEqual({ width: 1600, height: 800 });
  expect((await firstline(folder, ['digest', '--preview', path], clock)).code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('week'))).toEqual(['week.png']);
});

test('a manager gets the picture of the own team, as JSON if asked', async () => {
  const folder = await withTeam();
  const words = ['digest', '--preview', 'own.png', '--lead', 'bo berg', '--json'];
  const ran = await firstline(folder, words, clock);
  expect(JSON.parse(ran.output)).toMatchObject({
    path: 'own.png',
    lead: 'Bo Berg',
    alt: expect.stringContaining('2 people over 8 weeks.') as string,
  });
  expect(existsSync(join(folder, 'own.png'))).toBe(true);
});

test('without a lead, with several, or with a name that nobody has, it says what to do', async () => {
  const folder = await withTeam();
  const preview = ['digest', '--preview', 'x.png'];
  const none = await firstline(folder, preview, clock);
  expect(none.code).toBe(1);
  expect(none.errors).toContain('No managers report to anyone yet');
  const second = writeIn(folder, 'more.csv', 'sales_agent,manager', 'Bo Berg,Di Dee', 'Fay Fox,Gil Gray');
  await firstline(folder, ['import', 'roster', second]);
  expect((await firstline(folder, preview, clock)).errors).toBe(
    'There are 2 leads: Di Dee, Gil Gray. Say whose digest with --lead NAME.\n',
  );
  expect((await firstline(folder, [...preview, '--lead', 'Zed'], clock)).errors).toContain(
    'Nobody on record is called “Zed”. Leads are: Di Dee, Gil Gray.',
  );
  expect((await firstline(folder, [...preview, '--lead', 'Ana Lopez'], clock)).errors).toContain(
    'Nobody reports to Ana Lopez',
  );
  expect(existsSync(join(folder, 'x.png'))).toBe(false);
});

test('where there is no database it says so, and makes none', async () => {
  const folder = scratchFolder();
  const ran = await firstline(folder, ['digest', '--preview', 'x.png'], clock);
  expect(ran).toMatchObject({ code: 1, output: '' });
  expect(ran.errors).toContain('There is no database at');
  expect(ran.errors).toContain('FIRSTLINE_DB');
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that is no PNG stays as it is, and a folder has to be there', async () => {
  const folder = await withTeam('Di Dee');
  const notes = writeIn(folder, 'notes.txt', 'mine');
  const refused = await firstline(folder, ['digest', '--preview', notes], clock);
  expect(refused).toMatchObject({ code: 1, output: '' });
  expect(refused.errors).toContain('is there already and is no PNG');
  expect(readFileSync(notes, 'utf8')).toBe('mine\n');
  expect((await firstline(folder, ['digest', '--preview', join(folder, 'no', 'x.png')], clock)).errors).toContain(
    'There is no folder',
  );
});

test('its help says which week is drawn, and how to have another', async () => {
  const { code, output } = await firstline(scratchFolder(), ['digest', '--preview', '--help']);
  expect(code).toBe(0);
  expect(output).toMatch(/week of this machine’s clock.*FIRSTLINE_CLOCK=2026-11-23T08:00:00Z/su);
});
