import type { ModalView } from '@slack/types';
import { actions, context, plain, quotation, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { literal, shorten } from '../text.ts';
import { askButtons } from './ask-buttons.ts';
import { askCase, askFacts, askHistory, askStatus, askTitle, talkWords } from './ask-words.ts';
import type { AskSummary } from './ask-words.ts';

/** An ask, for who holds it or held it. */
export function askCard(ask: AskSummary): RenderedMessage {
  const buttons = askButtons(ask);
  const lastWords = ask.steps.findLast((step) => step.text !== null);
  return {
    text: shorten(`${askTitle(ask)}: ${literal(shorten(ask.text, 300))} ${askStatus(ask)}`, limits.messageText),
    blocks: [
      section(`*${askTitle(ask)}*`),
      quotation(ask.text),
      context(askFacts(ask).join(' · ')),
      ...askCase(ask).map((line) => context(line)),
      section(askStatus(ask)),
      ...(lastWords === undefined || lastWords.text === null ? [] : [quotation(lastWords.text)]),
      ...(buttons.length === 0 ? [] : [actions(`ask-${ask.id}`, buttons)]),
      ...talkWords(ask).map((words) => context(words)),
      context(askHistory(ask)),
    ],
  };
}

/** The same as a form of its own, opened from a nudge. */
export function askView(ask: AskSummary): ModalView {
  return {
    type: 'modal',
    title: plain('An ask', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [...askCard(ask).blocks],
  };
}

/** What stands in the place of the card of somebody who may not read the ask any more. */
export function askMovedOn(): RenderedMessage {
  const sentence = 'This ask is with somebody else now. Nothing is left for you to do.';
  return { text: sentence, blocks: [section(sentence)] };
}
