import { describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { RosterOptions } from '../../src/importing/roster/roster.ts';
import { noteKnown } from '../../src/store/known-as.ts';
import { addPerson, changePerson } from '../../src/store/people.ts';
import type { Store } from '../../src/store/db.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../helpers/imports.ts';

const roster = (store: Store, lines: readonly string[], options: RosterOptions = {}) =>
  importRoster(store, csv(...lines), options, now);
const deals = (store: Store, owner: string) =>
  importDeals(store, csv('deal id,owner,stage', `D-1,${owner},Proposal`), {}, now);
const idOf = async (store: Store, name: string) => (await peopleOf(store)).get(name)?.id ?? 0;

/** As Slack's word comes in: a name and an address are noted, and the name is shown. */
async function slackSays(store: Store, id: number, said: { name?: string; email?: string }): Promise<void> {
  await changePerson(store, id, said);
  const by = { personId: id, source: 'slack' } as const;
  if (said.name !== undefined) await noteKnown(store, { ...by, kind: 'name', value: said.name }, now);
  if (said.email !== undefined) await noteKnown(store, { ...by, kind: 'address', value: said.email }, now);
}

describe('a name by which the roster knew somebody goes on meaning them', () => {
  test('renamed in Slack: one Ada, nothing changes, the deal stays hers', async () => {
    const store = await emptyStore();
    const names = ['name,manager', 'Ada Quill,Mina Farrow'];
    await roster(store, names);
    const ada = await idOf(store, 'Ada Quill');
    await deals(store, 'Ada Quill');
    await changePerson(store, ada, { slackUserId: 'U0ADA' });
    await slackSays(store, ada, { name: 'Ada Quill-Moss' });
    expect(await deals(store, 'Ada Quill')).toMatchObject({ changed: 0, unchanged: 1, refused: [] });
    expect(await roster(store, names)).toMatchObject({ added: 0, changed: 0, unchanged: 1, refused: [] });
    expect(await deals(store, 'Ada Quill')).toMatchObject({ unchanged: 1 });
    expect(await deals(store, 'Ada Quill-Moss')).toMatchObject({ unchanged: 1 });
    expect(await linesOf(store)).toEqual(['Ada Quill-Moss < Mina Farrow']);
  });

  test('HR’s name and Slack’s are two facts: neither flips the other, and deals know both', async () => {
    const store = await emptyStore();
    const hr = ['email,name', 'ada.quill@example.com,Adelaide Quill'];
    await roster(store, hr);
    const ada = await idOf(store, 'Adelaide Quill');
    await changePerson(store, ada, { slackUserId: 'U0ADA' });
    await slackSays(store, ada, { name: 'Ada Quill', email: 'ada.quill@example.com' });
    for (const owner of ['Adelaide Quill', 'Ada Quill']) expect((await deals(store, owner)).refused).toEqual([]);
    expect(await roster(store, hr)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect([...(await peopleOf(store)).keys()]).toEqual(['Ada Quill']);
    const renamed = await roster(store, ['email,name', 'ada.quill@example.com,Adelaide Moss']);
    expect(renamed).toMatchObject({ added: 0, changed: 1 });
    expect([...(await peopleOf(store)).keys()]).toEqual(['Ada Quill']);
    for (const owner of ['Adelaide Quill', 'Adelaide Moss']) expect((await deals(store, owner)).refused).toEqual([]);
  });

  test('an apostrophe is an apostrophe, an accent no other person', async () => {
    const store = await emptyStore();
    await roster(store, ['name,manager', "Siobhan O'Dell,José Núñez"]);
    const again = await roster(store, ['name,manager', 'Siobhan O’Dell,Jose Nunez']);
    expect(again).toMatchObject({ added: 0, refused: [] });
    expect((await peopleOf(store)).size).toBe(2);
  });
});

describe('addresses have a history', () => {
  const hr = ['email,name,manager', 'ada.quill@example.com,Ada Quill,Mina Farrow'];

  test('Slack has the new one, HR’s file the old one still', async () => {
    const store = await emptyStore();
    await roster(store, hr);
    const ada = await idOf(store, 'Ada Quill');
    await changePerson(store, ada, { slackUserId: 'U0ADA' });
    await slackSays(store, ada, { email: 'ada.moss@example.com' });
    expect(await roster(store, hr)).toMatchObject({ added: 0, changed: 0, unchanged: 1, refused: [] });
    for (const owner of ['ada.quill@example.com', 'Ada.Moss@example.com'])
      expect((await deals(store, owner)).refused).toEqual([]);
    expect((await peopleOf(store)).get('Ada Quill')?.email).toBe('ada.moss@example.com');
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
  });

  test('HR has the new one, Slack the old one: refused with both and what to do, and taken once that was said', async () => {
    const store = await emptyStore();
    await roster(store, hr);
    const ada = await idOf(store, 'Ada Quill');
    const moved = ['email,name,manager', 'ada.moss@example.com,Ada Quill,Mina Farrow'];
    const { refused } = await roster(store, moved);
    expect(refused).toHaveLength(1);
    for (const part of ['ada.quill@example.com', 'ada.moss@example.com', `firstline people add ${ada}`])
      expect(refused[0]?.reason).toContain(part);
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
    const known = { personId: ada, kind: 'address', value: 'ada.moss@example.com', source: 'admin' } as const;
    await noteKnown(store, known, now);
    expect(await roster(store, moved)).toMatchObject({ added: 0, changed: 1, refused: [] });
    expect(await roster(store, moved)).toMatchObject({ unchanged: 1 });
    expect(await roster(store, hr)).toMatchObject({ added: 0, refused: [] });
    expect((await peopleOf(store)).size).toBe(2);
  });

  test('a namesake under another manager is somebody else, and so is one who has a row beside them', async () => {
    const store = await emptyStore();
    await roster(store, hr);
    await roster(store, ['email,name,manager', 'ada2@example.com,Ada Quill,Otto Brandt']);
    await roster(store, [
      'email,name,manager',
      'ada.quill@example.com,Ada Quill,Mina Farrow',
      'ada3@example.com,Ada Quill,Mina Farrow',
    ]);
    expect(await linesOf(store)).toEqual([
      'Ada Quill < Mina Farrow',
      'Ada Quill < Mina Farrow',
      'Ada Quill < Otto Brandt',
    ]);
  });
});

describe('ids of their own', () => {
  test('mean somebody whatever name and address say, and a person may have several', async () => {
    const store = await emptyStore();
    await roster(store, ['employee id,name,email', '101,Ada Quill,ada.quill@example.com']);
    const moved = await roster(store, ['Employee #,rep_id,name,email', '101,R-01,Ada Moss,ada.moss@example.com']);
    expect(moved).toMatchObject({ added: 0, changed: 1, refused: [] });
    expect(await roster(store, ['rep_id,name', 'R-01,A. Moss'])).toMatchObject({ added: 0, refused: [] });
    expect((await peopleOf(store)).size).toBe(1);
    expect((await deals(store, 'R-01')).refused).toEqual([]);
    const by = await importDeals(store, csv('deal_id,rep_id,stage', 'D-2,R-01,Won'), {}, now);
    expect(by).toMatchObject({ added: 1, refused: [] });
  });

  test('a first roster with names gets its ids later', async () => {
    const store = await emptyStore();
    await roster(store, ['name', 'Ada Quill']);
    expect(await roster(store, ['rep_id,name', 'R-01,Ada Quill'])).toMatchObject({ added: 0, changed: 1 });
    expect(await roster(store, ['rep_id,name', 'R-01,Ada Quill-Moss'])).toMatchObject({ added: 0, changed: 1 });
    expect((await peopleOf(store)).size).toBe(1);
  });

  test('by the name alone and under another manager they are taken for one, and that is said', async () => {
    const store = await emptyStore();
    await roster(store, ['name,manager', 'Kim Lee,Mina Farrow']);
    const file = ['employee id,name,manager', '7,Kim Lee,Zed Orr'];
    expect((await roster(store, file)).follows.join()).toContain(
      'by the name alone, under another manager: Kim Lee (line 2)',
    );
    expect((await roster(store, file)).follows.join()).not.toContain('by the name alone');
    expect((await roster(store, ['name,manager', 'Kim Lee,Mina Farrow'])).follows.join()).not.toContain(
      'by the name alone',
    );
  });

  test('a row whose clues name two people is refused with both', async () => {
    const store = await emptyStore();
    await roster(store, ['id,name,email', '101,Ada Quill,ada@example.com', '102,Otto Brandt,otto@example.com']);
    const { refused } = await roster(store, ['id,name,email', '101,Ada Quill,otto@example.com']);
    expect(refused[0]?.reason).toContain('the id “101” is Ada Quill’s');
    expect(refused[0]?.reason).toContain('the address “otto@example.com” is Otto Brandt’s');
  });

  test('Slack’s id means whoever has the account', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'ada', slackUserId: 'U0AAAAAA1' }, now);
    await roster(store, ['slack id,name,manager', 'U0AAAAAA1,Ada Quill,Mina Farrow']);
    expect(await linesOf(store)).toEqual(['ada < Mina Farrow']);
    const { refused } = await roster(store, ['slack id,name', 'ada,Ada Quill']);
    expect(refused[0]?.reason).toContain('is none of Slack’s');
  });
});

describe('a name that only Slack knows', () => {
  test('gives nobody a seat, until whoever imports the file has said yes', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'Vera Pine', slackUserId: 'U0VERA', email: 'mallory@example.com' }, now);
    const names = ['name,manager', 'Ada Quill,Vera Pine'];
    const { refused } = await roster(store, names);
    expect(refused[0]?.reason).toContain('Vera Pine (mallory@example.com, U0VERA)');
    expect(refused[0]?.reason).toContain('--link-by-name');
    expect(await linesOf(store)).toEqual([]);
    expect(await roster(store, names, { linkByName: true })).toMatchObject({ added: 1, refused: [] });
    expect(await linesOf(store)).toEqual(['Ada Quill < Vera Pine']);
    const vera = await idOf(store, 'Vera Pine');
    await slackSays(store, vera, { name: 'V. Pine' });
    expect(await roster(store, names)).toMatchObject({ added: 0, changed: 0, refused: [] });
  });
});
