import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { groupsOf } from '../../behaviours/groups.ts';
import { mostMinutes } from '../../acts/check-entry.ts';
import { canBeShared } from '../../leading/access.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, confirmation, context, option, plain, quotation, section } from '../blocks.ts';
import {
  datepicker,
  fieldBlocks,
  groupedSelect,
  inputActionId,
  inputBlock,
  numberInput,
  select,
  textInput,
} from '../form.ts';
import type { FormChoices, FormValues } from '../form.ts';
import { limits } from '../limits.ts';
import { changeLog, deleteEntry, saveLog } from '../routes/logging.ts';
import type { LogFormCarried } from '../routes/logging.ts';
import { firstName, literal } from '../text.ts';

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

/** The form in which something that happened is written down, or put right. */
export function logFormView(form: LogForm): ModalView {
  const { behaviour, carried } = form;
  const words =
    carried.interaction === undefined
      ? (behaviour.formWords ?? { title: 'Log it', submit: 'Save' })
      : { title: 'Correct the entry', submit: 'Save' };
  return {
    type: 'modal',
    callback_id: saveLog.id,
    private_metadata: saveLog.encode(carried),
    title: plain(words.title, limits.modalTitle),
    submit: plain(words.submit, limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: [
      ...behaviourBlocks(form),
      ...(behaviour.about === 'team' ? [] : repBlocks(form)),
      ...(form.question === undefined ? [] : [section(literal(form.question))]),
      inputBlock({ id: 'happenedOn', label: 'When was it?' }, datepicker(form.happenedOn)),
      inputBlock(
        { id: 'minutes', label: 'How many minutes?', optional: true },
        numberInput({ minimum: 0, maximum: mostMinutes }, form.minutes),
      ),
      ...fieldBlocks(behaviour.form, { values: form.values, choices: form.choices }),
      ...tagBlocks(form),
      ...promiseBlocks(form),
      ...sharedBlocks(form),
      ...leftBlocks(form.left),
      ...(carried.interaction === undefined ? [] : [deleteBlock(carried.interaction, carried.list)]),
    ],
  };
}

function behaviourBlocks({ behaviour, behaviours }: LogForm): KnownBlock[] {
  if (behaviours.length <= 1) return [section(`*${literal(behaviour.name)}*\n${literal(behaviour.act)}`)];
  const groups = groupsOf(behaviours).map(({ label, behaviours: kinds }) => ({
    label,
    options: kinds.map(({ id, name }) => option(id, name)),
  }));
  const kinds = groupedSelect(groups, behaviour.id, changeLog.id);
  return [dispatching(inputBlock({ id: 'behaviour', label: 'What was it?' }, kinds))];
}

function repBlocks({ rep, people, toTeam }: LogForm): KnownBlock[] {
  if (toTeam !== undefined) return [section(`With *${toTeam}*`)];
  if (people.length === 0) return rep === undefined ? [] : [section(`With *${literal(rep.name)}*`)];
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
  return [dispatching(inputBlock({ id: 'rep', label: 'With whom?' }, element))];
}

/** Choosing changes the form at once. */
function dispatching(block: InputBlock): InputBlock {
  return { ...block, dispatch_action: true };
}

function tagBlocks({ behaviour, tags }: LogForm): KnownBlock[] {
  const takesTags = behaviour.form.some((field) => field.kind === 'text' && field.takesTags === true);
  return takesTags && tags.length > 0
    ? [context(`Tags you use: ${tags.map((tag) => literal(`#${tag}`)).join(' ')}`)]
    : [];
}

/** A promise has words and a day. */
function promiseBlocks({ behaviour, rep, toTeam, values }: LogForm): KnownBlock[] {
  if (behaviour.about !== 'rep' || toTeam !== undefined) return [];
  const name = rep === undefined ? 'They' : firstName(rep);
  const words = { kind: 'text', id: 'promise', label: 'I promised', optional: true, multiline: true } as const;
  const by = values['promiseBy'];
  return [
    inputBlock(
      { ...words, hint: `${name} can read this, and you are reminded on the day.` },
      textInput(words, values['promise']),
    ),
    inputBlock({ id: 'promiseBy', label: 'by', optional: true }, datepicker(typeof by === 'string' ? by : undefined)),
  ];
}

function sharedBlocks({ behaviour, rep, toTeam, shared }: LogForm): KnownBlock[] {
  if (behaviour.isOwnOnly === true)
    return [context('Nobody else ever sees this: not the words, and not that it took place.')];
  if (!canBeShared(behaviour) || toTeam !== undefined || !behaviour.form.some(isNote)) return [];
  const name = rep === undefined ? 'them' : firstName(rep);
  const yes = option(
    'yes',
    `Share the words with ${name}`,
    'Off: only you can read them. On: so can they and their manager.',
  );
  return [
    inputBlock(
      { id: 'shared', label: 'Who may read your words', optional: true },
      { type: 'checkboxes', action_id: inputActionId, options: [yes], ...(shared ? { initial_options: [yes] } : {}) },
    ),
    context('That it took place, when and how long, can be seen by them too. Nobody else reads the words.'),
  ];
}

/** Words that stay in the entry. */
function isNote(field: Behaviour['form'][number]): boolean {
  return field.kind === 'text' && field.keptInRecord === undefined;
}

function leftBlocks(left: readonly string[]): KnownBlock[] {
  if (left.length === 0) return [];
  return [context('You also typed this. It has no field here, so copy what you need:'), ...left.map(quotation)];
}

function deleteBlock(interaction: number, list: LogFormCarried['list']): KnownBlock {
  const confirm = confirmation(
    'Delete this entry?',
    'It no longer counts, and its words are gone for good.',
    'Delete it',
  );
  const carried = { interaction, ...(list === undefined ? {} : { list }) };
  return actions('delete', [button(deleteEntry, carried, 'Delete this entry', { style: 'danger', confirm })]);
}
