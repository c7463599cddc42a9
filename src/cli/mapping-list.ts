/** Mappings that are kept, as they are printed: for people, and for scripts. */
import { wordsFor } from '../importing/columns/saved-mappings.ts';
import type { KeptMapping } from '../store/kept-mappings.ts';
import { utcDateOf } from '../time/zoned.ts';

/** A stable shape: scripts read it. */
export function jsonOf({ id, kind, names, columns, valueWords, dateOrder, madeAt, usedAt }: KeptMapping) {
  return { number: id, kind, names, columns, valueWords, dateOrder, madeAt, usedAt };
}

/** Three lines each. */
export function mappingsText(kept: readonly KeptMapping[]): string {
  if (kept.length === 0)
    return 'No mapping is kept yet. Add --save to an import that needs --map, and the next file with the same columns needs none.';
  return kept
    .map((mapping) =>
      [
        `${mapping.id}: ${mapping.kind}, ${whenOf(mapping)}`,
        `   columns: ${shortNames(mapping.names)}`,
        `   read as: ${wordsFor(mapping)}`,
      ].join('\n'),
    )
    .join('\n');
}

/** Everything about one. */
export function mappingText(mapping: KeptMapping): string {
  return [
    `Mapping ${mapping.id}, for ${mapping.kind}, ${whenOf(mapping)}.`,
    `For files with these columns, in this order: ${mapping.names.map((name) => (name === '' ? '(blank)' : name)).join(', ')}`,
    `Read as: ${wordsFor(mapping)}`,
    `The same by hand: ${commandFor(mapping)}`,
  ].join('\n');
}

/** What would keep it again. */
export function commandFor({ kind, columns, valueWords, dateOrder }: KeptMapping): string {
  return [
    `firstline import ${kind} FILE`,
    ...columns.map((entry) => `--map ${quoted(entry)}`),
    ...valueWords.map((entry) => `--map-value ${quoted(entry)}`),
    ...(dateOrder === null ? [] : [`--date-order ${dateOrder}`]),
    '--save',
  ].join(' ');
}

const mostNames = 8;

export function shortNames(names: readonly string[]): string {
  const shown = names.filter((name) => name !== '').map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  const more = shown.length - mostNames;
  return more > 1 ? `${shown.slice(0, mostNames).join(', ')} and ${more} more` : shown.join(', ');
}

function whenOf({ madeAt, usedAt }: KeptMapping): string {
  return `kept on ${utcDateOf(madeAt)}, ${usedAt === null ? 'not used since' : `last used on ${utcDateOf(usedAt)}`}`;
}

/** As a shell takes it: what stands in double quotes may be looked into. */
function quoted(text: string): string {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}
