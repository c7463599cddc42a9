import { expect, test } from 'vitest';
import { changePerson } from '../../src/store/people.ts';
import { currentLines, endLine, linesOf, managerIdOf, setManager } from '../../src/store/reporting-lines.ts';
import { trio } from '../helpers/records.ts';

test('a new manager ends the line before, and the history stays', async () => {
  const { store, lead, manager, rep } = await trio();
  expect(await setManager(store, rep, lead, '2026-11-23')).toBe(true);
  expect(await managerIdOf(store, rep)).toBe(lead);
  expect(await linesOf(store, rep)).toEqual([
    { personId: rep, managerId: manager, startedOn: '2026-01-01', endedOn: '2026-11-23' },
    { personId: rep, managerId: lead, startedOn: '2026-11-23', endedOn: null },
  ]);
});

test('the same manager again is no change', async () => {
  const { store, manager, rep } = await trio();
  expect(await setManager(store, rep, manager, '2026-11-23')).toBe(false);
  expect(await linesOf(store, rep)).toHaveLength(1);
});

test('an ended line and one of somebody who left don’t count as current', async () => {
  const { store, lead, manager, rep } = await trio();
  expect(await endLine(store, rep, '2026-11-23')).toBe(true);
  expect(await endLine(store, rep, '2026-11-23')).toBe(false);
  expect(await currentLines(store)).toEqual([
    { personId: manager, managerId: lead, startedOn: '2026-01-01', endedOn: null },
  ]);
  await changePerson(store, manager, { leftOn: '2026-11-23' });
  expect(await currentLines(store)).toEqual([]);
});
