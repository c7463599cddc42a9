import type { View } from '@slack/types';
import type { Context } from '../../context.ts';
import { createTurns } from '../kit/one-after-another.ts';

const inTurn = createTurns();

/**
 * Draws an open form anew after something was chosen in it. Two choices in quick succession are answered in the order in which they
 * came, so that the last one stands; Slack's `hash` would drop the second.
 */
export function changeForm(context: Pick<Context, 'slack'>, viewId: string, draw: () => Promise<View>): Promise<void> {
  return inTurn(viewId, async () => {
    await context.slack.views.update({ view_id: viewId, view: await draw() });
  });
}
