/** Several messages in one: pure. */
import type { KnownBlock } from '@slack/types';
import { context } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';
import { shorten } from '../kit/text.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';

/** A message that grows when it is updated stays within Slack's limits: some room is left. */
const mostBlocksAtFirst = limits.messageBlocks - 8;
/** Slack counts all characters of a message's blocks, and tells no limit: it refuses some above 13,000. */
const mostCharacters = 10_000;

/** Do these fit into one message? */
export function fitTogether(parts: readonly RenderedMessage[]): boolean {
  const blocks = parts.reduce((sum, part) => sum + part.blocks.length, parts.length - 1);
  const text = parts.reduce((sum, part) => sum + part.text.length + 1, -1);
  const characters = parts.reduce((sum, part) => sum + JSON.stringify(part.blocks).length, 0);
  return blocks <= mostBlocksAtFirst && text <= limits.messageText && characters <= mostCharacters;
}

/** One message that says all of these, in their order. One alone stays as it is. */
export function together(parts: readonly RenderedMessage[]): RenderedMessage | undefined {
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first;
  const blocks = parts.flatMap((part, index): readonly KnownBlock[] =>
    index === 0 ? part.blocks : [{ type: 'divider' }, ...part.blocks],
  );
  return {
    text: shorten(parts.map(({ text }) => text).join('\n'), limits.messageText),
    blocks: withinLimit(withOwnIds(blocks)),
  };
}

/** What stands where one of several messages has nothing to say any more. */
export function nothingAnyMore(): RenderedMessage {
  const text = 'This is no longer shown.';
  return { text, blocks: [context(text)] };
}

/** Slack wants each block_id once in a message; the second one gets a number, the same at each update. */
function withOwnIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  const times = new Map<string, number>();
  return blocks.map((block) => {
    if (block.block_id === undefined) return block;
    const before = times.get(block.block_id) ?? 0;
    times.set(block.block_id, before + 1);
    return before === 0 ? block : { ...block, block_id: `${block.block_id}+${before}` };
  });
}

function withinLimit(blocks: KnownBlock[]): KnownBlock[] {
  if (blocks.length <= limits.messageBlocks) return blocks;
  return [...blocks.slice(0, limits.messageBlocks - 1), context('The rest is in your Home tab.')];
}
