/**
 * What an ask says by itself, read from a sentence as reps type it: its kind, the deal, the amount, the day. It only fills in a form
 * that shows what was understood; whatever could mean two things is left open, and the words stay as they were typed.
 */
import { exceptions } from '../asks/exceptions.ts';
import type { ExceptionKind } from '../asks/exceptions.ts';
import { askKinds, describeAskKind } from '../asks/index.ts';
import type { AskKind } from '../asks/index.ts';
import type { DealId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { dayNeededBy } from './day-in-words.ts';
import type { DayStyle } from './day-in-words.ts';
import { comparableName } from './full-name.ts';

/** A deal that the words may be about: an open one of the rep’s own. */
export interface NameableDeal {
  readonly id: number;
  readonly name: string;
  readonly account: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
}

/** Undefined is what the words don’t say, or not clearly. */
export interface AskRead {
  readonly kind: AskKind | undefined;
  readonly exception: ExceptionKind | undefined;
  readonly dealId: DealId | undefined;
  readonly neededBy: LocalDate | undefined;
  /** In major units. */
  readonly stake: number | undefined;
  /** ISO 4217; undefined where only a number was written. */
  readonly currency: string | undefined;
}

/**
 * @param given `today` is the local day of who asks
 */
export function readAskWords(
  text: string,
  given: { readonly today: LocalDate; readonly style: DayStyle; readonly deals: readonly NameableDeal[] },
): AskRead {
  const exception = exceptionIn(text);
  const kind = kindIn(text);
  const amount = amountIn(text);
  const deal = dealIn(text, given.deals, amount?.number);
  return {
    kind,
    exception: kind === 'exception' && exception !== 'several' ? exception : undefined,
    dealId: deal?.id,
    neededBy: dayNeededBy(text, given.today, given.style),
    stake: amount?.number,
    currency: amount === undefined ? undefined : currencyOf(amount.sign, deal?.currency ?? null),
  };
}

/** `several`: it is an exception, of more than one kind. */
function exceptionIn(text: string): ExceptionKind | 'several' | undefined {
  const said = exceptions.filter(({ saidAs }) => saidAs.test(text)).map(({ kind }) => kind);
  const [only, another] = said.filter((kind) => kind !== 'other');
  if (another !== undefined) return 'several';
  return only ?? said[0];
}

/** Two kinds at once are for the writer to choose between. */
function kindIn(text: string): AskKind | undefined {
  const said = askKinds.map(describeAskKind).filter(({ saidAs }) => saidAs.some((words) => words.test(text)));
  const [only, another] = said.filter(({ isFallback }) => isFallback !== true);
  if (another !== undefined) return undefined;
  return (only ?? said[0])?.kind;
}

interface Amount {
  readonly number: number;
  /** As it was written: a sign, a code or a word; empty for a bare `48k`. */
  readonly sign: string;
}

const money =
  /(?<![\p{L}\d.,])(US\$|C\$|A\$|[$€£¥]|(?:USD|EUR|GBP|CHF|CAD|AUD|JPY)\s?)?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)\s?(k|mm?|million|thousand|grand)?(?:\s?(USD|EUR|GBP|CHF|CAD|AUD|dollars|bucks|euros?|pounds))?(?![\p{L}\d%])(?!\s?(?:%|percent|\/|per\b|an? (?:seat|user|month|year|head|person|unit)\b|(?:seats|users|licen[sc]es|units|leads|people|employees)\b|each\b|off\b|discount\b|credit\b|refund\b))/giu;
const multiples: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mm: 1e6,
  million: 1e6,
};

/** The one amount of money in the words; undefined where there are two. */
function amountIn(text: string): Amount | undefined {
  const found = [...text.matchAll(money)].flatMap(([, before, digits = '', unit, after]) => {
    const sign = (before ?? after ?? '').trim().toUpperCase();
    // A number that nothing marks as money could be seats, days or anything.
    if (sign === '' && !/^k$/iu.test(unit ?? '')) return [];
    const number =
      Math.round(Number(digits.replaceAll(',', '')) * (multiples[(unit ?? '').toLowerCase()] ?? 1) * 100) / 100;
    return [{ number, sign }];
  });
  const [first] = found;
  return found.every(({ number, sign }) => number === first?.number && sign === first.sign) ? first : undefined;
}

