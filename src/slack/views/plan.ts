import type { KnownBlock } from '@slack/types';
import { actions, button, context, header } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { openSettings } from '../routes/settings.ts';
import { count, literal, shorten } from '../text.ts';
import { forNowWords } from './departures.ts';
import { nudgeBlocks } from './nudge.ts';
import type { ShownNudge } from './nudge.ts';

/** Header, footer and the line about the rest take the others of a message's blocks. */
const mostNudgeBlocks = limits.messageBlocks - 6;

export interface NudgeMessage {
  readonly kind: 'plan' | 'between';
  /** In the order of need. */
  readonly nudges: readonly ShownNudge[];
  /** How many people they are about. */
  readonly people: number;
  /** Names of those of them who are the reader's only for now, as their manager has left. */
  readonly forNow?: readonly string[];
}

/** The weekly plan, or what couldn't wait for it. */
export function nudgeMessage({ kind, nudges, people, forNow = [] }: NudgeMessage): RenderedMessage {
  const title = kind === 'plan' ? planTitle(people, nudges.length) : betweenTitle(nudges.length);
  const blocks: KnownBlock[] = [];
  let shown = 0;
  for (const nudge of nudges) {
    const next = nudgeBlocks(nudge);
    const divider: KnownBlock[] = blocks.length === 0 ? [] : [{ type: 'divider' }];
    if (blocks.length + divider.length + next.length > mostNudgeBlocks) break;
    blocks.push(...divider, ...next);
    shown += 1;
  }
  const left = nudges.length - shown;
  return {
    text: fallback(title, nudges),
    blocks: [
      header(title),
      ...blocks,
      ...(forNow.length === 0 ? [] : [context(forNowWords(forNow))]),
      ...(left === 0 ? [] : [context(`And ${left} more, in your Home tab.`)]),
      context('What else waits is in your Home tab. `/firstline help` shows what you can do.'),
      actions('settings', [button(openSettings, {}, 'Settings')]),
    ],
  };
}

function planTitle(people: number, nudges: number): string {
  if (people === 0) return `Your week: ${count(nudges, 'act')}`;
  return `Your week: ${count(people, 'person', 'people')} to lead`;
}

function betweenTitle(nudges: number): string {
  return nudges === 1 ? 'One thing that can’t wait' : `${nudges} things that can’t wait`;
}

/** For notifications: the whole point; an answered nudge is left out while others wait. */
function fallback(title: string, nudges: readonly ShownNudge[]): string {
  const open = nudges.filter(({ state }) => state === 'open');
  const said = (open.length > 0 ? open : nudges).map(({ words }) => literal(words.headline));
  return shorten(`${title}: ${said.join('. ')}.`, limits.messageText);
}
