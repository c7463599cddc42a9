/** Settings that are changed, told in one sentence and taken back together. */
import type { LocalDate, LocalTime, Weekday } from '../../time/zoned.ts';
import type { WeeklyTime } from '../plan-time.ts';
import type { Setting, ValuesOf } from './setting.ts';

/** Who has it in their form: somebody who gets nudges, who has a manager, who leads reps, who reports to a manager. */
export type ShownTo = 'leader' | 'managed' | 'manager' | 'rep';

export type AnySettings = Readonly<Record<string, Setting<unknown>>>;

export interface Topic<Id extends string = string, Settings extends AnySettings = AnySettings> {
  /** As changes of it are stored. */
  readonly id: Id;
  readonly settings: Settings;
  /** Does it decide when something comes to somebody? Then who is concerned is looked at again when it changes. */
  readonly decidesWhen: boolean;
  /** Of a person's own: who has it in their form; everybody, if left out. */
  readonly shownTo?: ShownTo;
  /**
   * Do the values fit together, and when people work?
   * @throws FieldError
   */
  check?(values: ValuesOf<Settings>, week: WorkingWeek): void;
  /** A change of it in a sentence, as it holds from now on: `Your plan now comes on Tuesdays at 10:00.` In mrkdwn. */
  told(now: ValuesOf<Settings>, change: Told): string;
}

/** Infers what is in it. */
export function topic<const Id extends string, Settings extends AnySettings>(
  described: Topic<Id, Settings>,
): Topic<Id, Settings> {
  return described;
}

export interface WorkingWeek {
  readonly workingDays: readonly Weekday[];
  readonly workingFrom: LocalTime;
  readonly workingUntil: LocalTime;
}

/** What a sentence about a change can tell beside the new values. */
export interface Told {
  /** Before and now, by name; null where the default holds. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly today: LocalDate;
  /** This week's plan of the reader has come already. */
  readonly planCame: boolean;
  /** When the reader's plan comes now, with all that they have set; left out for somebody who gets none. */
  readonly planAt?: WeeklyTime | undefined;
  /** That plan came at another time before this change. */
  readonly planMoved?: boolean;
  /** What the place is called whose holidays hold now; left out where none was chosen. */
  readonly placeName?: string | undefined;
  /** When recaps come to the reader. */
  readonly recapAt: WeeklyTime;
  /** What somebody typed, made literal for mrkdwn. */
  readonly literal: (text: string) => string;
}
