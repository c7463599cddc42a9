import type { LocalDate } from '../time/zoned.ts';
/** A drawing, ready to be made into a file. Everything on it is said in its alternative text, too. */
export interface Picture {
  /** File name without an ending, e.g. `team-weeks`. */
  readonly name: string;
  /** A few words that stand above it. */
  readonly title: string;
  /** What it shows, in a sentence or two: the finding, for those who can't see it. At most 1,000 characters, as Slack takes them. */
  readonly alt: string;
  /** 800 × 400 units; some are lower. */
  readonly svg: string;
}

/** Units of a drawing; a file has two pixels for each. */
export const pictureSize = { width: 800, height: 400 } as const;

/** How one week was for one person. quiet: nothing was logged, and they are not missed yet. absent: not on this team then. */
export type WeekState = 'seen' | 'quiet' | 'missed' | 'out' | 'absent';

/** People × weeks, grouped by manager. */
export interface WeeksOfPeople {
  readonly title: string;
  /** Mondays, YYYY-MM-DD, oldest first. */
  readonly weeks: readonly LocalDate[];
  readonly groups: readonly {
    readonly name: string;
    readonly people: readonly { readonly name: string; readonly weeks: readonly WeekState[] }[];
  }[];
}

/** How much attention each person got in a span of days, against the team's median. */
export interface BalanceOfPeople {
  readonly title: string;
  /** What is counted, e.g. `times logged in 28 days`. */
  readonly unit: string;
  readonly median: number;
  readonly people: readonly { readonly name: string; readonly value: number; readonly isOut: boolean }[];
}

/** Threads over weeks, each on a scale of its own. */
export interface TrendOfWeeks {
  readonly title: string;
  /** Mondays, YYYY-MM-DD, oldest first. */
  readonly weeks: readonly LocalDate[];
  readonly threads: readonly {
    readonly name: string;
    readonly unit: 'percent' | 'points';
    /** One a week; null where there was nothing to count. Percent from 0 to 100, points from 1 to 5. */
    readonly values: readonly (number | null)[];
  }[];
}
