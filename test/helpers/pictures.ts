/** Made-up people and weeks to draw. */
import type { BalanceOfPeople, TrendOfWeeks, WeekState, WeeksOfPeople } from '../../src/pictures/picture.ts';
import { addDays } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

export const eightNames = [
  'Priya Nair',
  'Tom Berg',
  'Ana López',
  'Łukasz Wójcik',
  'Maya Cohen',
  'Jonas Müller',
  'Grace Okafor',
  'Sam Lee',
];

/** One name of each script that there is a typeface for, very long ones, and one that no typeface has. */
export const hardNames = [
  'Wolfeschlegelsteinhausenbergerdorff-Montgomery Hubert Blaine',
  'María del Carmen Fernández de Córdoba y Álvarez de Toledo',
  'प्रिया शर्मा',
  '王小明',
  '김민수',
  'محمد علي',
  'יוסי כהן',
  'สมชาย ก้ำใจดี',
  'Дмитрий Щербаков',
  'Nguyễn Thị Ánh',
  'தமிழ்',
  'Ben 🎉 O’Neil',
];

/** Mondays, oldest first, the last one 16 November 2026. */
export function mondays(count: number): LocalDate[] {
  return Array.from({ length: count }, (_, at) => addDays('2026-11-16', 7 * (at + 1 - count)));
}

const patterns: readonly (readonly WeekState[])[] = [
  ['seen', 'seen', 'quiet', 'seen', 'quiet', 'quiet', 'missed', 'missed'],
  ['seen', 'quiet', 'seen', 'seen', 'quiet', 'seen', 'seen', 'quiet'],
  ['seen', 'seen', 'seen', 'out', 'out', 'seen', 'quiet', 'seen'],
  ['absent', 'absent', 'absent', 'quiet', 'seen', 'seen', 'quiet', 'seen'],
  ['quiet', 'seen', 'quiet', 'seen', 'seen', 'quiet', 'seen', 'seen'],
  ['quiet', 'missed', 'seen', 'quiet', 'seen', 'seen', 'seen', 'seen'],
  ['seen', 'seen', 'quiet', 'quiet', 'seen', 'seen', 'out', 'out'],
  ['seen', 'quiet', 'quiet', 'seen', 'quiet', 'seen', 'quiet', 'seen'],
];

const firstNames = 'Ada Ben Cleo Dev Elif Finn Gita Hugo Ines Jon Kim Lea Max Nora Omar Pia Quinn Rosa Said Tess'.split(
  ' ',
);
const lastNames = 'Abbott Brandt Castillo Dubois Eriksen Fischer Gupta Haddad Ivanov Jansen Kaur Lindqvist'.split(' ');

/** Different for each number up to 239; with the number after it above that. */
export function madeUpName(at: number): string {
  const name = `${firstNames[at % 20] ?? ''} ${lastNames[(at * 7 + Math.floor(at / 20)) % 12] ?? ''}`;
  return at < 240 ? name : `${name} ${at}`;
}

/** Weeks of these people, in teams of `teamSize`. */
export function weeksOf(names: readonly string[], teamSize = names.length): WeeksOfPeople {
  const people = names.map((name, at) => ({ name, weeks: patterns[(at * 5) % patterns.length] ?? [] }));
  const count = Math.max(1, Math.ceil(people.length / teamSize));
  return {
    title: 'Time with their manager, week by week',
    weeks: mondays(8),
    groups: Array.from({ length: count }, (_, at) => ({
      name:
        ['Dana Reyes', 'Marcus Webb', 'Ines Costa', 'Peter Novak', 'Leila Haddad', 'Otto Lang'][at] ??
        `Manager ${at + 1}`,
      people: people.slice(at * teamSize, (at + 1) * teamSize),
    })),
  };
}

/** So many made-up people in teams. */
export function madeUpWeeks(count: number, teamSize: number): WeeksOfPeople {
  return weeksOf(
    Array.from({ length: count }, (_, at) => madeUpName(at)),
    teamSize,
  );
}

/** Attention that these people got in 28 days. */
export function balanceOf(names: readonly string[]): BalanceOfPeople {
  const values = [1, 5, 4, 4, 6, 3, 0, 4];
  return {
    title: 'Your time over 28 days',
    unit: 'times logged in 28 days',
    median: 4,
    people: names.map((name, at) => ({
      name,
      value: (values[at % 8] ?? 0) + (Math.floor(at / 8) % 3),
      isOut: at % 8 === 6,
    })),
  };
}

const coverage = [54, 58, 61, 60, 66, 71, 69, 74, 78, 77, 81, 84];
const settled = [40, 55, null, 50, 62, 75, 80, null, null, 82, 90, 88];
const kept = [90, 88, 86, 91, 84, 80, 78, 82, 75, 79, 83, 80];
const pulse = [null, 3.4, null, null, null, 3.6, null, null, null, 3.9, null, null];

/** Four threads over twelve weeks, with gaps. */
export const fourThreads: TrendOfWeeks = {
  title: 'The last twelve weeks',
  weeks: mondays(12),
  threads: [
    { name: 'People seen', unit: 'percent', values: coverage },
    { name: 'Asks settled in time', unit: 'percent', values: settled },
    { name: 'Promises kept', unit: 'percent', values: kept },
    { name: 'Pulse', unit: 'points', values: pulse },
  ],
};
