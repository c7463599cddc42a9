/** Where the clock stands after each restart: a Monday of plans, a Wednesday, a Friday of recaps and digests, and the next week. */
const week = 7 * 86_400_000;
const firstMonday = Date.parse('2026-11-23T10:05:00Z');
/** Since Monday, 10:05. */
const stops = [0, 2 * 86_400_000 + 3_600_000, 4 * 86_400_000 + 5 * 3_600_000 + 1_500_000];

/** The instant at which the bot's clock is set for its start with this number, from 0. Working hours all over the company. */
export function clockAt(start: number): Date {
  const weeks = Math.floor(start / stops.length);
  return new Date(firstMonday + weeks * week + (stops[start % stops.length] ?? 0));
}

export function weeksBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / week;
}
