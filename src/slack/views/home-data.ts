/** What a Home tab shows. Everything in it has been decided; the views only say it. */
import type { LoadedDigest } from '../../store/digest-facts.ts';
import type { NudgeState } from '../../leading/nudge.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { AskSummary } from './ask-words.ts';
import type { WaitingClaims } from './claims.ts';
import type { Away } from './away.ts';
import type { CycleSummary, ExpectationRow, GoalRow, IdeaRow, PromiseRow } from './development-words.ts';
import type { OrphansShown } from './departures.ts';
import type { PulseHome } from './home-pulse.ts';

export interface HomeData {
  /** The reader's local day. */
  readonly today: LocalDate;
  /** The first day of the reader's week; left out: a Monday. */
  readonly weekOf?: LocalDate;
  /** Asks that wait for the reader's answer, oldest first. */
  readonly asksWithMe: readonly AskSummary[];
  /** For everybody to whom somebody reports, a lead too. */
  readonly manager: ManagerHome | undefined;
  readonly lead: LeadHome | undefined;
  readonly rep: RepHome | undefined;
  readonly pulse?: PulseHome;
  /** Those whose manager has left, for whom the reader can choose another. */
  readonly withoutManager?: readonly OrphansShown[];
  /** Reporting lines that wait for a yes, from both sides. */
  readonly claims: WaitingClaims;
  /** A status without an end keeps the reader away, or did until they said that they are back. */
  readonly away?: Away | undefined;
}

export interface ManagerHome {
  readonly plan: PlanOverview;
  /** Made by the reader and open, by their day. */
  readonly promises: readonly PromiseRow[];
  /** To come, by time. */
  readonly bookings: readonly BookingRow[];
  /** All reps, the most missed first; none for a lead who has managers only. */
  readonly people: readonly PersonRow[];
  /** Which page of the people is shown, from 0. */
  readonly page: number;
}

export interface PlanOverview {
  /** Written since Monday, in the order of their messages. */
  readonly thisWeek: readonly NudgeRow[];
  /** Due beyond that, in order of need. */
  readonly waiting: readonly WaitingRow[];
  /** `Mon, Nov 30, 9:00 AM` by the reader's clock, or `in a few minutes`; undefined where none is sure to come. */
  readonly nextPlan: string | undefined;
  /** A status without an end keeps the reader away. */
  readonly away?: Away | undefined;
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
  /** To a whole team: what is to be kept. */
  readonly promiseId: number | null;
  readonly headline: string;
  readonly why: string;
}

export interface BookingRow {
  readonly id: number;
  /** `Ride-along with Priya Nair`. */
  readonly what: string;
  /** `Tue, Nov 24, 10:00 AM` by the reader's clock. */
  readonly when: string;
}

export interface PersonRow {
  readonly id: number;
  readonly name: string;
  /** Since anything was logged with them; undefined where nothing was. */
  readonly days: number | undefined;
  /** The most telling acts, those due first. */
  readonly acts: readonly PersonAct[];
  /** Kinds that are due, too. */
  readonly moreDue: number;
  /** They are the reader's only for now: who had them has left. */
  readonly isForNow?: boolean;
}

export interface PersonAct {
  /** `Ride-along` */
  readonly name: string;
  readonly isDue: boolean;
  /** Since the last one; undefined where there was none. */
  readonly days: number | undefined;
  /** For what isn't counted from the last one, such as a promise: since when it is due. */
  readonly dueSince: LocalDate | undefined;
}

export interface LeadHome {
  readonly digest: LoadedDigest;
  /** Of each manager who has made any. */
  readonly promises: readonly ManagerPromises[];
  /** Skip-levels and managers to thank, the most overdue first. */
  readonly acts: readonly WaitingRow[];
  /** Which page of the teams is shown, from 0. */
  readonly page: number;
}

export interface ManagerPromises {
  readonly managerName: string;
  /** In the last 28 days. */
  readonly kept: number;
  readonly open: number;
  /** Open, and their day is past. */
  readonly late: number;
}

export interface RepHome {
  readonly managerName: string;
  /** What the reader calls them. */
  readonly managerShortName: string;
  readonly leadName: string | undefined;
  /** Not settled for good, oldest first. */
  readonly asks: readonly AskSummary[];
  /** Made to the reader: the open ones by their day, then the ones settled last. */
  readonly promises: readonly PromiseRow[];
  /** The live one, else the newest. */
  readonly cycle: CycleSummary | undefined;
  /** The reader's own, oldest first. */
  readonly goals: readonly GoalRow[];
  /** What is to be confirmed first, then the newest. */
  readonly expectations: readonly ExpectationRow[];
  /** Newest first. */
  readonly praises: readonly PraiseRow[];
  /** The reader's own, newest first. */
  readonly ideas: readonly IdeaRow[];
  /** The newest entries in the log about the reader. */
  readonly logged: readonly LoggedRow[];
}

export interface PraiseRow {
  readonly text: string;
  readonly managerName: string;
  readonly givenOn: LocalDate;
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
