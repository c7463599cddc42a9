import { dateText, daysOn, timeText, wallTimeAt } from './zone.ts';

const ordinal = (day: number): string => {
  const tens = day % 100;
  if (tens >= 11 && tens <= 13) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
};

function american(instant: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }).format(instant);
}

function withOrdinal(instant: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone })
    .formatToParts(instant)
    .map((part) => (part.type === 'day' ? ordinal(Number(part.value)) : part.value))
    .join('');
}

function pretty(instant: number, now: number, zone: string, otherwise: string): string {
  const day = dateText(wallTimeAt(instant, zone));
  if (day === dateText(wallTimeAt(now, zone))) return 'today';
  if (day === dateText(wallTimeAt(daysOn(now, -1, zone), zone))) return 'yesterday';
  if (day === dateText(wallTimeAt(daysOn(now, 1, zone), zone))) return 'tomorrow';
  return otherwise;
}

function ago(instant: number, now: number): string {
  const seconds = Math.round((instant - now) / 1000);
  const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en').format(Math.trunc(seconds / length), unit);
}

/** Fills the tokens of a Slack date, e.g. `{date_short_pretty} at {time}`, in the reader's zone. */
export function formatSlackDate(seconds: number, format: string, now: number, zone: string): string {
  const instant = seconds * 1000;
  const wall = wallTimeAt(instant, zone);
  const date = withOrdinal(instant, zone, { year: 'numeric', month: 'long', day: 'numeric' });
  const short = american(instant, zone, { year: 'numeric', month: 'short', day: 'numeric' });
  const long = withOrdinal(instant, zone, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  const tokens: Record<string, () => string> = {
    date_num: () => dateText(wall),
    date_slash: () => american(instant, zone, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    day_divider_pretty: () => pretty(instant, now, zone, long),
    date: () => date,
    date_short: () => short,
    date_long: () => long,
    date_long_full: () => long,
    date_pretty: () => pretty(instant, now, zone, date),
    date_short_pretty: () => pretty(instant, now, zone, short),
    date_long_pretty: () => pretty(instant, now, zone, long),
    time: () => timeText(wall),
    time_secs: () => `${timeText(wall)}:${String(wall.second).padStart(2, '0')}`,
    ago: () => ago(instant, now),
  };
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name]?.() ?? whole);
}

/** A day as the list of messages heads it: Today, Yesterday, or the date. */
export function dayHeading(instant: number, now: number, zone: string): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  const date = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(instant);
  const words = pretty(instant, now, zone, date);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sandbox's clock in full, e.g. `Mon 23 Nov 2026, 09:05`. */
export function clockText(instant: number, zone: string): string {
  const wall = wallTimeAt(instant, zone);
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
  const date = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(instant).replace(',', '');
  return `${date}, ${timeText(wall)}`;
}
