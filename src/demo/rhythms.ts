/** Talks that come round more slowly than check-ins, and who waits for one. */
import type { DemoPerson } from './people.ts';
import { personOf } from './filling.ts';
import { profiles } from './profiles.ts';
import type { Chance } from './random.ts';

export interface SlowRhythm {
  /** Days after which it is due again. */
  readonly every: number;
  /** How far back the log goes: what is seldom was entered for the time before, too. */
  readonly since: number;
  readonly minutes: readonly number[];
  /** Comes round faster than most managers find the time: how many of ten people have had it at all. */
  readonly hadBy?: number;
}

const tenWeeks = 70;
const aYear = 395;

export const slowRhythms = {
  connect: { every: 45, since: tenWeeks, minutes: [45, 60, 60, 90], hadBy: 5 },
  'make-job-easier': { every: 30, since: tenWeeks, minutes: [10, 15, 15, 20], hadBy: 4 },
  'ask-their-plan': { every: 30, since: tenWeeks, minutes: [20, 30, 30], hadBy: 5 },
  'grow-career': { every: 120, since: aYear, minutes: [30, 45, 45] },
  'strategy-brief': { every: 90, since: aYear, minutes: [25, 30, 40] },
  'personal-goals': { every: 90, since: aYear, minutes: [30, 30, 45] },
  'set-standards': { every: 180, since: aYear, minutes: [20, 30] },
  'skip-level': { every: 90, since: aYear, minutes: [30, 30, 45] },
} as const satisfies Record<string, SlowRhythm>;
export type SlowKind = keyof typeof slowRhythms;

/** Where the newest is longer ago than it should be, in calendar days. */
const gaps: Readonly<Record<string, Partial<Record<SlowKind, number>>>> = {
  andre: { connect: 53 },
  nora: { 'skip-level': 104 },
  tom: { 'skip-level': 97 },
  // Not sure yet, and said so after it.
  sofia: { 'strategy-brief': 12 },
  clara: { 'personal-goals': 98 },
  jonas: { 'grow-career': 133 },
  miguel: { 'set-standards': 196 },
  emre: { 'skip-level': 117 },
  kenji: { 'skip-level': 99 },
  // Stated lately, and still to be confirmed.
  luca: { 'set-standards': 4 },
  devon: { 'set-standards': 3, 'personal-goals': 31, 'ask-their-plan': 29, connect: 33 },
};

/** Nothing of it comes due within the next ten days, whatever the weekday. */
const margin = 10;
/** What is seldom was mostly done before the last month. */
const newestOfAll = 29;
const latestOfFew = 64;
/** Has had each of them with everybody. */
const whoFindsTime = 'katrin';
/** Whoever had no check-in for longer had nothing else either. */
const daysOutOfSight = 14;

/** Ages in calendar days, newest first; none where somebody is too new for it, or the manager never found the time. */
export function agesOf(kind: SlowKind, rep: DemoPerson, chance: Chance): number[] {
  const { every, since, hadBy }: SlowRhythm = slowRhythms[kind];
  const lastCheckIn = profiles[rep.handle]?.checkIns.newest ?? 0;
  const least = lastCheckIn > daysOutOfSight ? Math.max(lastCheckIn, newestOfAll) : newestOfAll;
  const most = hadBy === undefined ? Math.max(least + 6, every - margin) : latestOfFew;
  const luck = chance.between(1, 10);
  const isHad = hadBy === undefined || luck <= hadBy || rep.manager === whoFindsTime;
  const known = gaps[rep.handle]?.[kind];
  const newest = known ?? chance.between(least, Math.max(least, most));
  if (known === undefined && !isHad) return [];
  const oldest = Math.min(since, rep.daysHere - 5, personOf(rep.manager ?? rep.handle).daysHere - 5);
  if (hadBy !== undefined) return newest <= oldest ? [newest] : [];
  const ages: number[] = [];
  for (let age = newest; age <= oldest; age += every - chance.between(2, 8)) ages.push(age);
  return ages;
}
