import type { JsonObject } from '../contract.ts';
import { objectOf, objectsOf, textOf, wordsOf } from '../json.ts';
import { isInteractive } from './complete.ts';

/** An interactive element, with where it stands. */
export interface Placed {
  blockId: string;
  actionId: string;
  type: string;
  element: JsonObject;
  /** In an input block: sent with a submission. */
  isInput: boolean;
  /** Sends block_actions when used. */
  dispatches: boolean;
  optional: boolean;
  /** The visible words that name it: its text, its placeholder, the label of its input, the text of its section. */
  names: readonly string[];
}

/** Every interactive element of the blocks, in the order a person meets them. */
export function placedElements(blocks: readonly JsonObject[]): readonly Placed[] {
  return blocks.flatMap((block) => placedIn(block));
}

/** The element at a block_id and action_id. */
export function findPlaced(
  blocks: readonly JsonObject[],
  blockId: string | undefined,
  actionId: string | undefined,
): Placed | undefined {
  return placedElements(blocks).find((placed) => placed.blockId === blockId && placed.actionId === actionId);
}

/**
 * The button that a person pressed on what they saw, where the app has shown the same once more since, in blocks with other ids: the one
 * with its action_id and value, if it is the only one.
 */
export function findPressed(blocks: readonly JsonObject[], pressed: JsonObject): Placed | undefined {
  const same = placedElements(blocks).filter(
    ({ type, actionId, element }) =>
      type === 'button' &&
      pressed['type'] === 'button' &&
      actionId === pressed['action_id'] &&
      element['value'] === pressed['value'],
  );
  return same.length === 1 ? same[0] : undefined;
}

/** All blocks of a message, those of its attachments included. */
export function allBlocks(message: {
  blocks: readonly JsonObject[];
  attachments: readonly JsonObject[];
}): readonly JsonObject[] {
  return [...message.blocks, ...message.attachments.flatMap((attachment) => objectsOf(attachment['blocks']))];
}

function placedIn(block: JsonObject): readonly Placed[] {
  switch (block['type']) {
    case 'actions':
    case 'context_actions':
      return objectsOf(block['elements']).flatMap((element) => place(block, element, []));
    case 'section':
      return place(block, objectOf(block['accessory']), [wordsOf(block['text'])]);
    case 'input':
      return place(block, objectOf(block['element']), [wordsOf(block['label'])]);
    case 'card':
      return objectsOf(block['actions']).flatMap((element) => place(block, element, []));
    case 'carousel':
      return objectsOf(block['elements']).flatMap((card) => placedIn({ block_id: block['block_id'], ...card }));
    case 'container':
      return placedElements(objectsOf(block['child_blocks']));
    default:
      return [];
  }
}

function place(
  block: JsonObject,
  element: JsonObject | undefined,
  around: readonly (string | undefined)[],
): readonly Placed[] {
  const type = textOf(element?.['type']);
  if (element === undefined || type === undefined || !isInteractive(type)) return [];
  const isInput = block['type'] === 'input';
  const names = [wordsOf(element['text']), wordsOf(element['placeholder']), ...around];
  return [
    {
      blockId: textOf(block['block_id']) ?? '',
      actionId: textOf(element['action_id']) ?? '',
      type,
      element,
      isInput,
      dispatches: !isInput || block['dispatch_action'] === true,
      optional: block['optional'] === true,
      names: names.filter((name): name is string => name !== undefined && name !== ''),
    },
  ];
}
