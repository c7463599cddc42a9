import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../helpers/imports.ts';

test('a manager’s own row may come after their reps’', async () => {
  const store = await emptyStore();
  const rows = ['email,name,manager email,manager', ',Ana,bo@x.io,', 'bo@x.io,Bo Berg,,Cy', ',Cy,,'];
  const report = await importRoster(store, csv(...rows), {}, now);
  expect(report).toMatchObject({ added: 3, refused: [], notes: [] });
  expect(await linesOf(store)).toEqual(['Ana < Bo Berg', 'Bo Berg < Cy']);
});

test('who stands only in the manager column is added, named after the address where there is no name', async () => {
  const store = await emptyStore();
  const report = await importRoster(store, csv('name,manager', 'Ana,bo.van-berg@x.io'), {}, now);
  expect(report.notes).toEqual(['1 person who has no row of their own was added: Bo Van Berg.']);
  expect((await peopleOf(store)).get('Bo Van Berg')?.email).toBe('bo.van-berg@x.io');
});

test('lines begin on the person’s own day', async () => {
  const store = await emptyStore();
  const late = new Date('2026-11-23T22:00:00Z');
  await importRoster(store, csv('name,manager,zone', 'Ana,Bo,Asia/Tokyo', 'Cy,Bo,America/New_York'), {}, late);
  expect((await currentLines(store)).map(({ startedOn }) => startedOn)).toEqual(['2026-11-24', '2026-11-23']);
});

test('who is their own manager by the file is in without one, and that is said', async () => {
  const store = await emptyStore();
  const rows = ['id,name,email,manager', '1,Ana,ana@x.io,Ana', '2,Bo,bo@x.io,bo@x.io', '3,Cy,cy@x.io,3'];
  const report = await importRoster(store, csv(...rows), {}, now);
  expect(report).toMatchObject({ added: 3, refused: [] });
  expect(report.follows[0]).toBe('Ana, Bo, Cy: their own manager by this file, so they were brought in without one.');
  expect(await linesOf(store)).toEqual([]);
});

describe('a line that can’t be is refused with its row', () => {
  test('a circle: the row that closes it, and not the others', async () => {
    const store = await emptyStore();
    const report = await importRoster(store, csv('name,manager', 'Ana,Bo', 'Bo,Cy', 'Cy,Ana'), {}, now);
    expect(report.refused).toEqual([{ line: 4, reason: expect.stringContaining('would be a circle') as string }]);
    expect(await linesOf(store)).toEqual(['Ana < Bo', 'Bo < Cy']);
  });

  test('unless the file itself opens the circle', async () => {
    const store = await emptyStore();
    await importRoster(store, csv('name,manager', 'Ana,Bo'), {}, now);
    const report = await importRoster(store, csv('name,manager', 'Bo,Ana', 'Ana,Cy'), {}, now);
    expect(report.refused).toEqual([]);
    expect(await linesOf(store)).toEqual(['Ana < Cy', 'Bo < Ana']);
  });
});

test('whatever a roster says, nobody ends up above themselves, and a second run changes nothing', async () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 12 }), async (rows) => {
      const store = await emptyStore();
      const file = () => csv('name,manager', ...rows.map((row) => row.join(',')));
      const first = await importRoster(store, file(), {}, now);
      const lines = new Map((await currentLines(store)).map(({ personId, managerId }) => [personId, managerId]));
      for (const start of lines.keys()) {
        let steps = 0;
        for (let id = lines.get(start); id !== undefined; id = lines.get(id)) expect((steps += 1)).toBeLessThan(10);
      }
      const second = await importRoster(store, file(), {}, now);
      expect(second).toMatchObject({ added: 0, changed: 0, refused: first.refused });
      expect(first.added + first.changed + first.unchanged + first.refused.length).toBe(rows.length);
    }),
    { numRuns: 40 },
  );
});

describe('a lead', () => {
  const rows = ['name,manager', 'Ana,Bo', 'Cy,Di', 'Di,Ed'];
  test('is made, and put above the managers who have nobody above them', async () => {
    const store = await emptyStore();
    const report = await importRoster(store, csv(...rows), { lead: 'Grace Ho' }, now);
    expect(report.notes.at(-1)).toBe('Grace Ho is now above 1 manager: Bo.');
    expect(await linesOf(store)).toEqual(['Ana < Bo', 'Bo < Grace Ho', 'Cy < Di', 'Di < Ed']);
    expect((await importRoster(store, csv(...rows), { lead: 'grace ho' }, now)).notes).toEqual([
      'Grace Ho was put above nobody new: every manager of reps has somebody above them.',
    ]);
  });

  test('may be one of the managers', async () => {
    const store = await emptyStore();
    await importRoster(store, csv('name,manager', 'Ana,Bo', 'Cy,Di'), { lead: 'Bo' }, now);
    expect(await linesOf(store)).toEqual(['Ana < Bo', 'Cy < Di', 'Di < Bo']);
  });
});
