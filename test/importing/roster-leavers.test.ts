import { describe, expect, test } from 'vitest';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { RosterOptions } from '../../src/importing/roster/roster.ts';
import type { Store } from '../../src/store/db.ts';
import { changePerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../helpers/imports.ts';

const roster = (store: Store, lines: readonly string[], options: RosterOptions = {}, at = now) =>
  importRoster(store, csv(...lines), options, at);

describe('rows of people who have left', () => {
  const file = [
    'full_name,work email,manager,termination_date,is_active,Employment Status',
    'Ada Quill,ada@example.com,Mina Farrow,,True,Active',
    'Otto Brandt,otto@example.com,Mina Farrow,2026-06-30,False,Voluntarily Terminated',
    'Lin Sato,lin@example.com,Mina Farrow,2026-12-31,True,Active',
    'Bea Holm,bea@example.com,Mina Farrow,,False,',
    'Mina Farrow,mina@example.com,,,True,On leave',
  ];

  test('are left out with the reason, and counted; whose last day is to come is in', async () => {
    const store = await emptyStore();
    const report = await roster(store, file);
    expect(report).toMatchObject({ rows: 5, added: 3, refused: [] });
    expect(report.leftOut).toEqual([
      { line: 3, reason: 'Otto Brandt has left: last day 2026-06-30.' },
      { line: 5, reason: 'Bea Holm has left: “active: False”.' },
    ]);
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow', 'Lin Sato < Mina Farrow']);
    expect(await roster(store, file)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  test('of people on record say that they have left: their line ends, and a row without the mark has them back', async () => {
    const store = await emptyStore();
    await roster(store, ['name,manager', 'Otto Brandt,Mina Farrow', 'Ada Quill,Mina Farrow']);
    const left = await roster(store, ['name,manager,status', 'Otto Brandt,Mina Farrow,Inactive']);
    expect(left.notes[0]).toBe('1 person on record has left, by this file: Otto Brandt.');
    expect((await peopleOf(store)).get('Otto Brandt')).toMatchObject({ leftOn: '2026-11-23', leftWhy: 'roster' });
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
    const again = await roster(store, ['name,manager,status', 'Otto Brandt,Mina Farrow,Inactive']);
    expect(again).toMatchObject({ changed: 0, leftOut: [{ line: 2 }] });
    const back = await roster(store, ['name,manager,status', 'Otto Brandt,Ada Quill,Active']);
    expect(back).toMatchObject({ added: 0, changed: 1, refused: [] });
    expect((await peopleOf(store)).get('Otto Brandt')).toMatchObject({ leftOn: null, leftWhy: null });
    expect(await linesOf(store)).toContain('Otto Brandt < Ada Quill');
  });

  test('nobody reports to somebody who has left by the same file, on record or not', async () => {
    const store = await emptyStore();
    const lines = ['name,manager,last day', 'Ada Quill,Mina Farrow,', 'Mina Farrow,,2026-01-31'];
    const { refused } = await roster(store, lines);
    expect(refused[0]).toMatchObject({ line: 2, reason: expect.stringContaining('Mina Farrow has left') as string });
    expect((await peopleOf(store)).size).toBe(0);
  });

  test('who leaves by a file is no rival of a namesake who comes by it', async () => {
    const store = await emptyStore();
    await roster(store, ['user id,name,manager', '8,Kim Lee,Mina Farrow']);
    const both = ['user id,name,manager,last day', '7,Kim Lee,Mina Farrow,', '8,Kim Lee,Mina Farrow,2026-05-31'];
    const first = await roster(store, both);
    expect(first).toMatchObject({ added: 1, refused: [], leftOut: [{ line: 3 }] });
    expect(first.follows.join()).toContain('Kim Lee');
    expect(await roster(store, both)).toMatchObject({ added: 0, changed: 0, unchanged: 1, refused: [] });
  });

  test('of two rows of one person the one who is there counts', async () => {
    const store = await emptyStore();
    const lines = ['id,name,status', '7,Ada Quill,Terminated', '7,Ada Quill,Active'];
    expect(await roster(store, lines)).toMatchObject({ added: 1, leftOut: [{ line: 2 }], refused: [] });
    expect(await roster(store, lines)).toMatchObject({ unchanged: 1 });
    expect((await peopleOf(store)).get('Ada Quill')?.leftOn).toBeNull();
  });

  test('who left by another way is not brought back', async () => {
    const store = await emptyStore();
    await roster(store, ['name', 'Ada Quill']);
    const id = (await peopleOf(store)).get('Ada Quill')?.id ?? 0;
    await changePerson(store, id, { leftOn: '2026-10-01', leftWhy: 'removed' });
    expect((await roster(store, ['name', 'Ada Quill'])).refused[0]?.reason).toContain(
      `firstline people remove ${id} --undo`,
    );
    await changePerson(store, id, { leftOn: '2026-10-01', leftWhy: 'account' });
    expect((await roster(store, ['name', 'Ada Quill'])).refused[0]?.reason).toContain('reactivate them in Slack');
    expect((await peopleOf(store)).size).toBe(1);
  });
});

describe('a file that is complete', () => {
  const four = ['name,manager', 'Ada,Mina', 'Otto,Mina', 'Lin,Mina', 'Bea,Mina'];

  test('without the word, who is missing stays, and is counted', async () => {
    const store = await emptyStore();
    await roster(store, four);
    const { notes } = await roster(store, four.slice(0, 3));
    expect(notes).toEqual([
      '2 people of earlier rosters aren’t in this file. They stay as they are. If the file holds everybody, import it with --complete.',
    ]);
    expect(await linesOf(store)).toHaveLength(4);
  });

  test('takes out who is missing and ends lines whose cell is empty now; a dry run says who', async () => {
    const store = await emptyStore();
    await roster(store, four);
    const file = ['name,manager', 'Ada,Mina', 'Otto,', 'Lin,Mina', 'Mina,'];
    const rehearsed = await roster(store, file, { isComplete: true, dryRun: true });
    expect(rehearsed.notes).toEqual([
      '1 person who isn’t in this file any more taken out: Bea.',
      '1 person whose manager’s cell is empty now reports to nobody: Otto.',
    ]);
    expect(await linesOf(store)).toHaveLength(4);
    expect({ ...(await roster(store, file, { isComplete: true })), dryRun: true }).toEqual(rehearsed);
    expect(await linesOf(store)).toEqual(['Ada < Mina', 'Lin < Mina']);
    expect((await peopleOf(store)).get('Bea')).toMatchObject({ leftOn: '2026-11-23', leftWhy: 'roster' });
    expect(await roster(store, four)).toMatchObject({ added: 0, changed: 2, unchanged: 2 });
    expect(await linesOf(store)).toHaveLength(4);
  });

  test('a line that is not the roster’s stays, and so does who stands above somebody in the file', async () => {
    const store = await emptyStore();
    await roster(store, ['name,manager', 'Ada,Mina', 'Mina,Lena', 'Lena,Vera']);
    const people = await peopleOf(store);
    await setManager(store, people.get('Ada')?.id ?? 0, people.get('Lena')?.id ?? 0, '2026-11-20', 'confirmed');
    const file = ['name,manager', 'Ada,', 'Mina,Lena'];
    await roster(store, file, { isComplete: true });
    expect(await linesOf(store)).toEqual(['Ada < Lena', 'Lena < Vera', 'Mina < Lena']);
  });

  test('more than a third is refused until it is said to be right; a refused row takes nobody out', async () => {
    const store = await emptyStore();
    await roster(store, four);
    const file = ['name,manager', 'Ada,Mina', 'Otto,Mina'];
    await expect(roster(store, file, { isComplete: true })).rejects.toThrow(
      '2 of 5 people on record are not in this file',
    );
    const broken = await roster(store, ['name,manager', 'Ada,Otto', 'Otto,Ada'], { isComplete: true, isSure: true });
    expect(broken.notes[0]).toContain('because a row was refused');
    expect(await linesOf(store)).toHaveLength(4);
    await roster(store, file, { isComplete: true, isSure: true });
    expect(await linesOf(store)).toEqual(['Ada < Mina', 'Otto < Mina']);
  });
});
