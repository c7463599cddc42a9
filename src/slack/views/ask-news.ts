import { actions, context, quotation, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { literal, shorten } from '../text.ts';
import { formatDay } from '../../time/zoned.ts';
import { askButtons } from './ask-buttons.ts';
import { askStatus, named } from './ask-words.ts';
import type { AskStepSummary, AskSummary } from './ask-words.ts';

/** What the rep hears of one step. Only the newest step's message has buttons. */
export function askNews(ask: AskSummary, step: AskStepSummary): RenderedMessage {
  const isNewest = ask.steps.at(-1)?.id === step.id;
  const buttons = isNewest ? askButtons(ask) : [];
  const said = newsSentence(ask, step);
  return {
    text: shorten(`${said} You asked: ${literal(shorten(ask.text, 200))}`, limits.messageText),
    blocks: [
      section(said),
      ...(step.text === null ? [] : [quotation(step.text)]),
      context(`You asked ${formatDay(ask.askedOn, ask.today)}: ${literal(shorten(ask.text, 200))}`),
      ...(isNewest ? [] : [context(askStatus(ask))]),
      ...(buttons.length === 0 ? [] : [actions(`ask-${ask.id}`, buttons)]),
    ],
  };
}

function newsSentence(ask: AskSummary, step: AskStepSummary): string {
  const who = named(step.actorName);
  switch (step.step) {
    case 'asked':
      return `Your ask has arrived. ${named(ask.holderName)} has it, and you hear of every step here.`;
    case 'taken':
      return `${who} takes it, and answers by ${step.until === null ? 'a day to come' : formatDay(step.until, ask.today)}.`;
    case 'granted':
      return `${who} says yes: what you asked for is granted. Did that help?`;
    case 'done':
      return `${who} has done what you asked for. Did that help?`;
    case 'declined':
      return `${who} says no to this one, because:`;
    case 'handed':
      return `${who} took your ask further up. You hear as soon as there is an answer.`;
    case 'confirmed':
    case 'reopened':
    case 'withdrawn':
      return askStatus(ask);
  }
  return '';
}
