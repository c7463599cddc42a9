/** One line of the bench's table: what was measured, against what, and what it should be. */
export interface Measure {
  readonly part: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Measured in the same run; the ratio is value to this. */
  readonly against?: { readonly what: string; readonly value: number };
  readonly goal?: Goal;
}

export interface Goal {
  /** What the limit is for: the value itself, or its ratio. */
  readonly of: 'value' | 'ratio';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** As `bench/latest.json` has it. */
export interface Judged extends Measure {
  readonly ratio?: number;
  readonly met?: boolean;
}

/** What a part is told. */
export interface BenchOptions {
  /** Companies of so many reps, ascending. */
  readonly sizes: readonly number[];
  /** The path of a database with a company of this size: made once a run. Whoever writes takes a copy. */
  readonly companyOf: (reps: number) => Promise<string>;
  /** Everything in it goes with the run. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

export type Part = (options: BenchOptions) => Promise<readonly Measure[]>;

/** With the ratio, and whether the goal is met. */
export function judge(measure: Measure): Judged {
  const { value, against, goal } = measure;
  const ratio = against === undefined || against.value === 0 ? undefined : value / against.value;
  const judged = goal?.of === 'ratio' ? ratio : value;
  const met =
    goal === undefined || judged === undefined
      ? undefined
      : judged <= (goal.atMost ?? Infinity) && judged >= (goal.atLeast ?? -Infinity);
  return { ...measure, ...(ratio !== undefined && { ratio }), ...(met !== undefined && { met }) };
}

/** The middle of them; 0 for none. */
export function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0.99 for the value that 99 of 100 don't exceed */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
