/** A lead writes to a manager of theirs: the draft, and what the manager gets. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { PersonId } from '../../../behaviours/ids.ts';
import { context, plain, quotation, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, tooLong } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { sendQuestion } from '../../routes/digest.ts';
import { shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

/** @param name what the lead calls the manager */
export function writeToForm(given: { readonly managerId: PersonId; readonly name: string }): ModalView {
  const { name } = given;
  return {
    type: 'modal',
    callback_id: sendQuestion.id,
    private_metadata: sendQuestion.encode({ manager: given.managerId }),
    title: plain(titleFor(name), limits.modalTitle),
    submit: plain('Send', limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: [
      inputBlock(
        { id: 'text', label: 'Your words', hint: `${shorten(name, 80)} reads this, with your name. No one else does.` },
        {
          type: 'plain_text_input',
          action_id: inputActionId,
          multiline: true,
          max_length: limits.inputText,
          initial_value: draftFor(name),
        },
      ),
    ],
  };
}

export const questionSchema = z.object({
  text: z.string('Write a sentence, then send it again.').refine((text) => text.length <= limits.inputText, {
    error: tooLong,
  }),
});

/** Slack cuts what is longer, in the middle of a word. */
function titleFor(name: string): string {
  const title = `Write to ${name}`;
  return title.length <= limits.modalTitle ? title : 'Write a message';
}

function draftFor(name: string): string {
  return `${name}, how are you doing? It looks like a full few weeks. What’s eating your time, and what can I take off your plate?`;
}

/** @param leadName what the manager calls their lead */
export function leadQuestionMessage(given: {
  readonly leadName: string;
  readonly text: string;
  readonly replyTo: string | undefined;
}): RenderedMessage {
  const lead = named(given.leadName);
  const reply = given.replyTo === undefined ? '' : ` <${given.replyTo.replaceAll('&', '&amp;')}|Reply to ${lead}>`;
  return {
    text: `A question from ${lead}.`,
    blocks: [section(`*${lead} asks:*`), quotation(given.text), context(`Only you and ${lead} can see this.${reply}`)],
  };
}
