/** What can be done here, by what somebody is to others. */
import type { Button, KnownBlock } from '@slack/types';
import type { CommandWord } from '../../../leading/command-words.ts';
import { commandWords } from '../../../leading/command-words.ts';
import type { Roles } from '../../../leading/roles.ts';
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

/** What somebody is to others, as far as it decides what they can do. */
export interface Standpoint extends Roles {
  /** Reports to somebody, whatever else they are. */
  readonly hasManager: boolean;
  /** Runs this for everybody. */
  readonly isAdmin?: boolean;
}

/** What a word does, and for whom it makes sense. */
const whatWordsDo = {
  plan: ['your week', leads],
  snowed: ['thin out a busy week', leads],
  log: ['your notes and conversations', leads],
  asks: ['who’s waiting on whom', everybody],
  thank: ['who deserves thanks', leads],
  trends: ['the last 12 weeks', leads],
  pulse: ['how it’s going with your manager', everybody],
  data: ['what’s stored about you', everybody],
  team: ['who reports to you', setsUp],
  people: ['who is who', ({ isAdmin }) => isAdmin === true],
  settings: ['your hour, your days off', everybody],
  help: ['this list', everybody],
} as const satisfies Record<CommandWord, readonly [string, (standpoint: Standpoint) => boolean]>;

function leads({ isManager, isLead }: Standpoint): boolean {
  return isManager || isLead;
}

/** Who only reports to somebody has no team to set up. */
function setsUp(standpoint: Standpoint): boolean {
  return leads(standpoint) || !standpoint.hasManager || standpoint.isAdmin === true;
}

function everybody(): boolean {
  return true;
}

function wordsFor(standpoint: Standpoint): CommandWord[] {
  return commandWords.filter((word) => whatWordsDo[word][1](standpoint));
}

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
      ? `Try ${list(wordsFor(standpoint).map((word) => `\`${word}\``))}.`
      : `Did you mean \`/firstline ${nearest}\`?`;
  const text = `I don’t know “${literal(shorten(typed, 40))}”. ${guess}`;
  return { text, blocks: [section(text), nowButtons(standpoint)] };
}

/** The answer to a message typed to the bot that says nothing to make an ask or a note of. */
export function notRead(standpoint: Standpoint): RenderedMessage {
  const text = 'I can’t read messages here. Here’s what you can do:';
  return { text, blocks: [section(text), nowButtons(standpoint)] };
}

/** Every command with an example, and who sees what. */
export function helpMessage(standpoint: Standpoint): RenderedMessage {
  const asks = standpoint.hasManager ? ['`/ask 12% for Northwind by Friday`'] : [];
  const notes = leads(standpoint) ? ['`/coach Priya great call` · a private note'] : [];
  return {
    text: 'What you can type here, and who sees what.',
    blocks: [
      section(
        [
          '*Try*',
          ...asks,
          ...notes,
          ...wordsFor(standpoint).map((word) => `\`/firstline ${word}\` · ${whatWordsDo[word][0]}`),
        ].join('\n'),
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
  if (leads(standpoint)) return 'See your week, note a conversation, or answer an ask.';
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
    ...(setsUp(standpoint) ? [button(openTeam, {}, 'Set up your team')] : []),
    button(openSettings, {}, 'Settings'),
    button(showHelp, {}, 'Help'),
  ];
}
