import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Correction } from '../../../leading/wrong-record.ts';
import { datedCorrections, plannedCorrections } from '../../../leading/wrong-record.ts';
import { option, plain, section } from '../../kit/blocks.ts';
import { datepicker, inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { correctRecord } from '../../routes/nudges.ts';
import { literal } from '../../kit/text.ts';
import { daySchema } from '../../kit/day-schema.ts';

const labels: Readonly<Record<Correction, string>> = {
  later: 'It happened later, on this day',
  'wrong-date': 'The date is wrong: it was this day',
  activity: 'There was activity on this day',
  won: 'We won it',
  lost: 'We lost it',
  'not-blocked': 'Nothing’s in the way: leave it for now',
  kept: 'I kept it',
  dropped: 'I can’t, and I told them',
  move: 'Move it to this day',
  seen: 'I looked again on this day',
  'looked-at': 'We looked at it together on this day',
  'still-holds': 'We went over it on this day, and it still holds',
  withdraw: 'I don’t expect that anymore: withdraw it',
  credited: 'I gave credit on this day',
  'not-used': 'We didn’t use it',
  'never-mind': 'Never mind: don’t ask me about this again',
};

/** The record that a nudge stood on, and how it can be put right. */
export function wrongRecordView(given: {
  readonly nudge: number;
  readonly sentence: string;
  readonly corrections: readonly Correction[];
}): ModalView {
  const options = given.corrections.map((correction) => option(correction, labels[correction]));
  const [first] = options;
  const dated = [...datedCorrections, ...plannedCorrections];
  const hasDay = given.corrections.some((correction) => dated.includes(correction));
  return {
    type: 'modal',
    callback_id: correctRecord.id,
    private_metadata: correctRecord.encode({ nudge: given.nudge }),
    title: plain('Fix this', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: [
      section(`I said: ${literal(given.sentence)}`),
      inputBlock(
        { id: 'correction', label: 'What’s right?' },
        {
          type: 'radio_buttons',
          action_id: inputActionId,
          options,
          ...(first === undefined ? {} : { initial_option: first }),
        },
      ),
      ...(hasDay ? [inputBlock({ id: 'on', label: 'Which day?', optional: true }, datepicker(undefined))] : []),
    ],
  };
}

/** What the form says, once read. */
export const wrongRecordSchema = z.object({
  correction: z.enum(Object.keys(labels) as [Correction, ...Correction[]], 'Choose one from the list.'),
  on: daySchema('Choose a day from the calendar.').optional(),
});
