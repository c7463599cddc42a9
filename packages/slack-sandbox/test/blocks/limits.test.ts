/** Every limit: the edge is taken, one beyond is refused where it is broken and nowhere else. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/blocks/validate.ts';
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

/** The sizes as Slack's pages have them, written out a second time: a slip of the finger in one place shows. */
const documented: Record<string, number> = {
  'message.blocks': 50,
  'view.blocks': 100,
  'view.title': 24,
  'view.submit': 24,
  'view.close': 24,
  'view.privateMetadata': 3_000,
  'view.callbackId': 255,
  blockId: 255,
  actionId: 255,
  'section.text': 3_000,
  'section.fields': 10,
  'section.field': 2_000,
  'header.text': 150,
  'button.text': 75,
  'button.value': 2_000,
  'button.url': 3_000,
  'message.text': 40_000,
  'message.updatedText': 4_000,
  'message.attachments': 100,
  'message.tables': 1,
  'message.markdownCharacters': 12_000,
  'actions.elements': 25,
  'context.elements': 10,
  'contextActions.elements': 5,
  'option.text': 75,
  'option.description': 75,
  'option.value': 150,
  'option.url': 3_000,
  'optionGroup.label': 75,
  'optionGroup.options': 100,
  'select.options': 100,
  'select.optionGroups': 100,
  'overflow.options': 5,
  'checkboxes.options': 10,
  'radioButtons.options': 10,
  placeholder: 150,
  'input.label': 2_000,
  'input.hint': 2_000,
  'confirm.title': 100,
  'confirm.text': 300,
  'confirm.confirm': 30,
  'confirm.deny': 30,
  'plainTextInput.length': 3_000,
  'table.rows': 100,
  'table.columns': 20,
  'image.alternativeText': 2_000,
  'image.title': 2_000,
  'image.url': 3_000,
  'carousel.elements': 10,
  'container.childBlocks': 10,
  'fileInput.files': 10,
};

describe('sizes', () => {
  test.each(Object.entries(documented))('%s is %i', (path, size) => {
    expect(limitAt(path)).toBe(size);
  });

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
