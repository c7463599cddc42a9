/** What is said of being out, and what takes it back. */
export interface LanguageOfAbsence {
  /** Out, wherever it stands between other words. */
  readonly out: readonly string[];
  /** Out where it is all that is said, or stands at the beginning before a comma, a dash, "until" and the like. */
  readonly alone: readonly string[];
  /** It is over, still to come, or not about the writer's being out: then nothing of it counts. */
  readonly not: readonly string[];
  /** When they are back: says nothing of when it begins, and is left out before the rest is looked at. */
  readonly untilThen: readonly string[];
}
