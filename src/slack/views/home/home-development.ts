/** The Home tab of a rep: what was promised to them, what they work on, what they want, and what was said of their work. */
import type { KnownBlock } from '@slack/types';
import { addDays, formatDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, confirmation, header, quotation, section } from '../../kit/blocks.ts';
import { acknowledgeExpectation, addGoal, changeGoal, openComment } from '../../routes/development.ts';
import { promiseNotKept } from '../../routes/my-promises.ts';
import { numberedId } from '../../kit/route.ts';
import { count, firstName, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import {
  cycleBlocks,
  excerpt,
  expectationStatus,
  ideaStatus,
  promiseStatus,
  promiseTitle,
} from '../log/development-words.ts';
import type { ExpectationRow, PromiseRow } from '../log/development-words.ts';
import type { RepHome } from './shown-home.ts';
import type { HomeSection } from './home-fit.ts';

const mostPromises = 6;
const mostOfCycle = { assignments: 1, comments: 2 };
const mostGoals = 10;
const mostExpectations = 2;
const newsDays = 14;
const mostPraises = 2;
const mostIdeas = 2;
/** What has to be confirmed is shown as a whole. */
const longestExpectation = 3000;

/** Open ones, and what became of the others lately. */
export function promisedToMe({ promises: all, managerName }: RepHome, today: LocalDate): HomeSection {
  const since = addDays(today, -newsDays);
  const promises = all.filter(({ state, settledOn }) => state === 'open' || (settledOn ?? '') > since);
  return {
    head: [header('Promised to you')],
    rows: promises.slice(0, mostPromises).map((promise) => [promiseBlock(promise, managerName, today)]),
    total: promises.length,
    priority: 4,
    more: (hidden) => `${count(hidden, 'more promise')}.`,
    foot: [],
  };
}

function withWhom({ keeperName }: PromiseRow): string {
  return keeperName === undefined ? '' : `, with ${named(keeperName)} now`;
}

function promiseBlock(promise: PromiseRow, managerName: string, today: LocalDate): KnownBlock {
  const from = promise.otherName === managerName ? '' : ` · from ${named(promise.otherName)}`;
  const isLate = promise.state === 'open' && promise.dueOn < today;
  const said = promise.saidNotKept === true && isLate ? ' · they know you’re waiting' : '';
  const words = `*${promiseTitle(promise.text)}*\n${promiseStatus(promise, today)}${from}${withWhom(promise)}${said}`;
  if (!isLate || promise.saidNotKept === true) return section(words);
  const who = firstName({ name: promise.keeperName ?? promise.otherName });
  const confirm = confirmation(
    `Remind ${who}?`,
    `${who} gets one line: you’re still waiting for this.`,
    'Remind',
    'Not now',
  );
  return section(words, {
    ...button(promiseNotKept, { promise: promise.id }, 'Not kept', { confirm }),
    action_id: numberedId(promiseNotKept, promise.id),
  });
}

/** What the rep and their manager work on. */
export function myCycle({ cycle }: RepHome, today: LocalDate): HomeSection {
  return {
    head: [header('What you’re working on')],
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
    more: () => 'It’s in your messages.',
    foot: [],
  };
}

/** The rep owns them: everything can be changed here. */
export function myGoals({ goals }: RepHome): HomeSection {
  return {
    head: [header('Your goals')],
    rows: goals
      .slice(0, mostGoals)
      .map((goal) => [section(excerpt(goal.text), button(changeGoal, { goal: goal.id }, 'Change'))]),
    total: goals.length,
    priority: 3,
    more: (hidden) => `${count(hidden, 'more goal')}.`,
    foot: [actions('goals', [button(addGoal, {}, 'Add a goal')])],
  };
}

export function expectedOfMe({ expectations, managerShortName }: RepHome, today: LocalDate): HomeSection {
  return {
    head: [header(`What ${shorten(managerShortName, 60)} expects`)],
    rows: expectations.slice(0, mostExpectations).map((expectation) => expectationBlocks(expectation, today)),
    total: expectations.length,
    priority: 3,
    more: (hidden) => `${count(hidden, 'more', 'more')} before these.`,
    foot: [],
  };
}

function expectationBlocks(expectation: ExpectationRow, today: LocalDate): KnownBlock[] {
  const status = `_${expectationStatus(expectation, today)}_`;
  if (expectation.acknowledgedOn !== null) return [section(`${excerpt(expectation.text)}\n${status}`)];
  const read = button(acknowledgeExpectation, { expectation: expectation.id }, 'I’ve read it', { style: 'primary' });
  return [quotation(shorten(expectation.text, longestExpectation)), section(status, read)];
}

export function praise({ praises }: RepHome, today: LocalDate): HomeSection {
  return {
    head: [header('Thanks')],
    rows: praises
      .slice(0, mostPraises)
      .map((row) => [section(`${excerpt(row.text)}\n_${named(row.managerName)}, ${formatDate(row.givenOn, today)}_`)]),
    total: praises.length,
    priority: 2,
    more: (hidden) => `${count(hidden, 'more', 'more')} before these.`,
    foot: [],
  };
}

export function myIdeas({ ideas }: RepHome, today: LocalDate): HomeSection {
  return {
    head: [header('Your ideas')],
    rows: ideas.slice(0, mostIdeas).map((idea) => [section(`*${excerpt(idea.text)}*\n_${ideaStatus(idea, today)}_`)]),
    total: ideas.length,
    priority: 2,
    more: (hidden) => `${count(hidden, 'more', 'more')} before these.`,
    foot: [],
  };
}
