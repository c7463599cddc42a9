/** Every limit: the edge is taken, one beyond is refused where it is broken and nowhere else. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/sandbox/blocks/validate.ts';
import { json, plain } from './parts.ts';
import { dataTable, message, rows } from './size-builders.ts';
import { items, numbers, others } from './sizes-of-lists.ts';
import { characters } from './sizes-of-text.ts';

/** The limit with this path in the limits' object. */
function limitAt(path: string): number {
  let found: unknown = limits;
  for (const name of path.split('.')) {
    found =
      typeof found === 'object' && found !== null ? Object.getOwnPropertyDescriptor(found, name)?.value : undefined;
  }
  if (typeof found !== 'number') throw new Error(`no limit ${path}`);
  return found;
}

function leavesOf(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    typeof member === 'object' && member !== null ? leavesOf(member, `${path}${name}.`) : [path + name],
  );
}

const sizes = [
  ...characters.map((size) => ({ says: `must be less than ${limitAt(size.limit) + 1} characters`, ...size })),
  ...items.map((size) => ({ says: `no more than ${limitAt(size.limit)} items allowed`, ...size })),
  ...numbers.map((size) => ({ says: `must be no more than ${limitAt(size.limit)}`, ...size })),
  ...others.map((size) => ({ says: '', ...size })),
];

describe('sizes', () => {
  test.each(sizes)('$limit at $at is taken', ({ limit, problems }) => {
    expect(problems(limitAt(limit))).toEqual([]);
  });

  test.each(sizes)('one more than $limit at $at is refused', ({ limit, at, problems, says }) => {
    expect(problems(limitAt(limit) + 1)).toEqual([{ pointer: at, message: says }]);
  });

  test('no limit is without its case', () => {
    const covered = new Set(sizes.map(({ limit }) => limit));
    // The one limit from below has a test of its own.
    expect(leavesOf(limits).filter((path) => !covered.has(path))).toEqual(['dataTable.fewestRows']);
    expect(message(dataTable({ rows: rows(1, 1) }))).toEqual([
      { pointer: '/blocks/0/rows', message: 'must provide at least 2 items' },
    ]);
  });

  test('characters outside the basic plane count twice', () => {
    expect(message({ type: 'header', text: json(plain('👋'.repeat(75))) })).toEqual([]);
    expect(message({ type: 'header', text: json(plain('👋'.repeat(76))) })).toEqual([
      { pointer: '/blocks/0/text/text', message: 'must be less than 151 characters' },
    ]);
  });
});
