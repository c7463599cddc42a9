/** What an ask says of its case, and what of that fits each kind. */
import type { AskKind } from '../behaviours/facts.ts';
import { FieldError } from '../errors.ts';

/** What is to be allowed for once. */
export type ExceptionKind = 'discount' | 'terms' | 'delivery' | 'credit' | 'other';

/** In the order in which they are offered. */
export const exceptionKinds = [
  'discount',
  'terms',
  'delivery',
  'credit',
  'other',
] as const satisfies readonly ExceptionKind[];

/** Fields beside the words themselves. */
export type AskField = 'exception' | 'deal' | 'obstacle' | 'stake' | 'neededBy' | 'urgency' | 'links';

/** In the order to show them. */
const fieldsByKind = {
  help: ['deal', 'neededBy', 'urgency', 'links'],
  exception: ['exception', 'deal', 'stake', 'neededBy', 'urgency', 'links'],
  resource: ['deal', 'stake', 'neededBy', 'urgency', 'links'],
  training: ['neededBy', 'links'],
  'blocked-deal': ['deal', 'obstacle', 'stake', 'neededBy', 'urgency', 'links'],
} as const satisfies Record<AskKind, readonly AskField[]>;

export function fieldsOfKind(kind: AskKind): readonly AskField[] {
  return fieldsByKind[kind];
}

/** The one thing beside the words that is asked of each kind at once; the rest is behind More. */
const firstByKind = {
  help: 'neededBy',
  exception: 'exception',
  resource: 'neededBy',
  training: 'neededBy',
  'blocked-deal': 'deal',
} as const satisfies Record<AskKind, AskField>;

export function firstFieldOf(kind: AskKind): AskField {
  return firstByKind[kind];
}

/** What is kept of an ask beside kind, words, deal, obstacle and day. */
export interface AskCase {
  readonly exception: ExceptionKind | null;
  /** What is at stake, in major units of `currency`. */
  readonly stake: number | null;
  /** ISO 4217; null where nothing is at stake. */
  readonly currency: string | null;
  /** Why it is urgent, in the rep's own words. */
  readonly urgency: string | null;
  /** Addresses of files or pages; never what stands there. */
  readonly links: readonly string[];
}

export const emptyCase: AskCase = { exception: null, stake: null, currency: null, urgency: null, links: [] };

export const mostLinks = 3;
/** UTF-16 units. */
const longestLink = 500;
export const longestUrgency = 300;
const largestStake = 1e12;

/**
 * The case with what fits its kind, and nothing else.
 * @param dealCurrency of the deal that was named; it holds where no other was chosen
 * @throws FieldError for an amount that can't be, or one without a currency
 */
export function checkedCase(kind: AskKind, given: AskCase, dealCurrency: string | null): AskCase {
  const fits = (field: AskField) => fieldsOfKind(kind).includes(field);
  const stake = fits('stake') ? given.stake : null;
  if (stake !== null && !(stake > 0 && stake <= largestStake))
    throw new FieldError('stake', 'Write the amount as a number above 0, like 48000, or leave it empty.');
  const currency = given.currency ?? dealCurrency;
  if (stake !== null && currency === null) throw new FieldError('currency', 'Choose the currency.');
  return {
    exception: fits('exception') ? (given.exception ?? 'other') : null,
    stake,
    currency: stake === null ? null : currency,
    urgency: fits('urgency') ? given.urgency : null,
    links: fits('links') ? checkedLinks(given.links) : [],
  };
}

/**
 * The addresses, each once and as a browser writes them.
 * @throws FieldError for one that is no web address, or too many
 */
function checkedLinks(links: readonly string[]): readonly string[] {
  const addresses = [...new Set(links.map(webAddress))];
  if (addresses.length > mostLinks)
    throw new FieldError(
      'links',
      `That is ${addresses.length} links, and ${mostLinks} fit. Keep the ones that matter most.`,
    );
  return addresses;
}

function webAddress(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new FieldError('links', 'Write each link on a line of its own, beginning with https:// or http://.');
  if (url.href.length > longestLink)
    throw new FieldError('links', `That link is too long (${longestLink} characters at most). Try Slack’s Copy link.`);
  return url.href;
}
