/** Thanks where everybody reads them: only in the workspace's wins channel, and only if the rep likes that. */
import type { PersonId, PraiseId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { wantRefreshOfOccurrence } from '../store/outbox-refreshes.ts';
import { enqueue, wasWritten } from '../store/outbox.ts';
import type { Person } from '../store/people.ts';
import { readPolicy } from '../store/policy.ts';
import { findPraise, praisesOf, setPraisePublic } from '../store/praises.ts';
import type { Praise } from '../store/praises.ts';
import { readOwnSettings, writeSetting } from '../store/settings.ts';
import { takeFromOutbox, waitingOfKind } from '../store/outbox-withdrawal.ts';
import { channelTroubleOf } from '../leading/wins-channel.ts';
import type { ChannelTrouble } from '../leading/wins-channel.ts';
import { noteChannelTrouble, winsTroubleNow } from './wins-channel.ts';
import { refreshAbout } from './refresh.ts';

/** Why thanks that were meant for the wins channel went to the rep alone. */
export type KeptPrivate = 'no-channel' | 'not-liked' | 'not-posted' | ChannelTrouble;

/** How many of the rep's praises may wait for their answer. */
const mostWaiting = 50;

/**
 * Posts the praise in the wins channel if the rep likes that. Where they were never asked, the message that brings it asks; where
 * there is no channel or they don't like it, it stays private and the manager hears why. What was posted once is left alone.
 */
export async function makePublic(
  context: Pick<Context, 'newId'>,
  store: Store,
  praise: Pick<Praise, 'id' | 'managerId' | 'repId'>,
  now: Date,
): Promise<void> {
  if (await wasWritten(store, `win|${praise.id}`)) return;
  const { winsChannel } = await readPolicy(store);
  if (winsChannel === null) return keepPrivate(context, store, praise, 'no-channel', now);
  const known = await winsTroubleNow(store);
  if (known !== undefined && !known.isTried) return keepPrivate(context, store, praise, known.trouble, now);
  const likesIt = await likesPublicPraise(store, praise.repId);
  if (likesIt === undefined) return;
  if (!likesIt) return keepPrivate(context, store, praise, 'not-liked', now);
  const subject = { praise: praise.id, channel: winsChannel };
  const row = {
    occurrenceKey: `win|${praise.id}`,
    deliveryId: context.newId(),
    kind: 'win',
    recipientId: praise.repId,
  } as const;
  await enqueue(store, { ...row, subject, dueAt: now }, now);
}

/** What the rep said of being thanked where others read it; undefined if they were never asked. */
export async function likesPublicPraise(store: Store, repId: PersonId): Promise<boolean | undefined> {
  return (await readOwnSettings(store, [repId])).get(repId)?.publicPraise;
}

/** The praise is the rep's alone, and its manager is told why. */
async function keepPrivate(
  context: Pick<Context, 'newId'>,
  store: Store,
  praise: Pick<Praise, 'id' | 'managerId'>,
  why: KeptPrivate,
  now: Date,
): Promise<void> {
  await setPraisePublic(store, praise.id, false);
  const row = { occurrenceKey: `praise-kept-private|${praise.id}`, deliveryId: context.newId(), dueAt: now };
  const subject = { praise: praise.id, why };
  await enqueue(store, { ...row, kind: 'praise-kept-private', recipientId: praise.managerId, subject }, now);
  await refreshPraise(store, praise.id);
}

/**
 * Slack won't have it in the channel: it stays private, and with it what else waits for a channel that can't be used.
 * @param refusal Slack's id of the channel, and its word for why
 */
export async function praiseNotPosted(
  context: Context,
  praiseId: PraiseId,
  refusal: { readonly channel: string; readonly problem: string },
): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const isCurrent = (await readPolicy(tx)).winsChannel === refusal.channel;
    const trouble = isCurrent ? await noteChannelTrouble(context, tx, refusal, now) : channelTroubleOf(refusal.problem);
    const praise = await findPraise(tx, praiseId);
    if (praise !== undefined) await keepPrivate(context, tx, praise, trouble ?? 'not-posted', now);
    if (trouble === undefined) return;
    for (const { subject } of await waitingOfKind(tx, 'win')) {
      const other = subject.channel === refusal.channel ? await findPraise(tx, subject.praise) : undefined;
      if (other === undefined) continue;
      await takeFromOutbox(tx, 'win', subject);
      await keepPrivate(context, tx, other, trouble, now);
    }
  });
  context.deliverSoon([]);
}

/**
 * The rep says, once for all, whether thanks may stand in the wins channel; what waits for that answer follows it.
 * @returns who is concerned, for their Home tabs
 * @throws UserError if the thanks are somebody else's
 */
export async function choosePraise(
  context: Context,
  acting: Person,
  input: { readonly praiseId: PraiseId; readonly isPublic: boolean },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const asked = await findPraise(tx, input.praiseId);
    if (asked?.repId !== acting.id)
      throw new UserError('Those thanks weren’t for you, so nothing changed. Yours are in your Home tab.');
    await refreshPraise(tx, asked.id);
    if ((await likesPublicPraise(tx, acting.id)) !== undefined) return [];
    await writeSetting(tx, `person:${acting.id}`, 'publicPraise', input.isPublic, now);
    const event = { actorId: acting.id, event: 'setting.changed', subjectKind: 'person', subjectId: acting.id };
    await recordAudit(tx, { ...event, details: { name: 'publicPraise' } }, now);
    await followChoice(context, tx, acting.id, now);
    return [acting.id, asked.managerId];
  });
}

/** The rep has chosen, where they were asked or in their settings: thanks that waited for it follow. */
export async function followChoice(
  context: Pick<Context, 'newId'>,
  store: Store,
  repId: PersonId,
  now: Date,
): Promise<void> {
  const waiting = (await praisesOf(store, repId, mostWaiting)).filter(({ isPublic }) => isPublic);
  for (const praise of waiting) {
    await makePublic(context, store, praise, now);
    await refreshPraise(store, praise.id);
  }
}

/** What the rep has, and what stands in the channel, show something old. */
export async function refreshPraise(store: Store, praiseId: PraiseId): Promise<void> {
  await refreshAbout(store, 'praise', { praise: praiseId });
  await wantRefreshOfOccurrence(store, `win|${praiseId}`);
}
