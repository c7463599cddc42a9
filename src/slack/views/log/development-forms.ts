/** The small forms about development: a comment on a cycle, a goal, a promise, its new day. */
import type { ModalView, View } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, confirmation, plain, quotation, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, labelled, tooLong } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { removeGoal, saveComment, saveGoal } from '../../routes/development.ts';
import { movePromiseTo, savePromise } from '../../routes/promises.ts';
import type { Route } from '../../kit/route.ts';
import { shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { daySchema } from '../../kit/day-schema.ts';

const longestExcerpt = 1000;

/** @param given `rep` where the form on that rep comes back afterwards */
export function commentForm(given: {
  readonly cycle: number;
  readonly rep?: number | undefined;
  readonly gap: string;
  /** Who hears it. */
  readonly otherName: string;
}): ModalView {
  const carried = { cycle: given.cycle, ...(given.rep === undefined ? {} : { rep: given.rep }) };
  return form(saveComment, carried, 'Say something', 'Send it', [
    section('*What you two are working on*'),
    quotation(shorten(given.gap, longestExcerpt)),
    words(labelled('Your comment', `${shorten(given.otherName, 80)} reads this`)),
  ]);
}

export const commentSchema = z.object({ text: typed('Write a sentence, then send it again.') });

/** A new goal, or one to change or remove. */
export function goalForm(given: {
  readonly goal: { readonly id: number; readonly text: string } | undefined;
  readonly managerName: string | undefined;
}): ModalView {
  const { goal } = given;
  const reader = given.managerName === undefined ? 'Your manager' : shorten(given.managerName, 80);
  return form(
    saveGoal,
    goal === undefined ? {} : { goal: goal.id },
    goal === undefined ? 'Add a goal' : 'Change a goal',
    'Save',
    [
      words(labelled('What do you want from this job?', `${reader} reads this`), 'Only you can change it.', goal?.text),
      ...(goal === undefined ? [] : [actions('remove', [removeButton(goal.id)])]),
    ],
  );
}

function removeButton(goal: number) {
  const confirm = confirmation('Remove this goal?', 'It’s gone for good.', 'Remove it');
  return button(removeGoal, { goal }, 'Remove', { confirm });
}

export function goalRemovedView(): ModalView {
  return {
    type: 'modal',
    title: plain('Removed', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [section('Removed.')],
  };
}

export const goalSchema = z.object({ text: typed('Write what you want from this job, in a sentence.') });

/** A promise by hand. */
export function promiseForm(given: {
  readonly rep: { readonly id: number; readonly name: string };
  readonly dueOn: LocalDate;
}): ModalView {
  return form(savePromise, { rep: given.rep.id }, 'Promise something', 'Promise it', [
    section(`To *${named(given.rep.name)}*`),
    words(labelled('What will you do?', `${shorten(given.rep.name, 80)} reads this`)),
    day('By when?', given.dueOn),
  ]);
}

export const promiseSchema = z.object({
  text: typed('Say in a sentence what you’ll do.'),
  dueOn: calendarDay(),
});

/** Another day for a promise. */
export function movePromiseForm(given: {
  readonly promise: number;
  readonly text: string;
  readonly repName: string;
  readonly dueOn: LocalDate;
}): ModalView {
  return form(movePromiseTo, { promise: given.promise }, 'Move a promise', 'Move it', [
    section(`You promised *${named(given.repName)}*:`),
    quotation(shorten(given.text, longestExcerpt)),
    day('By when instead?', given.dueOn),
  ]);
}

export const movePromiseSchema = z.object({ dueOn: calendarDay() });

function form<Carried>(
  route: Route<Carried>,
  carried: Carried,
  title: string,
  submit: string,
  blocks: View['blocks'],
): ModalView {
  return {
    type: 'modal',
    callback_id: route.id,
    private_metadata: route.encode(carried),
    title: plain(title, limits.modalTitle),
    submit: plain(submit, limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks,
  };
}

function words(label: string, hint?: string, initial?: string) {
  return inputBlock(
    { id: 'text', label, ...(hint === undefined ? {} : { hint }) },
    {
      type: 'plain_text_input',
      action_id: inputActionId,
      multiline: true,
      max_length: limits.inputText,
      ...(initial === undefined || initial === '' ? {} : { initial_value: initial }),
    },
  );
}

function day(label: string, initial: LocalDate) {
  return inputBlock({ id: 'dueOn', label }, { type: 'datepicker', action_id: inputActionId, initial_date: initial });
}

function typed(missing: string) {
  return z.string(missing).refine((text) => text.length <= limits.inputText, { error: tooLong });
}

function calendarDay() {
  const choose = 'Choose a day from the calendar.';
  return daySchema(choose);
}
