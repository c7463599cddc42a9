import { actions, context, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { literal, shorten } from '../../kit/text.ts';
import { formatDay } from '../../../time/zoned.ts';
import { askButtons } from './ask-buttons.ts';
import type { AskStepKind } from '../../../leading/ask-lifecycle.ts';
import { askStatus, named, talkWords } from './ask-words.ts';
import type { AskStepSummary, AskSummary } from './ask-words.ts';
import { kindNews, raisedBy } from './kind-steps.ts';

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

/** In the place of news of an answer that was taken back. */
export function newsTakenBack(): RenderedMessage {
  const text = 'This answer was undone.';
  return { text, blocks: [context(text)] };
}

/** The rep had heard of an answer that was then taken back. */
export function askUndone(ask: AskSummary, actorName: string): RenderedMessage {
  const said = `${named(actorName)} undid that answer. ${askStatus(ask)}`;
  return {
    text: said,
    blocks: [
      section(said),
      context(`You asked ${formatDay(ask.askedOn, ask.today)}: ${literal(shorten(ask.text, 200))}`),
      ...talkWords(ask).map((words) => context(words)),
    ],
  };
}

/** Steps of which the rep hears in another way, or that they took themselves. */
const elsewhere: readonly AskStepKind[] = ['offered', 'waited', 'renewed'];

function newsSentence(ask: AskSummary, step: AskStepSummary): string {
  const who = named(step.actorName);
  const own = kindNews(step, ask);
  if (own !== undefined) return `${who} ${own}`;
  switch (step.step) {
    case 'asked':
      return ask.hasHolderLeft === true
        ? 'Your ask has arrived. You’ll hear at every step.'
        : `Your ask has arrived. ${named(ask.holderName)} has it, and you’ll hear at every step.`;
    case 'taken':
      return `${who} took your ask. You’ll have an answer by ${step.until === null ? 'a day to come' : formatDay(step.until, ask.today)}.`;
    case 'granted':
      return `${who} says yes. Did that help?`;
    case 'done':
      return `${who} did what you asked for. Did that help?`;
    case 'declined':
      return `${who} says no to this one. The reason:`;
    case 'handed':
      if (step.holderName === step.actorName)
        return `${who} has taken over your ${raisedBy(ask) === undefined ? 'ask' : 'blocked deal'}, so you get an answer sooner.`;
      return `${who} took your ${raisedBy(ask) === undefined ? 'ask' : 'blocked deal'} to ${named(step.holderName ?? 'their lead')}. You’ll hear as soon as there’s an answer.`;
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
