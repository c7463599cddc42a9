/** How the amounts of a column are written. */
export interface AmountStyle {
  /** What stands before the cents. */
  readonly decimal: '.' | ',';
  /** Has it three and more decimals, as databases write them, so that 1.234 isn't a thousand? */
  readonly isLong: boolean;
}

/** A number of which it isn't known whether its one separator parts thousands. */
export const ambiguous = Symbol('ambiguous');

/**
 * A numeral without signs: 1054, 1,054.50, 1.054,50, 1 054, 1'054.50, 12,34,567.89 as in India, 1.2E+5. A single separator before
 * exactly three digits parts thousands, since money has no third decimal, unless the column says otherwise.
 * @returns digits with a point for the decimals; `ambiguous` where the column writes its decimals like that; undefined for no number
 */
export function plainNumeral(text: string, style?: AmountStyle): string | typeof ambiguous | undefined {
  const [, number = text, exponent = ''] = /^(\d+(?:[.,]\d+)?)(E[+-]?\d{1,2})$/i.exec(text) ?? [];
  if (exponent !== '') return number.replace(',', '.') + exponent;
  if (/^\d+$/.test(text)) return text;
  if (/^[.,]\d+$/.test(text)) return `0.${text.slice(1)}`;
  const single = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(text);
  if (single !== null) {
    const [, whole = '', mark, tail = ''] = single;
    if (style?.decimal !== mark) return whole + tail;
    return style?.isLong === true ? `${whole}.${tail}` : ambiguous;
  }
  const decimal = decimalMarkOf(text);
  if (decimal === undefined) return ungrouped(text);
  const at = text.lastIndexOf(decimal);
  const whole = ungrouped(text.slice(0, at));
  return whole === undefined ? undefined : `${whole}.${text.slice(at + 1)}`;
}

/** What a numeral says of how its column is written: undefined for one with thousands only, or without any separator. */
export function styleOf(text: string): AmountStyle | undefined {
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text) || typeof plainNumeral(text) !== 'string') return undefined;
  const decimal = decimalMarkOf(text);
  if (decimal !== undefined) return { decimal, isLong: text.length - text.lastIndexOf(decimal) > 3 };
  const grouping = /[.,]/.exec(text)?.[0];
  return grouping === undefined ? undefined : { decimal: grouping === '.' ? ',' : '.', isLong: false };
}

/** The last separator, if it is a point or comma, stands there once and no other follows. */
function decimalMarkOf(text: string): '.' | ',' | undefined {
  const separators = text.match(/[ .,]/g) ?? [];
  const last = separators.at(-1);
  if ((last !== '.' && last !== ',') || separators.filter((separator) => separator === last).length > 1)
    return undefined;
  return /[.,]\d+$/.test(text) ? last : undefined;
}

function ungrouped(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const isGrouped = /^\d{1,3}([ .,])\d{3}(?:\1\d{3})*$/.test(text) || /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(text);
  return isGrouped ? text.replace(/\D/g, '') : undefined;
}
