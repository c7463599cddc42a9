import type { DayToCome } from './cycles.ts';

/** What a manager told one of their reps they would do. */
export interface DemoPromise {
  readonly rep: string;
  /** Reads well after “You promised Camila”. */
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
    text: 'a straight answer from finance on holding this quarter’s prices through January',
    madeAgo: 6,
    dueOn: { planWeek: 1 },
  },
  { rep: 'tom', text: 'a standing hour with legal every week', madeAgo: 22, dueOn: { ago: 15 }, keptAgo: 15 },
  {
    rep: 'grace',
    text: 'a place for you at the onboarding sessions',
    madeAgo: 47,
    dueOn: { ago: 33 },
    keptAgo: 33,
  },
  { rep: 'devon', text: 'a seat on two of Grace’s first calls', madeAgo: 12, dueOn: { inDays: 9 } },
  { rep: 'luca', text: 'a preview of the new quoting tool', madeAgo: 52, dueOn: { ago: 42 }, keptAgo: 42 },

  { rep: 'camila', text: 'an answer on the port fair budget', madeAgo: 26, dueOn: { ago: 5 } },
  {
    rep: 'andre',
    text: 'no internal meetings after two on Wednesdays',
    madeAgo: 34,
    dueOn: { ago: 27 },
    keptAgo: 27,
  },
  {
    rep: 'jamal',
    text: 'a call to the regional director before the final round',
    madeAgo: 25,
    dueOn: { planWeek: 2 },
  },

  { rep: 'ingrid', text: 'an OK from HR for your weeks in Tromsø', madeAgo: 24, dueOn: { ago: 12 }, keptAgo: 12 },
  { rep: 'sofia', text: 'an email to the organizers of the logistics fair', madeAgo: 9, dueOn: { planWeek: 2 } },
  {
    rep: 'jonas',
    text: 'a second trial system for the pharma pilot',
    madeAgo: 33,
    dueOn: { ago: 20 },
    keptAgo: 18,
  },

  { rep: 'arjun', text: 'the next pipeline meeting, yours to run', madeAgo: 15, dueOn: { ago: 8 }, keptAgo: 8 },
  { rep: 'linh', text: 'a seat in the next finance course', madeAgo: 6, dueOn: { planWeek: 2 } },
  {
    rep: 'kenji',
    text: 'the cold chain one-pager from marketing',
    madeAgo: 41,
    dueOn: { ago: 34 },
    keptAgo: 35,
  },
];
