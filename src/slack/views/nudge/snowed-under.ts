/** "I'm snowed under": a week made thin, in a tap. */
import type { Button, KnownBlock } from '@slack/types';
import type { Thinned } from '../../../leading/week-budget.ts';
import { actions, button, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { fullWeekAgain, nothingMore, oneThing } from '../../routes/snowed-under.ts';

/** The one tap beside a week as it is: for messages and the Home tab. */
export function snowedUnderButton(): Button {
  return button(oneThing, {}, 'I’m snowed under');
}

/** What belongs among the buttons of a message of this week: the way into a thin week, or further, and back. */
export function snowedUnderButtons(thinned: Thinned | undefined): Button[] {
  if (thinned === undefined) return [snowedUnderButton()];
  return [...(thinned === 'one' ? [nothingButton()] : []), undoButton()];
}

/** What holds in a thin week; empty in any other. */
export function snowedUnderBlocks(thinned: Thinned | undefined): KnownBlock[] {
  if (thinned === undefined) return [];
  return [section(thinWords(thinned)), actions('snowed-under', snowedUnderButtons(thinned))];
}

/** The answer to `/firstline snowed`. */
export function snowedUnderMessage(thinned: Thinned | undefined): RenderedMessage {
  if (thinned !== undefined) return { text: thinWords(thinned), blocks: snowedUnderBlocks(thinned) };
  const text = 'Busy week? I’ll keep it short. Only you can see this, and next week is back to normal.';
  const buttons = [button(oneThing, {}, 'Just one thing'), nothingButton()];
  return { text, blocks: [section(text), actions('snowed-under', buttons)] };
}

function thinWords(thinned: Thinned): string {
  const what = thinned === 'one' ? 'just one thing this week' : 'nothing more this week';
  return `Got it: ${what}. What your people ask still reaches you, and your promises are in Home.`;
}

function nothingButton(): Button {
  return button(nothingMore, {}, 'Nothing until Monday');
}

function undoButton(): Button {
  return button(fullWeekAgain, {}, 'Undo');
}
