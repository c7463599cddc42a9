/** How a pulse is spoken of: points, what changed, and who could see what. */
import type { pulseStatements } from '../../../leading/pulse.ts';
import { list } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

type StatementId = (typeof pulseStatements)[number]['id'];

/** The five answers to a statement, from 1 point to 5. */
export const agreement = ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'] as const;

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
  /** The database's archives and backups may have every change, and when it was made. */
  readonly keepsWhatWas: boolean;
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
    ? 'The answers can’t be opened, because their key is gone. No one sees anything, and nothing is kept.'
    : `Fewer than ${numberWord(minimum)} answered, so no one sees anything and the answers are erased.`;
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
  keepsWhatWas,
}: PulseWhom): readonly [string, string] {
  const readers = [leaderName, ...pooledNames, ...(leadName === undefined ? [] : [leadName])];
  const few = numberWord(minimum);
  return [
    [
      `*Who sees what.* With fewer than ${few} answers, no one sees anything. With ${few} or more, ${teamNames(readers)} see one average per statement, in half points, but not how many answered.`,
      ...(asked <= minimum ? [`There are ${few} of you, so a result means that all of you answered.`] : []),
      `Comments are shown word for word, shuffled, and only if ${few} or more people wrote one.`,
      'Someone who knows what the others said, compares months when people came or went, or knows how you write may still guess what you said.',
    ].join(' '),
    hostWords(keepsWhatWas).join(' '),
  ];
}

function hostWords(keepsWhatWas: boolean): readonly string[] {
  const open =
    '*What your IT admin could see.* While it’s open: that you answered, and one sealed box of all answers, without names, times or order.';
  const slack = 'Slack carries your answer like anything you write.';
  if (keepsWhatWas)
    return [
      open,
      'The database server may also archive every change: when you answered, and the box before and after. With the box’s key, they could work out what you said.',
      'After it closes: only averages and shuffled comments. The key is destroyed then and kept out of backups. Archives still show when you answered, and boxes no one can open unless the key was copied while open.',
      slack,
    ];
  return [
    open,
    'With its key and copies from before and after yours, they could work it out.',
    'After it closes: only averages and shuffled comments. Older backups show that you answered, and a box no one can open unless its key was copied while open.',
    slack,
  ];
}
