/** Asks in a row each: in the Home tab and in the answer to a command. */
import type { KnownBlock } from '@slack/types';
import { describeAskKind } from '../../../asks/index.ts';
import { actions, button, header, section } from '../../kit/blocks.ts';
import { openAsk } from '../../routes/asks.ts';
import { showAsks } from '../../routes/commands.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import { askButtons } from './ask-buttons.ts';
import { askAge, askStatus, askTitle, neededByWords } from './ask-words.ts';
import type { AskSummary } from './ask-words.ts';
import type { HomeSection } from '../home/home-fit.ts';

const mostRows = 6;
const mostOnHome = 4;
const longestExcerpt = 200;

/** What waits for the reader's answer; the button leads to all of it. */
export function asksWithMe(asks: readonly AskSummary[], most = mostRows): HomeSection {
  return {
    head: [header('Waiting on you'), ...(asks.length === 0 ? [section('No open asks.', allAsks())] : [])],
    rows: asks.slice(0, most).map((ask) => askRow('with-me', ask, askTitle(ask))),
    total: asks.length,
    priority: 5,
    more: (hidden) => `${count(hidden, 'more ask')}.`,
    foot: asks.length > most ? [actions('all-asks', [allAsks()])] : [],
  };
}

/** The same on the Home tab of somebody who leads others. */
export function waitingOnMe(asks: readonly AskSummary[]): HomeSection {
  return asksWithMe(asks, mostOnHome);
}

function allAsks() {
  return button(showAsks, {}, 'All asks');
}

/** What the reader asked for. */
export function myAsks(asks: readonly AskSummary[]): HomeSection {
  return {
    head: [header('Your asks'), ...(asks.length === 0 ? [section('No open asks.')] : [])],
    rows: asks.slice(0, mostRows).map((ask) => askRow('mine', ask, describeAskKind(ask.kind).label)),
    total: asks.length,
    priority: 4,
    more: (hidden) => `${count(hidden, 'more open ask')}.`,
    foot: [actions('ask-for', [button(openAsk, {}, 'Ask for something', { style: 'primary' })])],
  };
}

function askRow(place: string, ask: AskSummary, title: string): KnownBlock[] {
  const facts = [askAge(ask), neededByWords(ask)].filter((fact) => fact !== '').join(' · ');
  const words = literal(shorten(ask.text.replaceAll(/\s+/gu, ' '), longestExcerpt));
  const buttons = askButtons(ask);
  // Under “Waiting on you” the heading says it.
  const status = ask.isHolder && ask.state === 'open' ? '' : `\n_${askStatus(ask)}_`;
  return [
    section(`*${title}* · ${facts}\n${words}${status}`),
    ...(buttons.length === 0 ? [] : [actions(`${place}-${ask.id}`, buttons)]),
  ];
}
