/** The Home tab of a rep: what was promised to them, what they work on, what they want, and what was said of their work. */
import type { KnownBlock } from '@slack/types';
import { formatDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, header, quotation, section } from '../blocks.ts';
import { acknowledgeExpectation, addGoal, changeGoal, openComment } from '../routes/development.ts';
import { count, shorten } from '../text.ts';
import { named } from './ask-words.ts';
import { removeButton } from './development-forms.ts';
import { cycleBlocks, excerpt, expectationStatus, ideaStatus, promiseStatus } from './development-words.ts';
import type { ExpectationRow, GoalRow, PromiseRow } from './development-words.ts';
import type { RepHome } from './home-data.ts';
import type { HomeSection } from './home-fit.ts';

const mostPromises = 6;
const mostOfCycle = { assignments: 2, comments: 3 };
const mostGoals = 10;
const mostExpectations = 3;
const mostPraises = 3;
const mostIdeas = 3;
/** What has to be confirmed is shown as a whole. */
const longestExpectation = 3000;

export function promisedToMe({ promises, managerShortName }: RepHome, today: LocalDate): HomeSection {
  return {
    head: heading('Promised to you', promises, `${named(managerShortName)} has no open promise to you on record.`),
    rows: promises.slice(0, mostPromises).map((promise) => [promiseBlock(promise, today)]),
    total: promises.length,
    priority: 4,
    more: (hidden) => `${count(hidden, 'more promise')} with a later day.`,
    foot: [],
  };
}

function withWhom({ keeperName }: PromiseRow): string {
  return keeperName === undefined ? '' : `, with ${named(keeperName)} now`;
}

function promiseBlock(promise: PromiseRow, today: LocalDate): KnownBlock {
  return section(
    `*${excerpt(promise.text)}*\n${promiseStatus(promise, today)} · from ${named(promise.otherName)}${withWhom(promise)}`,
  );
}

/** What the rep and their manager work on. */
export function myCycle({ cycle, managerShortName }: RepHome, today: LocalDate): HomeSection {
  const none = `You and ${named(managerShortName)} haven’t agreed yet on what to get better at. You can bring it up: what one thing would you like to be better at in half a year?`;
  return {
    head: heading('What you work on', cycle === undefined ? [] : [cycle], none),
    rows:
      cycle === undefined
        ? []
        : [
            [
              ...cycleBlocks(cycle, today, mostOfCycle),
              actions(`cycle-${cycle.id}`, [button(openComment, { cycle: cycle.id }, 'Comment')]),
            ],
          ],
    total: cycle === undefined ? 0 : 1,
    priority: 4,
    more: () => 'There is no room for it here; your manager’s messages have it.',
    foot: [],
  };
}

/** The rep owns them: everything can be changed here. */
export function myGoals({ goals, managerShortName }: RepHome): HomeSection {
  const none = `What do you want from this job? ${named(managerShortName)} can help only with what is known.`;
  return {
    head: heading('What you want from this job', goals, none),
    rows: goals.slice(0, mostGoals).map((goal) => goalBlocks(goal)),
    total: goals.length,
    priority: 3,
    more: (hidden) => `${count(hidden, 'more goal')}: ${hidden === 1 ? 'it shows' : 'they show'} as you remove others.`,
    foot: [actions('goals', [button(addGoal, {}, 'Add')])],
  };
}

function goalBlocks(goal: GoalRow): KnownBlock[] {
  return [
    section(excerpt(goal.text)),
    actions(`goal-${goal.id}`, [button(changeGoal, { goal: goal.id }, 'Change'), removeButton(goal.id)]),
  ];
}

export function expectedOfMe({ expectations, managerShortName }: RepHome, today: LocalDate): HomeSection {
  return {
    head: heading('What is expected of you', expectations, `${named(managerShortName)} hasn’t written this down yet.`),
    rows: expectations.slice(0, mostExpectations).map((expectation) => expectationBlocks(expectation, today)),
    total: expectations.length,
    priority: 3,
    more: (hidden) => `${count(hidden, 'more', 'more')} from before.`,
    foot: [],
  };
}

function expectationBlocks(expectation: ExpectationRow, today: LocalDate): KnownBlock[] {
  const status = `_${expectationStatus(expectation, today)}, by ${named(expectation.managerName)}_`;
  if (expectation.acknowledgedOn !== null) return [section(`${excerpt(expectation.text)}\n${status}`)];
  const read = button(acknowledgeExpectation, { expectation: expectation.id }, 'I have read it', { style: 'primary' });
  return [quotation(shorten(expectation.text, longestExpectation)), section(status, read)];
}

export function praise({ praises }: RepHome, today: LocalDate): HomeSection {
  return {
    head: heading('Thanks you got', praises, 'Nothing yet. It shows up here when somebody thanks you for something.'),
    rows: praises
      .slice(0, mostPraises)
      .map((row) => [section(`${excerpt(row.text)}\n_${named(row.managerName)}, ${formatDate(row.givenOn, today)}_`)]),
    total: praises.length,
    priority: 2,
    more: (hidden) => `${count(hidden, 'more', 'more')} before these.`,
    foot: [],
  };
}

export function myIdeas({ ideas, managerShortName }: RepHome, today: LocalDate): HomeSection {
  const none = `None on record. When ${named(managerShortName)} uses one of yours, it shows up here with your name.`;
  return {
    head: heading('Your ideas', ideas, none),
    rows: ideas.slice(0, mostIdeas).map((idea) => [section(`*${excerpt(idea.text)}*\n_${ideaStatus(idea, today)}_`)]),
    total: ideas.length,
    priority: 2,
    more: (hidden) => `${count(hidden, 'more', 'more')} before these.`,
    foot: [],
  };
}

function heading(title: string, rows: readonly unknown[], none: string): KnownBlock[] {
  return rows.length === 0 ? [header(title), section(none)] : [header(title)];
}
