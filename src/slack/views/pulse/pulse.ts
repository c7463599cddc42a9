/** The pulse as a rep meets it: the invitation, and what the leader says in answer. */
import type { KnownBlock } from '@slack/types';
import { pulseStatements } from '../../../leading/pulse.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openPulse } from '../../routes/pulse.ts';
import { firstName, literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { numberWord, privacyWords, teamNames, whyNothing } from './pulse-words.ts';
import type { PulseWhom } from './pulse-words.ts';

/** On the button, wherever it stands. */
export const answerLabel = 'Answer (30 seconds)';

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
    text: `Three statements about ${about}, 30 seconds, open until ${given.until}. Optional.`,
    blocks: [
      section(`*How is it going with ${about}?*\n${whatHappens(given.whom)}`),
      section(pulseStatements.map(({ words }) => `•  ${literal(words)}`).join('\n')),
      actions(`pulse-${given.pulse}`, [button(openPulse, { pulse: given.pulse }, answerLabel, { style: 'primary' })]),
      context(`Open until ${given.until}. Optional. No one is told who took part, and no one gets a reminder.`),
      ...privacy(given.whom),
    ],
  };
}

function answered(given: PulseInvitation): RenderedMessage {
  const said = `You’ve answered. Thank you. It stays open until ${given.until}.`;
  return {
    text: said,
    blocks: [
      section(`${said} ${whatHappens(given.whom)}`),
      context(
        'You can take your answer back only in the window where you gave it, while it’s open. After that, nothing in Firstline says which answer is yours.',
      ),
      ...privacy(given.whom),
    ],
  };
}

function closed({ whom, isLost }: PulseInvitation): RenderedMessage {
  const few = numberWord(whom.minimum);
  const said = 'This pulse is closed. Thanks to everyone who answered.';
  return {
    text: said,
    blocks: [
      section(said),
      context(
        isLost
          ? whyNothing(whom, isLost)
          : `If ${few} or more answered, ${named(whom.leaderName)} hears the team’s answer and tells you what they’ll do. With fewer, no one hears anything and the answers are erased.`,
      ),
    ],
  };
}

/** What becomes of the answers, in mrkdwn. */
export function whatHappens({ leaderName, leaderShortName, pooledNames }: PulseWhom): string {
  const leader = named(leaderName);
  const first = named(firstName({ name: leaderName, shortName: leaderShortName }));
  if (pooledNames.length === 0)
    return `${first} hears the team’s answer, then tells you what they heard and what they’ll do.`;
  return `Small teams answer together so that no one can be singled out: here, the teams of ${teamNames(pooledNames)}. They and ${leader} hear the combined answer, and ${first} tells you what comes of it.`;
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
        `${named(given.leaderName)}’s answer to the three statements${from}.${dueOn === undefined ? '' : ' It’s a promise in your Home tab, where you can follow it.'}`,
      ),
    ],
  };
}

/** To a manager: why nobody asks their team. */
export function pulseNoneMessage({ minimum }: { readonly minimum: number }): RenderedMessage {
  const few = numberWord(minimum);
  const said = `I don’t run the pulse with your team. With fewer than ${few} people, an answer could be traced to someone.`;
  return {
    text: said,
    blocks: [
      section(said),
      section(
        `Small teams under one lead answer together once they add up to ${few}. Yours don’t yet. When they do, or when your team grows, it starts by itself.`,
      ),
      context(
        'Until then, ask them yourself: “What’s one thing I could do that would help you more?” I won’t bring this up again.',
      ),
    ],
  };
}

function excerpt(text: string): string {
  return literal(shorten(text, 300));
}
