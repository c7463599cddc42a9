/** What was promised to everybody who answered a pulse, as an entry in the log tells of it: about nobody in particular. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { InteractionId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import { consequencesOf } from '../store/consequences.ts';
import type { Store } from '../store/db.ts';
import type { Interaction } from '../store/interactions.ts';
import type { Person } from '../store/people.ts';
import { findPromise, promisesWith, teamPromised } from '../store/promises.ts';
import type { PromiseRecord } from '../store/promises.ts';
import { findPulse } from '../store/pulses.ts';
import { itemsOf } from './follow-from.ts';

export interface TeamPromise extends PromiseRecord {
  /** To a team of the acting person's own, or to several of managers who report to them. */
  readonly to: 'team' | 'pool';
}

/** The promise to a whole team that an entry with these details is about; undefined where the acting person made none such. */
export async function teamPromiseIn(
  store: Store,
  acting: Person,
  behaviour: Behaviour,
  details: Interaction['details'],
): Promise<TeamPromise | undefined> {
  const [item] = itemsOf(behaviour, { details }).filter((named) => named.startsWith('promise:'));
  const id = Number(item?.slice('promise:'.length));
  const promise = Number.isSafeInteger(id) ? await findPromise(store, id) : undefined;
  if (promise === undefined || keeperOf(promise) !== acting.id || promise.pulseId === null) return undefined;
  const pulse = await findPulse(store, promise.pulseId);
  return pulse && { ...promise, to: pulse.kind };
}

/** May an entry about this person, or about nobody, tell of this promise? One to a team is time with none of them. */
export function tellsOf(
  promise: PromiseRecord | undefined,
  acting: Person,
  rep: Person | undefined,
): promise is PromiseRecord {
  if (promise === undefined || keeperOf(promise) !== acting.id) return false;
  return promise.pulseId === null ? promise.repId === rep?.id : rep === undefined;
}

/** The reps to whom something was promised together in this entry, or of whose promise it tells. */
export async function teamConcerned(store: Store, interactionId: InteractionId): Promise<number[]> {
  const repIds = new Set(await teamPromised(store, interactionId));
  for (const { kind, recordId } of await consequencesOf(store, interactionId))
    if (kind === 'settle-promise' || kind === 'move-promise')
      for (const { repId, pulseId } of await promisesWith(store, recordId)) if (pulseId !== null) repIds.add(repId);
  return [...repIds];
}
