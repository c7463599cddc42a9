import type { Button } from '@slack/types';
import type { AskStepKind } from '../../leading/ask-lifecycle.ts';
import { button, confirmation } from '../blocks.ts';
import {
  confirmAsk,
  declineAsk,
  finishAsk,
  grantAsk,
  handAsk,
  reopenAsk,
  takeAsk,
  withdrawAsk,
} from '../routes/asks.ts';
import type { AskSummary } from './ask-words.ts';

/** In the order to show them. */
const order = [
  'taken',
  'done',
  'granted',
  'declined',
  'handed',
  'confirmed',
  'reopened',
  'withdrawn',
] as const satisfies Exclude<AskStepKind, 'asked'>[];

/** A button for each thing that the reader can do with the ask now. */
export function askButtons(ask: AskSummary): Button[] {
  return order
    .filter((step) => ask.mayDo.includes(step) && (step !== 'done' || ask.state === 'taken'))
    .map((step) => askButton(step, ask));
}

function askButton(step: (typeof order)[number], ask: AskSummary): Button {
  const carried = { ask: ask.id };
  const isDeclined = ask.state === 'declined';
  const buttons = {
    taken: () => button(takeAsk, carried, "I'll take it, by …", ask.state === 'open' ? { style: 'primary' } : {}),
    done: () => button(finishAsk, carried, 'Done', { style: 'primary' }),
    granted: () => button(grantAsk, carried, 'Granted'),
    declined: () => button(declineAsk, carried, 'Declined, because …'),
    handed: () => button(handAsk, carried, 'Take it to my lead'),
    confirmed: () => button(confirmAsk, carried, isDeclined ? 'Understood' : 'That helped', { style: 'primary' }),
    reopened: () => button(reopenAsk, carried, isDeclined ? "Let's talk" : 'Not yet'),
    withdrawn: () =>
      button(withdrawAsk, carried, 'Withdraw', {
        confirm: confirmation('Withdraw this?', 'Whoever has it sees that nothing is left to do.', 'Withdraw'),
      }),
  } as const satisfies Record<(typeof order)[number], () => Button>;
  return buttons[step]();
}
