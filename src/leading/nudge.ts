import type { Due } from '../behaviours/behaviour.ts';
import type { AskId, DealId, NudgeId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';

/**
 * open: sent, no answer yet; booked, done: answered with the act; snoozed: back after `quietUntil`; not-needed: quiet for one
 * rhythm; wrong: the record was wrong; stopped: no more of this kind; untrue: the facts changed by themselves; ignored: the next
 * plan came without an answer; set-aside: folded away in a week that was too full, as if it had never been asked.
 */
export type NudgeState =
  | 'open'
  | 'booked'
  | 'done'
  | 'snoozed'
  | 'not-needed'
  | 'wrong'
  | 'stopped'
  | 'untrue'
  | 'ignored'
  | 'set-aside';

/** What the planner remembers of nudges that one person got, newest first. */
export interface PastNudge {
  readonly id: NudgeId;
  readonly behaviour: string;
  readonly repId: PersonId | null;
  readonly dealId: DealId | null;
  readonly askId: AskId | null;
  readonly item: string | null;
  readonly fingerprint: string;
  readonly state: NudgeState;
  /** Local days of the person who was nudged. */
  readonly nudgedOn: LocalDate;
  readonly quietUntil: LocalDate | null;
  /** The local day of the last answer, where known. */
  readonly answeredOn?: LocalDate | undefined;
  /** It asked why others of its kind were ignored. */
  readonly asksWhy: boolean;
}

/** A due that is going to be sent. */
export interface PlannedNudge extends Due {
  /** The last of this kind were ignored: this one asks "wrong, bad timing, or stop?". */
  readonly asksWhy: boolean;
}

/** Which act this is, whatever the evidence: the same again is the same thing to do. */
export function subjectOf(due: Pick<Due, 'behaviour' | 'repId' | 'dealId' | 'askId' | 'item'>): string {
  return `${due.behaviour}:${due.repId ?? ''}:${due.dealId ?? ''}:${due.askId ?? ''}:${due.item ?? ''}`;
}

/** The evidence in short: the same act for the same record and reason. Changes when the record does. */
export function fingerprintOf(due: Due): string {
  const { record, dueSince } = due.evidence;
  return [subjectOf(due), record === null ? '' : `${record.kind}-${record.id}`, dueSince].join('|');
}
