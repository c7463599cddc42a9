/** Managers who move people about for half a year, to have them in two results that can be compared. */
import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { isSameGroup } from '../../src/leading/pulse-groups.ts';
import type { Person } from '../../src/store/people.ts';
import { setPulseAnswer } from '../../src/store/pulse-rounds.ts';
import { membersOfPulse, pulsesLedBy } from '../../src/store/pulses.ts';
import type { PulseRecord } from '../../src/store/pulses.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addDays, daysBetween } from '../../src/time/zoned.ts';
import { pulseCompanyAnywhere } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const weeks = 20;
const firstTuesday: LocalDate = '2026-11-24';

/** In each week: which of the people goes to which of the managers. */
const moves = fc.array(fc.array(fc.tuple(fc.nat(13), fc.nat(2)), { maxLength: 4 }), {
  minLength: weeks,
  maxLength: weeks,
});

async function asManagersWish(company: Company, wishes: readonly (readonly (readonly [number, number])[])[]) {
  const { office, store, lee, dana } = company;
  const managers = [dana, await office.hire('Ed Vance', lee.id), await office.hire('Flo Ames', lee.id)];
  const people: Person[] = [...company.team];
  for (let index = 0; index < 6; index += 1)
    people.push(await office.hire(`More${index}`, managers[1 + (index % 2)]?.id));
  const leaders = [...managers, lee];
  for (const [week, wish] of wishes.entries()) {
    const tuesday = addDays(firstTuesday, week * 7);
    await company.at(`${tuesday}T10:00:00Z`);
    await company.at(`${addDays(tuesday, 1)}T09:00:00Z`);
    for (const [who, where] of wish)
      await setManager(store, people[who]?.id ?? 0, managers[where]?.id ?? 0, addDays(tuesday, 1));
    for (const pulse of await ledBy(company, leaders)) {
      if (pulse.state === 'published') await setPulseAnswer(store, pulse.id, said);
      if (pulse.state !== 'open') continue;
      for (const id of await membersOfPulse(store, pulse.id))
        await company.answer(
          pulse,
          people.find((person) => person.id === id),
          4,
        );
    }
  }
  const pulses = await ledBy(company, leaders);
  return Promise.all(
    pulses.map(async (pulse) => ({ ...pulse, members: new Set(await membersOfPulse(store, pulse.id)) })),
  );
}

async function ledBy({ store }: Company, leaders: readonly Person[]): Promise<PulseRecord[]> {
  return (await Promise.all(leaders.map((leader) => pulsesLedBy(store, leader.id)))).flat();
}

const said = { heard: 'Heard', will: 'Will', on: firstTuesday, interactionId: null };

test('whoever is moved wherever and whenever is never in two pulses opened within three weeks, nor in two groups within eight, nor in one of fewer than five', async () => {
  let published = 0;
  await fc.assert(
    fc.asyncProperty(moves, async (wishes) => {
      const company = await pulseCompanyAnywhere(8);
      const pulses = await asManagersWish(company, wishes);
      published += pulses.filter(({ state }) => state === 'published').length;
      for (const one of pulses) expect(one.members.size).toBeGreaterThanOrEqual(5);
      const apart = pulses.flatMap((one) =>
        pulses
          .filter((other) => one.id < other.id && !one.members.isDisjointFrom(other.members))
          .map((other) => Math.abs(daysBetween(one.openedOn, other.openedOn))),
      );
      expect(apart.filter((days) => days < 21)).toEqual([]);
      const near = pulses.flatMap((one) =>
        pulses
          .filter((other) => !isSameGroup(one, other))
          .filter((other) => Math.abs(daysBetween(one.openedOn, other.openedOn)) < 56)
          .filter((other) => !one.members.isDisjointFrom(other.members)),
      );
      expect(near).toEqual([]);
    }),
    { numRuns: 5 },
  );
  expect(published).toBeGreaterThan(10);
});
