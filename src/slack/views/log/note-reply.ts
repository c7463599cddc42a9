/** An answer to a shared note: its form, how its author hears of it, and how it stands under the note. */
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { formatDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, plain, quotation, section } from '../../kit/blocks.ts';
import { inputBlock, labelled, textInput, tooLong } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openReply, readNote, saveReply } from '../../routes/logging.ts';
import { literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

/** @param given.about `Ride-along with Dana, Nov 12` */
export function noteReplyForm(given: {
  readonly interaction: number;
  readonly about: string;
  readonly authorShortName: string;
}): ModalView {
  const label = labelled('Your reply', `${given.authorShortName} reads this`);
  const input = inputBlock({ id: 'text', label }, textInput({ multiline: true }, undefined));
  return {
    type: 'modal',
    callback_id: saveReply.id,
    private_metadata: saveReply.encode({ interaction: given.interaction }),
    title: plain('Reply', limits.modalTitle),
    submit: plain('Send', limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: [section(literal(given.about)), input],
  };
}

const missing = 'Write a sentence, then send it again.';
export const noteReplySchema = z.object({
  text: z.string(missing).refine((text) => text.length <= limits.inputText, { error: tooLong }),
});

export function noteReplyNews(given: {
  readonly interaction: number;
  /** `coaching note`, `ride-along note` */
  readonly what: string;
  readonly happenedOn: LocalDate;
  readonly today: LocalDate;
  readonly authorName: string;
  readonly authorShortName: string;
  readonly text: string;
}): RenderedMessage {
  const about = `your ${literal(given.what)} of ${formatDate(given.happenedOn, given.today)}`;
  const said = `${named(given.authorName)} replied to ${about}:`;
  return {
    text: shorten(`${said} ${literal(shorten(given.text, 300))}`, limits.messageText),
    blocks: [
      section(said),
      quotation(given.text),
      actions(`note-${given.interaction}`, [button(readNote, { interaction: given.interaction }, 'Open the note')]),
    ],
  };
}

export interface ReplyRow {
  readonly authorName: string;
  readonly isOwn: boolean;
  readonly text: string;
  /** The reader's local day. */
  readonly on: LocalDate;
}

/** Under the note, oldest first. */
export function replyBlocks(replies: readonly ReplyRow[], today: LocalDate): KnownBlock[] {
  return replies.flatMap(({ authorName, isOwn, text, on }) => [
    context(`*${isOwn ? 'You' : named(authorName)}* replied, ${formatDate(on, today)}`),
    quotation(text),
  ]);
}

export function replyButton(interaction: number): KnownBlock {
  return actions(`reply-${interaction}`, [button(openReply, { interaction }, 'Reply')]);
}
