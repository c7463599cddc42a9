import type { DayToCome } from './cycles.ts';

/** What a manager told one of their reps they would do. */
export interface DemoPromise {
  readonly rep: string;
  readonly text: string;
  /** Calendar days ago. */
  readonly madeAgo: number;
  readonly dueOn: DayToCome;
  /** Kept so many days ago; without it, it is open. */
  readonly keptAgo?: number;
}

export const promises: readonly DemoPromise[] = [
  {
    rep: 'priya',
    text: 'Ask finance whether this quarter’s prices can hold a month longer',
    madeAgo: 5,
    dueOn: { nextWeek: 2 },
  },
  {
    rep: 'tom',
    text: 'Talk to legal about a standing hour a week',
    madeAgo: 22,
    dueOn: { ago: 15 },
    keptAgo: 15,
  },
  {
    rep: 'grace',
    text: 'Put your name forward for the onboarding sessions',
    madeAgo: 19,
    dueOn: { ago: 9 },
    keptAgo: 11,
  },
  { rep: 'devon', text: 'Bring you along to two of Grace’s first calls', madeAgo: 12, dueOn: { inDays: 9 } },
  { rep: 'luca', text: 'Find out what the new quoting tool will do', madeAgo: 31, dueOn: { ago: 24 }, keptAgo: 23 },

  { rep: 'camila', text: 'An answer on the port fair budget', madeAgo: 12, dueOn: { ago: 1 } },
  {
    rep: 'andre',
    text: 'No internal meetings after two on Wednesdays, for the whole team',
    madeAgo: 26,
    dueOn: { ago: 19 },
    keptAgo: 19,
  },
  { rep: 'jamal', text: 'Call the regional director before the final round', madeAgo: 3, dueOn: { nextWeek: 2 } },

  {
    rep: 'ingrid',
    text: 'Clear the weeks in Tromsø with HR',
    madeAgo: 24,
    dueOn: { ago: 12 },
    keptAgo: 12,
  },
  { rep: 'sofia', text: 'Write to the organisers of the logistics fair', madeAgo: 9, dueOn: { nextWeek: 2 } },
  { rep: 'jonas', text: 'A second trial system for the pharma pilot', madeAgo: 33, dueOn: { ago: 20 }, keptAgo: 18 },

  { rep: 'arjun', text: 'Let you run the next pipeline meeting', madeAgo: 15, dueOn: { ago: 8 }, keptAgo: 8 },
  { rep: 'linh', text: 'A seat in the next finance course', madeAgo: 6, dueOn: { nextWeek: 2 } },
  { rep: 'kenji', text: 'Ask marketing for the cold chain one-pager', madeAgo: 28, dueOn: { ago: 21 }, keptAgo: 22 },
];
