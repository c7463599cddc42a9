/** Asks in a row each: in the Home tab and in the answer to a command. */
import type { KnownBlock } from '@slack/types';
import { actions, button, header, section } from '../blocks.ts';
import { openAsk } from '../routes/asks.ts';
import { count, literal, shorten } from '../text.ts';
import { askButtons } from './ask-buttons.ts';
import { askAge, askStatus, askTitle, kindLabels, neededByWords } from './ask-words.ts';
import type { AskSummary } from './ask-words.ts';
import type { HomeSection } from './home-fit.ts';

const mostRows = 6;
const longestExcerpt = 200;

/** What waits for the reader's answer. */
export function asksWithMe(asks: readonly AskSummary[]): HomeSection {
  return {
    head: [header('Asks with you'), ...(asks.length === 0 ? [section('Nobody waits for an answer from you.')] : [])],
    rows: asks.slice(0, mostRows).map((ask) => askRow('with-me', ask, askTitle(ask))),
    total: asks.length,
    priority: 5,
    more: (hidden) => `${count(hidden, 'more ask waits', 'more asks wait')}. They show up here as you answer these.`,
    foot: [],
  };
}

/** What the reader asked for. */
export function myAsks(asks: readonly AskSummary[]): HomeSection {
  return {
    head: [
      header('Your asks'),
      ...(asks.length === 0 ? [section('You have asked for nothing that is still open.')] : []),
    ],
    rows: asks.slice(0, mostRows).map((ask) => askRow('mine', ask, kindLabels[ask.kind])),
    total: asks.length,
    priority: 4,
    more: (hidden) => `${count(hidden, 'more ask')} of yours ${hidden === 1 ? 'is' : 'are'} open.`,
    foot: [actions('ask-for', [button(openAsk, {}, 'Ask for something')])],
  };
}

function askRow(place: string, ask: AskSummary, title: string): KnownBlock[] {
  const facts = [askAge(ask), neededByWords(ask)].filter((fact) => fact !== '').join(' · ');
  const words = literal(shorten(ask.text.replaceAll(/\s+/gu, ' '), longestExcerpt));
  const buttons = askButtons(ask);
  return [
    section(`*${title}* · ${facts}\n${words}\n_${askStatus(ask)}_`),
    ...(buttons.length === 0 ? [] : [actions(`${place}-${ask.id}`, buttons)]),
  ];
}
