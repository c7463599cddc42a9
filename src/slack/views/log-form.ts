import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { mostMinutes } from '../../acts/check-entry.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, confirmation, context, option, plain, quotation, section } from '../blocks.ts';
import { fieldBlocks, inputActionId, inputBlock, numberInput, select } from '../form.ts';
import type { DealChoice, FormValues } from '../form.ts';
import { limits } from '../limits.ts';
import { changeLog, deleteEntry, saveLog } from '../routes/logging.ts';
import type { LogFormCarried } from '../routes/logging.ts';
import { firstName, literal } from '../text.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** All that the log form shows. */
export interface LogForm {
  readonly carried: LogFormCarried;
  readonly behaviour: Behaviour;
  /** To choose from; one means that it can't be changed. */
  readonly behaviours: readonly Behaviour[];
  readonly rep: Named | undefined;
  readonly reps: readonly Named[];
  readonly happenedOn: LocalDate;
  readonly minutes: number | undefined;
  readonly values: FormValues;
  readonly deals: readonly DealChoice[];
  readonly shared: boolean;
  /** Typed words that have no field in this form. */
  readonly left: readonly string[];
}

/** The form in which something that happened is written down, or put right. */
export function logFormView(form: LogForm): ModalView {
  const { behaviour, carried } = form;
  const isCorrection = carried.interaction !== undefined;
  return {
    type: 'modal',
    callback_id: saveLog.id,
    private_metadata: saveLog.encode(carried),
    title: plain(isCorrection ? 'Correct the entry' : 'Log it', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: [
      ...behaviourBlocks(form),
      ...(behaviour.about === 'rep' ? repBlocks(form) : []),
      inputBlock(
        { id: 'happenedOn', label: 'When was it?' },
        { type: 'datepicker', action_id: inputActionId, initial_date: form.happenedOn },
      ),
      inputBlock(
        { id: 'minutes', label: 'How many minutes?', optional: true },
        numberInput({ minimum: 0, maximum: mostMinutes }, form.minutes),
      ),
      ...fieldBlocks(behaviour.form, { values: form.values, deals: form.deals }),
      ...sharedBlocks(form),
      ...leftBlocks(form.left),
      ...(carried.interaction === undefined ? [] : [deleteBlock(carried.interaction, carried.list)]),
    ],
  };
}

function behaviourBlocks({ behaviour, behaviours }: LogForm): KnownBlock[] {
  if (behaviours.length <= 1) return [section(`*${literal(behaviour.name)}*\n${literal(behaviour.act)}`)];
  const options = behaviours.slice(0, limits.selectOptions).map(({ id, name }) => option(id, name));
  const chosen = options.find(({ value }) => value === behaviour.id);
  return [dispatching(inputBlock({ id: 'behaviour', label: 'What was it?' }, select(options, chosen, changeLog.id)))];
}

function repBlocks({ rep, reps }: LogForm): KnownBlock[] {
  if (reps.length === 0 && rep !== undefined) return [section(`With *${literal(rep.name)}*`)];
  const options = reps.slice(0, limits.selectOptions).map(({ id, name }) => option(String(id), name));
  const chosen = options.find(({ value }) => value === String(rep?.id));
  return [dispatching(inputBlock({ id: 'rep', label: 'With whom?' }, select(options, chosen, changeLog.id)))];
}

/** Choosing changes the form at once. */
function dispatching(block: InputBlock): InputBlock {
  return { ...block, dispatch_action: true };
}

function sharedBlocks({ behaviour, rep, shared }: LogForm): KnownBlock[] {
  if (behaviour.about !== 'rep' || !behaviour.form.some(({ kind }) => kind === 'text')) return [];
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
