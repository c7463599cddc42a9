/** Zones and their changes of clocks, as the platform's own calendar has them, and where ours says otherwise. */
import { beginningsOf, instantOf, localDateOf, localTimeOf, wallClockOf } from '../../src/time/zoned.ts';
import type { LocalDate, LocalTime } from '../../src/time/zoned.ts';

/**
 * Half an hour, an hour and two hours of summer time; summers of the south; changes at midnight and at the end of a day; none at all; and
 * both ends of the earth's day.
 */
export const zones = [
  'Europe/London',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Africa/Cairo',
  'Asia/Gaza',
  'America/Havana',
  'Antarctica/Troll',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;

const lastYear = 2030;
const second = 1_000;
const minute = 60 * second;

export function zonedAt(milliseconds: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
}

/** `YYYY-MM-DDTHH:mm`. */
export function shown(time: Temporal.ZonedDateTime | Temporal.PlainDateTime): string {
  return time.toString().slice(0, 16);
}

/** The instants at which a zone's clocks change, from 2025 to 2030. */
export function changesIn(zone: string): number[] {
  const changes: number[] = [];
  let at = Temporal.ZonedDateTime.from(`2025-01-01T00:00[${zone}]`);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.year > lastYear) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
}

/** What ours says otherwise than Temporal from a day before to a day after these changes; empty where they agree. */
export function differencesAround(changes: readonly number[], zone: string): string[] {
  const instants = changes.flatMap((change) => halfHours.map((halves) => change + halves * 30 * minute));
  return [
    ...instants.flatMap((at) => [at - second, at, at + second].flatMap((one) => clockMisread(one, zone))),
    ...changes.flatMap((change) => localTimesAround(change, zone).flatMap((local) => instantMissed(local, zone))),
  ];
}

/**
 * The same at wall clocks that the zone of a machine skips or shows twice: whether ours reads another zone's by the machine's.
 */
export function differencesBeside(host: string, zone: string): string[] {
  return changesIn(host)
    .flatMap((change) => localTimesAround(change, host).slice(86, 108))
    .flatMap((local) => {
      const then = local.toZonedDateTime(zone).epochMilliseconds;
      return [...instantMissed(local, zone), ...clockMisread(then, zone)];
    });
}

/** A day before, and a day after. */
const halfHours = Array.from({ length: 97 }, (_, at) => at - 48);

/** Wall clocks from a day before to a day after, each half hour and the minute before it, those that are skipped, too. */
function localTimesAround(change: number, zone: string): Temporal.PlainDateTime[] {
  const middle = zonedAt(change, zone).toPlainDateTime();
  return halfHours
    .map((halves) => middle.add({ minutes: 30 * halves }))
    .flatMap((local) => [local.subtract({ minutes: 1 }), local]);
}

function clockMisread(at: number, zone: string): string[] {
  const theirs = shown(zonedAt(at, zone));
  const instant = new Date(at);
  const ours = [wallClockOf(instant, zone), `${localDateOf(instant, zone)}T${localTimeOf(instant, zone)}`];
  return ours.filter((one) => one !== theirs).map((one) => `${instant.toISOString()} in ${zone}: ${one} for ${theirs}`);
}

function instantMissed(local: Temporal.PlainDateTime, zone: string): string[] {
  const theirs = local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  const ours = instantOf(local.toPlainDate().toString() as LocalDate, shown(local).slice(11), zone);
  return ours.getTime() === theirs
    ? []
    : [`${shown(local)} in ${zone}: ${ours.toISOString()} for ${new Date(theirs).toISOString()}`];
}

/**
 * What is wrong with what ours gives as beginnings of these times on a day: the instants at which the clock, looked at every so many minutes,
 * comes to show a time or a later one are all among them; and beside these only when it shows that time, or changes.
 */
export function beginningsMissed(
  date: LocalDate,
  times: readonly LocalTime[],
  zone: string,
  everyMinutes: number,
): string[] {
  const clocks = clocksOn(date, zone, everyMinutes);
  const isChangeOrShows = (time: LocalTime) => (at: number) =>
    shown(zonedAt(at, zone)) === `${date}T${time}` || changesAt(at, zone);
  return times.flatMap((time) => {
    const theirs = clocks
      .filter(({ clock }, at) => clock >= time && (clocks[at - 1]?.clock ?? '') < time)
      .map(({ instant }) => instant);
    const ours = beginningsOf(date, time, zone).map((at) => at.getTime());
    const isRight =
      theirs.every((at) => ours.includes(at)) &&
      ours.every((at, index) => at > (ours[index - 1] ?? -Infinity)) &&
      ours.filter((at) => !theirs.includes(at)).every(isChangeOrShows(time)) &&
      (ours.length === 1 || ours.some((at) => changesAt(at, zone)));
    return isRight ? [] : [`${date}T${time} in ${zone} begins at ${listed(ours)} for ${listed(theirs)}`];
  });
}

function listed(instants: readonly number[]): string {
  return instants.map((at) => new Date(at).toISOString()).join(', ');
}

function changesAt(at: number, zone: string): boolean {
  return zonedAt(at, zone).offsetNanoseconds !== zonedAt(at - 1, zone).offsetNanoseconds;
}

/** What a day's clock shows from its beginning to its end. */
function clocksOn(
  date: LocalDate,
  zone: string,
  everyMinutes: number,
): { readonly instant: number; readonly clock: string }[] {
  const day = Temporal.PlainDate.from(date);
  const [begins, ends] = [day, day.add({ days: 1 })].map((one) => one.toZonedDateTime(zone).epochMilliseconds);
  const length = Math.ceil(((ends ?? 0) - (begins ?? 0)) / minute / everyMinutes);
  return Array.from({ length }, (_, at) => (begins ?? 0) + at * everyMinutes * minute).map((instant) => ({
    instant,
    clock: shown(zonedAt(instant, zone)).slice(11),
  }));
}
