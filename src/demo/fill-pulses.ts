/** Writes the last two pulses of every made-up team: published, answered, and what was promised kept. The next is due on the first Tuesday to come. */
import { pulseMinimum, pulseStatements } from '../leading/pulse.ts';
import { defaultPolicy } from '../leading/policy.ts';
import { addPromise, settlePromise } from '../store/promises.ts';
import { addPulse, endPulse, setPulseAnswer } from '../store/pulse-rounds.ts';
import { addDays, instantOf, weekdayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addEntry } from './entries.ts';
import { idOf, personOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { reportsTo } from './people.ts';
import type { DemoPerson } from './people.ts';
import { pulses } from './pulse-words.ts';
import type { DemoPulse } from './pulse-words.ts';

/** Days after the opening. */
const closedAfter = 7;
const answeredAfter = 8;
const keptAfter = 15;
const dueAfter = 17;

export async function addPulses(filling: Filling): Promise<void> {
  for (const pulse of pulses) {
    const manager = personOf(pulse.manager);
    const next = nextPulseDay(filling.dayOf(manager.handle));
    await addOne(filling, manager, pulse, addDays(next, -pulse.roundsAgo * defaultPolicy.pulseEveryDays));
  }
}

/** Today, where today is the day on which pulses open. */
function nextPulseDay(today: LocalDate): LocalDate {
  return addDays(today, (defaultPolicy.pulseDay - weekdayOf(today) + 7) % 7);
}

async function addOne(filling: Filling, manager: DemoPerson, said: DemoPulse, openedOn: LocalDate): Promise<void> {
  const { store, ids, dayOf } = filling;
  const managerId = idOf(ids, manager.handle);
  const wasHere = ({ daysHere }: DemoPerson) => addDays(dayOf(manager.handle), -daysHere) <= openedOn;
  const memberIds = reportsTo(manager.handle)
    .filter(wasHere)
    .map(({ handle }) => idOf(ids, handle));
  const closedOn = addDays(openedOn, closedAfter);
  const pulseId = await addPulse(store, {
    kind: 'team',
    leaderId: managerId,
    managerIds: [managerId],
    memberIds,
    minimum: pulseMinimum,
    openedOn,
    closesAt: instantOf(closedOn, defaultPolicy.workingUntil, manager.timeZone),
  });
  const statements = pulseStatements.map(({ id }, index) => ({ id, points: said.points[index] ?? 3 }));
  await endPulse(store, pulseId, { statements, sentences: said.sentences }, closedOn);
  const on = addDays(openedOn, answeredAfter);
  const dueOn = addDays(openedOn, dueAfter);
  const interactionId = await addEntry(filling, manager, {
    behaviour: 'trust-pulse',
    rep: null,
    happenedOn: on,
    minutes: 20,
    details: { dueOn },
    texts: {},
    shared: false,
  });
  await setPulseAnswer(store, pulseId, { heard: said.heard, will: said.will, on, interactionId });
  const promise = { managerId, text: said.will, madeOn: on, dueOn, interactionId, pulseId };
  const at = instantOf(on, '16:00', manager.timeZone);
  const [first] = await Promise.all(memberIds.map((repId) => addPromise(store, { ...promise, repId }, at)));
  if (first !== undefined) await settlePromise(store, first, 'kept', addDays(openedOn, keptAfter));
}
