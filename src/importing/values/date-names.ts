import { folded, foldedSet } from './folded.ts';

const languages = ['en', 'en-AU', 'de', 'de-AT', 'fr', 'fr-CA', 'es', 'es-MX', 'pt', 'pt-PT', 'it', 'nl', 'pl', 'sv'];

/** Usual spellings that CLDR doesn't have: without umlauts, shorter, Austrian, and as Excel shortens Polish and French months. */
const otherMonths: readonly string[] = [
  'jän jänner jaen jaenner jenner ener gener',
  'feber febr fév fevr feve febb',
  'maerz mrz mär maer mzo marz mrt mars',
  'avri apri abri kwiec',
  'maggi mayo maja',
  'juin jun giugn czerw',
  'juil jul lugl lip lipc',
  'aout aoû augu agos sierp',
  'sept sep setiembre sett wrzes wrześ',
  'okt oct ott outub paz pazdz październ',
  'nove list listop',
  'dez dec dic dicie grudz',
];

let months: ReadonlyMap<string, number> | undefined;
let weekdays: ReadonlySet<string> | undefined;

/** The month by its name, long or short, in nine languages (CLDR, as Node has it); undefined for any other word. */
export function monthNamed(name: string): number | undefined {
  months ??= namedMonths();
  return months.get(bare(name));
}

/** Is it the name of a day of the week? */
export function isWeekday(name: string): boolean {
  weekdays ??= new Set([
    ...languages.flatMap((language) =>
      styles.flatMap((weekday) => sevenDays.map((day) => bare(format(language, { weekday }, day)))),
    ),
    ...foldedSet('tues weds thur thurs segunda terça quarta quinta sexta'),
  ]);
  return weekdays.has(bare(name));
}

const styles = ['long', 'short'] as const;
const sevenDays = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 10, 16 + day));

function namedMonths(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let month = 1; month <= 12; month += 1) {
    const middle = Date.UTC(2026, month - 1, 15);
    const names = languages.flatMap((language) =>
      styles.flatMap((style) => [
        format(language, { month: style }, middle),
        // Beside a day, Polish and others decline it.
        partOf(language, style, middle),
      ]),
    );
    for (const name of [...names, ...(otherMonths[month - 1] ?? '').split(' ')])
      if (!found.has(bare(name))) found.set(bare(name), month);
  }
  return found;
}

function bare(name: string): string {
  return folded(name).replace(/\.$/u, '');
}

function format(language: string, options: Intl.DateTimeFormatOptions, day: number): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(day);
}

function partOf(language: string, month: 'long' | 'short', day: number): string {
  const parts = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }).formatToParts(day);
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}
