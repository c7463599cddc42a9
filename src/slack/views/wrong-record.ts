import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Correction } from '../../leading/wrong-record.ts';
import { datedCorrections, plannedCorrections } from '../../leading/wrong-record.ts';
import { isLocalDate } from '../../time/zoned.ts';
import { option, plain, section } from '../blocks.ts';
import { datepicker, inputActionId, inputBlock } from '../form.ts';
import { limits } from '../limits.ts';
import { correctRecord } from '../routes/nudges.ts';
import { literal } from '../text.ts';

const labels: Readonly<Record<Correction, string>> = {
  later: 'There was a later one, on this day',
  'wrong-date': 'The date on record is wrong: it was on this day',
  activity: 'Something happened on the deal, on this day',
  won: 'The deal is won',
  lost: 'The deal is lost',
  'not-blocked': 'Nothing is in the way: leave it for now',
  kept: 'I have kept it',
  dropped: 'I can’t, and I have told them',
  move: 'Another day: this one',
  seen: 'I have watched again, on this day',
  'looked-at': 'We looked at it together, on this day',
  'still-holds': 'We looked at it on this day, and it holds',
  withdraw: 'I no longer expect that: take it back',
  credited: 'I told the others whose idea it was, on this day',
  'not-used': 'The idea wasn’t used',
  'never-mind': 'Never mind: don’t tell me about this again',
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
    title: plain('Put it right', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: [
      section(`I said: ${literal(given.sentence)}`),
      inputBlock(
        { id: 'correction', label: 'What is right?' },
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
  on: z.string().refine(isLocalDate, 'Choose a day from the calendar.').optional(),
});
