import type { PersonId } from '../../behaviours/ids.ts';
import { linesNear } from '../../store/lines-near.ts';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Entry } from '../../acts/check-entry.ts';
import { mostMinutes } from '../../acts/check-entry.ts';
import { knownBehaviour, ownReport } from '../../acts/own.ts';
import { mayLog } from '../../leading/whom.ts';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import type { Context } from '../../context.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { carryOver } from '../kit/carry-over.ts';
import { answersOf, fieldShape, tooLong, typedValues } from '../kit/form.ts';
import type { FormValues } from '../kit/form.ts';
import { loggablePeople } from '../loading/log-choices.ts';
import { completeForm, isSharedAtFirst, loadLogForm } from '../loading/log-form-data.ts';
import { applies } from '../kit/log-form-layout.ts';
import { limits } from '../kit/limits.ts';
import { openView } from '../wire/open-view.ts';
import { saveLog } from '../routes/logging.ts';
import type { LogFormCarried, LogOpening } from '../routes/logging.ts';
import { readForm } from '../wire/submitting.ts';
import { logFormView } from '../views/log/log-form.ts';
import type { LogForm } from '../views/log/log-form.ts';
import { daySchema } from '../kit/day-schema.ts';
import { isLocalDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';

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
 * The form again after its rep, its kind or a choice was changed, or with all that stands behind More; with everything that was typed.
 * @param more opens the rest
 * @throws UserError if what was chosen isn't the acting person's to choose
 */
export async function changedLogForm(
  context: Context,
  acting: Person,
  view: SubmittedView,
  more = false,
): Promise<ModalView> {
  const { more: wasOpen = false, given = {}, ...carried } = saveLog.decode(view.private_metadata);
  const typed = { ...given, ...typedValues(view.state.values) };
  const before = await loadLogForm(context, acting, carried);
  const formBefore = knownBehaviour(context.behaviours, carried.behaviour ?? before.behaviour.id);
  const wanted = knownBehaviour(context.behaviours, textOf(typed['behaviour']) ?? formBefore.id);
  const chosenId = numberOf(typed['rep']) ?? carried.rep;
  const rep = chosenId === undefined ? undefined : await personChosen(context, acting, before, chosenId);
  const fits =
    wanted.about === 'team' || rep === undefined
      ? true
      : mayLog(wanted.about, acting.id, rep.id, await linesNear(context.store, [acting.id]));
  const form = await completeForm(context, acting, {
    carried,
    behaviour: fits ? wanted : undefined,
    behaviourIsFixed: before.behaviours.length <= 1,
    rep: wanted.about === 'team' ? undefined : rep,
    repIsFixed: before.people.length === 0,
    people: before.people,
    happenedOn: dayIn(typed['happenedOn']) ?? before.happenedOn,
    minutes: undefined,
    values: present(typed),
    dealId: chosenDeal(wanted, present(typed)),
    shared: false,
    question: before.question,
    more: more || wasOpen,
    isNew: false,
  });
  const { values, left } = carryOver(formBefore.form, form.behaviour.form, present(typed));
  const promise = textOf(typed['promise']);
  const isForRep = form.behaviour.about === 'rep';
  return logFormView({
    ...form,
    minutes: minutesNow(typed, formBefore, form.behaviour),
    shared: sharedNow(typed, formBefore, form.behaviour),
    values: { ...values, ...(isForRep ? promiseOf(typed) : {}) },
    left: [
      ...left,
      ...withoutField(form.behaviour, values),
      ...(isForRep || promise === undefined || promise.trim() === '' ? [] : [promise]),
    ],
  });
}

/** What a person typed stays; what the form had filled in follows the kind. */
function minutesNow(typed: ReturnType<typeof typedValues>, before: Behaviour, now: Behaviour): number | undefined {
  const minutes = numberOf(typed['minutes']);
  const isOwn = minutes !== before.usualMinutes || before.id === now.id;
  return isOwn && 'minutes' in typed ? minutes : now.usualMinutes;
}

/** Words that were typed for oneself are never shared by choosing another kind. */
function sharedNow(typed: ReturnType<typeof typedValues>, before: Behaviour, now: Behaviour): boolean {
  const hasWords = [...before.form, { kind: 'text', id: 'promise' }].some(
    ({ kind, id }) => kind === 'text' && (textOf(typed[id]) ?? '').trim() !== '',
  );
  const isTicked = (typed['shared'] ?? []).includes('yes');
  return before.id === now.id || hasWords || !('shared' in typed) ? isTicked : isSharedAtFirst(now);
}

/** Words for which a choice left no field. */
function withoutField({ form }: Behaviour, values: FormValues): string[] {
  return form.flatMap((field) => {
    const words = values[field.id];
    return field.kind === 'text' && typeof words === 'string' && !applies(field, values) ? [words] : [];
  });
}

/** @throws UserError for somebody who isn't among the people to choose from, nor the person of the entry */
async function personChosen(context: Context, acting: Person, before: LogForm, personId: PersonId) {
  const groups = before.people.length === 0 ? await loggablePeople(context.store, acting) : before.people;
  const isOffered = groups.some(({ people }) => people.some(({ id }) => id === personId));
  return isOffered || before.rep?.id === personId
    ? findPerson(context.store, personId)
    : ownReport(context.store, acting, personId);
}

function promiseOf(typed: ReturnType<typeof typedValues>): FormValues {
  return present({ promise: typed['promise'], promiseBy: typed['promiseBy'] });
}

/**
 * Reads a log form that was sent.
 * @throws an error that `submitting` shows beside the fields
 */
export function readLogForm(
  context: Pick<Context, 'behaviours'>,
  view: SubmittedView,
): { readonly carried: LogFormCarried; readonly entry: Entry } {
  const { more: _more, given = {}, ...carried } = saveLog.decode(view.private_metadata);
  const behaviourId = textOf(typedValues(view.state.values)['behaviour']) ?? carried.behaviour ?? '';
  const behaviour = knownBehaviour(context.behaviours, behaviourId);
  const shape = z.object({ ...fieldShape(behaviour.form), ...commonShape });
  const read = readForm(shape, view.state.values, given);
  return {
    carried,
    entry: {
      behaviour: behaviour.id,
      repId: behaviour.about === 'team' ? null : (read.rep ?? carried.rep ?? null),
      happenedOn: read.happenedOn,
      minutes: read.minutes ?? null,
      shared: read.shared?.includes('yes') ?? false,
      ...answersOf(behaviour.form, read),
      promise: { text: read.promise?.trim(), by: read.promiseBy },
    },
  };
}

const commonShape = {
  rep: z
    .string()
    .regex(/^\d{1,15}$/u, 'Choose someone from the list.')
    .transform(Number)
    .optional(),
  happenedOn: daySchema('Choose the day it happened.'),
  minutes: z
    .string()
    .regex(/^\d{1,4}$/u, `Enter a whole number from 0 to ${mostMinutes}.`)
    .transform(Number)
    .optional(),
  shared: z.array(z.string()).optional(),
  promise: z
    .string()
    .refine((text) => text.length <= limits.inputText, { error: tooLong })
    .optional(),
  promiseBy: daySchema('Choose a day from the calendar.').optional(),
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

function dayIn(typed: string | string[] | undefined): LocalDate | undefined {
  return typeof typed === 'string' && isLocalDate(typed) ? typed : undefined;
}
