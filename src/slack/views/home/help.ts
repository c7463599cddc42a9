/** What can be done here, by what somebody is to others. */
import type { Button, KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openAsk } from '../../routes/asks.ts';
import { showAsks, showHelp, showPlan } from '../../routes/commands.ts';
import { openLog } from '../../routes/logging.ts';
import { openMyData } from '../../routes/my-data.ts';
import { openSettings } from '../../routes/settings.ts';
import { openTeam } from '../../routes/team.ts';
import { list, literal, shorten } from '../../kit/text.ts';
import { awayBlock, pausedWords } from '../people/away.ts';
import type { Away } from '../people/away.ts';
import { isAmong } from './standpoint.ts';
import type { Standpoint } from './standpoint.ts';

/** A word after `/firstline`, as the help shows it. */
export interface ShownWord {
  readonly word: string;
  /** What it does. */
  readonly help: string;
}

/** The answer to a bare `/firstline`: what this person can do now. */
export function whatNow(standpoint: Standpoint, away?: Away): RenderedMessage {
  const text = whatNowWords(standpoint);
  return {
    text: away?.isLifted === false ? `${pausedWords(away)} ${text}` : text,
    blocks: [...(away === undefined ? [] : [awayBlock(away)]), section(text), nowButtons(standpoint)],
  };
}

/** The answer to a word that isn't a command. @param words that make sense for the reader */
export function unknownWord(
  typed: string,
  nearest: string | undefined,
  words: readonly ShownWord[],
  standpoint: Standpoint,
): RenderedMessage {
  const guess =
    nearest === undefined
      ? `Try ${list(words.map(({ word }) => `\`${word}\``))}.`
      : `Did you mean \`/firstline ${nearest}\`?`;
  const text = `I don’t know “${literal(shorten(typed, 40))}”. ${guess}`;
  return { text, blocks: [section(text), nowButtons(standpoint)] };
}

/** The answer to a message typed to the bot that says nothing to make an ask or a note of. */
export function notRead(standpoint: Standpoint): RenderedMessage {
  const text = 'I can’t read messages here. Here’s what you can do:';
  return { text, blocks: [section(text), nowButtons(standpoint)] };
}

/** Every command with an example, and who sees what. @param words that make sense for the reader */
export function helpMessage(words: readonly ShownWord[], standpoint: Standpoint): RenderedMessage {
  const asks = standpoint.hasManager ? ['`/ask 12% for Northwind by Friday`'] : [];
  const notes = isAmong(standpoint, 'leaders') ? ['`/coach Priya great call` · a private note'] : [];
  return {
    text: 'What you can type here, and who sees what.',
    blocks: [
      section(
        ['*Try*', ...asks, ...notes, ...words.map(({ word, help }) => `\`/firstline ${word}\` · ${help}`)].join('\n'),
      ),
      section(
        [
          '*Who sees what*',
          'You and your manager see when you talked, and shared notes.',
          'Private notes: only the author.',
          'Asks: you two, and the lead once it goes there.',
          'Otherwise, leads and admins see counts, never words.',
        ].join('\n'),
      ),
      nowButtons(standpoint),
      context('It’s all in your Home tab, too.'),
    ],
  };
}

function whatNowWords(standpoint: Standpoint): string {
  if (isAmong(standpoint, 'leaders')) return 'See your week, note a conversation, or answer an ask.';
  if (standpoint.hasManager) return 'Ask your manager for what you need, or see what’s stored about you.';
  return 'Nobody is connected to you here yet. Say who reports to you, or who your manager is: they get one question, and nothing is shared before they say yes.';
}

function nowButtons(standpoint: Standpoint): KnownBlock {
  return actions('now', buttonsFor(standpoint));
}

function buttonsFor(standpoint: Standpoint): Button[] {
  const { isManager, isLead, hasManager } = standpoint;
  return [
    ...(isManager || isLead ? [button(showPlan, {}, 'Your plan')] : []),
    ...(isManager ? [button(openLog, {}, 'Log a conversation')] : []),
    ...(hasManager ? [button(openAsk, {}, 'Ask for something')] : []),
    ...(isManager || isLead || hasManager ? [button(showAsks, {}, 'Asks')] : []),
    ...(hasManager ? [button(openMyData, {}, 'What’s stored about me')] : []),
    ...(isAmong(standpoint, 'who-sets-up') ? [button(openTeam, {}, 'Set up your team')] : []),
    button(openSettings, {}, 'Settings'),
    button(showHelp, {}, 'Help'),
  ];
}
