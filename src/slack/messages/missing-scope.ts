import { section } from '../kit/blocks.ts';
import { literal } from '../kit/text.ts';
import { message } from './message.ts';

/** Names the scope to an admin. */
export const missingScope = message('missing-scope', {
  async render(_from, { scope }, recipient) {
    if (!recipient.isAdmin) return undefined;
    const text = `Slack won’t let me send some messages: the app lacks the scope *${literal(scope)}*. Add it at api.slack.com/apps under OAuth & Permissions, install the app again, and restart the bot. Everything else goes on.`;
    return { text, blocks: [section(text)] };
  },
});
