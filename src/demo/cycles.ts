import type { AssignmentState } from '../behaviours/facts.ts';
import { addDays, mondayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { workdayAfter, workdayBefore } from './days.ts';

/** How far somebody is with what they work on. */
export interface DemoCycle {
  /** Which of the gaps in cycle-words.ts. */
  readonly gap: number;
  /** Calendar days ago. */
  readonly openedAgo: number;
  /** Looked at again, oldest first. */
  readonly seen?: readonly { readonly ago: number; readonly state: Exclude<AssignmentState, 'open'> }[];
  /** When to look again at the one that is open; without it the cycle closed with the last look. */
  readonly next?: DayToCome;
  readonly hasComment?: boolean;
}

/** In so many days, on a weekday of the week that the next plan is for (1 is Monday), or some days ago. */
export type DayToCome =
  | { readonly inDays: number }
  | { readonly planWeek: 1 | 2 | 3 | 4 | 5 }
  | { readonly ago: number };

/** Devon is new and has none yet; with Camila and Kenji one is closed. */
export const cycles: Readonly<Record<string, DemoCycle>> = {
  priya: { gap: 2, openedAgo: 41, seen: [{ ago: 15, state: 'repeated' }], next: { planWeek: 4 }, hasComment: true },
  tom: { gap: 3, openedAgo: 33, next: { inDays: 11 } },
  aisha: { gap: 4, openedAgo: 66, seen: [{ ago: 41, state: 'repeated' }], next: { inDays: 12 } },
  luca: { gap: 0, openedAgo: 34, seen: [{ ago: 16, state: 'improved' }], next: { planWeek: 3 }, hasComment: true },
  grace: { gap: 1, openedAgo: 40, next: { inDays: 13 } },

  camila: {
    gap: 4,
    openedAgo: 67,
    seen: [
      { ago: 40, state: 'improved' },
      { ago: 25, state: 'improved' },
    ],
  },
  andre: { gap: 6, openedAgo: 29, next: { inDays: 10 } },
  hannah: { gap: 2, openedAgo: 66, seen: [{ ago: 36, state: 'repeated' }], next: { inDays: 15 } },
  jamal: { gap: 1, openedAgo: 52, seen: [{ ago: 31, state: 'improved' }], next: { planWeek: 2 }, hasComment: true },
  nora: {
    gap: 3,
    openedAgo: 68,
    seen: [
      { ago: 46, state: 'repeated' },
      { ago: 26, state: 'repeated' },
    ],
    next: { inDays: 9 },
  },

  jonas: { gap: 2, openedAgo: 45, seen: [{ ago: 19, state: 'repeated' }], next: { planWeek: 3 }, hasComment: true },
  ingrid: { gap: 5, openedAgo: 34, next: { ago: 2 } },
  mateusz: { gap: 6, openedAgo: 71, seen: [{ ago: 39, state: 'improved' }], next: { inDays: 16 } },
  sofia: { gap: 4, openedAgo: 31, next: { planWeek: 4 } },
  emre: { gap: 0, openedAgo: 33, seen: [{ ago: 18, state: 'improved' }], next: { inDays: 10 }, hasComment: true },
  clara: { gap: 1, openedAgo: 16, next: { inDays: 14 } },

  arjun: { gap: 0, openedAgo: 36, seen: [{ ago: 5, state: 'improved' }], next: { inDays: 17 }, hasComment: true },
  nurul: { gap: 1, openedAgo: 60, seen: [{ ago: 33, state: 'repeated' }], next: { inDays: 11 } },
  kenji: {
    gap: 3,
    openedAgo: 68,
    seen: [
      { ago: 45, state: 'repeated' },
      { ago: 34, state: 'improved' },
    ],
  },
  linh: { gap: 2, openedAgo: 29, next: { planWeek: 5 } },
  miguel: {
    gap: 6,
    openedAgo: 39,
    seen: [
      { ago: 22, state: 'missed' },
      { ago: 8, state: 'missed' },
    ],
    next: { inDays: 13 },
  },
};

/** Today where it is a Monday, which is when plans come; else the next one. */
function planMonday(today: LocalDate): LocalDate {
  const monday = mondayOf(today);
  return monday === today ? monday : addDays(monday, 7);
}

/** The day that is meant, as seen from `today`. */
export function dayToCome(today: LocalDate, day: DayToCome): LocalDate {
  if ('ago' in day) return workdayBefore(today, day.ago);
  return 'inDays' in day ? workdayAfter(today, day.inDays) : addDays(planMonday(today), day.planWeek - 1);
}
