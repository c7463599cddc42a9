/** A date and time as a clock on the wall shows it, without a zone. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What the wall clock in `zone` shows at an instant (milliseconds since 1970). */
export function wallTimeAt(instant: number, zone: string): WallTime {
  const parts = new Map(
    wallFormat(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: at('year'),
    month: at('month'),
    day: at('day'),
    hour: at('hour'),
    minute: at('minute'),
    second: at('second'),
  };
}

function asUtc(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return asUtc(wallTimeAt(whole, zone)) - whole;
}

/**
 * The instant at which the wall clock in `zone` shows `wall`. A time that occurs twice is the earlier one; a time that
 * is skipped is moved on by the length of the gap, as clocks do.
 */
export function instantAt(wall: WallTime, zone: string): number {
  const local = asUtc(wall);
  const candidates = [offsetAt(local - dayMs, zone), offsetAt(local + dayMs, zone)].map((offset) => local - offset);
  const exact = candidates.filter((candidate) => candidate + offsetAt(candidate, zone) === local);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/**
 * When the wall clock in `zone` next shows a full hour on a day of the week, strictly after `instant`.
 * @param weekday 0 is Sunday
 */
export function nextOn(weekday: number, hour: number, instant: number, zone: string): number {
  const wall = wallTimeAt(instant, zone);
  const today = new Date(asUtc(wall)).getUTCDay();
  const day = { ...wall, day: wall.day + ((7 + weekday - today) % 7), hour, minute: 0, second: 0 };
  const thisWeek = instantAt(day, zone);
  return thisWeek > instant ? thisWeek : instantAt({ ...day, day: day.day + 7 }, zone);
}

/** The same wall time a number of days on: across a change of clocks that is 23 or 25 hours. */
export function daysOn(instant: number, days: number, zone: string): number {
  const wall = wallTimeAt(instant, zone);
  return instantAt({ ...wall, day: wall.day + days }, zone);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** YYYY-MM-DD */
export function dateText(wall: WallTime): string {
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
}

/** HH:mm */
export function timeText(wall: WallTime): string {
  return `${two(wall.hour)}:${two(wall.minute)}`;
}

/** Reads `YYYY-MM-DDTHH:mm`, as a datetime-local control holds it. */
export function parseWallTime(text: string): WallTime | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return { year, month, day, hour, minute, second: 0 };
}

/** What a datetime-local control holds at an instant. */
export function wallText(instant: number, zone: string): string {
  const wall = wallTimeAt(instant, zone);
  return `${dateText(wall)}T${timeText(wall)}`;
}

/** The zone where it is one that this browser knows, else UTC. */
export function knownZone(zone: string | undefined): string {
  try {
    return zone ? new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone : 'UTC';
  } catch {
    return 'UTC';
  }
}
