/** Somebody is out by a status without an end, and works all the same: pure. */
import { daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** The days on which something was done here while the status said "out": a first, a last and how many. */
export interface VisibleWork {
  readonly firstWorkedOn: LocalDate | null;
  readonly lastWorkedOn: LocalDate | null;
  readonly daysWorked: number;
}

const fewestDays = 3;
const week = 7;

/** With this day, too; a second time on one day counts once. */
export function withWorkOn(work: VisibleWork, today: LocalDate): VisibleWork {
  if (work.lastWorkedOn === today) return work;
  return {
    firstWorkedOn: work.firstWorkedOn ?? today,
    lastWorkedOn: today,
    daysWorked: work.daysWorked + 1,
  };
}

/** A week of work that everybody can see: it began a week ago, and there were three days of it at least. A look now and then is none. */
export function isBackAtWork({ firstWorkedOn, daysWorked }: VisibleWork, today: LocalDate): boolean {
  return firstWorkedOn !== null && daysWorked >= fewestDays && daysBetween(firstWorkedOn, today) >= week;
}
