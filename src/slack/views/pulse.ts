/** The pulse as a rep meets it: the invitation, and what the leader says in answer. */
import type { KnownBlock } from '@slack/types';
import { pulseStatements } from '../../leading/pulse.ts';
import { formatDate, formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, context, quotation, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { openPulse } from '../routes/pulse.ts';
import { firstName, literal, shorten } from '../text.ts';
import { named } from './ask-words.ts';
import { numberWord, privacyWords, teamNames, whyNothing } from './pulse-words.ts';
import type { PulseWhom } from './pulse-words.ts';

/** On the button, wherever it stands. */
export const answerLabel = 'Answer, half a minute';

export interface PulseInvitation {
  readonly pulse: number;
  /** The rep's own manager, whom the statements are about. */
  readonly managerName: string;
  readonly whom: PulseWhom;
  /** By the rep's clock, e.g. `Mon, Nov 30, 6:00 PM`. */
  readonly until: string;
  readonly stands: 'open' | 'answered' | 'closed';
  /** Nothing could open the answers at the close. */
  readonly isLost: boolean;
}

/** To one rep. Once it is closed it reads the same for everybody, whether they answered or not. */
export function pulseMessage(given: PulseInvitation): RenderedMessage {
  switch (given.stands) {
    case 'open':
      return invitation(given);
    case 'answered':
      return answered(given);
    case 'closed':
      return closed(given);
  }
}

function invitation(given: PulseInvitation): RenderedMessage {
  const about = named(given.managerName);
  return {
    text: `Three statements about ${about}, half a minute, until ${given.until}. It’s up to you.`,
    blocks: [
      section(`*How is it to have ${about} as your manager?*\n${whatHappens(given.whom)}`),
      section(pulseStatements.map(({ words }) => `•  ${literal(words)}`).join('\n')),
      actions(`pulse-${given.pulse}`, [button(openPulse, { pulse: given.pulse }, answerLabel, { style: 'primary' })]),
      context(`Until ${given.until}. It’s up to you: nobody is told whether you took part, and nobody is reminded.`),
      ...privacy(given.whom),
    ],
  };
}

function answered(given: PulseInvitation): RenderedMessage {
  const said = `You have answered, thank you. It stays open until ${given.until}.`;
  return {
    text: said,
    blocks: [
      section(`${said} ${whatHappens(given.whom)}`),
      context(
        'Your answer can be taken back only in the window in which you gave it, while that is open. After that nothing in Firstline says which answer is yours.',
      ),
      ...privacy(given.whom),
    ],
  };
}

function closed({ whom, isLost }: PulseInvitation): RenderedMessage {
  const few = numberWord(whom.minimum);
  const said = 'These three statements are closed now. Thank you to everybody who answered.';
  return {
    text: said,
    blocks: [
      section(said),
      context(
        isLost
          ? whyNothing(whom, isLost)
          : `If ${few} or more did, ${named(whom.leaderName)} hears what you say together, and tells you what they will do. With fewer, nobody hears anything and the answers are erased.`,
      ),
    ],
  };
}

/** What becomes of the answers, in mrkdwn. */
export function whatHappens({ leaderName, leaderShortName, pooledNames }: PulseWhom): string {
  const leader = named(leaderName);
  const first = named(firstName({ name: leaderName, shortName: leaderShortName }));
  if (pooledNames.length === 0)
    return `${first} hears what the team says together, and then tells you what they heard and what they will do.`;
  return `Small teams answer together, so that nobody can be picked out: here those of ${teamNames(pooledNames)}. They and ${leader} hear what all say together, and ${first} tells you what was heard and what will be done.`;
}

/** The two paragraphs on who sees what. */
export function privacy(whom: PulseWhom): KnownBlock[] {
  return privacyWords(whom).map(context);
}

/** What the leader heard and will do, to somebody who was asked. */
export function pulseHeardMessage(given: {
  readonly leaderName: string;
  readonly leaderShortName?: string;
  readonly heard: string;
  readonly will: string;
  /** The day of the promise; undefined where there is none. */
  readonly dueOn: LocalDate | undefined;
  readonly closedOn: LocalDate | null;
  readonly today: LocalDate;
}): RenderedMessage {
  const { today, dueOn } = given;
  const name = named(firstName({ name: given.leaderName, shortName: given.leaderShortName }));
  const by = dueOn === undefined ? '' : `, by ${formatDay(dueOn, today)}`;
  const from = given.closedOn === null ? '' : ` that closed on ${formatDate(given.closedOn, today)}`;
  const text = `What ${name} heard: ${excerpt(given.heard)} What ${name} will do${by}: ${excerpt(given.will)}`;
  return {
    text: shorten(text, limits.messageText),
    blocks: [
      section(`*What ${name} heard*`),
      quotation(given.heard),
      section(`*What ${name} will do${by}*`),
      quotation(given.will),
      context(
        `${named(given.leaderName)}’s answer to the three statements${from}.${dueOn === undefined ? '' : ' It stands as a promise in your Home tab, and you see there what becomes of it.'}`,
      ),
    ],
  };
}

/** To a manager: why nobody asks their team. */
export function pulseNoneMessage({ minimum }: { readonly minimum: number }): RenderedMessage {
  const few = numberWord(minimum);
  const said = `Your team isn’t asked whether they feel cared for, helped and able to trust you: with fewer than ${few} people, an answer could be traced to somebody.`;
  return {
    text: said,
    blocks: [
      section(said),
      section(
        `Small teams under the same lead answer together where that makes ${few}; here it doesn’t yet. When it does, or when your team grows, it starts by itself.`,
      ),
      context(
        'Until then you can ask each of them yourself: “What is one thing I could do that would help you more?” You are told this once.',
      ),
    ],
  };
}

function excerpt(text: string): string {
  return literal(shorten(text, 300));
}
