/** Rules for mappings that are kept: which file one is for, and what it adds to what somebody says now. */
import { whyColumn } from './why-column.ts';
import { createHash } from 'node:crypto';
import type { DateOrder } from '../report.ts';
import { comparable } from './comparable.ts';
import { fieldCalled, positionOf } from './mapping.ts';
import { namesOf } from './named.ts';
import type { TableKind } from './table-kind.ts';

/** What may be said of a file by whoever imports it. */
export interface Said {
  /** `column=field` */
  readonly columns: readonly string[];
  /** `words=value` */
  readonly valueWords: readonly string[];
  readonly dateOrder: DateOrder | null;
}

/** A column that isn't the file's own: the one that we add to refused rows. */

/**
 * By what a file with these columns is known again: their names without case, spaces and punctuation, in this order. Undefined where
 * they have none, but blanks and numbers: that may be any file without a header.
 */
export function fingerprintOf(names: readonly string[]): string | undefined {
  const folded = names.map(comparable).filter((name) => name !== comparable(whyColumn));
  while (folded.at(-1) === '') folded.pop();
  if (folded.every((name) => /^\d*$/.test(name))) return undefined;
  return createHash('sha256').update(JSON.stringify(folded)).digest('hex');
}

/**
 * What was kept, but for what is said otherwise now: of a field or a column that is mapped now, of words, of how days are written.
 * @param names of the columns, as the file has them
 */
export function keptBeside<F extends string>(
  kind: TableKind<F>,
  names: readonly string[],
  now: Said,
  kept: Said,
): Said {
  const [columns, words] = [
    now.columns.map(halves),
    new Set(now.valueWords.map((entry) => comparable(halves(entry)[0]))),
  ];
  const fields = new Set(columns.map(([, field]) => fieldCalled(kind, field)));
  const positions = new Set(columns.map(([column]) => positionOf(namesOf(kind, names), column)));
  return {
    columns: kept.columns.filter((entry) => {
      const [column, field] = halves(entry);
      const position = positionOf(namesOf(kind, names), column);
      return !fields.has(fieldCalled(kind, field)) && !(position !== undefined && positions.has(position));
    }),
    valueWords: kept.valueWords.filter((entry) => !words.has(comparable(halves(entry)[0]))),
    dateOrder: now.dateOrder === null ? kept.dateOrder : null,
  };
}

/** Both together: they say nothing of the same. */
export function together(one: Said, other: Said): Said {
  return {
    columns: [...one.columns, ...other.columns],
    valueWords: [...one.valueWords, ...other.valueWords],
    dateOrder: one.dateOrder ?? other.dateOrder,
  };
}

export function isNothing({ columns, valueWords, dateOrder }: Said): boolean {
  return columns.length + valueWords.length === 0 && dateOrder === null;
}

/** `Rep=owner, Phase=stage, days before months`. */
export function wordsFor({ columns, valueWords, dateOrder }: Said): string {
  const order = dateOrder === null ? [] : [dateOrder === 'day-first' ? 'days before months' : 'months before days'];
  return [...columns, ...valueWords, ...order].join(', ');
}

function halves(entry: string): readonly [before: string, after: string] {
  const at = entry.lastIndexOf('=');
  return at < 0 ? [entry.trim(), ''] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
}
