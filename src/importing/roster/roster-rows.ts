import { UserError } from '../../errors.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { Cells } from '../reading/cells.ts';
import type { RosterField } from '../columns/columns.ts';
import { readDate } from '../values/dates.ts';
import { readPlace, readTimeZone } from '../values/places.ts';

/** Whom a row means: by ids, an e-mail address, a name, or several of them. */
export interface Reference {
  readonly email: string | null;
  readonly name: string | null;
  /** The ids that HR and the CRM give them. */
  readonly ownIds?: readonly string[];
  readonly slackId?: string | null;
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
  /** The last day in the job, past or to come. */
  readonly lastDay: LocalDate | null;
  /** As the file says it, where it says that they are gone. */
  readonly goneWord: string | null;
}

/** @throws UserError with what is wrong in the row */
export function readRosterRow(cells: Cells<RosterField>, line: number): RosterRow {
  const said = readReference(cells('email'), cells('name'), 'email');
  if (said === null) throw new UserError('There is neither an email nor a name. Fill one in.');
  const { country, region } = readPlace(cells('country'), 'country');
  return {
    line,
    person: { ...said, ...readIds(cells) },
    manager: readReference(cells('manager_email'), cells('manager_name'), 'manager_email'),
    startedOn: readDate(cells('started_on'), 'started_on'),
    timeZone: readTimeZone(cells('time_zone'), 'time_zone'),
    country,
    region: cells('region') || region,
    team: cells('team') || null,
    lastDay: readDate(cells('last_day'), 'last_day'),
    goneWord: [cells('status'), cells('active')].find((word) => saysGone(word)) ?? activeNot(cells('active')),
  };
}

const slackIdPattern = /^[UW][A-Z0-9]{2,}$/;
/** In its own export Slack calls its ids user ids, as others call theirs. */
const surelySlackIdPattern = /^[UW][A-Z0-9]{7,}$/;

function readIds(cells: Cells<RosterField>): Pick<Reference, 'ownIds' | 'slackId'> {
  const repId = cells('rep_id');
  const isSlackId = surelySlackIdPattern.test(repId);
  const slackId = cells('slack_id') || (isSlackId ? repId : '');
  if (slackId !== '' && !slackIdPattern.test(slackId))
    throw new UserError(`slack_id “${slackId}” is none of Slack’s. They begin with U or W, e.g. U0123ABCD.`);
  const ownIds = [cells('id'), isSlackId ? '' : repId].filter((id) => id !== '');
  return { ownIds: [...new Set(ownIds)], slackId: slackId || null };
}

const goneWords = new Set([
  'terminated',
  'inactive',
  'left',
  'suspended',
  'deactivated',
  'disabled',
  'resigned',
  'departed',
  'former',
  'offboarded',
  'retired',
  'deceased',
]);

/** `Voluntarily Terminated`, `Suspended`. Who is on leave is still there. */
function saysGone(word: string): boolean {
  return word
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((part) => goneWords.has(part));
}

/** What a column that asks whether they are active has for no. */
function activeNot(word: string): string | null {
  return ['false', 'no', 'n', 'f', '0'].includes(word.toLowerCase()) ? `active: ${word}` : null;
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
