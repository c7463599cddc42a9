/** What a rep is told of the records about them: what is expected, promised and agreed. */
import type { KnownBlock } from '@slack/types';
import type { AssignmentState, PromiseState } from '../../../behaviours/facts.ts';
import type { AssignmentId } from '../../../behaviours/ids.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import { actions, button, context, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { acknowledgeExpectation, openComment } from '../../routes/development.ts';
import { literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

const longestInText = 300;

/** A message whose record is gone: nothing of its words stays. */
export function takenBack(what: string): RenderedMessage {
  return { text: what, blocks: [context(what)] };
}

/** What a manager expects, to be confirmed once. */
export function expectationMessage(given: {
  readonly id: number;
  readonly managerName: string;
  readonly text: string;
  readonly acknowledgedOn: LocalDate | null;
  readonly today: LocalDate;
}): RenderedMessage {
  const said = `${named(given.managerName)} wrote down what they expect of you:`;
  const read: KnownBlock =
    given.acknowledgedOn === null
      ? actions(`expectation-${given.id}`, [
          button(acknowledgeExpectation, { expectation: given.id }, 'I’ve read it', { style: 'primary' }),
        ])
      : context(`You confirmed on ${formatDate(given.acknowledgedOn, given.today)} that you have read it.`);
  return {
    text: worded(said, given.text),
    blocks: [
      section(said),
      quotation(given.text),
      read,
      ...(given.acknowledgedOn === null
        ? [context('This says you’ve read it, not that you agree. If something is unclear, talk about it first.')]
        : []),
    ],
  };
}

/** What a manager promised, as it stands. */
export function promiseMessage(given: {
  readonly managerName: string;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly state: PromiseState;
  readonly settledOn: LocalDate | null;
  /** Who keeps it, since who made it has left. */
  readonly keeperName?: string | undefined;
  readonly today: LocalDate;
}): RenderedMessage {
  const said = `${named(given.managerName)} promised you something:`;
  const held =
    given.keeperName === undefined || given.state !== 'open'
      ? []
      : [context(`${named(given.managerName)} has left. ${named(given.keeperName)} has this promise now.`)];
  return {
    text: worded(`${said.slice(0, -1)}, for ${formatDay(given.dueOn, given.today)}:`, given.text),
    blocks: [section(said), quotation(given.text), ...held, context(promiseStands(given))],
  };
}

function promiseStands(given: {
  readonly dueOn: LocalDate;
  readonly state: PromiseState;
  readonly settledOn: LocalDate | null;
  readonly today: LocalDate;
}): string {
  const on = given.settledOn === null ? '' : ` on ${formatDate(given.settledOn, given.today)}`;
  switch (given.state) {
    case 'open':
      return `By ${formatDay(given.dueOn, given.today)}. I’ll keep this message up to date.`;
    case 'kept':
      return `Kept${on}.`;
    case 'dropped':
      return `Withdrawn${on}.`;
  }
}

export function promiseKeptMessage(given: { readonly managerName: string; readonly text: string }): RenderedMessage {
  const said = `${named(given.managerName)} kept a promise to you:`;
  return { text: worded(said, given.text), blocks: [section(said), quotation(given.text)] };
}

/** In its place, once the manager took that back. */
export function promiseStillOpen(given: { readonly managerName: string; readonly text: string }): RenderedMessage {
  const said = `${named(given.managerName)} is still on this:`;
  return { text: worded(said, given.text), blocks: [section(said), quotation(given.text)] };
}

const assignmentStands = {
  open: '',
  improved: 'Looked again: better.',
  repeated: 'Looked again: keep practicing.',
  missed: 'It didn’t happen this time.',
} as const satisfies Record<AssignmentState, string>;

/** What rep and manager agreed to work on. */
export function cycleMessage(given: {
  readonly cycle: number;
  readonly assignmentId: AssignmentId;
  readonly managerName: string;
  readonly gap: string;
  readonly assignment: string;
  readonly dueOn: LocalDate;
  readonly state: AssignmentState;
  /** This assignment was the one with which the gap closed. */
  readonly isClosed: boolean;
  readonly comments: number;
  readonly today: LocalDate;
}): RenderedMessage {
  const said = `What you and ${named(given.managerName)} agreed to work on:`;
  const stands = given.isClosed ? 'Goal reached.' : assignmentStands[given.state];
  const comments =
    given.comments === 0 ? '' : ` ${given.comments === 1 ? 'One comment' : `${given.comments} comments`} so far.`;
  return {
    text: worded(said, given.assignment),
    blocks: [
      section(said),
      context('*Where you are now, and where you want to be*'),
      quotation(given.gap),
      context('*What you’ll try*'),
      quotation(given.assignment),
      context(
        given.state === 'open'
          ? `You’ll look at it together on ${formatDay(given.dueOn, given.today)}.${comments}`
          : `${stands}${comments}`,
      ),
      actions(`cycle-${given.assignmentId}`, [button(openComment, { cycle: given.cycle }, 'Comment')]),
    ],
  };
}

/** What somebody set out for is reached, as their manager saw when they looked again. */
export function goalReachedMessage(given: {
  readonly managerShortName: string;
  readonly gap: string;
  readonly closedOn: LocalDate;
  readonly today: LocalDate;
}): RenderedMessage {
  const on = given.closedOn === given.today ? 'today' : `on ${formatDay(given.closedOn, given.today)}`;
  const said = `You reached your goal. ${named(given.managerShortName)} looked again ${on} and saw it.`;
  return { text: worded(said, given.gap), blocks: [section(said), quotation(given.gap)] };
}

function worded(said: string, text: string): string {
  return shorten(`${said} ${literal(shorten(text, longestInText))}`, limits.messageText);
}
