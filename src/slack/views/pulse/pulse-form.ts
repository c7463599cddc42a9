import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { longestSentence, pulseStatements } from '../../../leading/pulse.ts';
import { actions, button, context, option, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, labelled } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { openPulse, sendPulse, takeBackPulse, thankedPulse } from '../../routes/pulse.ts';
import { literal } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import type { PulseInvitation } from './pulse.ts';
import { privacy, whatHappens } from './pulse.ts';
import { agreement, numberWord } from './pulse-words.ts';

const title = plain('Half a minute', limits.modalTitle);

/** Three statements, five answers each, and room for a sentence. */
export function pulseForm(given: Pick<PulseInvitation, 'pulse' | 'managerName' | 'whom' | 'until'>): ModalView {
  const few = numberWord(given.whom.minimum);
  return {
    type: 'modal',
    callback_id: sendPulse.id,
    private_metadata: sendPulse.encode({ pulse: given.pulse }),
    title,
    submit: plain('Send', limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks: [
      section(`Three statements about *${named(given.managerName)}*. ${whatHappens(given.whom)}`),
      ...pulseStatements.map(({ id, words }) => statementInput(id, words)),
      inputBlock(
        {
          id: 'sentence',
          label: labelled('One thing that would help', 'Never with your name'),
          hint: `Shown word for word if ${few} or more people write one. Up to ${longestSentence} characters.`,
          optional: true,
        },
        { type: 'plain_text_input', action_id: inputActionId, multiline: true, max_length: longestSentence },
      ),
      ...privacy(given.whom),
    ],
  };
}

function statementInput(id: string, words: string): KnownBlock {
  return inputBlock(
    { id, label: words },
    {
      type: 'radio_buttons',
      action_id: inputActionId,
      options: agreement.map((label, index) => option(String(index + 1), label)),
    },
  );
}

const points = z
  .string('Choose one of the five.')
  .regex(/^[1-5]$/u, 'Choose one of the five.')
  .transform(Number);

/** Reads the form. */
export const pulseSchema = z.object({
  cares: points,
  helps: points,
  trusts: points,
  sentence: z.string().trim().default(''),
});

/** In the form's place: the only place from which the answer can be taken back. */
export function pulseThanks(given: {
  readonly pulse: number;
  readonly receipt: string;
  readonly leaderName: string;
  readonly until: string;
}): ModalView {
  const leader = named(given.leaderName);
  return {
    type: 'modal',
    callback_id: thankedPulse.id,
    private_metadata: thankedPulse.encode({ pulse: given.pulse, receipt: given.receipt }),
    title,
    close: plain('Done', limits.modalButton),
    blocks: [
      section(
        `*Thank you.* Your answer is in. The pulse closes on ${literal(given.until)}. If enough of you answer, ${leader} hears the combined answer and tells you what they’ll do.`,
      ),
      actions('take-back', [button(takeBackPulse, {}, 'Take it back')]),
      context(
        'While this window is open you can take your answer back. Once you close it you can’t: nothing in Firstline says which answer is yours.',
      ),
    ],
  };
}

/** After taking it back. */
export function pulseTakenBackView({ pulse, until }: { readonly pulse: number; readonly until: string }): ModalView {
  return {
    type: 'modal',
    callback_id: openPulse.id,
    private_metadata: openPulse.encode({ pulse }),
    title,
    close: plain('Done', limits.modalButton),
    blocks: [
      section(`Your answer is gone, as if you’d never given it. You can answer again until ${literal(until)}.`),
      actions('again', [button(openPulse, { pulse }, 'Answer again')]),
    ],
  };
}
