import { actions, context, quotation, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { literal, shorten } from '../text.ts';
import { formatDay } from '../../time/zoned.ts';
import { askButtons } from './ask-buttons.ts';
import type { AskStepKind } from '../../leading/ask-lifecycle.ts';
import { askStatus, named, talkWords } from './ask-words.ts';
import type { AskStepSummary, AskSummary } from './ask-words.ts';
import { blockedNews, raisedBy } from './blocked-ask.ts';

/** What the rep hears of one step. Only the newest step's message has buttons. */
export function askNews(ask: AskSummary, step: AskStepSummary): RenderedMessage {
  const isNewest = ask.steps.findLast((other) => !elsewhere.includes(other.step))?.id === step.id;
  const buttons = isNewest ? askButtons(ask) : [];
  const said = newsSentence(ask, step);
  const raiser = raisedBy(ask);
  const asked = raiser === undefined ? 'You asked' : `${named(raiser)} wrote`;
  return {
    text: shorten(`${said} ${asked}: ${literal(shorten(ask.text, 200))}`, limits.messageText),
    blocks: [
      section(said),
      ...(step.text === null ? [] : [quotation(step.text)]),
      context(`${asked} ${formatDay(ask.askedOn, ask.today)}: ${literal(shorten(ask.text, 200))}`),
      ...(isNewest ? [] : [context(askStatus(ask))]),
      ...(isNewest ? talkWords(ask).map((words) => context(words)) : []),
      ...(buttons.length === 0 ? [] : [actions(`ask-${ask.id}`, buttons)]),
    ],
  };
}

/** Steps of which the rep hears in another way, or that they took themselves. */
const elsewhere: readonly AskStepKind[] = ['offered', 'waited', 'renewed'];

function newsSentence(ask: AskSummary, step: AskStepSummary): string {
  const who = named(step.actorName);
  const blocked = blockedNews(step, ask);
  if (blocked !== undefined) return `${who} ${blocked}`;
  switch (step.step) {
    case 'asked':
      return ask.hasHolderLeft === true
        ? 'Your ask has arrived, and you hear of every step here.'
        : `Your ask has arrived. ${named(ask.holderName)} has it, and you hear of every step here.`;
    case 'taken':
      return `${who} takes it, and answers by ${step.until === null ? 'a day to come' : formatDay(step.until, ask.today)}.`;
    case 'granted':
      return `${who} says yes: what you asked for is granted. Did that help?`;
    case 'done':
      return `${who} has done what you asked for. Did that help?`;
    case 'declined':
      return `${who} says no to this one, because:`;
    case 'handed':
      if (step.holderName === step.actorName)
        return `${who} has taken over your ${raisedBy(ask) === undefined ? 'ask' : 'blocked deal'}, so that you have an answer sooner. You hear as soon as there is one.`;
      return `${who} took your ${raisedBy(ask) === undefined ? 'ask' : 'blocked deal'} to ${named(step.holderName ?? 'their lead')}. You hear as soon as there is an answer.`;
    case 'covered':
      return step.holderName === step.actorName
        ? `${who} is back and has your ask again.`
        : `${who} ${step.hasActorLeft === true ? 'has left' : 'is away'}, so ${named(step.holderName ?? 'somebody else')} has your ask now.`;
    case 'moved':
      return `${step.formerName === undefined ? 'The reporting lines changed' : `${named(step.formerName)} has left`}, so ${named(step.holderName ?? 'somebody else')} has your ask now.`;
    case 'offered':
    case 'waited':
    case 'renewed':
    case 'confirmed':
    case 'reopened':
    case 'withdrawn':
    case 'lapsed':
      return askStatus(ask);
  }
  return '';
}
