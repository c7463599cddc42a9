import type { Button } from '@slack/types';
import { describeAskKind } from '../../../asks/index.ts';
import type { AskStepTaken } from '../../../leading/ask-lifecycle.ts';
import { button, confirmation, plain } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import {
  confirmAsk,
  declineAsk,
  finishAsk,
  grantAsk,
  handAsk,
  handAskMyself,
  renewAsk,
  undoAskAnswer,
  waitForAsk,
  reopenAsk,
  takeAsk,
  withdrawAsk,
} from '../../routes/asks.ts';
import { openBooking } from '../../routes/bookings.ts';
import { firstName, shorten } from '../../kit/text.ts';
import type { AskSummary } from './ask-words.ts';
import { kindLabel } from './kind-steps.ts';

/** In the order to show them. */
const order = [
  'taken',
  'done',
  'granted',
  'declined',
  'handed',
  'confirmed',
  'reopened',
  'waited',
  'renewed',
  'withdrawn',
] as const satisfies AskStepTaken[];

/** A button for each thing that the reader can do with the ask now. */
export function askButtons(ask: AskSummary): Button[] {
  const { without = [] } = describeAskKind(ask.kind);
  const answers = order
    .filter((step) => ask.mayDo.includes(step) && (step !== 'done' || ask.state === 'taken'))
    .filter((step) => !without.includes(step))
    .flatMap((step) => {
      const label = kindLabel(step, ask);
      const pressed = askButton(step, ask);
      const worded = label === undefined ? pressed : { ...pressed, text: plain(label, limits.buttonText) };
      return step === 'taken' && ask.mayCome === true
        ? [
            worded,
            button(
              openBooking,
              { ask: ask.id, together: true },
              shorten(`Tackle it with ${firstName({ name: ask.repName })}`, limits.buttonText),
            ),
          ]
        : [worded];
    });
  const undo = ask.undo === undefined ? [] : [button(undoAskAnswer, { ask: ask.id, step: ask.undo }, 'Undo')];
  return [...answers, ...undo];
}

function askButton(step: (typeof order)[number], ask: AskSummary): Button {
  const carried = { ask: ask.id };
  const isDeclined = ask.state === 'declined';
  const buttons = {
    taken: () => button(takeAsk, carried, 'Take it', ask.state === 'open' ? { style: 'primary' } : {}),
    done: () => button(finishAsk, carried, 'Done', { style: 'primary' }),
    granted: () => button(grantAsk, carried, 'Say yes'),
    declined: () => button(declineAsk, carried, 'Decline'),
    handed: () =>
      ask.isHolder
        ? button(handAsk, carried, 'Take it to my lead')
        : button(handAskMyself, carried, shorten(`Take it to ${ask.leadName ?? 'the lead'}`, limits.buttonText)),
    waited: () => button(waitForAsk, carried, 'Give it another day'),
    renewed: () => button(renewAsk, carried, 'I still need it'),
    confirmed: () => button(confirmAsk, carried, isDeclined ? 'Understood' : 'That helped', { style: 'primary' }),
    reopened: () => button(reopenAsk, carried, isDeclined ? "Let's talk" : 'Not yet'),
    withdrawn: () =>
      button(withdrawAsk, carried, 'Withdraw', {
        confirm: confirmation(
          'Withdraw this?',
          `${shorten(ask.holderName, 60)} will see you no longer need this.`,
          'Withdraw',
        ),
      }),
  } as const satisfies Record<(typeof order)[number], () => Button>;
  return buttons[step]();
}
