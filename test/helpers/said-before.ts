/** What was said before, as rules over a whole simulated history ask for it. */
import { daysRemembered } from '../../src/leading/memory.ts';
import { subjectOf } from '../../src/leading/nudge.ts';
import { daysBetween } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import type { Message, Said } from './simulated-messages.ts';

/** Every nudge, in the order in which it was said. */
export function said(messages: readonly Message[]): Said[] {
  return messages.flatMap(({ nudges }) => nudges);
}

/** The days of the messages in which this kind was passed over, the newest first, since it was last answered; as far as is remembered. */
export function lastIgnored(before: readonly Message[], behaviour: string, on: LocalDate): LocalDate[] {
  const days = new Set<LocalDate>();
  for (const nudge of said(before).toReversed()) {
    if (nudge.behaviour !== behaviour || isAside(nudge, on)) continue;
    // Answered or settled in the end, but not by then.
    if (nudge.state === 'open' || (nudge.answeredOn ?? '') >= on || (nudge.settledOn ?? '') > on) continue;
    if (nudge.state !== 'ignored' || daysBetween(nudge.nudgedOn, on) > daysRemembered) break;
    days.add(nudge.nudgedOn);
  }
  return [...days];
}

/** Was it put off until this day or one before, when it was last said? */
export function wasPutOff(messages: readonly Message[], fingerprint: string, on: LocalDate): boolean {
  const act = fingerprint.split('|')[0];
  const last = said(messages).findLast((nudge) => subjectOf(nudge) === act && nudge.nudgedOn < on);
  return last?.state === 'snoozed' && last.quietUntil !== null && last.quietUntil <= on;
}

/** Was it folded away by then, as if it had never been said? */
export function isAside({ state, settledOn }: Said, on: LocalDate): boolean {
  return state === 'set-aside' && (settledOn ?? on) < on;
}

/** Was it put off the last time? Then it was asked to come back. */
export function cameBack(before: readonly Message[], fingerprint: string): boolean {
  const act = fingerprint.split('|')[0];
  return said(before).findLast((nudge) => subjectOf(nudge) === act)?.state === 'snoozed';
}

/** Those that come more than once. */
export function twice(texts: readonly string[]): string[] {
  return [...Map.groupBy(texts, (text) => text)].filter(([, same]) => same.length > 1).map(([text]) => text);
}
