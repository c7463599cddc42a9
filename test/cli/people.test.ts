import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { proposeLink } from '../../src/store/link-proposals.ts';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';
import { linesOf, now, peopleOf } from '../helpers/imports.ts';

async function company(): Promise<string> {
  const folder = scratchFolder();
  const file = writeIn(
    folder,
    'roster.csv',
    'id,name,email,manager',
    '101,Ada Quill,ada@example.com,Mina Farrow',
    ',Otto Brandt,,Mina Farrow',
    ',Ada Quill,ada2@example.com,Otto Brandt',
  );
  expect((await firstline(folder, ['import', 'roster', file, '--yes'])).code).toBe(0);
  return folder;
}

async function inside<T>(folder: string, look: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase({ path: join(folder, 'firstline.db') });
  try {
    return await look(database.forWorkspace('pending'));
  } finally {
    await database.close();
  }
}

test('people shows names, addresses, ids, accounts and managers; as a tree, as JSON, and in part', async () => {
  const folder = await company();
  const { output, code } = await firstline(folder, ['people']);
  expect(code).toBe(0);
  expect(output).toMatch(/^id +name +address +own id +Slack +manager +since$/m);
  expect(output).toMatch(/Ada Quill +ada@example\.com +101 +- +Mina Farrow \(\d+\) +\d{4}-\d\d-\d\d$/m);
  expect((await firstline(folder, ['people', '--tree'])).output).toMatch(
    /^Mina Farrow \(\d+, no Slack account\)\n {2}Ada Quill .*\n {2}Otto Brandt .*\n {4}Ada Quill /,
  );
  const parsed = JSON.parse((await firstline(folder, ['people', '--without-manager', '--json'])).output) as unknown;
  expect(parsed).toMatchObject({ people: [{ names: ['Mina Farrow'], manager: null, slackUserId: null }], pairs: [] });
  expect((await firstline(folder, ['people', '--unlinked'])).output.trim().split('\n')).toHaveLength(5);
});

test('merge and its way back; an ambiguous name is listed with the numbers', async () => {
  const folder = await company();
  const ambiguous = await firstline(folder, ['people', 'merge', 'Ada Quill', 'Otto Brandt']);
  expect(ambiguous).toMatchObject({ code: 1, output: '' });
  expect(ambiguous.errors).toMatch(/2 people are known as “Ada Quill”: \d+ \(Ada Quill, ada@example\.com\), \d+/);
  const merged = await firstline(folder, ['people', 'merge', '101', 'ada2@example.com']);
  expect(merged).toMatchObject({ code: 0, errors: '' });
  expect(merged.output).toContain('Both had a manager: Mina Farrow stays, the other line ended.');
  expect(await inside(folder, linesOf)).toEqual(['Ada Quill < Mina Farrow', 'Otto Brandt < Mina Farrow']);
  expect((await firstline(folder, ['people', 'merge', '--undo'])).output).toContain('are two people again');
  expect(await inside(folder, linesOf)).toHaveLength(3);
  expect((await firstline(folder, ['people', 'merge', '--undo'])).errors).toContain('no merge to undo');
});

test('remove and its way back, an address that is theirs too, and the last roster taken back', async () => {
  const folder = await company();
  expect((await firstline(folder, ['people', 'remove', 'Otto Brandt'])).output).toContain('was taken out');
  expect((await firstline(folder, ['people'])).output).not.toMatch(/^\d+ +Otto Brandt/m);
  expect((await firstline(folder, ['people', 'remove', 'Otto Brandt', '--undo'])).output).toContain('is there again');
  expect((await firstline(folder, ['people', 'add', 'Otto Brandt', 'otto@example.com'])).code).toBe(0);
  expect((await firstline(folder, ['people', 'add', '101', 'otto@example.com'])).errors).toContain('is Otto Brandt’s');
  const moved = writeIn(folder, 'moved.csv', 'email,manager', 'otto@example.com,Zed Moss');
  await firstline(folder, ['import', 'roster', moved]);
  expect(await inside(folder, linesOf)).toContain('Otto Brandt < Zed Moss');
  const rehearsed = await firstline(folder, ['import', 'undo', '--dry-run']);
  expect(rehearsed.output).toContain('This was a dry run');
  expect(await inside(folder, linesOf)).toContain('Otto Brandt < Zed Moss');
  const undone = await firstline(folder, ['import', 'undo']);
  expect(undone.output).toContain('Removed: Zed Moss.');
  expect(await inside(folder, linesOf)).toContain('Otto Brandt < Mina Farrow');
});

test('a pair that waits is shown and decided', async () => {
  const folder = await company();
  await inside(folder, async (store) => {
    const personId = (await peopleOf(store)).get('Otto Brandt')?.id ?? 0;
    const account = { slackName: 'Otto Brandt', slackAddress: 'otto@example.com' };
    await proposeLink(store, { personId, slackUserId: 'U0OTTO111', ...account }, now);
    await proposeLink(store, { personId, slackUserId: 'U0OTTO222', ...account }, now);
  });
  expect((await firstline(folder, ['people'])).output).toContain('→ Otto Brandt (otto@example.com, U0OTTO111)');
  expect((await firstline(folder, ['people', 'link', '2'])).errors).toContain('Say --yes');
  expect((await firstline(folder, ['people', 'link', '2', '--no'])).output).toContain('stays two people');
  expect((await firstline(folder, ['people', 'link', '1', '--yes'])).output).toContain('is one person now');
  expect((await firstline(folder, ['people', 'link', '1', '--yes'])).errors).toContain('already decided');
  const otto = await inside(folder, async (store) => (await peopleOf(store)).get('Otto Brandt'));
  expect(otto).toMatchObject({ slackUserId: 'U0OTTO111', email: 'otto@example.com' });
});
