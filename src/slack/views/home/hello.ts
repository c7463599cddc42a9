/** Somebody hasn't answered for a while: shall it go on? */
import type { KnownBlock } from '@slack/types';
import type { HelloAnswer } from '../../../store/hello-marks.ts';
import { actions, button, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openSettings } from '../../routes/settings.ts';
import { everyOtherWeek, goOn, stopPlans } from '../../routes/snowed-under.ts';
import { nudgeBlocks } from '../nudge/nudge.ts';
import type { ShownNudge } from '../nudge/nudge.ts';

export interface Hello {
  /** The local day of the question. */
  readonly on: string;
  /** Undefined while it waits for an answer. */
  readonly says: HelloAnswer | undefined;
  /** What is most needed, if anything may be said. */
  readonly nudges: readonly ShownNudge[];
}

const question = 'You haven’t answered for a while. Shall I keep going, come every other week, or stop?';
const answered = {
  'go-on': 'Good. Your plan keeps coming every week.',
  'two-weeks': 'Your plan now comes every other week.',
  stop: 'I’ve stopped. Your people’s asks still reach you, and Settings starts your plan again.',
} as const satisfies Record<HelloAnswer, string>;

export function helloMessage({ on, says, nudges }: Hello): RenderedMessage {
  const text = says === undefined ? question : answered[says];
  const buttons =
    says === undefined
      ? [
          button(goOn, { on }, 'Keep going'),
          button(everyOtherWeek, { on }, 'Every other week'),
          button(stopPlans, { on }, 'Stop'),
        ]
      : [button(openSettings, {}, 'Settings')];
  return {
    text,
    blocks: [
      section(text),
      actions('hello', buttons),
      ...nudges.flatMap((nudge): KnownBlock[] => [{ type: 'divider' }, ...nudgeBlocks(nudge)]),
    ],
  };
}
