/** What an ask says of its case, and what of that fits each kind. */
import type { CaseField, WordsField } from '../asks/ask-kind.ts';
import type { ExceptionKind } from '../asks/exceptions.ts';
import { caseFieldsOf, wordsFieldsOf } from '../asks/index.ts';
import type { AskKind } from '../asks/index.ts';
import { mostLinks } from '../asks/words-fields.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { FieldError } from '../errors.ts';

/** What is kept of an ask beside kind, words, deal, obstacle and day. */
export interface AskCase {
  readonly exception: ExceptionKind | null;
  /** What is at stake, in major units of `currency`. */
  readonly stake: number | null;
  /** ISO 4217; null where nothing is at stake. */
  readonly currency: string | null;
  /** What was written in the fields for words, by the field's id; addresses one in a line. */
  readonly fields: Readonly<Record<string, string>>;
}

export const emptyCase: AskCase = { exception: null, stake: null, currency: null, fields: {} };

/** UTF-16 units. */
const longestLink = 500;
const largestStake = 1e12;

/** Does this field belong to a kind of ask? */
export function fitsKind(kind: AskKind, field: CaseField): boolean {
  return caseFieldsOf(kind).includes(field);
}

/**
 * The case with what fits its kind, and nothing else.
 * @param dealCurrency of the deal that was named; it holds where no other was chosen
 * @throws FieldError for an amount that can't be, or one without a currency
 */
export function checkedCase(kind: AskKind, given: AskCase, dealCurrency: string | null): AskCase {
  const stake = fitsKind(kind, 'stake') ? given.stake : null;
  if (stake !== null && !(stake > 0 && stake <= largestStake))
    throw new FieldError('stake', 'Write the amount as a number above 0, like 48000, or leave it empty.');
  const currency = given.currency ?? dealCurrency;
  if (stake !== null && currency === null) throw new FieldError('currency', 'Choose the currency.');
  return {
    exception: fitsKind(kind, 'exception') ? (given.exception ?? 'other') : null,
    stake,
    currency: stake === null ? null : currency,
    fields: Object.fromEntries(
      wordsFieldsOf(kind).flatMap((field) => {
        const words = checkedWords(field, given.fields[field.id] ?? '');
        return words === '' ? [] : [[field.id, words]];
      }),
    ),
  };
}

function checkedWords(field: WordsField, typed: string): string {
  return field.isLinks === true ? checkedLinks(field, linksIn(typed)).join('\n') : typed.trim();
}

/** The addresses in the words of a field for links. */
export function linksIn(words: string): readonly string[] {
  return words.split(/\s+/u).filter((link) => link !== '');
}

/**
 * The addresses, each once and as a browser writes them.
 * @throws FieldError for one that is no web address, or too many
 */
function checkedLinks(field: WordsField, links: readonly string[]): readonly string[] {
  const addresses = [...new Set(links.map((link) => webAddress(field, link)))];
  if (addresses.length > mostLinks)
    throw new FieldError(
      field.id,
      `That is ${addresses.length} links, and ${mostLinks} fit. Keep the ones that matter most.`,
    );
  return addresses;
}

function webAddress(field: WordsField, typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new FieldError(field.id, 'Write each link on a line of its own, beginning with https:// or http://.');
  if (url.href.length > longestLink)
    throw new FieldError(field.id, `That link is too long (${longestLink} characters at most). Try Slack’s Copy link.`);
  return url.href;
}

/** May somebody who may read the ask read this field of it? */
export function mayReadField(
  { readers }: Pick<WordsField, 'readers'>,
  ask: { readonly repId: PersonId; readonly managerId: PersonId },
  readerId: PersonId,
): boolean {
  return readers === 'everybody' || readerId === ask.repId || readerId === ask.managerId;
}
