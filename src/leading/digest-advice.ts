/** What was advised before and what has happened since: the same isn't said twice in the same words. */
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { longAgo } from '../time/zoned.ts';

export type AdviceKind =
  | 'quiet'
  | 'open-ask'
  | 'take-ask'
  | 'obstacle'
  | 'missed'
  | 'blocked'
  | 'thank'
  | 'sit-down'
  | 'any-manager';

/** What advice is about: two are the same if they are about the same. */
export interface AdviceTopic {
  readonly kind: AdviceKind;
  /** Whom it is about; null for nobody. */
  readonly personId: PersonId | null;
  /** The id of an ask, or the name of an obstacle. */
  readonly about: string | null;
}

/** Advice that stood in a digest. */
export interface Advice extends AdviceTopic {
  /** The lead's local day that the digest is of. */
  readonly givenOn: LocalDate;
}

/** Something that could be advised today. */
export interface Candidate<Words> {
  readonly topic: AdviceTopic;
  /** Since when there is reason for it: what was advised before is an earlier story. */
  readonly since: LocalDate;
  /**
   * What is said the `week`th time, 1 for the first; the words say more each time. Undefined where it isn't worth saying so often: then
   * it gives way.
   */
  readonly wordsFor: (week: number) => Words | undefined;
}

/** Older advice is forgotten. */
export const daysAdviceIsRemembered = 84;

/**
 * The first candidate that is new, or that has more to say than the last time. Where every one of them was said as often as it can be,
 * the one that was said longest ago, as if for the first time.
 * @param candidates what is most needed first; at least one
 * @param given newest first
 */
export function adviseFrom<Words>(
  candidates: readonly Candidate<Words>[],
  given: readonly Advice[],
): { readonly topic: AdviceTopic; readonly week: number; readonly words: Words } {
  for (const { topic, since, wordsFor } of candidates) {
    const week = given.filter((advice) => advice.givenOn >= since && isSame(advice, topic)).length + 1;
    const words = wordsFor(week);
    if (words !== undefined) return { topic, week, words };
  }
  const byAge = candidates.toSorted((one, other) =>
    lastGiven(one.topic, given).localeCompare(lastGiven(other.topic, given)),
  );
  for (const { topic, wordsFor } of byAge) {
    const words = wordsFor(1);
    if (words !== undefined) return { topic, week: 1, words };
  }
  throw new Error('There is always something that a lead can do');
}

function isSame(one: AdviceTopic, other: AdviceTopic): boolean {
  return one.kind === other.kind && one.personId === other.personId && one.about === other.about;
}

function lastGiven(topic: AdviceTopic, given: readonly Advice[]): LocalDate {
  return given.find((advice) => isSame(advice, topic))?.givenOn ?? longAgo;
}
