/**
 * What a due rule may look at: facts about one manager and the people who report to them, as of `now`. Loaded in one go, a
 * query a table; never holds note text or the words of an ask.
 */
import type { LocalDate } from '../time/zoned.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';

export interface PersonFact {
  readonly id: number;
  readonly name: string;
  /** First day in this job, where known. */
  readonly startedOn: LocalDate | null;
}

/** A value of a log form that isn't free text. */
export type Detail = string | number | boolean | readonly string[];

export interface InteractionFact {
  readonly id: number;
  /** Id of the behaviour. */
  readonly behaviour: string;
  readonly managerId: number;
  readonly repId: number | null;
  /** The local day of the manager. */
  readonly happenedOn: LocalDate;
  readonly minutes: number | null;
  readonly dealId: number | null;
  /** The form's answers without the free text, by field id. */
  readonly details: Readonly<Record<string, Detail>>;
}

export interface DealFact {
  readonly id: number;
  readonly name: string;
  readonly account: string | null;
  readonly ownerId: number | null;
  readonly stage: string;
  /** In major units of `currency`. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly openedOn: LocalDate | null;
  readonly lastActivityOn: LocalDate | null;
  readonly closeOn: LocalDate | null;
  readonly status: DealStatus;
  /** The manager looked and said that it isn't blocked: quiet until this day. */
  readonly quietUntil: LocalDate | null;
}
export type DealStatus = 'open' | 'won' | 'lost';

export interface AskFact {
  readonly id: number;
  readonly repId: number;
  /** Who must act now: the manager, or the lead once it was handed over. */
  readonly holderId: number;
  readonly kind: AskKind;
  readonly state: AskState;
  readonly dealId: number | null;
  readonly askedOn: LocalDate;
  readonly neededBy: LocalDate | null;
  readonly takenUntil: LocalDate | null;
}
export type AskKind = 'help' | 'exception' | 'resource' | 'training' | 'blocked-deal';
export type AskState = 'open' | 'taken' | 'granted' | 'declined' | 'done' | 'confirmed' | 'withdrawn';

export interface BookingFact {
  readonly id: number;
  readonly behaviour: string;
  readonly repId: number | null;
  readonly dealId: number | null;
  readonly startsAt: Date;
}

/** One rep, as their manager's due rules see them. */
export interface RepFacts {
  readonly rep: PersonFact;
  /** Since when this rep reports to this manager. */
  readonly reportsSince: LocalDate;
  /** With this rep, by any manager, newest first; nothing after today. */
  readonly interactions: readonly InteractionFact[];
  /** Owned by this rep. */
  readonly deals: readonly DealFact[];
  readonly asks: readonly AskFact[];
  /** Planned and still to come. */
  readonly bookings: readonly BookingFact[];
}

export interface TeamFacts {
  readonly manager: PersonFact;
  readonly now: Date;
  /** The manager's local day. */
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly reps: readonly RepFacts[];
}
