import { surelyHolds, telling } from './fits.ts';
import type { Header } from './header.ts';
import { whyColumn } from './why-column.ts';

const mostShown = 5;
const mostLikely = 8;
/** Words of names that fields have, so that a column of such a name is missed sooner than another. */
const tellTale =
  /manager|supervisor|reports?\b|owner|\brep\b|stage|status|amount|value|revenue|price|clos(?:e|ing)|hire|start|terminat|mail|country|zone|vorgesetzt|inhaber|betrag|phase|datum|responsable|propri|etap|montant|importe|monto|fecha|date\b/i;

/**
 * The columns that were not read, in a sentence; those that look like a field first, with what they look like.
 * @param sample the cells of the first rows
 * @returns null where every column was read
 */
export function unreadNote<F extends string>(
  header: Header<F>,
  sample: readonly (readonly string[])[] = [],
): string | null {
  const names = header.unread.filter((name) => name !== whyColumn);
  if (names.length === 0) return null;
  const unread = names.map((name) => ({ name, looks: looksOf(cellsNamed(header, name, sample)) }));
  const likely = unread.filter(({ name, looks }) => looks !== '' || tellTale.test(name));
  const sorted = [...likely.filter(({ looks }) => looks !== ''), ...likely.filter(({ looks }) => looks === '')];
  const rest = unread.filter((column) => !likely.includes(column));
  const shown = [...sorted.slice(0, mostLikely), ...rest].slice(
    0,
    Math.max(mostShown, Math.min(sorted.length, mostLikely)),
  );
  const words = shown.map(({ name, looks }) =>
    looks === '' ? shortened(name) : `${shortened(name)} (looks like ${looks})`,
  );
  const more = unread.length - shown.length;
  return `Not read: ${words.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** The cells of the column of that name; where two have it, of both. */
function cellsNamed<F extends string>(
  { names }: Header<F>,
  name: string,
  sample: readonly (readonly string[])[],
): string[] {
  const columns = names.flatMap((other, column) => (other === name ? [column] : []));
  return sample.flatMap((cells) => columns.map((column) => cells[column] ?? ''));
}

/** To follow "looks like". */
function looksOf(cells: readonly string[]): string {
  const said = telling(cells);
  if (surelyHolds('address', said)) return 'an e-mail address';
  const hasMarks = said.some((cell) => /[-/.:年\p{L}]/u.test(cell));
  if (surelyHolds('date', said) && hasMarks) return 'a day';
  const isMoney = said.some((cell) => /[$€£¥₹]|^[A-Z]{3}\b|\b[A-Z]{3}$|\d[.,]\d{2}$|\d[.,]\d{3}[.,]/.test(cell));
  return isMoney && surelyHolds('amount', said) ? 'an amount' : '';
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
