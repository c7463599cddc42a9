import { UserError } from '../../errors.ts';
import { isBlankWord } from './blanks.ts';
import { folded } from './folded.ts';

/** A sign or code that stands for a currency, and the others that it may stand for where one of them is named beside it. */
export interface CurrencyMark {
  /** ISO 4217; null where none of several is the usual one: `kr`. */
  readonly currency: string | null;
  readonly sharedBy: ReadonlySet<string>;
}

const codes = new Set(Intl.supportedValuesOf('currency'));
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'ja'];

/** Where the foreign ones have other signs than in English: $US, JP¥, BR$. */
const locales = ['en-GB', 'en-CA', 'en-AU', 'fr', 'fr-CA', 'de', 'es', 'pt', 'pt-PT', 'it', 'nl', 'pl', 'sv', 'ja'];
const common =
  'EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BRL MXN ARS CLP COP INR JPY CNY KRW TWD HKD SGD AUD NZD CAD ZAR TRY ILS AED SAR THB'.split(
    ' ',
  );

/** What CLDR has otherwise, or not at all. */
const otherSigns: Readonly<Record<string, string>> = {
  US$: 'USD',
  AU$: 'AUD',
  C$: 'CAD',
  S$: 'SGD',
  円: 'JPY',
  元: 'CNY',
  RMB: 'CNY',
  Fr: 'CHF',
  SFr: 'CHF',
  руб: 'RUB',
};
/** Of CLDR's signs that are only letters of the alphabet, those that people write: K and M beside a number are thousands and millions. */
const letterSigns = new Set(['kr', 'Ft', 'Rs', 'Rp', 'RM', 'lei', 'R', 'zł', 'Kč']);

let signs: ReadonlyMap<string, CurrencyMark> | undefined;
let names: ReadonlyMap<string, string> | undefined;

/** A code, or a sign by CLDR's short symbols; undefined for anything else. */
export function currencyMark(text: string): CurrencyMark | undefined {
  const code = text.toUpperCase();
  if (codes.has(code)) return { currency: code, sharedBy: new Set([code]) };
  signs ??= allSigns();
  const bare = text.replace(/\.$/u, '');
  return signs.get(text) ?? signs.get(bare) ?? signs.get(bare.toUpperCase()) ?? signs.get(bare.toLowerCase());
}

function allSigns(): ReadonlyMap<string, CurrencyMark> {
  const shared = new Map<string, Set<string>>();
  const usual = new Map<string, string>();
  for (const code of codes) {
    const sign = signOf(code, 'symbol');
    const short = signOf(code, 'narrowSymbol');
    for (const one of [sign, short]) if (isSign(one)) shared.set(one, (shared.get(one) ?? new Set()).add(code));
    if (isSign(sign)) usual.set(sign, code);
  }
  // CLDR gives the rupee of India its own sign only.
  shared.get('Rs')?.add('INR');
  const found = new Map<string, CurrencyMark>();
  for (const [sign, sharedBy] of shared) {
    const [only] = sharedBy;
    found.set(sign, { currency: usual.get(sign) ?? (sharedBy.size === 1 ? (only ?? null) : null), sharedBy });
  }
  for (const [sign, currency] of Object.entries(otherSigns))
    found.set(sign, { currency, sharedBy: new Set([currency]) });
  for (const locale of locales)
    for (const code of common) {
      const sign = signOf(code, 'symbol', locale);
      if (isSign(sign) && !found.has(sign)) found.set(sign, { currency: code, sharedBy: new Set([code]) });
    }
  return found;
}

function signOf(currency: string, currencyDisplay: 'symbol' | 'narrowSymbol', locale = 'en'): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(1);
  return parts.find(({ type }) => type === 'currency')?.value.replace(/\s/gu, ' ') ?? '';
}

function isSign(text: string): boolean {
  return text !== '' && (/[^A-Za-z .]/u.test(text) || letterSigns.has(text));
}

/**
 * The currency of a cell: a code, a sign, or a name in ten languages, also as `EUR - Euro` and `US Dollar (USD)`.
 * @returns ISO 4217; null for a blank cell
 * @throws UserError for what is none, and for a sign of several currencies of which none is the usual one
 */
export function readCurrency(text: string, field: string): string | null {
  if (text === '') return null;
  const mark = currencyMark(text.normalize('NFKC').trim());
  if (mark !== undefined) {
    if (mark.currency !== null) return mark.currency;
    throw new UserError(
      `${field} “${text}” stands for ${[...mark.sharedBy].slice(0, 4).join(', ')}. Use the three-letter code of yours.`,
    );
  }
  if (isBlankWord(text)) return null;
  const code = /^([A-Z]{3}) ?(?:[-–—:|/]|\()|[-–—:|/(] ?([A-Z]{3})\)?$/u.exec(text.trim());
  const named = code?.[1] ?? code?.[2];
  const currency = named !== undefined && codes.has(named) ? named : currencyNamed(text);
  if (currency === undefined)
    throw new UserError(`${field} “${text}” is no currency. Use its three-letter code, e.g. EUR.`);
  return currency;
}

const otherNames: readonly (readonly [string, string])[] = [
  ['dollar', 'USD'],
  ['dolar', 'USD'],
  ['dolare', 'USD'],
  ['yen', 'JPY'],
  ['pound sterling', 'GBP'],
  ['sterling', 'GBP'],
  ['renminbi', 'CNY'],
  ['yuan', 'CNY'],
];

function currencyNamed(text: string): string | undefined {
  if (names === undefined) {
    const found = new Map<string, string>(otherNames);
    for (const language of languages) {
      const known = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
      for (const code of codes) {
        const name = nameKey(known.of(code) ?? '');
        if (name !== '' && !found.has(name)) found.set(name, code);
      }
    }
    names = found;
  }
  return names.get(nameKey(text)) ?? names.get(nameKey(text).replace(/s$/u, ''));
}

function nameKey(name: string): string {
  return folded(name)
    .replace(/[.-]/gu, ' ')
    .replace(/\bu s\b/u, 'us')
    .replace(/\bunited states\b/u, 'us')
    .replace(/\s+/gu, ' ')
    .trim();
}
