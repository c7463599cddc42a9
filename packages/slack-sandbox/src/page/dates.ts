import { dateText, daysOn, wallTimeAt } from './zone.ts';

const ordinal = (day: number): string => {
  const tens = day % 100;
  if (tens >= 11 && tens <= 13) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
};

function american(instant: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  // Some versions put a narrow space before AM.
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }).format(instant).replaceAll('\u202F', ' ');
}

/** `9:05 AM` */
export function timeOfDay(instant: number, zone: string): string {
  return american(instant, zone, { hour: 'numeric', minute: '2-digit' });
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
    time: () => timeOfDay(instant, zone),
    time_secs: () => american(instant, zone, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(instant, now),
  };
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name]?.() ?? whole);
}

/** A day as the list of messages heads it: `Today`, `Yesterday`, `Monday, November 23rd`; with the year where it is another one. */
export function dayHeading(instant: number, now: number, zone: string): string {
  const isThisYear = wallTimeAt(instant, zone).year === wallTimeAt(now, zone).year;
  const date = withOrdinal(instant, zone, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' }),
  });
  const words = pretty(instant, now, zone, date);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sandbox's clock: `Mon, Nov 23, 9:05 AM`. */
export function clockText(instant: number, zone: string): string {
  const date = american(instant, zone, { weekday: 'short', month: 'short', day: 'numeric' });
  return `${date}, ${timeOfDay(instant, zone)}`;
}
