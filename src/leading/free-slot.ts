/** The time that a booking form proposes: one at which nothing else is booked. */
import { firstWorkingDayFrom } from '../time/working-calendar.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { addDays, instantOf } from '../time/zoned.ts';
import type { LocalDate, LocalTime } from '../time/zoned.ts';

/** A time that is taken. */
export interface Busy {
  readonly startsAt: Date;
  readonly minutes: number;
}

export interface Slot {
  readonly date: LocalDate;
  readonly time: LocalTime;
}

/** Mid-morning, then every half hour. */
const firstTime = '10:00';
const stepMinutes = 30;
/** So many working days are looked at before the first slot is proposed all the same. */
const mostDays = 10;

/**
 * The first half hour from 10:00 on, on `from` or a later working day, that is free for so many minutes and within working hours.
 * @param from a local day of whom the calendar belongs to
 */
export function freeSlot(calendar: WorkingCalendar, from: LocalDate, minutes: number, busy: readonly Busy[]): Slot {
  const first = { date: firstWorkingDayFrom(calendar, from) ?? from, time: firstTime };
  let { date } = first;
  for (let tried = 0; tried < mostDays; tried += 1) {
    for (const time of timesFrom(calendar)) {
      const startsAt = instantOf(date, time, calendar.timeZone);
      const endsAt = startsAt.getTime() + minutes * 60_000;
      const isInTime = endsAt <= instantOf(date, calendar.until, calendar.timeZone).getTime();
      if (isInTime && !busy.some((other) => overlaps(startsAt.getTime(), endsAt, other))) return { date, time };
    }
    const next = firstWorkingDayFrom(calendar, addDays(date, 1));
    if (next === undefined) return first;
    date = next;
  }
  return first;
}

function overlaps(start: number, end: number, { startsAt, minutes }: Busy): boolean {
  return startsAt.getTime() < end && start < startsAt.getTime() + minutes * 60_000;
}

function timesFrom({ from, until }: WorkingCalendar): LocalTime[] {
  const earliest = from > firstTime ? from : firstTime;
  const [hour = 0, minute = 0] = earliest.split(':').map(Number);
  const times: LocalTime[] = [];
  for (let at = hour * 60 + minute; at < 24 * 60; at += stepMinutes) {
    const time = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    if (time < until) times.push(time);
  }
  return times;
}
