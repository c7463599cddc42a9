import type { NudgeId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Person } from '../store/people.ts';
import { localDayOf } from './local-day.ts';
import { logInteraction } from './log-interaction.ts';
import type { Logged } from './log-interaction.ts';
import { knownBehaviour, ownNudge } from './own.ts';

/**
 * One press on a nudge is the whole answer: it logs the act with what was chosen, today, and answers the nudge.
 * @throws UserError if the nudge is somebody else's or was answered, or can't be answered like this
 */
export async function tapNudge(
  context: Context,
  acting: Person,
  input: { readonly nudgeId: NudgeId; readonly value: string; readonly once: string },
): Promise<Logged> {
  const nudge = await ownNudge(context.store, acting, input.nudgeId);
  const behaviour = knownBehaviour(context.behaviours, nudge.behaviour);
  const field = behaviour.form.find(({ id }) => id === behaviour.oneTap);
  if (field?.kind !== 'choice' || !field.choices.some(({ value }) => value === input.value))
    throw new UserError('That answer is no longer offered. Your Home tab has the latest.');
  const entry = {
    behaviour: behaviour.id,
    repId: nudge.repId,
    happenedOn: await localDayOf(context.store, acting, context.clock()),
    minutes: behaviour.usualMinutes,
    dealId: nudge.dealId,
    details: { [field.id]: input.value },
    texts: {},
    shared: false,
  };
  return logInteraction(context, acting, { entry, nudgeId: nudge.id, once: input.once });
}
