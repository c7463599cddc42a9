import type { JsonObject } from '../../contract.ts';

/** A zone as a user object tells it: name, offset in seconds at this instant, and the long name. */
export function zoneOf(timeZone: string, now: Date): JsonObject {
  return { tz: timeZone, tz_label: named(timeZone, now, 'long'), tz_offset: offsetOf(timeZone, now) };
}

/** True if the runtime knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function offsetOf(timeZone: string, now: Date): number {
  const words = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(named(timeZone, now, 'longOffset'));
  const seconds = Number(words?.[2] ?? 0) * 3600 + Number(words?.[3] ?? 0) * 60;
  return words?.[1] === '-' ? -seconds : seconds;
}

function named(timeZone: string, now: Date, style: 'long' | 'longOffset'): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style }).formatToParts(now);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
