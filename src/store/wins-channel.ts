/** What is known of a wins channel that can't be used. */
import type { ChannelTrouble } from '../leading/wins-channel.ts';
import { channelTroubles } from '../leading/wins-channel.ts';
import type { Store } from './db.ts';
import { clearMark, readMark, writeMark } from './marks.ts';

export interface WinsTrouble {
  /** Slack's id. */
  readonly channel: string;
  readonly trouble: ChannelTrouble;
  readonly since: Date;
  /** When Slack was asked last. */
  readonly lookedAt: Date;
  /** Slack can't be asked without posting: the next thanks try it. */
  readonly isTried: boolean;
}

const mark = 'wins-channel-trouble';

/** Undefined while it works, as far as anybody knows. It may be about a channel that isn't the wins channel any more. */
export async function findWinsTrouble(store: Store): Promise<WinsTrouble | undefined> {
  const text = await readMark(store, mark);
  if (text === undefined) return undefined;
  const read = JSON.parse(text) as Record<'channel' | 'trouble' | 'since' | 'lookedAt', string> & { isTried: boolean };
  const trouble = channelTroubles.find((known) => known === read.trouble);
  if (trouble === undefined) return undefined;
  return {
    channel: read.channel,
    trouble,
    since: new Date(read.since),
    lookedAt: new Date(read.lookedAt),
    isTried: read.isTried,
  };
}

export async function noteWinsTrouble(store: Store, trouble: WinsTrouble): Promise<void> {
  await writeMark(store, mark, JSON.stringify(trouble));
}

export async function forgetWinsTrouble(store: Store): Promise<void> {
  await clearMark(store, mark);
}
