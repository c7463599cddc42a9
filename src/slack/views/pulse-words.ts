/** How a pulse is spoken of: points, what changed, and who could see what. */
import type { pulseStatements } from '../../leading/pulse.ts';
import { list } from '../text.ts';
import { named } from './ask-words.ts';

type StatementId = (typeof pulseStatements)[number]['id'];

/** The five answers to a statement, from 1 point to 5. */
export const agreement = ['Strongly disagree', 'Disagree', 'In between', 'Agree', 'Strongly agree'] as const;

/** What each statement is about, in a word or two. */
export const topics = {
  cares: 'Care',
  helps: 'Help',
  trusts: 'Trust',
} as const satisfies Record<StatementId, string>;

const highest = 4.5;
const lowest = 1.5;
const mostNames = 10;

/** Who answers about whom, as far as the words need it. */
export interface PulseWhom {
  /** Who hears the answer and says what comes of it. */
  readonly leaderName: string;
  /** What the reader calls them, where somebody else has the same first name. */
  readonly leaderShortName?: string;
  /** The managers whose teams answer together; none where it is one team. */
  readonly pooledNames: readonly string[];
  /** Above the leader. */
  readonly leadName: string | undefined;
  readonly minimum: number;
  /** How many are asked. */
  readonly asked: number;
}

/** `3.5 of 5`, `4.5 or more of 5`. */
export function pointsWords(points: number): string {
  return `${bare(points)} of 5`;
}

/** `, up from 3`; empty where there is nothing to compare with. */
export function changeWords(points: number, before: number | undefined, when = 'last time'): string {
  if (before === undefined) return '';
  if (points === before) return `, as ${when}`;
  return points > before ? `, up from ${bare(before)}` : `, down from ${bare(before)}`;
}

function bare(points: number): string {
  if (points >= highest) return `${highest} or more`;
  return points <= lowest ? `${lowest} or less` : String(points);
}

/** `five`, in the middle of a sentence. */
export function numberWord(number: number): string {
  return number === 5 ? 'five' : String(number);
}

/** Why a pulse that is closed has no result. */
export function whyNothing({ minimum }: Pick<PulseWhom, 'minimum'>, isLost: boolean): string {
  return isLost
    ? 'The answers couldn’t be opened any more: the key they were locked with is gone. Nothing is shown to anybody, and nothing of them is kept.'
    : `Fewer than ${numberWord(minimum)} answered, so nothing is shown to anybody, and the answers are erased.`;
}

/** `Dana Osei, Marco Bianchi and 3 others`, in mrkdwn. */
export function teamNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(named);
  return list(names.length > mostNames ? [...shown, `${names.length - mostNames} others`] : shown);
}

/**
 * Who sees what, and what whoever hosts the database could find out, in mrkdwn. It must never reassure more than is true: it follows
 * how the answers are kept.
 */
export function privacyWords({
  leaderName,
  pooledNames,
  leadName,
  minimum,
  asked,
}: PulseWhom): readonly [string, string] {
  const readers = [leaderName, ...pooledNames, ...(leadName === undefined ? [] : [leadName])];
  const few = numberWord(minimum);
  return [
    [
      `*Who sees what.* With fewer than ${few} answers nobody sees anything. From ${few} on, ${teamNames(readers)} may see one average a statement, in half points, and not how many answered.`,
      ...(asked <= minimum ? [`You are ${few}, so that there is a result means that all of you answered.`] : []),
      `Sentences are shown word for word and mixed, and only if ${few} or more people wrote one.`,
      'Whoever knows what the others said, compares months in which people came or went, or knows your way of writing may still guess at what you said.',
    ].join(' '),
    [
      '*What whoever hosts this could see.* While it is open: that you have answered, and one sealed box of all answers, without names, times or order. With its key and copies from before and after yours they could work it out.',
      'After the close only averages and mixed sentences are left; older backups have that you answered, and a box nobody can open unless its key was copied while open. Slack carries your answer like all you write.',
    ].join(' '),
  ];
}
