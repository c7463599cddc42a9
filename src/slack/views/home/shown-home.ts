/** What a Home tab shows. Everything in it has been decided; the views only say it. */
import type { ImageBlock } from '@slack/types';
import type { PersonId } from '../../../behaviours/ids.ts';
import type { LoadedDigest } from '../../../store/digest-facts.ts';
import type { LoadedWeeks } from '../../../store/weeks-of-people.ts';
import type { Thinned } from '../../../leading/week-budget.ts';
import type { NudgeState } from '../../../leading/nudge.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import type { AskSummary } from '../ask/ask-words.ts';
import type { WaitingClaims } from '../people/claims.ts';
import type { Away } from '../people/away.ts';
import type { CycleSummary, ExpectationRow, GoalRow, IdeaRow, PromiseRow } from '../log/development-words.ts';
import type { OrphansShown } from '../people/departures.ts';
import type { PulseHome } from './home-pulse.ts';
import type { ShownNudge } from '../nudge/nudge.ts';

export interface HomeData {
  /** The reader's local day. */
  readonly today: LocalDate;
  /** The first day of the reader's week; left out: a Monday. */
  readonly weekOf?: LocalDate;
  /** Asks that wait for the reader's answer, oldest first. */
  readonly asksWithMe: readonly AskSummary[];
  /** Their team's last weeks, once Slack has the picture. */
  readonly picture?: ImageBlock | undefined;
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
  /** For an admin: how many messages are held back since the database was restored. */
  readonly heldBack?: number | undefined;
}

export interface ManagerHome {
  readonly plan: PlanOverview;
  /** Made by the reader and open, by their day; without those that this week's plan asks for. */
  readonly promises: readonly PromiseRow[];
  /** All reps, the most missed first; none for a lead who has managers only. */
  readonly people: readonly PersonRow[];
  /** Which page of the people is shown, from 0. */
  readonly page: number;
  /** What the picture of the team shows; undefined where nothing was logged in these weeks. */
  readonly weeks: LoadedWeeks | undefined;
}

/** Each thing is in one place: nothing that waits is also in the week, and nothing in either has a row of its own elsewhere. */
export interface PlanOverview {
  /** Said this week and still to be done, in the order of the messages. */
  readonly open: readonly ShownNudge[];
  /** To come, by time. */
  readonly bookings: readonly BookingRow[];
  /** What else was said this week, and is answered. */
  readonly settled: readonly SettledRow[];
  /** Due beyond that, in order of need. */
  readonly waiting: readonly WaitingRow[];
  /** The reader is snowed under. */
  readonly thinned: Thinned | undefined;
  /** `Mon, Nov 30, 9:00 AM` by the reader's clock, or `in a few minutes`; undefined where none is sure to come. */
  readonly nextPlan: string | undefined;
  /** A status without an end keeps the reader away. */
  readonly away?: Away | undefined;
}

export interface SettledRow {
  readonly headline: string;
  readonly state: Exclude<NudgeState, 'open' | 'booked' | 'untrue' | 'set-aside'>;
  /** What became of it, in the word of its message: `Taken`. */
  readonly label?: string;
}

export interface WaitingRow {
  readonly behaviour: string;
  readonly repId: PersonId | null;
  readonly headline: string;
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
  /** What is due with them beyond this week's plan, the neediest first. */
  readonly next: readonly PersonAct[];
  /** They are the reader's only for now: who had them has left. */
  readonly isForNow?: boolean;
}

export interface PersonAct {
  /** `Ride-along` */
  readonly name: string;
  /** Since the last one; undefined where there was none. */
  readonly days: number | undefined;
  /** For what isn't counted from the last one, such as a promise: since when it is due. */
  readonly dueSince: LocalDate | undefined;
}

export interface LeadHome {
  readonly digest: LoadedDigest;
  /** Of each manager who has made any. */
  readonly promises: readonly ManagerPromises[];
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
  /** Time that was set aside for the reader, by time. */
  readonly comingUp: readonly ComingUp[];
}

export interface ComingUp {
  /** Who booked it. */
  readonly name: string;
  /** `Tue, Nov 24, 10:00 AM` by the reader's clock. */
  readonly when: string;
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
