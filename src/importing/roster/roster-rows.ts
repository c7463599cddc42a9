import { UserError } from '../../errors.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { Cells } from '../reading/cells.ts';
import type { RosterField } from '../columns/columns.ts';
import type { WhyLeftOut } from '../report.ts';
import { emptinessOf } from '../values/blanks.ts';
import { readDate } from '../values/dates.ts';
import type { DateOrders } from '../values/dates.ts';
import { readFlag } from '../values/outcomes.ts';
import { readPlace, readTimeZone } from '../values/places.ts';
import { isNobody } from '../values/names.ts';
import { goneBy, noPersonBy } from '../values/statuses.ts';
import { readManager, readWho } from './who-cells.ts';
import type { Reference } from './who-cells.ts';

export type { Reference } from './who-cells.ts';
export { readReference } from './who-cells.ts';

/** A row of a roster, read; null where a cell is blank, which leaves what is on record. */
export interface RosterRow {
  readonly line: number;
  readonly person: Reference;
  /** How a directory knows them, by which other rows may name them: a user name, a distinguished name. */
  readonly account: string | null;
  readonly dn: string | null;
  readonly manager: Reference | null;
  readonly startedOn: LocalDate | null;
  readonly timeZone: string | null;
  readonly country: string | null;
  /** As it is written, or of `DE-BY` in the column of countries; `placeRows` makes a code of it. */
  readonly region: string | null;
  readonly team: string | null;
  /** The last day in the job, past or to come. */
  readonly lastDay: LocalDate | null;
  /** As the file says it, where it says that they are gone. */
  readonly goneWord: string | null;
  /** The row is of no member of the company. */
  readonly noMember: Exclude<WhyLeftOut, 'left' | 'deleted'> | null;
}

/** The fields that hold days. */
export const rosterDateFields = ['started_on', 'last_day'] as const satisfies RosterField[];

export interface RowReading {
  /** How the columns of days are written, where their other rows tell. */
  readonly orders?: DateOrders;
  /** Statuses of one letter that say that somebody is gone, where the column has such. */
  readonly goneCodes?: ReadonlySet<string>;
  /** Called for a cell that can't be read, and that the row can do without. */
  leaveBlank(line: number, field: string, reason: string): void;
}

/** @throws UserError where it can't be told whom the row means */
export function readRosterRow(cells: Cells<RosterField>, line: number, reading: RowReading): RosterRow {
  const optional = <T>(field: RosterField, read: (text: string) => T): T | null => {
    const text = cells(field);
    if (text === '') return null;
    const emptiness = emptinessOf(text);
    if (emptiness === 'pending') reading.leaveBlank(line, field, `${field} “${text}” isn’t known yet.`);
    // NA is Namibia as well as nothing: the reader of countries says so.
    if (emptiness === 'pending' || (field !== 'country' && emptiness === 'blank')) return null;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      reading.leaveBlank(line, field, error.message);
      return null;
    }
  };
  const day = (field: RosterField) => optional(field, (text) => readDate(text, field, reading.orders));
  const who = readWho(cells);
  const place = optional('country', (text) => readPlace(text, 'country'));
  const plain = (field: RosterField) => optional(field, (text) => text);
  return {
    line,
    person: who.reference,
    account: plain('account'),
    dn: plain('dn'),
    manager: readManager(cells),
    startedOn: day('started_on'),
    timeZone: optional('time_zone', (text) => readTimeZone(text, 'time_zone')),
    country: place?.country ?? null,
    region: plain('region') ?? place?.region ?? null,
    team: plain('team'),
    lastDay: day('last_day'),
    goneWord: goneWordOf(cells, reading.goneCodes) ?? (who.isInactive ? cells('name') : null),
    noMember: noMemberBy(cells) ?? (isOpenSeat(who.reference) ? 'no person' : null),
  };
}

/** As the file says it: `Voluntarily Terminated`, `Suspended`, `active: False`. */
function goneWordOf(cells: Cells<RosterField>, codes?: ReadonlySet<string>): string | null {
  const status = cells('status');
  if (status !== '' && (goneBy(status) !== undefined || codes?.has(status) === true)) return status;
  const active = cells('active');
  if (active !== '' && (readFlag(active) === false || goneBy(active) !== undefined)) return `active: ${active}`;
  const inactive = cells('inactive');
  if (inactive !== '' && readFlag(inactive) === true) return `inactive: ${inactive}`;
  const control = cells('account_control');
  return isDisabled(control) ? `disabled: userAccountControl ${control}` : null;
}

/** ACCOUNTDISABLE, by Microsoft’s “UserAccountControl property flags”: 514 is a normal account that is disabled. */
const accountDisabled = 2;

function isDisabled(control: string): boolean {
  return /^\d{1,9}$/.test(control) && (Number(control) & accountDisabled) !== 0;
}

/** `Vacant`, `TBH - AE Munich`, `Open req #12`: a seat that nobody has yet. */
function isOpenSeat({ name, email, slackId }: Reference): boolean {
  return name !== null && email === null && (slackId ?? null) === null && isNobody(name);
}

function noMemberBy(cells: Cells<RosterField>): RosterRow['noMember'] {
  const [kind] = [cells('kind'), cells('status')].flatMap((word) => (word === '' ? [] : (noPersonBy(word) ?? [])));
  if (kind === undefined) return null;
  return kind === 'guest' ? 'guest' : 'no person';
}