const dollars = new Set(['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN']);
const currencies: Readonly<Record<string, string>> = {
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  '£': 'GBP',
  POUNDS: 'GBP',
};

/** A bare `$` is whatever dollar the deal is in, else that of the United States. */
function currencyOf(sign: string, ofDeal: string | null): string | undefined {
  if (sign === '') return ofDeal ?? undefined;
  if (sign === '¥') return ofDeal === 'JPY' || ofDeal === 'CNY' ? ofDeal : undefined;
  if (['$', 'DOLLARS', 'BUCKS'].includes(sign)) return ofDeal !== null && dollars.has(ofDeal) ? ofDeal : 'USD';
  return currencies[sign] ?? sign;
}

/** The one open deal that the words name; with several of one account, by the deal’s own words or its amount. */
function dealIn(text: string, deals: readonly NameableDeal[], amount: number | undefined): NameableDeal | undefined {
  const words = wordsOf(text);
  const named = deals.filter((deal) => isNamed(deal, words, text));
  if (named.length <= 1) return named[0];
  const accounts = new Set(named.map(({ account }) => comparableName(account ?? '')));
  if (accounts.size > 1) return undefined;
  const common = commonWords(named);
  const byName = named.filter(({ name }) => wordsOf(name).some((word) => !common.has(word) && words.includes(word)));
  const [only, another] =
    byName.length > 0 ? byName : named.filter((deal) => amount !== undefined && deal.amount === amount);
  return another === undefined ? only : undefined;
}

const legalForms = new Set(
  'inc incorporated llc ltd limited gmbh corp corporation co company plc ag sa bv kg group holdings the'.split(' '),
);
/** First words of companies that are words of any sentence, too: the whole name has to be there. */
const plainWords = new Set(
  'global first united national american general north south east west blue green red black white new great grand big best next open smart true pure summit pioneer legal united core prime key apex central city general international universal standard modern advanced digital data cloud tech health care home food time life energy power water air sun star rapid quick fast direct simple clear bright fresh good high low one two three service services market price sales'.split(
    ' ',
  ),
);
const shortestWord = 3;
const longName = 7;

function isNamed({ account, name }: NameableDeal, words: readonly string[], text: string): boolean {
  return [account, name].some((called) => {
    if (called === null) return false;
    const all = wordsOf(called).filter((word) => !legalForms.has(word));
    const [first] = all;
    if (first === undefined) return false;
    const isWhole =
      follows(words, all) &&
      (all.length > 1 || (first.length >= shortestWord && !plainWords.has(first)) || text.includes(called));
    // A deal’s own name may begin with any word: only an account goes by its first.
    return isWhole || (called === account && goesByFirst(first, words, text));
  });
}

/** Written as a name, or too long to be there by chance. */
function goesByFirst(first: string, words: readonly string[], text: string): boolean {
  if (first.length <= shortestWord || plainWords.has(first) || !words.includes(first)) return false;
  const asName = text
    .split(/[^\p{L}\p{N}\p{M}'’&]+/u)
    .some((word) => /^\p{Lu}/u.test(word) && wordsOf(word)[0] === first);
  return asName || first.length >= longName;
}

/** Do these words stand in the others, one after the other? */
function follows(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_word, from) => wanted.every((word, at) => words[from + at] === word));
}

function commonWords(deals: readonly NameableDeal[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { account, name } of deals) {
    for (const word of wordsOf(account ?? '')) counts.set(word, deals.length);
    for (const word of new Set(wordsOf(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([word, count]) => (count > 1 ? [word] : [])));
}

/** Folded, without what stands around them or the ’s of an owner. */
function wordsOf(text: string): string[] {
  return comparableName(text)
    .split(/[^\p{L}\p{N}\p{M}'&]+/u)
    .map((word) => word.replace(/'s$/u, '').replaceAll("'", ''))
    .filter((word) => word !== '');
}
