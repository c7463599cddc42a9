import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Entry } from '../acts/check-entry.ts';
import { mostMinutes } from '../acts/check-entry.ts';
import { knownBehaviour, ownReport } from '../acts/own.ts';
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import type { Person } from '../store/people.ts';
import { isLocalDate } from '../time/zoned.ts';
import { carryOver } from './carry-over.ts';
import { answersOf, fieldShape, typedValues } from './form.ts';
import type { FormValues } from './form.ts';
import { choosableBehaviours, dealChoices, loadLogForm } from './log-form-data.ts';
import { openView } from './open-view.ts';
import { saveLog } from './routes/logging.ts';
import type { LogFormCarried, LogOpening } from './routes/logging.ts';
import { readForm } from './submitting.ts';
import { logFormView } from './views/log-form.ts';

/** A view as it comes in from Slack, as far as it is looked at. */
export interface SubmittedView {
  readonly private_metadata?: string;
  readonly state: { readonly values: Readonly<Record<string, unknown>> };
}

/**
 * Opens the log form for the acting person, filled in as far as anything is known. For an entry or a nudge that is logged already
 * it opens the entry.
 * @throws UserError if they have no right to it, nobody reports to them, or the trigger has run out
 */
export async function openLogForm(
  context: Context,
  acting: Person,
  triggerId: string,
  opening: LogOpening,
): Promise<void> {
  const form = await loadLogForm(context, acting, opening);
  await openView(context, triggerId, logFormView(form), opening.text);
}

/**
 * The form again after its rep or its kind was changed, with everything that was typed.
 * @throws UserError if what was chosen isn't the acting person's to choose
 */
export async function changedLogForm(context: Context, acting: Person, view: SubmittedView): Promise<ModalView> {
  const carried = saveLog.decode(view.private_metadata);
  const typed = typedValues(view.state.values);
  const before = await loadLogForm(context, acting, carried);
  const formBefore = knownBehaviour(context.behaviours, carried.behaviour ?? before.behaviour.id);
  const behaviour = knownBehaviour(context.behaviours, textOf(typed['behaviour']) ?? formBefore.id);
  const repId = numberOf(typed['rep']) ?? carried.rep;
  const rep = repId === undefined ? undefined : await ownReport(context.store, acting, repId);
  const { values, left } = carryOver(formBefore.form, behaviour.form, present(typed));
  return logFormView({
    ...before,
    carried: { ...carried, behaviour: behaviour.id },
    behaviour,
    behaviours: before.behaviours.length <= 1 ? [behaviour] : choosableBehaviours(context, behaviour),
    rep,
    happenedOn: textOf(typed['happenedOn']) ?? before.happenedOn,
    minutes: numberOf(typed['minutes']) ?? before.minutes,
    values,
    deals: rep === undefined ? [] : await dealChoices(context.store, rep.id, chosenDeal(behaviour, values)),
    shared: (typed['shared'] ?? []).includes('yes'),
    left,
  });
}

/**
 * Reads a log form that was sent.
 * @throws an error that `submitting` shows beside the fields
 */
export function readLogForm(
  context: Pick<Context, 'behaviours'>,
  view: SubmittedView,
): { readonly carried: LogFormCarried; readonly entry: Entry } {
  const carried = saveLog.decode(view.private_metadata);
  const behaviourId = textOf(typedValues(view.state.values)['behaviour']) ?? carried.behaviour ?? '';
  const behaviour = knownBehaviour(context.behaviours, behaviourId);
  const read = readForm(z.object({ ...fieldShape(behaviour.form), ...commonShape }), view.state.values);
  return {
    carried,
    entry: {
      behaviour: behaviour.id,
      repId: behaviour.about === 'team' ? null : (read.rep ?? carried.rep ?? null),
      happenedOn: read.happenedOn,
      minutes: read.minutes ?? null,
      shared: read.shared?.includes('yes') ?? false,
      ...answersOf(behaviour.form, read),
    },
  };
}

const commonShape = {
  rep: z
    .string()
    .regex(/^\d{1,15}$/u, 'Choose somebody from the list.')
    .transform(Number)
    .optional(),
  happenedOn: z.string('Choose the day it happened.').refine(isLocalDate, 'Choose the day it happened.'),
  minutes: z
    .string()
    .regex(/^\d{1,4}$/u, `Please give a whole number from 0 to ${mostMinutes}.`)
    .transform(Number)
    .optional(),
  shared: z.array(z.string()).optional(),
};

function chosenDeal(behaviour: Behaviour, values: FormValues): number | null {
  const field = behaviour.form.find(({ kind }) => kind === 'deal');
  const value = field === undefined ? undefined : values[field.id];
  return typeof value === 'string' ? (numberOf(value) ?? null) : null;
}

function present(typed: ReturnType<typeof typedValues>): FormValues {
  return Object.fromEntries(Object.entries(typed).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: string | string[] | undefined): number | undefined {
  return typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : undefined;
}
