import { UserError } from '../../errors.ts';

/** What a deal is worth, in major units. */
export interface Amount {
  readonly amount: number | null;
  /** ISO 4217, where a sign or code stands beside the number. */
  readonly currency: string | null;
}

const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  R$: 'BRL',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
  '₫': 'VND',
  '₺': 'TRY',
  '₴': 'UAH',
  zł: 'PLN',
  Kč: 'CZK',
};
const codes = new Set(Intl.supportedValuesOf('currency'));
const most = 1e13;

/**
 * An amount as spreadsheets write it: 1054, 1,054.50, 1.054,50, 1 054, 1'054.50, € 1 054, 1054 USD. A single separator before
 * exactly three digits parts thousands: money has no third decimal.
 * @throws UserError for what is no amount, and for a negative one
 */
export function readAmount(text: string, field: string): Amount {
  if (text === '') return { amount: null, currency: null };
  if (/^\d{1,13}$/.test(text)) return { amount: Number(text), currency: null };
  const { digits, mark } = split(text);
  if (/^[-−(]|[-−]$/.test(digits)) throw new UserError(`${field} “${text}” is negative. A deal’s amount is 0 or more.`);
  const plain = plainNumber(digits.replace(/[\s\u00a0\u202f\u2009'’]/g, ' ').trim());
  const amount = plain === undefined ? NaN : Number(plain);
  if (!(amount <= most) || (mark !== '' && currencyOf(mark) === undefined))
    throw new UserError(`${field} “${text}” is no amount. Write it like 1054 or 1054.50.`);
  return { amount, currency: mark === '' ? null : (currencyOf(mark) ?? null) };
}

/**
 * The currency of a cell: a code or a sign.
 * @throws UserError for a code that doesn't exist
 */
export function readCurrency(text: string, field: string): string | null {
  if (text === '') return null;
  const currency = currencyOf(text);
  if (currency === undefined)
    throw new UserError(`${field} “${text}” is no currency. Use its three-letter code, e.g. EUR.`);
  return currency;
}

function split(text: string): { digits: string; mark: string } {
  const match =
    /^([-−(]?)\s*([^\d\s.,'’()−-]*)\s*([-−]?[\d.,'’\s\u00a0\u202f\u2009]*\d)\s*([^\d\s.,'’()−-]*)\s*([-−)]?)$/u.exec(
      text,
    );
  if (match === null) return { digits: text, mark: '' };
  const [, before = '', prefix = '', number = '', suffix = '', after = ''] = match;
  const digits = `${before}${number}${after}`;
  return prefix !== '' && suffix !== '' ? { digits: text, mark: '' } : { digits, mark: prefix + suffix };
}

function currencyOf(mark: string): string | undefined {
  const code = mark.toUpperCase();
  return signs[mark] ?? (codes.has(code) ? code : undefined);
}

/** With spaces as the only group separator left besides comma and point. */
function plainNumber(text: string): string | undefined {
  const separators = text.match(/[ .,]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return /^\d+$/.test(text) ? text : undefined;
  const tail = text.slice(text.lastIndexOf(last) + 1);
  const isLastDecimal =
    last !== ' ' && separators.filter((separator) => separator === last).length === 1 && !partsThousands(text, last);
  const head = isLastDecimal ? text.slice(0, -tail.length - 1) : text;
  const whole = ungrouped(head);
  return whole === undefined ? undefined : isLastDecimal ? `${whole}.${tail}` : whole;
}

/** One kind of separator, once, with one to three digits before it and exactly three after. */
function partsThousands(text: string, separator: string): boolean {
  const others = separator === '.' ? /[ ,]/ : /[ .]/;
  return !others.test(text) && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
}

function ungrouped(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  return /^\d{1,3}([ .,])\d{3}(?:\1\d{3})*$/.test(text) ? text.replace(/\D/g, '') : undefined;
}
