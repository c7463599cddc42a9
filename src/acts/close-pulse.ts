import type { Context } from '../context.ts';
import { resultOf } from '../leading/pulse.ts';
import { forgetWhatWas, writing } from '../store/db.ts';
import { wantRefresh } from '../store/outbox.ts';
import { findPeople } from '../store/people.ts';
import { ballotsIn } from '../store/pulse-box.ts';
import { endPulse } from '../store/pulse-rounds.ts';
import { findPulse, membersOfPulse } from '../store/pulses.ts';
import type { LocalDate } from '../time/zoned.ts';
import { say } from './say.ts';

/**
 * Publishes a pulse, or hides it where too few answered or nothing can open the answers any more; the answers themselves are gone.
 * Its leader and the managers of a pool hear of it.
 * @param on the leader's local day
 * @returns whose Home tabs show something old; nobody if it was closed before
 */
export async function closePulse(
  context: Pick<Context, 'store' | 'newId' | 'log'>,
  pulseId: number,
  on: LocalDate,
  now: Date,
): Promise<readonly number[]> {
  const concerned = await writing(context.store, async (tx) => {
    const pulse = await findPulse(tx, pulseId);
    if (pulse?.state !== 'open') return [];
    const ballots = await ballotsIn(tx, pulseId);
    if (ballots === undefined)
      context.log.warn({ pulse: pulseId }, 'The answers to a pulse can’t be opened: their key is gone. It is hidden');
    await endPulse(tx, pulseId, resultOf(ballots ?? [], pulse.minimum), on);
    await wantRefresh(tx, 'pulse', { pulse: pulseId });
    const hearing = new Set([pulse.leaderId, ...pulse.managerIds]);
    for (const person of await findPeople(tx, [...hearing])) {
      if (person.leftOn !== null) continue;
      const occurrenceKey = `pulse-result|${pulseId}|${person.id}`;
      const message = { kind: 'pulse-result', recipientId: person.id, subject: { pulse: pulseId } };
      await say(context, tx, { occurrenceKey, ...message }, now);
    }
    return [...hearing, ...(await membersOfPulse(tx, pulseId))];
  });
  await forgetWhatWas(context.store);
  return concerned;
}
