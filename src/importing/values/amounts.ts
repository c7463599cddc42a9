import { UserError } from '../../errors.ts';
import { isBlankWord } from './blanks.ts';
import { currencyMark } from './currencies.ts';
import type { CurrencyMark } from './currencies.ts';
import { ambiguous, plainNumeral } from './numerals.ts';
import type { AmountStyle } from './numerals.ts';

export { readCurrency } from './currencies.ts';
export type { AmountStyle } from './numerals.ts';

/** What a deal is worth, in major units. */
export interface Amount {
  readonly amount: number | null;
  /** ISO 4217, where a sign or code stands beside the number. */
  readonly currency: string | null;
}

const none: Amount = { amount: null, currency: null };
const most = 1e13;

/**
 * An amount as spreadsheets, databases and people write it: 1054, 1,054.50, 1.054,50, 1'054.–, $1,200.00 USD, 12 000 zł, ₹12,34,567,
 * 1.2E+5, €1.2M, 1200万円. Excel's `$-`, a zero in accounting, is no amount.
 * @param style how the column is written, where its other cells tell
 * @throws UserError for what is no amount, for one that could be two, and for a negative one
 */
export function readAmount(text: string, field: string, style?: AmountStyle): Amount {
  return readMoney(text, field, null, style);
}

/**
 * An amount whose currency is named beside it, in another column: that says which of several a sign as `$`, `¥` or `kr` stands for.
 * @param named ISO 4217
 * @throws UserError as `readAmount`, and where sign and name contradict each other
 */
export function readMoney(text: string, field: string, named: string | null, style?: AmountStyle): Amount {
  if (text === '') return { amount: null, currency: named };
  if (/^\d{1,13}(?:\.\d{1,2})?$/.test(text)) return { amount: Number(text), currency: named };
  if (!/[1-9]/.test(text) && isBlankWord(text)) return { ...none, currency: named };
  const parts = partsOf(text);
  const amount = parts === undefined ? undefined : numberIn(parts, text, field, style);
  const marks = (parts?.marks ?? []).flatMap((mark) => currencyMark(mark) ?? mark.split(' ').map(currencyMark));
  const known = marks.filter((mark) => mark !== undefined);
  if (parts === undefined || amount === undefined || !(amount <= most) || known.length < marks.length)
    throw new UserError(`${field} “${text}” is no amount. Write it like 1054 or 1054.50.`);
  if (parts.isNegative && amount > 0)
    throw new UserError(`${field} “${text}” is negative. Write what the deal is worth, 0 or more.`);
  return { amount, currency: settled(known, named, text, field) };
}

/** The one currency that all signs and names may stand for. */
function settled(marks: readonly CurrencyMark[], named: string | null, text: string, field: string): string | null {
  const codes = marks.filter(({ sharedBy }) => sharedBy.size === 1).map(({ currency }) => currency);
  const usual = marks.find(({ currency }) => currency !== null)?.currency ?? null;
  const currency = named ?? codes[0] ?? usual;
  const contrary = currency === null ? undefined : marks.find(({ sharedBy }) => !sharedBy.has(currency));
  if (contrary === undefined) return currency;
  const said = contrary.currency ?? [...contrary.sharedBy].join(' or ');
  throw new UserError(
    named === null
      ? `${field} “${text}” names two currencies. Correct one of the two.`
      : `${field} “${text}” is in ${said}, and currency says ${named}. Correct one of the two.`,
  );
}

interface Parts {
  readonly numeral: string;
  /** Signs, codes, and nothing else. */
  readonly marks: readonly string[];
  /** Of ten. */
  readonly power: number;
  readonly isNegative: boolean;
}

/** Thousands and millions also stand before a code or sign: TEUR, k€, mkr. */
const beforeCurrency = String.raw`(?![\p{L}€$£¥])|(?=€|\$|£|kr\.?$|[A-Z]{3}$)`;

/** What people write for thousands and more, after the number. Of `mil`, `B` and `cr` it isn't clear in which language they are. */
const powers: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(?:k(?:${beforeCurrency})|t(?=€|eur$|kr\\.?$)|(?:tsd|tys|thousand)(?![\\p{L}])\\.?)`, 'iu'), 3],
  [new RegExp(`^(?:m(?:${beforeCurrency})|(?:mm|mio|mln|millions?|millionen)(?![\\p{L}])\\.?|百万)`, 'iu'), 6],
  [/^(?:bn|mrd|mld|billions?)(?![\p{L}])\.?/iu, 9],
  [/^万/u, 4],
  [/^億/u, 8],
  [/^(?:lakhs?|lacs?)(?![\p{L}])/iu, 5],
  [/^crores?(?![\p{L}])/iu, 7],
];

/** Digits, points, commas and what stands around them in most files. */
const isCommon = /^[\w$.,() ]*$/;

function partsOf(text: string): Parts | undefined {
  const plain = isCommon.test(text)
    ? text.trim()
    : text
        .normalize('NFKC')
        .replace(/[\s'’`´]+/gu, ' ')
        .replace(/(?<=\d) ?[.,] ?(?:[-–—]+)(?!\d)/u, '')
        .trim();
  const [, before = '', numeral = '', after = ''] =
    /^((?:[^\d.,]|(?<=\p{L})\.)*?)([.,]?\d(?:[\d., ]*\d)?(?:E[+-]?\d{1,2}(?![\p{L}\d]))?)([^\d]*)$/iu.exec(plain) ?? [];
  if (numeral === '') return undefined;
  const isNegative = /[-−–]/u.test(before) || /^ ?[-−]|[-−]$/u.test(after) || /^[^(]*\([^)]*$/u.test(before);
  const rest = after.replace(/[()\-−]/gu, ' ').trim();
  const found = rest === '' ? undefined : powers.find(([pattern]) => pattern.test(rest));
  const behind = found === undefined ? rest : rest.replace(found[0], '').trim();
  const front = before.replace(/[()\-−–+]/gu, ' ').trim();
  return { numeral, marks: [front, behind].filter((mark) => mark !== ''), power: found?.[1] ?? 0, isNegative };
}

function numberIn({ numeral, power }: Parts, text: string, field: string, style?: AmountStyle): number | undefined {
  const plain = plainNumeral(numeral, style);
  const couldBeBoth = power > 0 && style === undefined && /^[1-9]\d{0,2}[.,]\d{3}$/.test(numeral);
  if (plain === ambiguous || couldBeBoth) {
    const [whole = '', tail = ''] = numeral.split(/[.,]/);
    const zeros = power > 0 ? ` × ${(10 ** power).toLocaleString('en')}` : '';
    throw new UserError(
      `${field} “${text}” could be ${whole}${tail}${zeros} or ${whole}.${tail}${zeros}. Write it without a separator, like 1054.`,
    );
  }
  if (plain === undefined) return undefined;
  const number = Number(power === 0 ? plain : `${plain}e${power}`);
  // What a database adds by counting in binary.
  return /\.\d{5,}$/.test(plain) ? Number(number.toFixed(4)) : number;
}
