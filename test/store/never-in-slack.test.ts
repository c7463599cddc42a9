import { expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { weeklyPlan } from '../../src/leading/weekly-plan.ts';
import type { Store } from '../../src/store/db.ts';
import { addPerson, changePerson, findPersonBySlackId } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { emptyStore, now } from '../helpers/imports.ts';
import { logInteraction } from '../helpers/store.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

async function company(store: Store, since: LocalDate, managersAccount: string | null): Promise<[number, number]> {
  const manager = await addPerson(
    store,
    { name: 'Mina Farrow', slackUserId: managersAccount, timeZone: 'Etc/UTC' },
    now,
  );
  const rep = await addPerson(store, { name: 'Otto Brandt' }, now);
  await setManager(store, rep, manager, since);
  return [manager, rep];
}
const nudgedAbout = async (store: Store, managerId: number) => {
  const planning = await loadPlanning(store, behaviours, [managerId], now);
  return weeklyPlan(await planning.inputOf(managerId)).map(({ repId }) => repId);
};

test('nobody is nudged for ever about somebody who was never in Slack', async () => {
  const store = await emptyStore();
  const [manager, rep] = await company(store, '2026-10-01', 'U0MINA');
  expect(await nudgedAbout(store, manager)).not.toContain(rep);
  await logInteraction(store, { behaviour: 'check-in', managerId: manager, repId: rep, happenedOn: '2026-10-05' }, now);
  expect(await nudgedAbout(store, manager)).toContain(rep);
});

test('who came lately may turn up yet, and who has an account is there', async () => {
  const store = await emptyStore();
  const [manager, rep] = await company(store, '2026-11-01', 'U0MINA');
  expect(await nudgedAbout(store, manager)).toContain(rep);
  const other = await emptyStore();
  const [boss, old] = await company(other, '2026-09-01', 'U0MINA');
  expect(await nudgedAbout(other, boss)).not.toContain(old);
  await changePerson(other, old, { slackUserId: 'U0OTTO' });
  expect((await findPersonBySlackId(other, 'U0OTTO'))?.id).toBe(old);
  expect(await nudgedAbout(other, boss)).toContain(old);
});

test('where nobody was looked for in Slack the record is all there is', async () => {
  const store = await emptyStore();
  const [manager, rep] = await company(store, '2026-09-01', null);
  expect(await nudgedAbout(store, manager)).toContain(rep);
});
