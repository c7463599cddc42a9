/** Everything on record about one rep that their manager may see, with what can be done next. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { ConfidenceTopic, SkillFact } from '../../../behaviours/facts.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { openComment } from '../../routes/development.ts';
import { readNote } from '../../routes/logging.ts';
import { logAbout, newerEntries, nextStep, olderEntries, openPerson, unfoldPerson } from '../../routes/person.ts';
import type { PersonPart } from '../../routes/person.ts';
import { openPromise } from '../../routes/promises.ts';
import { firstName, list, literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import {
  confidenceTopics,
  cycleBlocks,
  excerpt,
  expectationStatus,
  ideaStatus,
  promiseStatus,
  promiseTitle,
} from '../log/development-words.ts';
import type { CycleSummary, ExpectationRow, GoalRow, IdeaRow, PromiseRow } from '../log/development-words.ts';

import { dueBlocks } from '../nudge/everything-else.ts';
import type { ShownDue } from '../nudge/everything-else.ts';
import { nudgeBlocks } from '../nudge/nudge.ts';
import type { ShownNudge } from '../nudge/nudge.ts';
import { thingButtons } from '../nudge/thing-buttons.ts';

export interface PersonSheet {
  readonly rep: { readonly id: number; readonly name: string; readonly shortName?: string };
  /** The reader's local day. */
  readonly today: LocalDate;
  /** The live cycle, else the newest. */
  readonly cycle: CycleSummary | undefined;
  readonly cyclesBefore: number;
  /** The behaviour whose form is the next step of the cycle. */
  readonly next: { readonly behaviour: string; readonly label: string } | undefined;
  /** What the week asks for with them. */
  readonly open: readonly ShownNudge[];
  /** What else is due with them, the neediest first. */
  readonly due: readonly ShownDue[];
  readonly goals: readonly GoalRow[];
  /** `isOwn`: the reader's to keep. */
  readonly promises: readonly (PromiseRow & { readonly isOwn: boolean })[];
  readonly expectations: readonly ExpectationRow[];
  readonly ideas: readonly IdeaRow[];
  /** From the reader's own notes, each tag once. */
  readonly skills: readonly Pick<SkillFact, 'tag' | 'level'>[];
  /** The newest answer to each question. */
  readonly confidence: readonly {
    readonly topic: ConfidenceTopic;
    readonly value: number;
    readonly answeredOn: LocalDate;
  }[];
  readonly entries: readonly EntryRow[];
  readonly page: number;
  readonly hasOlder: boolean;
}

export interface EntryRow {
  readonly id: number;
  readonly what: string;
  /** undefined where it was the reader. */
  readonly by: string | undefined;
  readonly happenedOn: LocalDate;
  readonly minutes: number | null;
  /** There are words, and the reader may read them. */
  readonly canRead: boolean;
}

const most = { assignments: 2, comments: 3, skills: 20 } as const;
/** So many rows of a part are shown; unfolded, as many as there is room for. */
const folded = 2;
const unfoldedRows = 20;

/** @param unfolded the part that is shown in full */
export function personView(sheet: PersonSheet, unfolded?: PersonPart): ModalView {
  const { rep, today } = sheet;
  const part = <Row>(id: PersonPart, title: string, rows: readonly Row[], blocksOf: (row: Row) => KnownBlock[]) =>
    partBlocks({ id, title, rows, rep: rep.id, isUnfolded: id === unfolded }, blocksOf);
  return {
    type: 'modal',
    callback_id: openPerson.id,
    private_metadata: openPerson.encode({ rep: rep.id, page: sheet.page }),
    title: plain(shorten(firstName(rep), limits.modalTitle), limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      section(
        `*${named(rep.name)}*\n${named(firstName(rep))} sees this too, except your private notes, skill tags and view of the cause.`,
      ),
      actions('do', [
        button(logAbout, { rep: rep.id }, 'Log a conversation', { style: 'primary' }),
        button(openPromise, { rep: rep.id }, 'Promise something'),
      ]),
      ...part('next', 'Up next', nextRows(sheet), (blocks) => [...blocks]),
      ...part('promises', 'Promises', sheet.promises, (promise) => promiseBlocks(promise, sheet)),
      ...cyclePart(sheet),
      ...part('goals', 'Goals', sheet.goals, (goal) => [
        section(`${excerpt(goal.text)}\n_Last talked about ${formatDate(goal.revisitedOn, today)}_`),
      ]),
      ...part('expectations', 'What you expect', sheet.expectations, (expectation) => [
        section(`${excerpt(expectation.text)}\n_${expectationStatus(expectation, today)}_`),
      ]),
      ...part('ideas', 'Ideas', sheet.ideas, (idea) => [
        section(`${excerpt(idea.text)}\n_${ideaStatus(idea, today)}_`),
      ]),
      ...skillPart(sheet),
      ...entryPart(sheet),
      ...emptyPart(sheet),
    ],
  };
}

