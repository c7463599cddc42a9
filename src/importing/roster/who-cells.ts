/** Whom a row means, and who its manager is, by the cells of one row. */
import { UserError } from '../../errors.ts';
import type { Cells } from '../reading/cells.ts';
import type { RosterField } from '../columns/columns.ts';
import { isBlankWord } from '../values/blanks.ts';
import { sameId } from '../values/ids.ts';
import { isNobody, looksLikeName, readName } from '../values/names.ts';

/** Whom a row means: by ids, an e-mail address, a name, or several of them. */
export interface Reference {
  readonly email: string | null;
  readonly name: string | null;
  /** The ids that HR and the CRM give them. */
  readonly ownIds?: readonly string[];
  readonly slackId?: string | null;
  /** As the cell has it, where it may be an account, an id or a distinguished name of another row. */
  readonly written?: string;
}

/** @throws UserError where neither address nor name is there, for an address that is none, and for a number instead of a name */
export function readWho(cells: Cells<RosterField>): { readonly reference: Reference; readonly isInactive: boolean } {
  const written = cells('name') || joined(cells('first_name'), cells('last_name'));
  const said = isBlankWord(written) ? '' : written;
  const named = said === '' || isAddress(said) ? undefined : readName(said);
  const email = blankable(cells('email')) || named?.email || '';
  const reference = readReference(email, named?.name ?? said, 'email');
  if (reference === null) throw new UserError('There is neither an email nor a name. Fill one in.');
  const { name } = reference;
  if (name !== null && !mayBeName(name)) {
    if (reference.email === null)
      throw new UserError(
        `“${name}” is no name. Name the column of names, e.g. --map "COLUMN=name", or add an e-mail address.`,
      );
    return { reference: { ...reference, name: null, ...readIds(cells, null) }, isInactive: false };
  }
  return {
    reference: { ...reference, ...readIds(cells, named?.ownId ?? null) },
    isInactive: named?.isInactive === true,
  };
}

/**
 * The manager as the cells name them; null where they are blank, or hold a word for nobody.
 * @throws UserError for what looks like an address and is none
 */
export function readManager(cells: Cells<RosterField>): Reference | null {
  const inAddress = nobodyAsBlank(cells('manager_email'));
  const inName =
    nobodyAsBlank(cells('manager_name')) ||
    nobodyAsBlank(joined(cells('manager_first_name'), cells('manager_last_name')));
  // A column of addresses may hold names, too.
  const email = inAddress.includes('@') ? inAddress : '';
  const written = inName || (email === '' ? inAddress : '');
  const id = nobodyAsBlank(cells('manager_id'));
  const named = written === '' || isAddress(written) ? undefined : readName(written);
  const reference = readReference(email || (named?.email ?? ''), named?.name ?? written, 'manager_email');
  const ownIds = [id, named?.ownId ?? ''].filter((one) => one !== '').map(sameId);
  if (reference === null && ownIds.length === 0) return null;
  return { email: null, name: null, ...reference, ownIds, ...(written !== '' && { written }) };
}

/**
 * Reads what somebody typed to name a person: an e-mail address or a name.
 * @throws UserError for what looks like an address and is none
 */
export function readReference(email: string, name: string, field: string): Reference | null {
  const isAddressAsName = email === '' && isAddress(name);
  const address = bareAddress(isAddressAsName ? name : email);
  const called = isAddressAsName ? '' : name;
  if (address !== '' && !/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(address))
    throw new UserError(`${field} “${address}” is no e-mail address. Correct it, or leave it blank to go by the name.`);
  if (address === '' && called === '') return null;
  return { email: address || null, name: called || null };
}

/**
 * May this be what somebody is called, whose own row says so? Numbers, codes, accounts and distinguished names may not; a name with a
 * number in it, such as `Rep 12`, may, and so may one in small letters.
 */
function mayBeName(text: string): boolean {
  return !/[@=\\/]/.test(text) && /\p{L}/u.test(text) && (/\s/.test(text) || !/\d/.test(text));
}

/** May this be the name of somebody of whom nothing else is known? A word in small letters is an account, until a row says otherwise. */
export function isSurelyName(text: string): boolean {
  return !isSeveral(text) && !isJob(text) && (looksLikeName(text) || (mayBeName(text) && /\s/.test(text)));
}

/** `Mina Farrow & Otto Brandt`: two people are nobody’s name. */
function isSeveral(text: string): boolean {
  return /[;&/+|]/.test(text);
}

const jobAcronym = /^(?:[SEA]?VP|C[EFRTMOSP]O|GM)(?:\s.*)?$/u;
const jobWords =
  /^(?:vice president|head of|director of)\b.*$|^(?:director|chief \p{L}+ officer|(?:regional|sales|team|area|general|country|account) (?:manager|lead(?:er)?|director)|(?:vertriebs|team|gebiets|regional)leit(?:er|erin|ung)|geschäftsführ(?:er|erin|ung))$/iu;

/** `VP Sales`, `CRO`, `Head of Sales`: what somebody is, not who. */
function isJob(text: string): boolean {
  return jobAcronym.test(text) || jobWords.test(text);
}

/** `mailto:ada@example.com` and `Ada Quill <ada@example.com>` are the address in them. */
function bareAddress(text: string): string {
  const inside = /^[^<>]*<\s*([^<>\s]+)\s*>$/.exec(text)?.[1] ?? text;
  return inside.toLowerCase().replace(/^mailto:/, '');
}

function isAddress(text: string): boolean {
  return /^\S+@\S+$/.test(text);
}

function joined(first: string, last: string): string {
  return [first, last].filter((part) => part !== '' && !isBlankWord(part)).join(' ');
}

function blankable(text: string): string {
  return isBlankWord(text) ? '' : text;
}

function nobodyAsBlank(text: string): string {
  return isNobody(text) ? '' : text;
}

const slackIdPattern = /^[UW][A-Z0-9]{2,}$/;
/** In its own export Slack calls its ids user ids, as others call theirs. */
const surelySlackIdPattern = /^[UW][A-Z0-9]{7,}$/;

function readIds(cells: Cells<RosterField>, inName: string | null): Pick<Reference, 'ownIds' | 'slackId'> {
  const repId = blankable(cells('rep_id'));
  const isSlackId = surelySlackIdPattern.test(repId);
  const slackId = blankable(cells('slack_id')) || (isSlackId ? repId : '');
  if (slackId !== '' && !slackIdPattern.test(slackId))
    throw new UserError(`slack_id “${slackId}” is none of Slack’s. Write it like U0123ABCD, or leave it blank.`);
  const all = [blankable(cells('id')), isSlackId ? '' : repId, inName ?? ''];
  const ownIds = all.filter((id) => id !== '').map(sameId);
  return { ownIds: [...new Set(ownIds)], slackId: slackId || null };
}
