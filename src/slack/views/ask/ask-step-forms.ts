/** The small forms behind a step of an ask: by when, why not, what is missing. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../../time/zoned.ts';
import { context, plain } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, tooLong } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import {
  declineAskBecause,
  grantAskWith,
  handAskWith,
  renewAskBy,
  reopenAskWith,
  takeAskBy,
} from '../../routes/asks.ts';
import type { Route } from '../../kit/route.ts';
import { firstName, literal, shorten } from '../../kit/text.ts';
import { askTitle } from './ask-words.ts';
import type { AskSummary } from './ask-words.ts';
import { daySchema } from '../../kit/day-schema.ts';

const missingReason = 'Say why in a sentence. It makes a no easier to take.';
const words = z.string().refine((text) => text.length <= limits.inputText, { error: tooLong });

/** @param until the day that is filled in, the holder's local day */
export function takeForm(ask: AskSummary, until: LocalDate): ModalView {
  return stepForm(takeAskBy, ask, 'By when?', 'Take it', [
    inputBlock(
      {
        id: 'until',
        label: `${repOf(ask)} gets an answer by`,
        hint: `${repOf(ask)} sees this date; I’ll remind you.`,
      },
      { type: 'datepicker', action_id: inputActionId, initial_date: until },
    ),
  ]);
}

export const takeFormSchema = z.object({
  until: daySchema('Choose a day from the calendar.', 'Choose the day you’ll have an answer.'),
});

/** @param by the day that is filled in, the rep's local day */
export function renewForm(ask: AskSummary, by: LocalDate): ModalView {
  return stepForm(renewAskBy, ask, 'Still need it?', 'Send', [
    inputBlock(
      { id: 'neededBy', label: 'I still need it by', hint: `${shorten(ask.holderName, 60)} sees this date.` },
      { type: 'datepicker', action_id: inputActionId, initial_date: by },
    ),
  ]);
}

export const renewFormSchema = z.object({
  neededBy: daySchema('Choose a day from the calendar.', 'Choose the day by which you need it.'),
});

export function declineForm(ask: AskSummary): ModalView {
  return stepForm(declineAskBecause, ask, 'Why not?', 'Decline', [
    inputBlock(
      { id: 'reason', label: 'Your reason', hint: `${repOf(ask)} sees this word for word.` },
      { type: 'plain_text_input', action_id: inputActionId, multiline: true, max_length: limits.inputText },
    ),
  ]);
}

export const declineFormSchema = z.object({
  reason: z.string(missingReason).pipe(words),
});

/** A yes, with a line if there is one to add. */
export function grantForm(ask: AskSummary): ModalView {
  return stepForm(grantAskWith, ask, 'Say yes', 'Say yes', [
    lineInput({
      id: 'words',
      label: 'Anything to add?',
      hint: `${repOf(ask)} reads this with your yes.`,
    }),
    context(graceWords(ask)),
  ]);
}

/** To the lead, with a line if there is one to add. */
export function handForm(ask: AskSummary): ModalView {
  const lead = shorten(ask.leadName ?? 'Your lead', 60);
  return stepForm(handAskWith, ask, 'Take it to your lead', 'Take it there', [
    lineInput({
      id: 'words',
      label: `What should ${lead} know?`,
      hint: `${lead} and ${repOf(ask)} both read this.`,
    }),
    context(graceWords(ask)),
  ]);
}

export const lineSchema = z.object({ words: words.optional() });

/** `Priya`. */
function repOf(ask: AskSummary): string {
  return shorten(firstName({ name: ask.repName }), 60);
}

function graceWords(ask: AskSummary): string {
  return `${literal(repOf(ask))} hears in half a minute. Until then, Undo leaves no trace.`;
}

function lineInput(field: { readonly id: string; readonly label: string; readonly hint: string }) {
  return inputBlock(
    { ...field, optional: true },
    { type: 'plain_text_input' as const, action_id: inputActionId, multiline: true, max_length: limits.inputText },
  );
}

export function reopenForm(ask: AskSummary): ModalView {
  return stepForm(reopenAskWith, ask, 'What’s missing?', 'Open it again', [
    inputBlock(
      {
        id: 'missing',
        label: 'What’s still missing?',
        hint: `${shorten(ask.holderName, 60)} reads this. You can leave it empty.`,
        optional: true,
      },
      { type: 'plain_text_input', action_id: inputActionId, multiline: true, max_length: limits.inputText },
    ),
  ]);
}

export const reopenFormSchema = z.object({ missing: words.optional() });

function stepForm(
  route: Route<{ ask: number }>,
  ask: AskSummary,
  title: string,
  submit: string,
  inputs: ModalView['blocks'],
): ModalView {
  return {
    type: 'modal',
    callback_id: route.id,
    private_metadata: route.encode({ ask: ask.id }),
    title: plain(title, limits.modalTitle),
    submit: plain(submit, limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks: [context(`${askTitle(ask)}: ${literal(shorten(ask.text, 300))}`), ...inputs],
  };
}
