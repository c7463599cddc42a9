/** A company as the file of somebody who keeps it. */
import type { Chance } from './chance.ts';
import { longId } from './company.ts';
import type { Human } from './company.ts';
import { dayStyle } from './days.ts';
import { csvOf, workbookOf } from './file.ts';
import type { Cell, Written } from './file.ts';
import { dayCell, layOut, nothing } from './layout.ts';
import type { Column, LaidOut } from './layout.ts';
import type { PersonColumn, Tongue } from './tongues.ts';

export interface RosterFile extends Written, Omit<LaidOut, 'rows'> {
  /** What else the people are known by, once the file is in. */
  readonly has: ReadonlySet<PersonColumn>;
}

type NameAs = 'full' | 'parts' | 'last, first';
type ManagerBy = 'name' | 'last, first' | 'email' | 'name and email' | 'id' | 'account' | 'dn' | 'dn without a row';

export function rosterFile(
  chance: Chance,
  tongue: Tongue,
  encodings: readonly string[],
  company: readonly Human[],
): RosterFile {
  const isWorkbook = chance.percent(15);
  const style = dayStyle(chance, tongue.locale);
  const isJapanese = tongue.locale === 'ja-JP';
  const hasParts = company.every(({ first }) => first !== '');
  const nameAs = chance.pick<NameAs>(
    !hasParts ? ['full'] : isJapanese ? ['full', 'parts'] : ['full', 'parts', 'last, first'],
  );
  const managerBy = chance.pick<ManagerBy>([
    'name',
    hasParts && !isJapanese ? 'last, first' : 'name',
    'email',
    'name and email',
    'id',
    'account',
    'dn',
    'dn without a row',
  ]);
  const areNumbers = isWorkbook && chance.percent(60);
  const isLong = chance.percent(50);
  const idOf = (human: Human) => (isLong ? longId(human.id) : human.id);
  const has = new Set<PersonColumn>(['started']);
  if (chance.percent(60) || managerBy === 'id') has.add('id');
  if (chance.percent(60) || managerBy.endsWith('email')) has.add('email');
  if (chance.percent(10) || managerBy === 'account') has.add('account');
  if (managerBy === 'dn') has.add('dn');
  if (company.some(({ lastDay }) => lastDay !== null)) has.add('lastDay');
  for (const column of ['zone', 'country'] as const) if (chance.percent(60)) has.add(column);

  const called = (column: PersonColumn) => chance.pick(tongue.people[column]);
  const column = (of: PersonColumn, field: string, cell: (human: Human) => Cell): Column<Human> => ({
    name: called(of),
    field,
    cell,
  });
  const dnOf = (human: Human) =>
    `CN=${(nameAs === 'last, first' ? turned(human) : human.name).replaceAll(',', '\\,')},OU=Sales,DC=nordwind,DC=example`;
  const optional = <T>(value: T | null, write: (value: T) => Cell) =>
    value === null ? nothing(chance, tongue.blanks) : write(value);
  const bossOf = (human: Human, write: (boss: Human) => string, words: readonly string[]) => {
    const boss = human.manager === null ? undefined : company[human.manager];
    return boss === undefined ? nothing(chance, words) : write(boss);
  };

  const columns: Column<Human>[] =
    nameAs === 'parts'
      ? [column('first', 'first_name', ({ first }) => first), column('last', 'last_name', ({ last }) => last)]
      : [column('name', 'name', nameAs === 'full' ? ({ name }) => name : turned)];
  if (has.has('id')) columns.push(column('id', 'id', idOf));
  if (has.has('email')) columns.push(column('email', 'email', ({ email }) => email));
  if (has.has('account')) columns.push(column('account', 'account', ({ account }) => account));
  if (has.has('dn')) columns.push(column('dn', 'dn', dnOf));
  if (managerBy.endsWith('email'))
    columns.push(column('managerEmail', 'manager_email', (human) => bossOf(human, ({ email }) => email, ['-', ''])));
  if (managerBy === 'id') columns.push(column('managerId', 'manager_id', (human) => bossOf(human, idOf, ['-', ''])));
  const inName: Partial<Record<ManagerBy, (boss: Human) => string>> = {
    name: ({ name }) => name,
    'last, first': turned,
    'name and email': ({ name }) => name,
    account: ({ account }) => account,
    dn: dnOf,
    'dn without a row': dnOf,
  };
  const write = inName[managerBy];
  if (write !== undefined)
    columns.push(column('manager', 'manager_name', (human) => bossOf(human, write, tongue.nobody)));
  columns.push(
    column('started', 'started_on', ({ started }) => optional(started, (day) => dayCell(day, style, areNumbers))),
  );
  if (has.has('lastDay'))
    columns.push(
      column('lastDay', 'last_day', ({ lastDay }) => optional(lastDay, (day) => dayCell(day, style, areNumbers))),
    );
  if (has.has('zone')) {
    const isWindows = chance.percent(30);
    columns.push(
      column('zone', 'time_zone', ({ zone }) => optional(zone, (it) => (isWindows ? (windows[it] ?? it) : it))),
    );
  }
  if (has.has('country')) {
    const names = new Intl.DisplayNames(tongue.locale, { type: 'region' });
    const isCode = chance.percent(40);
    columns.push(
      column('country', 'country', ({ country }) => optional(country, (it) => (isCode ? it : (names.of(it) ?? it)))),
    );
  }
  for (const name of chance.shuffled(tongue.extras).slice(0, chance.below(3)))
    columns.push({
      name,
      field: null,
      cell: () => (chance.percent(20) ? '' : `${chance.pick(['A', 'B', 'M'])}${chance.below(60)}`),
    });

  const laidOut = layOut(chance, tongue, columns, company, (order) => {
    const count = String(company.length);
    return order.map((_, at) => (at === 0 ? `${chance.pick(tongue.total)}: ${count}` : ''));
  });
  const { bytes, how } = isWorkbook ? workbookOf(laidOut.rows) : csvOf(chance, laidOut.rows, encodings);
  const { first_name: first, last_name: last, ...others } = laidOut.columns;
  const joined = isJapanese ? `${last} + ${first}` : `${first} + ${last}`;
  return {
    bytes,
    how: `${tongue.locale} ${how}, ${areNumbers ? 'days as numbers' : style('2024-03-25')}, names ${nameAs}, managers by ${managerBy}`,
    linesAbove: laidOut.linesAbove,
    totals: laidOut.totals,
    unread: laidOut.unread,
    columns: first === undefined ? others : { ...others, name: joined },
    has,
  };
}

function turned({ name, first, last }: Human): string {
  return first === '' ? name : `${last}, ${first}`;
}

/** As Windows calls them (CLDR, windowsZones.xml). */
const windows: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/London': 'GMT Standard Time',
  'America/New_York': 'Eastern Standard Time',
  'Asia/Tokyo': 'Tokyo Standard Time',
  'America/Sao_Paulo': 'E. South America Standard Time',
};
