/** The small forms behind a step of an ask: by when, why not, what is missing. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { isLocalDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { context, plain } from '../blocks.ts';
import { inputActionId, inputBlock, tooLong } from '../form.ts';
import { limits } from '../limits.ts';
import { declineAskBecause, renewAskBy, reopenAskWith, takeAskBy } from '../routes/asks.ts';
import type { Route } from '../route.ts';
import { literal, shorten } from '../text.ts';
import { askTitle } from './ask-words.ts';
import type { AskSummary } from './ask-words.ts';

const missingReason = 'Say why in a sentence. It makes a no easier to take.';
const words = z.string().refine((text) => text.length <= limits.inputText, { error: tooLong });

/** @param until the day that is filled in, the holder's local day */
export function takeForm(ask: AskSummary, until: LocalDate): ModalView {
  return stepForm(takeAskBy, ask, 'By when?', 'Take it', [
    inputBlock(
      { id: 'until', label: 'You have an answer by', hint: 'The day is told, and you are reminded when it comes.' },
      { type: 'datepicker', action_id: inputActionId, initial_date: until },
    ),
  ]);
}

export const takeFormSchema = z.object({
  until: z.string('Choose the day you’ll have an answer.').refine(isLocalDate, 'Choose a day from the calendar.'),
});

/** @param by the day that is filled in, the rep's local day */
export function renewForm(ask: AskSummary, by: LocalDate): ModalView {
  return stepForm(renewAskBy, ask, 'Still needed?', 'Tell them', [
    inputBlock(
      { id: 'neededBy', label: 'You still need it by', hint: 'Whoever has it is told.' },
      { type: 'datepicker', action_id: inputActionId, initial_date: by },
    ),
  ]);
}

export const renewFormSchema = z.object({
  neededBy: z.string('Choose the day by which you need it.').refine(isLocalDate, 'Choose a day from the calendar.'),
});

export function declineForm(ask: AskSummary): ModalView {
  return stepForm(declineAskBecause, ask, 'Why not?', 'Decline', [
    inputBlock(
      { id: 'reason', label: 'You decline, because', hint: 'This is told as you write it.' },
      { type: 'plain_text_input', action_id: inputActionId, multiline: true, max_length: limits.inputText },
    ),
  ]);
}

export const declineFormSchema = z.object({
  reason: z.string(missingReason).pipe(words),
});

export function reopenForm(ask: AskSummary): ModalView {
  return stepForm(reopenAskWith, ask, 'What is missing?', 'Open it again', [
    inputBlock(
      {
        id: 'missing',
        label: 'What is still missing?',
        hint: 'A sentence helps, but you can leave it empty.',
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
