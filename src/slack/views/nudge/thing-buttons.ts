/** The buttons of a promise, an ask, an assignment or an idea: the same in a message and on the Home tab. */
import type { Button } from '@slack/types';
import type { Thing } from '../../../leading/nudge-subject.ts';
import { button, confirmation } from '../../kit/blocks.ts';
import { showAsk } from '../../routes/asks.ts';
import { openLog } from '../../routes/logging.ts';
import { creditIdea, evaluateAssignment } from '../../routes/things.ts';
import { dropPromise, keepPromise, movePromise } from '../../routes/promises.ts';

export type { Thing } from '../../../leading/nudge-subject.ts';

/** How the thing stands for the reader. */
export interface ThingState {
  /** The nudge that asks for it, where one does: the form that it opens is filled in and answers it. */
  readonly nudge?: number;
  /** What the other is called, for the question before a promise is taken back: `Camila`, or `Your team`. */
  readonly name?: string;
}

/** What can be done about the thing, the most likely first. */
export function thingButtons(thing: Thing, { nudge, name }: ThingState = {}): Button[] {
  const { kind, id } = thing;
  const who = name ?? 'The other side';
  switch (kind) {
    case 'promise':
      return [
        button(keepPromise, { promise: id }, 'Kept', { style: 'primary' }),
        button(movePromise, { promise: id }, 'Move'),
        button(dropPromise, { promise: id }, 'I can’t', {
          confirm: confirmation('Withdraw this?', `${who} will see this. Tell them why first.`, 'Withdraw it'),
        }),
      ];
    case 'ask':
      return [button(showAsk, { ask: id }, 'Open', { style: 'primary' })];
    case 'assignment':
      return [
        nudge === undefined
          ? button(evaluateAssignment, { assignment: id }, 'Look again', { style: 'primary' })
          : button(openLog, { nudge }, 'Look again', { style: 'primary' }),
      ];
    case 'idea':
      return [button(creditIdea, { idea: id }, 'Credited', { style: 'primary' })];
  }
}
