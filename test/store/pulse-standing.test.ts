import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../src/store/people.ts';
import { maySeePulse } from '../../src/store/pulse-standing.ts';
import { findPulse } from '../../src/store/pulses.ts';
import type { PulseRecord } from '../../src/store/pulses.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';
import { publishPulse } from '../helpers/pulses.ts';

let company: Company;
let pulse: PulseRecord;
beforeEach(async () => {
  company = await pulseCompany(5);
  const days = { openedOn: '2026-11-10', closedOn: '2026-11-17' };
  const id = await publishPulse(company.store, company.dana, company.team, days);
  pulse = (await findPulse(company.store, id)) as PulseRecord;
});
const sees = ({ id }: Person) => maySeePulse(company.store, id, pulse);

test('the manager of the team and their lead see the result; those who answered, an admin and others don’t', async () => {
  const { dana, lee, team, store, office } = company;
  await store.database.updateTable('person').set({ isAdmin: 1 }).where('id', '=', office.people.omar.id).execute();
  expect([await sees(dana), await sees(lee)]).toEqual([true, true]);
  for (const person of [...team, office.people.omar]) expect(await sees(person)).toBe(false);
});

test('who has lost the whole team, or has left, sees it no more; nor does whoever has it now', async () => {
  const { dana, lee, team, store, office } = company;
  const next = await office.hire('Ed Vance', lee.id);
  for (const { id } of team) await setManager(store, id, next.id, '2026-11-20');
  expect([await sees(dana), await sees(next)]).toEqual([false, false]);
  for (const { id } of team) await setManager(store, id, dana.id, '2026-11-22');
  expect(await sees(dana)).toBe(true);
  await store.database.updateTable('person').set({ leftOn: '2026-11-22' }).where('id', '=', dana.id).execute();
  expect(await sees(dana)).toBe(false);
});

test('a lead of yesterday doesn’t', async () => {
  const { dana, lee, store, office } = company;
  await setManager(store, dana.id, office.people.omar.id, '2026-11-20');
  expect([await sees(lee), await sees(office.people.omar)]).toEqual([false, true]);
});
