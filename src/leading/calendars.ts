import type { WorkingCalendar } from '../time/working-calendar.ts';
import { isTimeZone } from '../time/zoned.ts';
import type { Policy } from './policy.ts';

/** A person's zone: their own if known, else the workspace's. */
export function timeZoneOf(person: { readonly timeZone: string | null }, defaultZone: string): string {
  return person.timeZone !== null && isTimeZone(person.timeZone) ? person.timeZone : defaultZone;
}

/** When a person works, by the policy and their zone. */
export function calendarOf(
  person: { readonly timeZone: string | null },
  policy: Policy,
  defaultZone: string,
): WorkingCalendar {
  return {
    timeZone: timeZoneOf(person, defaultZone),
    days: policy.workingDays,
    from: policy.workingFrom,
    until: policy.workingUntil,
    isDayOff: () => false,
  };
}
