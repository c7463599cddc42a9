import type { PulseId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { resultOf } from '../leading/pulse.ts';
import type { PulseResult } from '../leading/pulse.ts';
import { isSameGroup } from '../leading/pulse-groups.ts';
import { heldResult } from '../leading/pulse-hold.ts';
import type { ToldBefore } from '../leading/pulse-hold.ts';
import { forgetWhatWas, writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findPeople } from '../store/people.ts';
import { KeyFileError } from '../store/key-file.ts';
import { ballotsIn, dropOldKeys } from '../store/pulse-box.ts';
import { endPulse } from '../store/pulse-rounds.ts';
import { findPulse, membersOfPulse, pulsesLedBy } from '../store/pulses.ts';
import type { PulseRecord } from '../store/pulses.ts';
import type { LocalDate } from '../time/zoned.ts';
import { say } from './say.ts';
import { refreshAbout } from './refresh.ts';

/**
 * Publishes a pulse, or hides it where too few answered, or says so where nothing can open the answers any more; they are gone then,
 * and so is their key.
 * Its leader and the managers of a pool hear of it.
 * @param on the leader's local day
 * @returns whose Home tabs show something old; nobody if it was closed before
 */
export async function closePulse(
  context: Pick<Context, 'store' | 'newId' | 'log'>,
  pulseId: PulseId,
  on: LocalDate,
  now: Date,
): Promise<readonly number[]> {
  const concerned = await writing(context.store, async (tx) => {
    const pulse = await findPulse(tx, pulseId);
    if (pulse?.state !== 'open') return [];
    const ballots = await ballotsIn(tx, pulseId);
    if (ballots === undefined)
      context.log.warn(
        { pulse: pulseId },
        'The answers to a pulse can’t be opened: their key is gone. Nothing is shown',
      );
    const result = ballots && resultOf(ballots, pulse.minimum);
    const told = result && (await asTold(tx, pulse, result));
    await endPulse(tx, pulseId, ballots === undefined ? 'lost' : told, on);
    await refreshAbout(tx, 'pulse', { pulse: pulseId });
    const hearing = new Set([pulse.leaderId, ...pulse.managerIds]);
    for (const person of await findPeople(tx, [...hearing])) {
      if (person.leftOn !== null) continue;
      const occurrenceKey = `pulse-result|${pulseId}|${person.id}`;
      const message = { kind: 'pulse-result', recipientId: person.id, subject: { pulse: pulseId } } as const;
      await say(context, tx, { occurrenceKey, ...message }, now);
    }
    return [...hearing, ...(await membersOfPulse(tx, pulseId))];
  });
  await forgetWhatWas(context.store, ['pulseBox', 'pulseAnswered']);
  await forgetKeys(context);
  return concerned;
}

/** Destroys the keys of pulses that aren't open. Where that can't be, the log says so, and it is for the next time. */
export async function forgetKeys(context: Pick<Context, 'store' | 'log'>): Promise<void> {
  try {
    await dropOldKeys(context.store);
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    context.log.error(
      { err: error },
      'The key of a pulse that isn’t open can’t be destroyed. Give this user write access to where the keys of pulses lie; it is tried again within 10 minutes',
    );
  }
}

/** The result, so that beside the last ones of the same group it doesn't say what one person answered. */
async function asTold(store: Store, pulse: PulseRecord, result: PulseResult): Promise<PulseResult> {
  const before: ToldBefore[] = [];
  for (const { id, result: told, ...other } of await pulsesLedBy(store, pulse.leaderId))
    if (told !== null && isSameGroup(pulse, other))
      before.push({ statements: told.statements, memberIds: await membersOfPulse(store, id) });
  return heldResult(result, await membersOfPulse(store, pulse.id), before, pulse.minimum);
}
