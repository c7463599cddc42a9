/** What a Home tab shows. Everything in it has been decided; the views only say it. */
import type { Digest } from '../../leading/digest.ts';
import type { NudgeState } from '../../leading/nudge.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { AskSummary } from './ask-words.ts';

export interface HomeData {
  /** The reader's local day. */
  readonly today: LocalDate;
  /** Asks that wait for the reader's answer, oldest first. */
  readonly asksWithMe: readonly AskSummary[];
  readonly manager: ManagerHome | undefined;
  readonly lead: Digest | undefined;
  readonly rep: RepHome | undefined;
}

export interface ManagerHome {
  readonly plan: PlanOverview;
  /** To come, by time. */
  readonly bookings: readonly BookingRow[];
  /** All reps, the most missed first. */
  readonly people: readonly PersonRow[];
  /** Which page of the people is shown, from 0. */
  readonly page: number;
}

export interface PlanOverview {
  /** Written since Monday, in the order of their messages. */
  readonly thisWeek: readonly NudgeRow[];
  /** Due beyond that, in order of need. */
  readonly waiting: readonly WaitingRow[];
  /** `Mon 30 Nov, 09:00` by the reader's clock; undefined while nobody reports to them. */
  readonly nextPlan: string | undefined;
}

export interface NudgeRow {
  readonly id: number;
  readonly headline: string;
  readonly why: string;
  readonly state: NudgeState;
}

export interface WaitingRow {
  readonly behaviour: string;
  readonly repId: number | null;
  readonly askId: number | null;
  readonly headline: string;
  readonly why: string;
}

export interface BookingRow {
  readonly id: number;
  /** `Ride-along with Priya Nair`. */
  readonly what: string;
  /** `Tue 24 Nov, 10:00` by the reader's clock. */
  readonly when: string;
}

export interface PersonRow {
  readonly id: number;
  readonly name: string;
  /** Days since each kind of act, in the catalogue's order; undefined where there was none. */
  readonly since: readonly { readonly behaviour: string; readonly days: number | undefined }[];
}

export interface RepHome {
  readonly managerName: string;
  readonly leadName: string | undefined;
  /** Not settled for good, oldest first. */
  readonly asks: readonly AskSummary[];
  /** The newest entries in the log about the reader. */
  readonly logged: readonly LoggedRow[];
}

export interface LoggedRow {
  readonly id: number;
  /** `Ride-along with Dana Osei`. */
  readonly what: string;
  /** The manager's local day. */
  readonly on: LocalDate;
  readonly minutes: number | null;
  /** There are words that the reader may read. */
  readonly hasSharedWords: boolean;
}
