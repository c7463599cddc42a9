import { freshPlace } from '../helpers/place.ts';
import { describe, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { people, reportsTo } from '../../src/demo/people.ts';
import { slackIdFor } from '../../src/demo/seed.ts';
import { fillDemo } from '../../src/demo/team.ts';
import { followPulses } from '../../src/jobs/pulse.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { openDatabase } from '../../src/store/db.ts';
import { findPersonBySlackId } from '../../src/store/people.ts';
import { promisesAfterPulse } from '../../src/store/promises.ts';
import { membersOfPulse, pulsesLedBy } from '../../src/store/pulses.ts';
import { addDays, instantOf, localDateOf, weekdayOf } from '../../src/time/zoned.ts';
import { openOffice } from '../helpers/office.ts';

const managers = people.filter(({ manager, handle }) => manager !== null && reportsTo(handle).length > 0);

async function filled(start: string) {
  const database = await openDatabase({ path: await freshPlace() });
  const store = database.forWorkspace('T0DEMO');
  await fillDemo(store, new Date(start));
  const office = await openOffice();
  const { context } = office;
  return {
    context: { ...context, store, behaviours },
    store,
    idOf: async (handle: string) => (await findPersonBySlackId(store, slackIdFor(handle)))?.id ?? 0,
    async at(instant: Date) {
      office.moveTo(instant.toISOString());
      await followPulses({ ...context, store }, beginRound({ ...context, store }));
    },
    close: async () => Promise.all([office.close(), database.close()]),
  };
}

/** The managers in the order in which it is ten on their first Tuesday. */
function byTheirTuesday(start: Date) {
  return managers
    .map(({ handle, timeZone }) => {
      const today = localDateOf(start, timeZone);
      return { handle, timeZone, tuesday: addDays(today, (2 - weekdayOf(today) + 7) % 7) };
    })
    .toSorted(
      (one, other) =>
        instantOf(one.tuesday, '10:00', one.timeZone).getTime() -
        instantOf(other.tuesday, '10:00', other.timeZone).getTime(),
    );
}

/** Those after it are asked in the same minute. */
function isFirstOfItsZone(handle: string): boolean {
  const own = managers.find((manager) => manager.handle === handle);
  return managers.find(({ timeZone }) => timeZone === own?.timeZone) === own;
}

describe.each(['2026-11-21T15:00:00Z', '2026-03-11T20:00:00Z'])('from %s on', (start) => {
  test('every made-up team has two pulses that were answered, and what was promised was kept', async () => {
    const demo = await filled(start);
    for (const { handle, timeZone } of managers) {
      const pulses = await pulsesLedBy(demo.store, await demo.idOf(handle));
      expect(pulses).toMatchObject(Array(2).fill({ kind: 'team', state: 'published' }));
      for (const pulse of pulses) {
        expect((await membersOfPulse(demo.store, pulse.id)).length).toBeGreaterThanOrEqual(5);
        expect([pulse.heard, pulse.will, pulse.result?.statements.length]).toEqual([
          expect.any(String),
          expect.any(String),
          3,
        ]);
        expect([0, 5]).toContain(pulse.result?.sentences.length);
        const promises = await promisesAfterPulse(demo.store, pulse.id);
        expect(new Set(promises.map(({ state }) => state))).toEqual(new Set(['kept']));
        const settled = promises.map(({ settledOn }) => settledOn ?? '9999');
        expect(settled.filter((day) => day > localDateOf(new Date(start), timeZone))).toEqual([]);
      }
    }
    await demo.close();
  });

  test('and the next one opens on the first Tuesday at ten', async () => {
    const demo = await filled(start);
    for (const { handle, tuesday, timeZone } of byTheirTuesday(new Date(start))) {
      await demo.at(instantOf(tuesday, '09:59', timeZone));
      const before = (await pulsesLedBy(demo.store, await demo.idOf(handle))).map(({ state }) => state);
      await demo.at(instantOf(tuesday, '10:00', timeZone));
      const [newest] = await pulsesLedBy(demo.store, await demo.idOf(handle));
      expect(newest).toMatchObject({ state: 'open', openedOn: tuesday });
      expect(before).not.toContain(isFirstOfItsZone(handle) ? 'open' : 'none');
    }
    await demo.close();
  });
});