function nextRows({ open, due }: PersonSheet): KnownBlock[][] {
  return [
    ...open.map((nudge) => nudgeBlocks(nudge, 'home')),
    ...due.map((row, index) => dueBlocks(row, `due-${index}`)),
  ];
}

function promiseBlocks(promise: PersonSheet['promises'][number], { rep, today }: PersonSheet): KnownBlock[] {
  const from = promise.isOwn ? '' : ` · from ${named(promise.otherName)}`;
  const row = section(`${promiseTitle(promise.text)}\n_${promiseStatus(promise, today)}${from}_`);
  if (!promise.isOwn || promise.state !== 'open') return [row];
  const buttons = thingButtons({ kind: 'promise', id: promise.id }, { name: firstName(rep) });
  return [row, actions(`promise-${promise.id}`, buttons)];
}

function cyclePart({ cycle, cyclesBefore, next, rep, today }: PersonSheet): KnownBlock[] {
  const comment = cycle === undefined ? [] : [button(openComment, { cycle: cycle.id, rep: rep.id }, 'Comment')];
  const step = next === undefined ? [] : [button(nextStep, { rep: rep.id, behaviour: next.behaviour }, next.label)];
  const buttons = [...step, ...comment];
  return [
    header('Working on together'),
    ...(cycle === undefined ? [section('Nothing agreed yet.')] : cycleBlocks(cycle, today, most)),
    ...(cyclesBefore > 0 ? [context(`${cyclesBefore} before this one.`)] : []),
    ...(buttons.length === 0 ? [] : [actions('cycle', buttons)]),
  ];
}

interface FoldedPart<Row> {
  readonly id: PersonPart;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly rep: number;
  readonly isUnfolded: boolean;
}

/** None where there is nothing in it. */
function partBlocks<Row>(
  { id, title, rows, rep, isUnfolded }: FoldedPart<Row>,
  blocksOf: (row: Row) => KnownBlock[],
): KnownBlock[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, isUnfolded ? unfoldedRows : folded);
  const hidden = rows.length - shown.length;
  const below = isUnfolded
    ? [context(`${hidden} more.`)]
    : [actions(`unfold-${id}`, [button(unfoldPerson, { rep, part: id }, `${hidden} more`)])];
  return [header(title), ...shown.flatMap(blocksOf), ...(hidden > 0 ? below : [])];
}

/** What there is none of, in one line. */
function emptyPart(sheet: PersonSheet): KnownBlock[] {
  const parts = [
    [sheet.promises, 'promises'],
    [sheet.goals, 'goals'],
    [sheet.expectations, 'expectations'],
    [sheet.ideas, 'ideas'],
    [sheet.entries, 'talks'],
  ] as const;
  const empty = parts.filter(([rows]) => rows.length === 0).map(([, name]) => name);
  return empty.length === 0 ? [] : [context(`Nothing yet: ${list(empty)}.`)];
}

function skillPart({ skills, confidence, today }: PersonSheet): KnownBlock[] {
  const tags = (level: SkillFact['level']) =>
    skills
      .filter((skill) => skill.level === level)
      .slice(0, most.skills)
      .map(({ tag }) => literal(`#${tag}`))
      .join(', ');
  const lines = [
    tags('strength') === '' ? '' : `*Strong at:* ${tags('strength')}`,
    tags('learning') === '' ? '' : `*Learning:* ${tags('learning')}`,
    ...confidence.map(
      ({ topic, value, answeredOn }) =>
        `*${confidenceTopics[topic]}:* they say ${value} of 5, ${formatDate(answeredOn, today)}`,
    ),
  ].filter((line) => line !== '');
  return lines.length === 0 ? [] : [header('Skills and confidence'), section(lines.join('\n'))];
}

function entryPart({ entries, page, hasOlder, rep, today }: PersonSheet): KnownBlock[] {
  const turning = [
    ...(page > 0 ? [button(newerEntries, { rep: rep.id, page: page - 1 }, 'Newer')] : []),
    ...(hasOlder ? [button(olderEntries, { rep: rep.id, page: page + 1 }, 'Older')] : []),
  ];
  if (entries.length === 0) return [];
  return [
    header('Time together'),
    ...entries.map((entry) => entryBlock(entry, today)),
    ...(turning.length === 0 ? [] : [actions('entries', turning)]),
  ];
}

function entryBlock({ id, what, by, happenedOn, minutes, canRead }: EntryRow, today: LocalDate): KnownBlock {
  const facts = [
    `*${literal(what)}*`,
    formatDay(happenedOn, today),
    minutes === null || minutes === 0 ? '' : `${minutes} min`,
    by === undefined ? '' : `by ${named(by)}`,
  ];
  const text = facts.filter((fact) => fact !== '').join(' · ');
  return canRead ? section(text, button(readNote, { interaction: id }, 'Read')) : section(text);
}
