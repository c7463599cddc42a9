import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Behaviour } from '../../../behaviours/behaviour.ts';
import { groupsOf } from '../../../behaviours/groups.ts';
import { mostMinutes } from '../../../acts/check-entry.ts';
import type { Field, Reader } from '../../../behaviours/field.ts';
import { readersOf } from '../../../leading/access.ts';
import { formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, confirmation, context, option, plain, quotation, section } from '../../kit/blocks.ts';
import {
  blockIdOf,
  datepicker,
  fieldBlocks,
  groupedSelect,
  inputBlock,
  labelled,
  numberInput,
  select,
  textInput,
} from '../../kit/form.ts';
import type { FormChoices, FormValues } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { changesOthers, layoutOf } from '../../kit/log-form-layout.ts';
import type { LogFormLayout } from '../../kit/log-form-layout.ts';
import { changeLog, deleteEntry, moreLog, saveLog } from '../../routes/logging.ts';
import type { LogFormCarried } from '../../routes/logging.ts';
import { count, firstName, literal } from '../../kit/text.ts';

interface Named {
  readonly id: number;
  readonly name: string;
  readonly shortName?: string;
}

/** People under a heading. */
export interface PeopleGroup {
  readonly label: string;
  readonly people: readonly Named[];
}

/** All that the log form shows. */
export interface LogForm {
  readonly carried: LogFormCarried;
  readonly behaviour: Behaviour;
  /** To choose from; one means that it can't be changed. */
  readonly behaviours: readonly Behaviour[];
  readonly rep: Named | undefined;
  /** To choose from; none means that the person can't be changed. */
  readonly people: readonly PeopleGroup[];
  readonly happenedOn: LocalDate;
  /** The acting person's local day. */
  readonly today: LocalDate;
  /** Everything stands open. */
  readonly more: boolean;
  /** It is opened just now: the first question has the cursor. */
  readonly isNew: boolean;
  /** In place of a person, for what was promised to everybody together. */
  readonly toTeam?: 'your team' | 'your teams' | undefined;
  readonly minutes: number | undefined;
  readonly values: FormValues;
  readonly choices: FormChoices;
  readonly shared: boolean;
  /** What the manager was asked, shown above a private form. */
  readonly question: string | undefined;
  /** Skill tags that the manager uses, without their #. */
  readonly tags: readonly string[];
  /** Typed words that have no field in this form. */
  readonly left: readonly string[];
}

