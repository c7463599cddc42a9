/** Everything on record about one rep that their manager may see, with what can be done next. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { ConfidenceTopic, SkillFact } from '../../behaviours/facts.ts';
import { formatDate, formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, context, header, plain, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import { openComment } from '../routes/development.ts';
import { readNote } from '../routes/logging.ts';
import { logAbout, newerEntries, nextStep, olderEntries, openPerson } from '../routes/person.ts';
import { openPromise } from '../routes/promises.ts';
import { count, firstName, literal, shorten } from '../text.ts';
import { named } from './ask-words.ts';
import {
  confidenceTopics,
  cycleBlocks,
  excerpt,
  expectationStatus,
  ideaStatus,
  promiseStatus,
} from './development-words.ts';
import type { CycleSummary, ExpectationRow, GoalRow, IdeaRow, PromiseRow } from './development-words.ts';

export interface PersonSheet {
  readonly rep: { readonly id: number; readonly name: string; readonly shortName?: string };
  /** The reader's local day. */
  readonly today: LocalDate;
  /** The live cycle, else the newest. */
  readonly cycle: CycleSummary | undefined;
  readonly cyclesBefore: number;
  /** The behaviour whose form is the next step of the cycle. */
  readonly next: { readonly behaviour: string; readonly label: string } | undefined;
  readonly goals: readonly GoalRow[];
  readonly promises: readonly PromiseRow[];
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

const most = { assignments: 3, comments: 4, goals: 10, promises: 6, expectations: 3, ideas: 4, skills: 20 } as const;

export function personView(sheet: PersonSheet): ModalView {
  const { rep } = sheet;
  return {
    type: 'modal',
    callback_id: openPerson.id,
    private_metadata: openPerson.encode({ rep: rep.id, page: sheet.page }),
    title: plain(shorten(firstName(rep), limits.modalTitle), limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      section(
        `*${named(rep.name)}*\n${named(firstName(rep))} sees the same in the Home tab, but for your private words and skill tags.`,
      ),
      actions('do', [
        button(logAbout, { rep: rep.id }, 'Log something', { style: 'primary' }),
        button(openPromise, { rep: rep.id }, 'Promise something'),
      ]),
      ...cyclePart(sheet),
      ...part('Goals', sheet.goals, most.goals, 'No goals on record. Ask what they want from this job.', (goal) =>
        section(`${excerpt(goal.text)}\n_Last looked at on ${formatDate(goal.revisitedOn, sheet.today)}_`),
      ),
      ...part('Promises', sheet.promises, most.promises, 'No promise to them on record.', (promise) =>
        section(
          `${excerpt(promise.text)}\n_${promiseStatus(promise, sheet.today)} · from ${named(promise.otherName)}_`,
        ),
      ),
      ...part('What is expected', sheet.expectations, most.expectations, 'Nothing written down yet.', (expectation) =>
        section(`${excerpt(expectation.text)}\n_${expectationStatus(expectation, sheet.today)}_`),
      ),
      ...part('Ideas', sheet.ideas, most.ideas, 'No idea of theirs on record.', (idea) =>
        section(`${excerpt(idea.text)}\n_${ideaStatus(idea, sheet.today)}_`),
      ),
      ...skillPart(sheet),
      ...entryPart(sheet),
    ],
  };
}

function cyclePart({ cycle, cyclesBefore, next, rep, today }: PersonSheet): KnownBlock[] {
  const comment = cycle === undefined ? [] : [button(openComment, { cycle: cycle.id, rep: rep.id }, 'Comment')];
  const step = next === undefined ? [] : [button(nextStep, { rep: rep.id, behaviour: next.behaviour }, next.label)];
  const buttons = [...step, ...comment];
  return [
    header('What you work on together'),
    ...(cycle === undefined ? [section('No development cycle yet.')] : cycleBlocks(cycle, today, most)),
    ...(cyclesBefore > 0 ? [context(`${count(cyclesBefore, 'cycle')} before this one.`)] : []),
    ...(buttons.length === 0 ? [] : [actions('cycle', buttons)]),
  ];
}

function part<Row>(
  title: string,
  rows: readonly Row[],
  mostRows: number,
  none: string,
  blockOf: (row: Row) => KnownBlock,
): KnownBlock[] {
  const hidden = rows.length - mostRows;
  return [
    header(title),
    ...(rows.length === 0 ? [section(none)] : rows.slice(0, mostRows).map(blockOf)),
    ...(hidden > 0 ? [context(`${hidden} more on record.`)] : []),
  ];
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
        `*${confidenceTopics[topic]}:* ${value} of 5 by their own answer, ${formatDate(answeredOn, today)}`,
    ),
  ].filter((line) => line !== '');
  const none = 'No skill tags in your notes yet, and no answer of theirs on how sure they are.';
  return [header('Skills, and how sure they are'), section(lines.length === 0 ? none : lines.join('\n'))];
}

function entryPart({ entries, page, hasOlder, rep, today }: PersonSheet): KnownBlock[] {
  const turning = [
    ...(page > 0 ? [button(newerEntries, { rep: rep.id, page: page - 1 }, 'Newer')] : []),
    ...(hasOlder ? [button(olderEntries, { rep: rep.id, page: page + 1 }, 'Older')] : []),
  ];
  return [
    header('What took place'),
    ...(entries.length === 0 ? [section('Nothing logged yet.')] : entries.map((entry) => entryBlock(entry, today))),
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
