/** Days as people and programs write them. */
import type { LocalDate } from '../../../src/time/zoned.ts';
import type { Chance } from './chance.ts';

/** How a column writes its days. */
export type DayStyle = (day: LocalDate) => string;

const two = (number: number) => String(number).padStart(2, '0');
const parts = (day: LocalDate) => day.split('-').map(Number) as [number, number, number];

/** As Excel counts them. */
export function serialOf(day: LocalDate): number {
  return Date.parse(day) / 86_400_000 + 25_569;
}

const anywhere: readonly DayStyle[] = [
  (day) => day,
  (day) => `${day}T09:30:00Z`,
  (day) => `${day} 23:59:00`,
  (day) => `${day}T00:00:00.000+0900`,
  (day) => day.replaceAll('-', '/'),
  (day) => day.replaceAll('-', ''),
  (day) => String(serialOf(day)),
];

function inNumbers(order: 'day' | 'month', separator: string): DayStyle[] {
  const made =
    (year: (full: number) => string, pad: (number: number) => string, time = '') =>
    (day: LocalDate) => {
      const [full, month, date] = parts(day);
      const [one, other] = order === 'day' ? [date, month] : [month, date];
      return `${pad(one)}${separator}${pad(other)}${separator}${year(full)}${time}`;
    };
  const short = (full: number) => two(full % 100);
  return [
    made(String, two),
    made(String, String),
    made(short, two),
    made(short, String),
    made(String, two, order === 'day' ? ' 14:05' : ' 2:05 PM'),
    made(String, two, order === 'day' ? ' 00:00:00' : ' 12:00:00 AM'),
  ];
}

/** As the people of a country write a day with the month’s name. */
function named(locale: string): DayStyle[] {
  const formats = (['long', 'medium'] as const).map(
    (dateStyle) => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }),
  );
  return formats.map((format) => (day) => format.format(new Date(day)));
}

const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const shortEnglish: DayStyle = (day) => {
  const [year, month, date] = parts(day);
  return `${two(date)}-${english[month - 1]}-${two(year % 100)}`;
};

/** The numbers of each country; Sweden's and Japan's files have the year first. */
const ofCountry: Readonly<Record<string, readonly DayStyle[]>> = {
  'en-US': [
    ...inNumbers('month', '/'),
    ...inNumbers('month', '/'),
    ...inNumbers('month', '-'),
    ...inNumbers('day', '/'),
    shortEnglish,
  ],
  'de-DE': inNumbers('day', '.'),
  'pl-PL': [...inNumbers('day', '.'), ...inNumbers('day', '-')],
  'nl-NL': inNumbers('day', '-'),
  'sv-SE': [],
  'ja-JP': [
    (day) => {
      const [year, month, date] = parts(day);
      return `${year}年${month}月${date}日`;
    },
    (day) => parts(day).join('/'),
  ],
};

/** A style that a file of this language may have, half of the time one that only its country has. */
export function dayStyle(chance: Chance, locale: string): DayStyle {
  const own = ofCountry[locale] ?? inNumbers('day', '/');
  const kinds = [anywhere, own, own, named(locale)].filter((styles) => styles.length > 0);
  return chance.pick(chance.pick(kinds));
}
