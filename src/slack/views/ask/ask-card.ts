import type { ModalView } from '@slack/types';
import { actions, context, plain, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { literal, shorten } from '../../kit/text.ts';
import { askButtons } from './ask-buttons.ts';
import { askCase, askFacts, askHistory, askStatus, askTitle, named, talkWords } from './ask-words.ts';
import type { AskStepSummary, AskSummary } from './ask-words.ts';

/** An ask, for who holds it or held it. */
export function askCard(ask: AskSummary): RenderedMessage {
  const buttons = askButtons(ask);
  const lastWords = ask.steps.findLast((step) => step.text !== null);
  const news = ask.takenOverBy === undefined ? undefined : takenOverSentence(ask.takenOverBy, 'this');
  // The first line has said it.
  const status = news !== undefined && ask.state === 'open' ? undefined : askStatus(ask);
  const told = [`${askTitle(ask)}: ${literal(shorten(ask.text, 300))}`, ...(status === undefined ? [] : [status])];
  return {
    text: shorten([...(news === undefined ? [] : [news]), ...told].join(' '), limits.messageText),
    blocks: [
      ...(news === undefined ? [] : [section(news)]),
      section(`*${askTitle(ask)}*${ofTeam(ask)}`),
      quotation(ask.text),
      context(askFacts(ask).join(' · ')),
      ...askCase(ask).map((line) => context(line)),
      ...(status === undefined ? [] : [section(status)]),
      ...(lastWords === undefined || lastWords.text === null
        ? []
        : [context(`${saidBy(lastWords)}:`), quotation(lastWords.text)]),
      ...(buttons.length === 0 ? [] : [actions(`ask-${ask.id}`, buttons)]),
      ...talkWords(ask).map((words) => context(words)),
      context(askHistory(ask)),
    ],
  };
}

/** For a lead, whose rep it is. */
function ofTeam({ managerName }: AskSummary): string {
  return managerName === undefined ? '' : ` · ${named(managerName)}’s team`;
}

function saidBy({ isOwn, actorName }: AskStepSummary): string {
  return isOwn ? 'You wrote' : `${named(actorName)} wrote`;
}

function takenOverSentence(by: string, what: string): string {
  return `*${named(by)} has ${what} now.* You don’t need to do anything.`;
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

/**
 * What stands in the place of the card of somebody who may not read the ask any more.
 * @param takenOverBy who took it off their desk; undefined where it left them in another way
 */
export function askMovedOn(takenOverBy?: string): RenderedMessage {
  const sentence =
    takenOverBy === undefined
      ? 'This ask is with somebody else now. You don’t need to do anything.'
      : takenOverSentence(takenOverBy, 'this ask');
  return { text: sentence, blocks: [section(sentence)] };
}

/** In the place of an ask that was closed, because who asked has left. */
export function askLapsed(repName: string): RenderedMessage {
  const text = `${named(repName)} has left, so this ask is closed.`;
  return { text, blocks: [context(text)] };
}
