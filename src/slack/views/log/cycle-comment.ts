import { formatDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openComment } from '../../routes/development.ts';
import { literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

/** Somebody said something about what the two work on; it can be answered at once. */
export function cycleCommentNews(given: {
  readonly cycle: number;
  readonly gap: string;
  readonly openedOn: LocalDate;
  readonly today: LocalDate;
  readonly authorName: string;
  readonly text: string;
}): RenderedMessage {
  const said = `${named(given.authorName)} wrote about what you two work on:`;
  const since = formatDate(given.openedOn, given.today);
  return {
    text: shorten(`${said} ${literal(shorten(given.text, 300))}`, limits.messageText),
    blocks: [
      section(said),
      quotation(given.text),
      context(`Working on since ${since}: ${literal(shorten(given.gap, 200))}`),
      actions(`cycle-${given.cycle}`, [button(openComment, { cycle: given.cycle }, 'Answer')]),
    ],
  };
}
