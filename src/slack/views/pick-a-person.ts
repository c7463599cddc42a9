import { actions, button, context, quotation, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { openLog } from '../routes/logging.ts';
import type { LogOpening } from '../routes/logging.ts';

/** Hands a note back whose person isn't known; the form it leads to has the words in it. Undefined where a button can't carry them. */
export function pickAPerson(opening: LogOpening & { readonly text: string }): RenderedMessage | undefined {
  if (openLog.encode(opening).length > limits.buttonValue) return undefined;
  const text =
    'Pick a person: type @ and choose them from Slack’s list. A name alone could be anyone’s. Nothing is saved yet.';
  return {
    text,
    blocks: [
      section(text),
      context('This is what you typed:'),
      quotation(opening.text),
      actions('pick', [button(openLog, opening, 'Pick a person', { style: 'primary' })]),
    ],
  };
}
