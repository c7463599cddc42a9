/** What the rep and who has an ask hear when it waits. */
import { formatDay } from '../../../time/zoned.ts';
import { actions, context, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { literal, shorten } from '../../kit/text.ts';
import { askButtons } from './ask-buttons.ts';
import { askMovedOn } from './ask-card.ts';
import { askStatus, askTitle, capital, named, talkWords } from './ask-words.ts';
import type { AskSummary } from './ask-words.ts';

/** Offered, never forced. */
export function askOffer(ask: AskSummary, isOpen: boolean): RenderedMessage {
  const lead = ask.leadName === undefined ? 'the lead' : named(ask.leadName);
  const said = isOpen
    ? `${named(ask.holderName)} hasn’t picked up your ask in two working days. Take it to ${lead}? It’s up to you.`
    : 'I asked if this should go to the lead.';
  return waiting(ask, said, isOpen, ['handed', 'waited']);
}

/** Told to both, who then choose. */
export function askOverdue(ask: AskSummary, isOpen: boolean): RenderedMessage {
  const day = ask.neededBy === null ? 'a day that is past' : formatDay(ask.neededBy, ask.today);
  const said = ask.isRep
    ? `You needed this by ${day} and it’s still open. ${isOpen ? 'What now?' : ''}`
    : `${named(ask.repName)} needed this by ${day} and it’s still open. ${isOpen ? 'Even a no helps.' : ''}`;
  return waiting(ask, isOpen ? said : 'This was overdue.', isOpen, undefined);
}

export function askWaits(ask: AskSummary, isOpen: boolean): RenderedMessage {
  const why =
    ask.hasHolderLeft === true
      ? `${named(ask.holderName)} has left and you don’t have a new manager yet. An admin has been asked to choose one.`
      : `${named(ask.holderName)} is away and has no stand-in.`;
  const said = isOpen
    ? `${why} Your ask is safe: you’ll hear as soon as somebody has it.`
    : 'Nobody was there to answer for a while.';
  return waiting(ask, said, isOpen, ['withdrawn']);
}

/** In the place of what somebody may not read any more. */
export function askGone(): RenderedMessage {
  return askMovedOn();
}

function waiting(
  ask: AskSummary,
  said: string,
  isOpen: boolean,
  steps: AskSummary['mayDo'] | undefined,
): RenderedMessage {
  const mayDo = steps === undefined ? ask.mayDo : ask.mayDo.filter((step) => steps.includes(step));
  const buttons = isOpen ? askButtons({ ...ask, mayDo }) : [];
  const words = literal(shorten(ask.text.replaceAll(/\s+/gu, ' '), 200));
  const about = ask.isRep ? `You asked ${formatDay(ask.askedOn, ask.today)}: ${words}` : `${askTitle(ask)}: ${words}`;
  return {
    text: shorten(`${said} ${about}`, limits.messageText),
    blocks: [
      section(said),
      context(about),
      ...(isOpen ? [] : [context(capital(askStatus(ask)))]),
      ...(isOpen ? talkWords(ask).map((line) => context(line)) : []),
      ...(buttons.length === 0 ? [] : [actions(`ask-${ask.id}`, buttons)]),
    ],
  };
}
