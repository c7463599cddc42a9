import { SSF } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';

/** As Excel writes what went wrong (ECMA-376, 18.17.3 and [MS-XLS] 2.5.10 for the numbers). */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/**
 * What the CSV of the sheet would have in this cell; but days are ISO whatever the format is (2026-11-30, 2026-11-30T09:00), and
 * numbers stand there in full: no grouping, no rounding, no 1.23E+11.
 */
export function textOf(cell: CellObject | undefined, is1904: boolean): string {
  if (cell?.v === undefined) return '';
  const { t: type, v: value } = cell;
  if (type === 'b') return value === true ? 'TRUE' : 'FALSE';
  if (type === 'e') return errors[Number(value)] ?? '#N/A';
  if (typeof value !== 'number') return value instanceof Date ? value.toISOString() : String(value);
  return numberText(value, typeof cell.z === 'string' ? cell.z : 'General', is1904);
}

function numberText(value: number, format: string, is1904: boolean): string {
  if (format === 'General' || format === '@') return plain(value);
  const marks = partOf(format, value);
  if (SSF.is_date(format)) return dayText(value, format, is1904) ?? String(SSF.format(format, value));
  const bare = marks.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  // 00042 is an id, and "R-"000, too.
  if (/^0{2,}$/.test(bare) && Number.isInteger(value) && value >= 0) return String(SSF.format(format, value)).trim();
  if (bare.includes('%')) return `${plain(value * 100)}%`;
  const sign = signIn(marks);
  return sign === undefined ? plain(value) : `${plain(value)} ${sign}`;
}

/** Formats have parts for positive and negative numbers. */
function partOf(format: string, value: number): string {
  const parts = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return (value < 0 ? parts[1] : undefined) ?? parts[0] ?? '';
}

/** The currency that the format puts beside the number: [$€-407], "USD", $. */
function signIn(format: string): string | undefined {
  const locale = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(format)?.[1];
  const quoted = /"\s*([A-Z]{3}|\p{Sc}|[A-Z]{1,3}\$|zł|Kč)\s*"/u.exec(format)?.[1];
  const bare = /\p{Sc}/u.exec(format.replace(/\[[^\]]*\]|"[^"]*"/g, ''))?.[0];
  return (locale ?? quoted ?? bare)?.trim() || undefined;
}

/** Undefined where it is a time of day, or a duration. */
function dayText(value: number, format: string, is1904: boolean): string | undefined {
  const letters = format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (!/[yd]|mmm|e/i.test(letters) || /\[[hms]+\]/i.test(letters)) return undefined;
  const day = SSF.parse_date_code(value, { date1904: is1904 }) as
    | { y: number; m: number; d: number; H: number; M: number; S: number }
    | null
    | undefined;
  if (day === null || day === undefined) return undefined;
  const date = [String(day.y).padStart(4, '0'), twoDigits(day.m), twoDigits(day.d)].join('-');
  if (!/[hs]/i.test(letters) || (day.H === 0 && day.M === 0 && day.S === 0)) return date;
  return `${date}T${twoDigits(day.H)}:${twoDigits(day.M)}${day.S === 0 ? '' : `:${twoDigits(day.S)}`}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Fifteen digits are what Excel keeps: what is behind them is the machine’s. */
function plain(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  const full = text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text;
  // 1.234 would look like a thousand and more.
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(full) ? `${full}0` : full;
}
