/** What some leaders were told and asked lately, and what they said: of all of them, with a query a table. */
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { announcedFor, messagesSince, thinnedIn } from './full-weeks.ts';
import type { Announcement, PersonWeek } from './full-weeks.ts';
import type { Thinned } from '../leading/week-budget.ts';
import { wentOn } from './hello-marks.ts';
import { rememberedNudges } from './remembered-nudges.ts';
import type { RememberedNudge } from './remembered-nudges.ts';
import { whoRan } from './weekly-marks.ts';

/** A leader, in a week of theirs. */
export interface LeaderNow extends PersonWeek {
  readonly today: LocalDate;
  /** When their week began. */
  readonly weekSince: Date;
}

/** By leader; who has none isn't there. */
export interface LeaderRecords {
  readonly nudges: ReadonlyMap<number, readonly RememberedNudge[]>;
  /** The local day up to which what they passed over is forgotten. */
  readonly wentOn: ReadonlyMap<number, LocalDate>;
  readonly announced: ReadonlyMap<number, Announcement>;
  readonly thinned: ReadonlyMap<number, Thinned>;
  /** Questions of this week that are no nudges. */
  readonly questions: ReadonlyMap<number, number>;
  /** Those whose plan of this week has come. */
  readonly planned: ReadonlySet<number>;
}

/** Questions to somebody that are no nudges. */
const questionKinds = ['pulse', 'hello'] as const;

/** @param rememberedSince older nudges are remembered only while their answer holds */
export async function loadLeaderRecords(
  store: Store,
  leaders: readonly LeaderNow[],
  rememberedSince: Date,
): Promise<LeaderRecords> {
  const ids = leaders.map(({ personId }) => personId);
  return {
    nudges: await rememberedNudges(store, leaders, rememberedSince),
    wentOn: await wentOn(store, ids),
    announced: await announcedFor(store, leaders),
    thinned: await thinnedIn(store, leaders),
    questions: await messagesSince(
      store,
      questionKinds,
      leaders.map(({ personId, weekSince }) => ({ recipientId: personId, since: weekSince })),
    ),
    planned: await whoRan(store, 'plan', leaders),
  };
}
