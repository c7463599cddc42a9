/** How promises, cycles, goals, expectations and ideas are spoken of, to a rep and to their manager alike. */
import type { KnownBlock } from '@slack/types';
import type { RootCause } from '../../../behaviours/change.ts';
import type { AssignmentState, ConfidenceTopic, PromiseState } from '../../../behaviours/facts.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import { capital } from '../../../behaviours/number-words.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { context, section } from '../../kit/blocks.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

export interface PromiseRow {
  readonly id: number;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly state: PromiseState;
  readonly settledOn: LocalDate | null;
  /** The other one of the two. */
  readonly otherName: string;
  /** What the reader calls them, where it was asked for. */
  readonly otherShortName?: string;
  /** Who made it, where that isn't who keeps it: they have left. */
  readonly makerName?: string;
  /** To be kept by somebody else than who made it: by them. */
  readonly keeperName?: string;
  /** Its day has passed, and the reader has said that they still wait. */
  readonly saidNotKept?: boolean;
  /** It was made to all of a team together. */
  readonly isToTeam?: boolean;
}

export interface CycleSummary {
  readonly id: number;
  readonly gap: string;
  /** Undefined for everybody but the manager who took it for the cause. */
  readonly rootCause: RootCause | undefined;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** Newest first. */
  readonly assignments: readonly AssignmentSummary[];
  /** Oldest first. */
  readonly comments: readonly CommentSummary[];
}
export interface AssignmentSummary {
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly state: AssignmentState;
  readonly settledOn: LocalDate | null;
}
export interface CommentSummary {
  readonly authorName: string;
  readonly isOwn: boolean;
  readonly text: string;
  /** The reader's local day. */
  readonly on: LocalDate;
}

export interface GoalRow {
  readonly id: number;
  readonly text: string;
  readonly revisitedOn: LocalDate;
}

export interface ExpectationRow {
  readonly id: number;
  readonly text: string;
  readonly statedOn: LocalDate;
  readonly acknowledgedOn: LocalDate | null;
  readonly managerName: string;
}

export interface IdeaRow {
  readonly text: string;
  readonly heardOn: LocalDate;
  readonly usedOn: LocalDate | null;
  readonly usedWhere: string | null;
  readonly creditedOn: LocalDate | null;
}

const longestExcerpt = 400;

const rootCauses = {
  skill: 'a skill to learn',
  will: 'motivation or confidence',
  obstacle: 'something that stands in the way',
  expectation: 'no one made it clear',
} as const satisfies Record<RootCause, string>;

export const confidenceTopics = {
  'how-we-win': 'How we win',
  'dream-clients': 'Our dream clients',
  'our-value': 'The value we create',
} as const satisfies Record<ConfidenceTopic, string>;

/** Typed words in a line of mrkdwn, literal and not too long. */
export function excerpt(text: string, length = longestExcerpt): string {
  return literal(shorten(text.replaceAll(/\s+/gu, ' ').trim(), length));
}

/** What was promised, as a title: people type it as they say it, after "I promised". */
export function promiseTitle(text: string, length?: number): string {
  return capital(excerpt(text, length));
}

/** `by Fri, Nov 27`, in mrkdwn. */
export function promiseStatus(promise: PromiseRow, today: LocalDate): string {
  const settled = promise.settledOn === null ? '' : ` on ${formatDate(promise.settledOn, today)}`;
  switch (promise.state) {
    case 'kept':
      return `Kept${settled}`;
    case 'dropped':
      return `Withdrawn${settled}`;
    case 'open':
      if (promise.dueOn === today) return 'Due today';
      return promise.dueOn < today
        ? `Was due ${formatDay(promise.dueOn, today)}`
        : `By ${formatDay(promise.dueOn, today)}`;
  }
}

/** `Ask two more questions before the price · look again on Fri, Nov 27`, in mrkdwn. */
export function assignmentLine(assignment: AssignmentSummary, today: LocalDate): string {
  return `${excerpt(assignment.text)}\n_${assignmentStatus(assignment, today)}_`;
}

function assignmentStatus({ state, dueOn, settledOn }: AssignmentSummary, today: LocalDate): string {
  const on = formatDay(settledOn ?? dueOn, today);
  switch (state) {
    case 'open':
      return dueOn < today ? `Look again: was due ${on}` : `Look again on ${on}`;
    case 'improved':
      return `Looked again ${on}: better`;
    case 'repeated':
      return `Looked again ${on}: keep practicing`;
    case 'missed':
      return `Looked again ${on}: not done`;
  }
}

/** The gap, its assignments and what was said about it. */
export function cycleBlocks(
  cycle: CycleSummary,
  today: LocalDate,
  most: { readonly assignments: number; readonly comments: number },
): KnownBlock[] {
  const since = `since ${formatDate(cycle.openedOn, today)}`;
  const state = cycle.closedOn === null ? since : `${since}, goal reached on ${formatDate(cycle.closedOn, today)}`;
  const shown = cycle.assignments.slice(0, most.assignments);
  const older = cycle.assignments.length - shown.length;
  const comments = cycle.comments.slice(-most.comments);
  const unshown = cycle.comments.length - comments.length;
  const cause =
    cycle.rootCause === undefined
      ? ''
      : `\n_Your view of the cause: ${rootCauses[cycle.rootCause]}. Only you can see this._`;
  return [
    section(`*Focus* · ${state}\n${excerpt(cycle.gap)}${cause}`),
    ...shown.map((assignment, index) =>
      section(`*${index === 0 ? 'What to try' : 'Before that'}*\n${assignmentLine(assignment, today)}`),
    ),
    ...(older > 0 ? [context(`${count(older, 'earlier step')}.`)] : []),
    ...(unshown > 0 ? [context(`${count(unshown, 'earlier comment')}.`)] : []),
    ...comments.map((comment) => context(commentLine(comment, today))),
  ];
}

function commentLine(comment: CommentSummary, today: LocalDate): string {
  const who = comment.isOwn ? 'You' : named(comment.authorName);
  return `*${who}*, ${formatDate(comment.on, today)}: ${excerpt(comment.text)}`;
}

/** `Used on Oct 12 in the Northwind offer · credited in front of the others`, in mrkdwn. */
export function ideaStatus(idea: IdeaRow, today: LocalDate): string {
  if (idea.usedOn === null) return `Heard on ${formatDate(idea.heardOn, today)}`;
  const where = idea.usedWhere === null || idea.usedWhere.trim() === '' ? '' : `: ${excerpt(idea.usedWhere, 200)}`;
  const credited = idea.creditedOn === null ? '' : ` · credited in front of the others`;
  return `Used on ${formatDate(idea.usedOn, today)}${where}${credited}`;
}

/** `Read on Oct 12`, `Not confirmed yet`. */
export function expectationStatus({ statedOn, acknowledgedOn }: ExpectationRow, today: LocalDate): string {
  const stated = `Written on ${formatDate(statedOn, today)}`;
  return acknowledgedOn === null
    ? `${stated}, not confirmed yet`
    : `${stated}, read on ${formatDate(acknowledgedOn, today)}`;
}
