import { linesNear } from '../../store/lines-near.ts';
import { FieldError } from '../../errors.ts';
import { managerOf } from '../../leading/roles.ts';
import { changeConsequence } from '../../store/consequences.ts';
import type { Store } from '../../store/db.ts';
import { takeFromOutbox, wasHandedOver } from '../../store/outbox-withdrawal.ts';
import { findPeople } from '../../store/people.ts';
import { addPromise, changePromise, promisesAfterPulse, removePromise } from '../../store/promises.ts';
import { setPulseAnswer } from '../../store/pulse-rounds.ts';
import { findPulse, membersOfPulse, pulsesLedBy } from '../../store/pulses.ts';
import type { PulseRecord } from '../../store/pulses.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { say } from '../say.ts';
import { remember } from './handler.ts';
import type { Following, ChangeHandler } from './handler.ts';
import { refreshAbout } from '../refresh.ts';

const kind = 'pulse-heard';

/**
 * What a leader heard in a pulse and will do. Everybody who was asked reads it, and to those who still report to the leader, or to a
 * manager of the pool, it is a promise. As long as nobody was told, it can be taken back: the pulse waits again. Afterwards its words
 * can be put right, and it stays when the entry goes: what a team was told can't be unsaid.
 */
export const answerPulse: ChangeHandler<'answer-pulse'> = {
  isAlwaysAmendable: true,
  async apply(given: Following, { heard, will, dueOn }) {
    const { store, acting, interactionId, on, today } = given;
    const pulse = (await pulsesLedBy(store, acting.id)).find(({ state }) => state === 'published');
    if (pulse === undefined || pulse.answeredOn !== null)
      throw new FieldError(
        'heard',
        'No pulse is waiting for your answer right now. You’ll get the next result when it comes.',
      );
    await setPulseAnswer(store, pulse.id, { heard, will, on: today, interactionId });
    await remember(given, 'answer-pulse', pulse.id, { dueOn });
    await promise(given, pulse, { text: will, madeOn: on, dueOn });
    await tell(given, pulse);
    await refresh(store, pulse);
  },
  async onRecord(store, { recordId }) {
    const pulse = await findPulse(store, recordId);
    const [made] = await promisesAfterPulse(store, recordId);
    if (pulse === undefined || pulse.heard === null || pulse.will === null) return undefined;
    const { heard, will, closedOn, openedOn } = pulse;
    return { kind: 'answer-pulse', heard, will, dueOn: made?.dueOn ?? closedOn ?? openedOn };
  },
  async isBuiltOn(store, { recordId }) {
    const promises = await promisesAfterPulse(store, recordId);
    return promises.some(({ state }) => state !== 'open') || wasHandedOver(store, kind, { pulse: recordId });
  },
  async undo({ store }, { recordId }) {
    const pulse = await findPulse(store, recordId);
    const [first] = await promisesAfterPulse(store, recordId);
    if (first !== undefined) await removePromise(store, first.id);
    await setPulseAnswer(store, recordId, null);
    await takeFromOutbox(store, kind, { pulse: recordId });
    if (pulse !== undefined) await refresh(store, pulse);
  },
  /** A promise that was moved meanwhile stays on its day, unless the day in the form is another than before. */
  async amend({ store, interactionId }, { id, recordId, remembered }, { heard, will, dueOn }) {
    const pulse = await findPulse(store, recordId);
    const [first] = await promisesAfterPulse(store, recordId);
    if (pulse === undefined || pulse.answeredOn === null) return;
    await setPulseAnswer(store, recordId, { heard, will, on: pulse.answeredOn, interactionId });
    const isMeant = dueOn !== remembered['dueOn'];
    if (first !== undefined) await changePromise(store, first.id, { text: will, dueOn: isMeant ? dueOn : first.dueOn });
    await changeConsequence(store, id, { dueOn });
    await refreshAbout(store, 'answer-about-pulse', { pulse: recordId });
    await refresh(store, pulse);
  },
};

/** A promise to each who was asked and is still with the leader, or with one of the managers of the pool. */
async function promise(
  { store, acting, interactionId, now }: Following,
  pulse: PulseRecord,
  made: { readonly text: string; readonly madeOn: LocalDate; readonly dueOn: LocalDate },
): Promise<void> {
  const leading = new Set([pulse.leaderId, ...pulse.managerIds]);
  const members = await membersOfPulse(store, pulse.id);
  const lines = await linesNear(store, members);
  for (const repId of members)
    if (leading.has(managerOf(repId, lines) ?? 0))
      await addPromise(store, { ...made, managerId: acting.id, repId, interactionId, pulseId: pulse.id }, now);
}

/** Everybody who was asked and is still here, whether they answered or not, and wherever they are by now. */
async function tell({ context, store, now }: Following, pulse: PulseRecord): Promise<void> {
  for (const person of await findPeople(store, await membersOfPulse(store, pulse.id))) {
    if (person.leftOn !== null) continue;
    const message = { kind, recipientId: person.id, subject: { pulse: pulse.id } } as const;
    await say(context, store, { occurrenceKey: `${kind}|${pulse.id}|${person.id}`, ...message }, now);
  }
}

/** The result says whether it was answered. */
async function refresh(store: Store, pulse: Pick<PulseRecord, 'id'>): Promise<void> {
  await refreshAbout(store, 'answer-about-result', { pulse: pulse.id });
}