/** The form in which something that happened is written down, or put right: the question first, the rest behind More. */
export function logFormView(form: LogForm): ModalView {
  const { behaviour, carried, choices, more, today, toTeam } = form;
  const layout = layoutOf(behaviour, form.values, choices, { more, today, isToTeam: toTeam !== undefined });
  const words =
    carried.interaction === undefined
      ? (behaviour.formWords ?? { title: 'Log it', submit: 'Save' })
      : { title: 'Correct this', submit: 'Save' };
  const whoAndWhat = headBlocks(form);
  const blocks = [
    ...whoAndWhat,
    ...toldBlocks(layout),
    ...(form.question === undefined ? [] : [section(literal(form.question))]),
    ...questionBlocks(form, layout),
    ...tagBlocks(form, layout),
    ...sharedBlocks(form, layout),
    ...whenBlocks(form, layout),
    ...(more ? promiseBlocks(form) : []),
    ...moreBlocks(form, layout),
    ...leftBlocks(form.left),
    ...(carried.interaction === undefined ? [] : [deleteBlock(carried.interaction, carried.list)]),
  ];
  return {
    type: 'modal',
    callback_id: saveLog.id,
    private_metadata: saveLog.encode(carriedWith(form, layout)),
    title: plain(words.title, limits.modalTitle),
    submit: plain(words.submit, limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: form.isNew ? focusedOn(blocks, form.rep === undefined) : blocks,
  };
}

/** What doesn't stand in the form as a field goes along with it, but for words. */
function carriedWith(
  { carried, happenedOn, minutes, behaviour, more }: LogForm,
  layout: LogFormLayout,
): LogFormCarried {
  const hasMinutes = !layout.asksMinutes && minutes !== undefined && behaviour.isWithoutTime !== true;
  return {
    ...carried,
    ...(more ? { more: true as const } : {}),
    given: {
      ...layout.given,
      ...(layout.asksDay ? {} : { happenedOn }),
      ...(hasMinutes ? { minutes: String(minutes) } : {}),
    },
  };
}

/** Whom and what it is about: chosen, or said in a line. */
function headBlocks(form: LogForm): KnownBlock[] {
  const { behaviour, behaviours, people, rep, toTeam } = form;
  const whom = toTeam ?? (behaviour.about === 'team' ? undefined : rep?.name);
  const kindIsFixed = behaviours.length <= 1;
  const whomIsFixed = toTeam !== undefined || people.length === 0 || behaviour.about === 'team';
  if (kindIsFixed && whomIsFixed)
    return [section(`*${literal(behaviour.asLogged)}*${whom === undefined ? '' : ` · *${literal(whom)}*`}`)];
  return [
    ...(whomIsFixed ? (whom === undefined ? [] : [section(`With *${literal(whom)}*`)]) : [repBlock(form)]),
    kindIsFixed ? section(`*${literal(behaviour.asLogged)}*`) : behaviourBlock(form),
  ];
}

function behaviourBlock({ behaviour, behaviours }: LogForm): KnownBlock {
  const groups = groupsOf(behaviours).map(({ label, behaviours: kinds }) => ({
    label,
    options: kinds.map(({ id, asLogged }) => option(id, asLogged)),
  }));
  const kinds = groupedSelect(groups, behaviour.id, changeLog.id);
  return dispatching(inputBlock({ id: 'behaviour', label: 'What was it?' }, kinds));
}

function repBlock({ rep, people }: LogForm): KnownBlock {
  const groups = people.map((group) => ({
    label: group.label,
    options: group.people.map(({ id, name }) => option(String(id), name)),
  }));
  const [only, ...others] = groups;
  const chosen = String(rep?.id);
  const element =
    only !== undefined && others.length === 0
      ? select(
          only.options.slice(0, limits.selectOptions),
          only.options.slice(0, limits.selectOptions).find(({ value }) => value === chosen),
          changeLog.id,
        )
      : groupedSelect(groups, chosen, changeLog.id);
  return dispatching(inputBlock({ id: 'rep', label: 'With whom?' }, element));
}

/** Choosing changes the form at once. */
function dispatching(block: InputBlock): InputBlock {
  return { ...block, dispatch_action: true, element: { ...block.element, action_id: changeLog.id } };
}

/** `*What did you look at?* Wait for the answer · for Nov 20`. */
function toldBlocks({ told }: LogFormLayout): KnownBlock[] {
  return told.length === 0
    ? []
    : [section(told.map(({ field, label }) => `*${literal(field.label)}* ${literal(label)}`).join('\n'))];
}

function questionBlocks(form: LogForm, { shown, values }: LogFormLayout): KnownBlock[] {
  const readBy = ({ reader }: Field) => readerWords(form, reader);
  const fields = fieldBlocks(shown, { values, choices: form.choices, readBy });
  return fields.map((block, index) => {
    const field = shown[index];
    const changes = field !== undefined && changesOthers(field, form.behaviour.form);
    return changes && block.type === 'input' ? dispatching(block) : block;
  });
}

/** In two words, who reads what is written: as `leading/access.ts` decides it. */
function readerWords({ behaviour, rep, toTeam, shared }: LogForm, reader: Reader): string {
  const name = rep === undefined ? 'They' : firstName(rep);
  const reads =
    toTeam !== undefined || behaviour.about === 'team'
      ? 'Your team reads this'
      : `${name} ${rep === undefined ? 'read' : 'reads'} this`;
  if (readersOf(reader, shared) === 'rep') return reads;
  return reader === 'by-share' && toTeam === undefined ? `${reads} if you share it` : 'Only you';
}

function tagBlocks({ tags }: LogForm, { shown }: LogFormLayout): KnownBlock[] {
  const takesTags = shown.some((field) => field.kind === 'text' && field.takesTags === true);
  return takesTags && tags.length > 0
    ? [context(`Tags you use: ${tags.map((tag) => literal(`#${tag}`)).join(' ')}`)]
    : [];
}

function whenBlocks(form: LogForm, { asksDay, asksMinutes }: LogFormLayout): KnownBlock[] {
  const { behaviour, happenedOn, minutes } = form;
  const counts = behaviour.forRep?.counts;
  const reader = counts === 'always' ? 'rep' : counts === 'if-shared' ? 'by-share' : 'author';
  const label = (words: string) => labelled(words, readerWords(form, reader));
  return [
    ...(asksDay ? [inputBlock({ id: 'happenedOn', label: label('When was it?') }, datepicker(happenedOn))] : []),
    ...(asksMinutes
      ? [
          inputBlock(
            { id: blockIdOf('minutes', behaviour.id), label: label('How many minutes?'), optional: true },
            numberInput({ minimum: 0, maximum: mostMinutes }, minutes),
          ),
        ]
      : []),
  ];
}

/** A promise has words and a day. */
function promiseBlocks(form: LogForm): KnownBlock[] {
  const { behaviour, toTeam, values } = form;
  if (behaviour.about !== 'rep' || toTeam !== undefined) return [];
  const by = values['promiseBy'];
  const label = labelled('I promised', readerWords(form, 'rep'));
  return [
    inputBlock(
      { id: 'promise', label, hint: 'I’ll remind you on the day.', optional: true },
      textInput({ multiline: true }, values['promise']),
    ),
    inputBlock(
      { id: 'promiseBy', label: labelled('By', readerWords(form, 'rep')), optional: true },
      datepicker(typeof by === 'string' ? by : undefined),
    ),
  ];
}

/** Choosing says above each field at once who reads it. */
function sharedBlocks({ behaviour, rep, shared }: LogForm, { asksSharing }: LogFormLayout): KnownBlock[] {
  if (!asksSharing) return [];
  const name = rep === undefined ? 'they' : firstName(rep);
  const yes = option('yes', `Yes, ${name} can read it`);
  const initial = shared ? { initial_options: [yes] } : {};
  return [
    dispatching(
      inputBlock(
        { id: blockIdOf('shared', behaviour.id), label: 'Share it?', optional: true },
        { type: 'checkboxes', action_id: changeLog.id, options: [yes], ...initial },
      ),
    ),
  ];
}

/** `Today · 30 minutes · look again Mon, Dec 7`, beside the button that opens the rest. */
function moreBlocks({ happenedOn, today, minutes, behaviour }: LogForm, layout: LogFormLayout): KnownBlock[] {
  if (!layout.hasMore) return [];
  const parts = [
    happenedOn === today ? 'Today' : formatDay(happenedOn, today),
    ...(behaviour.isWithoutTime === true || minutes === undefined ? [] : [count(minutes, 'minute')]),
    ...layout.days.map(({ words, day }) => words.replace('{day}', formatDay(day, today))),
  ];
  return [{ ...section(parts.join(' · '), button(moreLog, {}, 'More')), block_id: 'more' }];
}

/** The cursor in the first question; in the list of people where nobody is chosen yet. */
function focusedOn(blocks: readonly KnownBlock[], nobodyYet: boolean): KnownBlock[] {
  const who = nobodyYet ? blocks.findIndex(({ block_id: id }) => id === 'rep') : -1;
  const question = blocks.findIndex(({ type, block_id: id }) => type === 'input' && id !== 'rep' && id !== 'behaviour');
  const at = who === -1 ? question : who;
  return blocks.map((block, index) =>
    index === at && block.type === 'input'
      ? ({ ...block, element: { ...block.element, focus_on_load: true } } as InputBlock)
      : block,
  );
}

function leftBlocks(left: readonly string[]): KnownBlock[] {
  if (left.length === 0) return [];
  return [context('You also typed this. There’s no place for it here, so copy what you need:'), ...left.map(quotation)];
}

function deleteBlock(interaction: number, list: LogFormCarried['list']): KnownBlock {
  const confirm = confirmation(
    'Delete this?',
    'It no longer counts, and what you wrote is gone for good.',
    'Delete it',
  );
  const carried = { interaction, ...(list === undefined ? {} : { list }) };
  return actions('delete', [button(deleteEntry, carried, 'Delete', { style: 'danger', confirm })]);
}
