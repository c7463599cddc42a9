import { beforeEach, expect, test } from 'vitest';
import { setUpTeam } from '../../src/acts/set-up-team.ts';
import type { Person } from '../../src/store/people.ts';
import { maySeePulse } from '../../src/store/pulse-standing.ts';
import { findPulse } from '../../src/store/pulses.ts';
import type { PulseRecord } from '../../src/store/pulses.ts';
import { publishedPulses } from '../../src/store/published-pulses.ts';
import { endLine, setManager } from '../../src/store/reporting-lines.ts';
import { loadThreads } from '../../src/store/thread-facts.ts';
import { pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';
import { publishPulse } from '../helpers/pulses.ts';

let company: Company;
let pulse: PulseRecord;
beforeEach(async () => {
  company = await pulseCompany(5);
  const days = { openedOn: '2026-11-10', closedOn: '2026-11-17' } as const;
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

test('a lead of yesterday doesn’t, nor one of whom nobody was told when they were asked: such a lead sees the next', async () => {
  const { dana, lee, team, store, office } = company;
  const { omar } = office.people;
  await setManager(store, dana.id, omar.id, '2026-11-11');
  expect([await sees(lee), await sees(omar)]).toEqual([false, false]);
  const days = { openedOn: '2026-11-11', closedOn: '2026-11-18' } as const;
  pulse = (await findPulse(store, await publishPulse(store, dana, team, days))) as PulseRecord;
  expect([await sees(lee), await sees(omar)]).toEqual([false, true]);
});

test('putting oneself above a manager who has no lead, to read what was said before: nothing of it in the digest or the threads', async () => {
  const { dana, store, office, context } = company;
  const { omar } = office.people;
  await endLine(store, dana.id, '2026-11-12');
  // Even where somebody who may has drawn that line.
  await setUpTeam(context, { ...omar, isAdmin: true }, { repIds: [dana.id], leadId: undefined, once: 'view:V1' });
  expect(await sees(omar)).toBe(false);
  const span = { after: '2026-11-01', on: '2026-11-30', most: 5 } as const;
  expect((await publishedPulses(store, omar.id, [dana.id], span)).pulses).toEqual([]);
  const threads = await loadThreads(store, context.behaviours, omar.id, context.clock());
  expect(threads?.teams?.pulse.filter((value) => value !== null)).toEqual([]);
});
