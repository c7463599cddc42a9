/** What holds for a message or a view as a whole: identifiers, sums, and what there may be only one of. */
import type { Json, JsonObject } from '../contract.ts';
import { charactersInCells } from './layout/tables.ts';
import { limits } from './limits.ts';
import { isObject, objectsOf, report, words, type Inspection } from './schema/check.ts';

/** A block and where it stands. */
export interface PlacedBlock {
  readonly block: JsonObject;
  readonly pointer: string;
}

/** The blocks of an array, those inside containers, carousels and plans among them, in reading order. */
export function placedBlocks(blocks: Json | undefined, pointer: string): PlacedBlock[] {
  return objectsOf(blocks).flatMap(({ index, value: block }) => {
    const at = `${pointer}/${index}`;
    const inside: Record<string, string> = { container: 'child_blocks', carousel: 'elements', plan: 'tasks' };
    const name = typeof block['type'] === 'string' ? inside[block['type']] : undefined;
    return [{ block, pointer: at }, ...(name === undefined ? [] : placedBlocks(block[name], `${at}/${name}`))];
  });
}

/** The interactive elements of one block, not those of blocks inside it. */
function elementsOf({ block, pointer }: PlacedBlock): PlacedBlock[] {
  const single = ['accessory', 'element'].flatMap((name) => {
    const element = block[name];
    return isObject(element) ? [{ block: element, pointer: `${pointer}/${name}` }] : [];
  });
  if (block['type'] === 'carousel' || block['type'] === 'rich_text') return single;
  const several = ['elements', 'actions'].flatMap((name) =>
    objectsOf(block[name]).map(({ index, value }) => ({ block: value, pointer: `${pointer}/${name}/${index}` })),
  );
  return [...single, ...several];
}

function checkDistinct(placed: readonly PlacedBlock[], name: string, inspection: Inspection): void {
  const seen = new Set<string>();
  for (const { block, pointer } of placed) {
    const identifier = block[name];
    if (typeof identifier !== 'string') continue;
    if (seen.has(identifier)) report(inspection, `${pointer}/${name}`, words.exists(name, identifier));
    seen.add(identifier);
  }
}

/** Each block_id once in the whole, each action_id once in its block. */
export function checkIdentifiers(placed: readonly PlacedBlock[], inspection: Inspection): void {
  checkDistinct(placed, 'block_id', inspection);
  for (const one of placed) checkDistinct(elementsOf(one), 'action_id', inspection);
}

/** At most one element takes the focus. */
export function checkFocus(placed: readonly PlacedBlock[], inspection: Inspection): void {
  const focused = placed.flatMap(elementsOf).filter(({ block }) => block['focus_on_load'] === true);
  for (const { pointer } of focused.slice(1)) {
    report(inspection, `${pointer}/focus_on_load`, 'only one element can have `focus_on_load` set to true');
  }
}

interface Sum {
  readonly type: string;
  readonly member: string;
  readonly maximum: number;
  readonly count: (value: Json | undefined) => number;
  readonly what: string;
}

const sums: readonly Sum[] = [
  {
    type: 'table',
    member: 'rows',
    maximum: limits.message.tableCharacters,
    count: charactersInCells,
    what: 'the cells of all tables',
  },
  {
    type: 'data_table',
    member: 'rows',
    maximum: limits.message.dataTableCharacters,
    count: charactersInCells,
    what: 'the cells of all data tables',
  },
  {
    type: 'markdown',
    member: 'text',
    maximum: limits.message.markdownCharacters,
    count: (value) => (typeof value === 'string' ? value.length : 0),
    what: 'all markdown blocks',
  },
];

/** What a message may have only so much of: tables, characters in tables, characters of markdown. */
export function checkTotals(placed: readonly PlacedBlock[], inspection: Inspection): void {
  const tables = placed.filter(({ block }) => block['type'] === 'table');
  for (const { pointer } of tables.slice(limits.message.tables)) report(inspection, pointer, 'only_one_table_allowed');
  for (const { type, member, maximum, count, what } of sums) {
    let total = 0;
    for (const { block, pointer } of placed.filter((one) => one.block['type'] === type)) {
      const before = total;
      total += count(block[member]);
      // Said once, at the block with which it is too much.
      if (before > maximum || total <= maximum) continue;
      report(inspection, `${pointer}/${member}`, `${words.longerThan(maximum)} in ${what}`);
    }
  }
}

/** A menu that promises a response_url works in a modal's input block only. */
export function checkResponseUrls(placed: readonly PlacedBlock[], inspection: Inspection): void {
  for (const { block, pointer } of placed) {
    if (inspection.surface === 'modal' && block['type'] === 'input') continue;
    for (const element of elementsOf({ block, pointer })) {
      if (element.block['response_url_enabled'] !== true) continue;
      report(inspection, `${element.pointer}/response_url_enabled`, 'only works in input blocks in modals');
    }
  }
}
