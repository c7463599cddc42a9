import { UserError } from '../errors.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Cells } from './cells.ts';
import type { RosterField } from './columns.ts';
import { readDate } from './dates.ts';
import { readPlace, readTimeZone } from './places.ts';

/** Whom a row means: an e-mail address, a name, or both. */
export interface Reference {
  readonly email: string | null;
  readonly name: string | null;
}

/** A row of a roster, read; null where a cell is blank, which leaves what is on record. */
export interface RosterRow {
  readonly line: number;
  readonly person: Reference;
  readonly manager: Reference | null;
  readonly startedOn: LocalDate | null;
  readonly timeZone: string | null;
  readonly country: string | null;
  /** As it is written, or of `DE-BY` in the column of countries; `placeRows` makes a code of it. */
  readonly region: string | null;
  readonly team: string | null;
}

/** @throws UserError with what is wrong in the row */
export function readRosterRow(cells: Cells<RosterField>, line: number): RosterRow {
  const person = readReference(cells('email'), cells('name'), 'email');
  if (person === null) throw new UserError('There is neither an email nor a name. Fill one in.');
  const { country, region } = readPlace(cells('country'), 'country');
  return {
    line,
    person,
    manager: readReference(cells('manager_email'), cells('manager_name'), 'manager_email'),
    startedOn: readDate(cells('started_on'), 'started_on'),
    timeZone: readTimeZone(cells('time_zone'), 'time_zone'),
    country,
    region: cells('region') || region,
    team: cells('team') || null,
  };
}

/**
 * Reads what somebody typed to name a person: an e-mail address or a name.
 * @throws UserError for what looks like an address and is none
 */
export function readReference(email: string, name: string, field: string): Reference | null {
  const isAddressAsName = email === '' && /^\S+@\S+$/.test(name);
  const address = (isAddressAsName ? name : email).toLowerCase();
  const called = isAddressAsName ? '' : name;
  if (address !== '' && !/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(address))
    throw new UserError(`${field} “${address}” is no e-mail address. Correct it, or leave it blank to go by the name.`);
  if (address === '' && called === '') return null;
  return { email: address || null, name: called || null };
}
