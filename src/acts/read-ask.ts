import type { AskId, PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import { maySee } from '../leading/access.ts';
import { guardOf, settledAt, standsInFor } from '../leading/ask-lifecycle.ts';
import { findAsk, stepsOf } from '../store/asks.ts';
import type { Ask, AskStep } from '../store/asks.ts';
import type { Store } from '../store/db.ts';
import { standingOf } from '../store/standing.ts';

export interface AskWithSteps {
  readonly ask: Ask;
  /** Oldest first; the first is `asked`. */
  readonly steps: readonly AskStep[];
}

/** The ask with its history, if this person may read it as things stand now. */
export async function askFor(store: Store, actingId: PersonId, askId: AskId): Promise<AskWithSteps | undefined> {
  const ask = await findAsk(store, askId);
  if (ask === undefined) return undefined;
  const steps = await stepsOf(store, askId);
  const standsIn = ask.holderId === actingId && standsInFor(steps) !== undefined;
  const from = settledAt(ask.state, steps) ?? 'live';
  const sight = maySee(guardOf(steps), { ...(await standingOf(store, actingId, ask.repId, { from })), standsIn });
  return sight === 'all' ? { ask, steps } : undefined;
}

/** @throws UserError, the same for an ask that isn't there and for one that isn't theirs to read */
export async function readAsk(store: Store, actingId: PersonId, askId: AskId): Promise<AskWithSteps> {
  const found = await askFor(store, actingId, askId);
  if (found === undefined)
    throw new UserError('That ask isn’t with you anymore. Your Home tab shows the ones that are.');
  return found;
}
