/** What can be done here, by what somebody is to others. */
import type { Button, KnownBlock } from '@slack/types';
import type { CommandWord } from '../../leading/command-words.ts';
import { commandWords } from '../../leading/command-words.ts';
import type { Roles } from '../../leading/roles.ts';
import { actions, button, context, section } from '../blocks.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { openAsk } from '../routes/asks.ts';
import { showAsks, showHelp, showPlan } from '../routes/commands.ts';
import { listLog, openLog } from '../routes/logging.ts';
import { openSettings } from '../routes/settings.ts';
import { openTeam } from '../routes/team.ts';
import { list, literal, shorten } from '../text.ts';
import { awayBlock, pausedWords } from './away.ts';
import type { Away } from './away.ts';

/** What somebody is to others, as far as it decides what they can do. */
export interface Standpoint extends Roles {
  /** Reports to somebody, whatever else they are. */
  readonly hasManager: boolean;
}

const whatWordsDo = {
  plan: 'what you planned for this week, and what waits',
  snowed: 'a busy week: one thing, or nothing until Monday',
  log: 'what you logged, or what is stored about you',
  asks: 'what waits for your answer, and what you asked for',
  thank: 'who deserves thanks, or the one you name',
  trends: 'how the last 12 weeks went, for who has a team',
  pulse: 'three statements about your manager, and what your own team says',
  team: 'who reports to you, and whom you report to',
  people: 'who is on record and who is who, for admins',
  settings: 'when your plan comes, your days off, what you stopped',
  help: 'this list',
} as const satisfies Record<CommandWord, string>;

/** The answer to a bare `/firstline`: what this person can do now. */
export function whatNow(standpoint: Standpoint, away?: Away): RenderedMessage {
  const text = whatNowWords(standpoint);
  return {
    text: away?.isLifted === false ? `${pausedWords(away)} ${text}` : text,
    blocks: [...(away === undefined ? [] : [awayBlock(away)]), section(text), nowButtons(standpoint)],
  };
}

/** The answer to a word that isn't a command. */
export function unknownWord(typed: string, nearest: CommandWord | undefined, standpoint: Standpoint): RenderedMessage {
  const guess =
    nearest === undefined
      ? `The words are ${list(commandWords.map((word) => `\`/firstline ${word}\``))}.`
      : `Did you mean \`/firstline ${nearest}\`?`;
  const text = `“${literal(shorten(typed, 40))}” isn’t a word I know. ${guess}`;
  return { text, blocks: [section(text), nowButtons(standpoint)] };
}

/** The answer to a message typed to the bot. */
export function notRead(standpoint: Standpoint): RenderedMessage {
  const text = 'I can’t read messages here. Here’s what you can do:';
  return { text, blocks: [section(text), nowButtons(standpoint)] };
}

/** Every command with an example, and who sees what. */
export function helpMessage(standpoint: Standpoint): RenderedMessage {
  return {
    text: 'What you can type here, and who sees what.',
    blocks: [
      section(
        [
          '*What you can type*',
          '`/ask I need a discount for Northwind by Friday` · your manager gets it at once, and you hear of every step',
          '`/coach @Priya Let the silence work after the price` · a coaching note in one line',
          ...commandWords.map((word) => `\`/firstline ${word}\` · ${whatWordsDo[word]}`),
        ].join('\n'),
      ),
      section(
        [
          '*Who sees what*',
          'A manager and a rep see that and when they talked, and the notes that were shared.',
          'A private note is for who wrote it, alone.',
          'An ask is between the rep and the manager, and the lead once it was taken to them.',
          'A lead and an admin see numbers otherwise. Nothing is posted in a channel.',
        ].join('\n'),
      ),
      nowButtons(standpoint),
      context('Your Home tab has all of this to press.'),
    ],
  };
}

function whatNowWords({ isManager, hasManager }: Standpoint): string {
  if (isManager) return 'Your plan is there when you want it; what you did takes half a minute to log.';
  if (hasManager) return 'You can ask your manager for what you need, and look at what is stored about you.';
  return 'Nobody reports to you yet, and you report to nobody on record. Say who reports to you, or whom you report to, with `/firstline team`: they get one question, and nothing is shared before their yes.';
}

function nowButtons(standpoint: Standpoint): KnownBlock {
  return actions('now', buttonsFor(standpoint));
}

function buttonsFor({ isManager, isLead, hasManager }: Standpoint): Button[] {
  return [
    ...(isManager ? [button(showPlan, {}, 'Your plan'), button(openLog, {}, 'Log an interaction')] : []),
    ...(hasManager ? [button(openAsk, {}, 'Ask for something')] : []),
    ...(isManager || isLead || hasManager ? [button(showAsks, {}, 'Asks')] : []),
    ...(hasManager ? [button(listLog, { about: 'me', page: 0 }, 'What’s stored about me')] : []),
    button(openTeam, {}, 'Set up your team'),
    button(openSettings, {}, 'Settings'),
    button(showHelp, {}, 'Help'),
  ];
}
