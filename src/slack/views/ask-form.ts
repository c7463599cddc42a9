import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { companyObstacleChoices, companyObstacles } from '../../behaviours/company-obstacles.ts';
import { askKinds, obstacles } from '../../leading/ask-lifecycle.ts';
import { isLocalDate } from '../../time/zoned.ts';
import { option, plain } from '../blocks.ts';
import { inputActionId, inputBlock, select, tooLong } from '../form.ts';
import type { NumberedChoice } from '../form.ts';
import { limits } from '../limits.ts';
import { submitAsk } from '../routes/asks.ts';
import { shorten } from '../text.ts';
import { kindLabels, obstacleLabels } from './ask-words.ts';

/** The form in which somebody asks their manager for something. */
export function askForm(given: {
  readonly managerName: string;
  readonly words: string;
  readonly deals: readonly NumberedChoice[];
}): ModalView {
  const kinds = askKinds.map((kind) => option(kind, kindLabels[kind]));
  const deals = given.deals.slice(0, limits.selectOptions).map((deal) => option(String(deal.id), deal.label));
  const inTheWay = obstacles.map((obstacle) => option(obstacle, obstacleLabels[obstacle]));
  const exactly = companyObstacleChoices.map(({ value, label }) => option(value, label));
  return {
    type: 'modal',
    callback_id: submitAsk.id,
    private_metadata: submitAsk.encode({}),
    title: plain('Ask my manager', limits.modalTitle),
    submit: plain('Send it', limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks: [
      inputBlock({ id: 'kind', label: 'What is it about?' }, select(kinds, kinds[0])),
      inputBlock(
        {
          id: 'text',
          label: 'What do you need?',
          hint: `${shorten(given.managerName, 80)} gets this at once. Nobody else reads it, unless it has to be taken to their lead.`,
        },
        {
          type: 'plain_text_input',
          action_id: inputActionId,
          multiline: true,
          max_length: limits.inputText,
          ...(given.words.trim() === '' ? {} : { initial_value: given.words }),
        },
      ),
      ...(deals.length === 0
        ? []
        : [
            inputBlock(
              { id: 'deal', label: 'Which deal?', hint: 'For a blocked deal it helps to name it.', optional: true },
              select(deals, undefined),
            ),
          ]),
      inputBlock(
        { id: 'obstacle', label: 'What is in the way?', hint: 'For a blocked deal.', optional: true },
        select(inTheWay, undefined),
      ),
      inputBlock(
        {
          id: 'companyObstacle',
          label: 'What exactly?',
          hint: 'If our company put it there: with a name it can be counted, and removed for everybody.',
          optional: true,
        },
        select(exactly, undefined),
      ),
      inputBlock(
        { id: 'neededBy', label: 'By when do you need it?', optional: true },
        { type: 'datepicker', action_id: inputActionId },
      ),
    ],
  };
}

const chooseOne = 'Choose one of the list.';

/** What the form says, once read. */
export const askFormSchema = z
  .object({
    kind: z.enum(askKinds, chooseOne),
    text: z
      .string('Write a sentence on what you need.')
      .refine((text) => text.length <= limits.inputText, { error: tooLong }),
    deal: z
      .string()
      .regex(/^\d{1,15}$/u, chooseOne)
      .optional(),
    obstacle: z.enum(obstacles, chooseOne).optional(),
    companyObstacle: z.enum(companyObstacles, chooseOne).optional(),
    neededBy: z.string().refine(isLocalDate, 'Choose a day from the calendar, or leave it empty.').optional(),
  })
  .transform(({ kind, text, deal, obstacle, companyObstacle, neededBy }) => ({
    kind,
    text: text.trim(),
    dealId: deal === undefined ? null : Number(deal),
    obstacle: obstacle ?? null,
    companyObstacle: companyObstacle ?? null,
    neededBy: neededBy ?? null,
  }));
