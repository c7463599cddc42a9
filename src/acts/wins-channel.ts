/** A wins channel that can't be used: noticed once, told once, looked at again now and then. */
import type { Context } from '../context.ts';
import { channelTroubleOf } from '../leading/wins-channel.ts';
import type { ChannelTrouble } from '../leading/wins-channel.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { admins } from '../store/people.ts';
import { readPolicy } from '../store/policy.ts';
import { findWinsTrouble, forgetWinsTrouble, noteWinsTrouble } from '../store/wins-channel.ts';
import type { WinsTrouble } from '../store/wins-channel.ts';
import { say } from './say.ts';
import { refreshAbout } from './refresh.ts';

/** Of the message to admins. */
const winsChannelKind = 'wins-channel';

/** What keeps thanks from being posted in the wins channel now; undefined where it is worth trying. */
export async function winsTroubleNow(store: Store): Promise<WinsTrouble | undefined> {
  const { winsChannel } = await readPolicy(store);
  const known = await findWinsTrouble(store);
  return known?.channel === winsChannel ? known : undefined;
}

/**
 * Slack won't have a post in this channel. Each admin hears of it once, until it works again or another channel is chosen.
 * @param problem Slack's word
 * @returns what is the matter with the channel; undefined where that says nothing about it
 */
export async function noteChannelTrouble(
  context: Pick<Context, 'newId'>,
  store: Store,
  { channel, problem }: { readonly channel: string; readonly problem: string },
  now: Date,
): Promise<ChannelTrouble | undefined> {
  const trouble = channelTroubleOf(problem);
  if (trouble === undefined) return undefined;
  const before = await findWinsTrouble(store);
  const isSame = before?.channel === channel && before.trouble === trouble;
  const since = isSame ? before.since : now;
  await noteWinsTrouble(store, { channel, trouble, since, lookedAt: now, isTried: false });
  for (const admin of await admins(store))
    await say(
      context,
      store,
      {
        occurrenceKey: `${winsChannelKind}|${admin.id}|${channel}|${since.toISOString()}`,
        kind: winsChannelKind,
        recipientId: admin.id,
        subject: { person: admin.id, about: channel },
      },
      now,
    );
  if (before !== undefined && !isSame) await refreshAdmins(store, channel);
  return trouble;
}

/**
 * Asks Slack whether the channel works again, without posting anything: who may join a channel may write there. Where that can't tell
 * (a private channel), the next thanks try it.
 * @returns true where it works, or is worth a try
 */
export async function lookAtWinsChannel(
  context: Pick<Context, 'store' | 'sender' | 'clock' | 'deliverSoon'>,
): Promise<boolean> {
  const known = await findWinsTrouble(context.store);
  if (known === undefined) return true;
  const problem = await whatKeepsOut(context, known.channel);
  const trouble = problem === undefined ? undefined : channelTroubleOf(problem);
  const now = context.clock();
  await writing(context.store, async (tx) => {
    if (problem === undefined) await forgetWinsTrouble(tx);
    else if (trouble === 'archived') await noteWinsTrouble(tx, { ...known, trouble, lookedAt: now, isTried: false });
    else await noteWinsTrouble(tx, { ...known, lookedAt: now, isTried: true });
    await refreshAdmins(tx, known.channel);
  });
  context.deliverSoon([]);
  return trouble !== 'archived';
}

/** Something was posted in this channel. */
export async function channelWorks(store: Store, channel: string): Promise<void> {
  if ((await findWinsTrouble(store))?.channel !== channel) return;
  await writing(store, async (tx) => {
    await forgetWinsTrouble(tx);
    await refreshAdmins(tx, channel);
  });
}

/** Another channel was chosen, or none: what was the matter with the one before concerns nobody. */
export async function forgetOtherTrouble(store: Store): Promise<void> {
  const known = await findWinsTrouble(store);
  if (known !== undefined && (await readPolicy(store)).winsChannel !== known.channel)
    await channelWorks(store, known.channel);
}

/** Slack's word for why the bot isn't let in; undefined where it is. */
async function whatKeepsOut({ sender }: Pick<Context, 'sender'>, channel: string): Promise<string | undefined> {
  try {
    await sender.conversations.join({ channel });
    return undefined;
  } catch (error) {
    const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
    const said: unknown = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
    return typeof said === 'string' ? said : 'unknown';
  }
}

/** What admins were told shows how things are now. */
async function refreshAdmins(store: Store, channel: string): Promise<void> {
  for (const { id } of await admins(store)) await refreshAbout(store, 'wins-channel', { person: id, about: channel });
}
