import type { PromiseState } from '../../../behaviours/facts.ts';
import { formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, context, quotation, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { named } from '../ask/ask-words.ts';
import { thingButtons } from '../nudge/thing-buttons.ts';

/** To whoever promised it, in one line: somebody still waits for it. */
export function promiseNotKept(given: {
  readonly id: number;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly state: PromiseState;
  readonly repName: string;
  readonly repShortName: string;
  readonly today: LocalDate;
}): RenderedMessage {
  const who = named(given.repName);
  const isMoved = given.state === 'open' && given.dueOn >= given.today;
  const said = `${who} is still waiting for this${isMoved || given.state !== 'open' ? '' : ` (due ${formatDay(given.dueOn, given.today)})`}:`;
  const stands = {
    open: isMoved ? `Moved to ${formatDay(given.dueOn, given.today)}.` : undefined,
    kept: 'Kept.',
    dropped: 'Withdrawn.',
  }[given.state];
  return {
    text: said.slice(0, -1),
    blocks: [
      section(said),
      quotation(given.text),
      stands === undefined
        ? actions(`promise-${given.id}`, thingButtons({ kind: 'promise', id: given.id }, { name: given.repShortName }))
        : context(stands),
    ],
  };
}
