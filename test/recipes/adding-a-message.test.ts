import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../src/acts/say.ts';
import { refreshAbout } from '../../src/acts/refresh.ts';
import { deliveriesIn, enqueue, markSent } from '../../src/store/outbox.ts';
import { addPraise } from '../../src/store/praises.ts';
import { message } from '../../src/slack/messages/message.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { follow, stepsOf } from './follow.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test('a message by the recipe is said, reads as its file says, and is old when its cause changes', async () => {
  expect(new Set(stepsOf('adding-a-message.md').map(({ path }) => path)).size).toBe(3);
  const copy = follow('adding-a-message.md');
  const load = <Module>(path: string) => import(join(copy, path)) as Promise<Module>;
  const acts = await load<typeof import('../../src/acts/say.ts')>('src/acts/say.ts');
  const refreshing = await load<typeof import('../../src/acts/refresh.ts')>('src/acts/refresh.ts');
  const { messageKinds } =
    await load<typeof import('../../src/slack/messages/index.ts')>('src/slack/messages/index.ts');
  const { context, store, people } = office;
  const { dana, priya } = people;
  const now = context.clock();
  const given = { managerId: dana.id, repId: priya.id, interactionId: null, text: 'For the pilot', isPublic: false };
  const praise = await addPraise(store, { ...given, givenOn: '2026-11-24' }, now);
  // Here its name is known to the copy only.
  const said = { kind: 'thanks-read' as 'praise', recipientId: dana.id, subject: { praise } };
  await acts.say(context, store, { occurrenceKey: `thanks-read|${praise}`, ...said }, now);
  const [delivery] = await deliveriesIn(store, ['pending']);
  if (delivery === undefined) throw new Error('Nothing was said');
  const kind = messageKinds.find((one) => one.kind === delivery.kind);
  const rendered = await kind?.render(context, delivery.subject, dana, now);
  expect(wordsOf(rendered?.blocks)).toBe('Priya Nair read your thanks.');
  expect(kind).toMatchObject({ reach: 'at-work', joins: true });
  await markSent(store, delivery.id, { channel: 'D1', ts: '1.1' }, now);
  await refreshing.refreshAbout(store, 'praise', { praise });
  const wanted = await store.database.selectFrom('outbox').select('refreshWanted').execute();
  expect(wanted).toEqual([{ refreshWanted: 1 }]);
});

/** Never run: the types are the test. What is forgotten or mistaken doesn't compile. */
export async function mistakes({ context, store, people }: Office, now: Date): Promise<void> {
  const to = { occurrenceKey: 'x', recipientId: people.dana.id };
  // @ts-expect-error nobody has described it
  await say(context, store, { ...to, kind: 'unheard-of', subject: { praise: 1 } }, now);
  // @ts-expect-error it is about something else
  await say(context, store, { ...to, kind: 'praise', subject: { promise: 1 } }, now);
  // @ts-expect-error a part of what it is about is missing
  await enqueue(store, { ...to, deliveryId: 'x', dueAt: now, kind: 'digest', subject: { lead: 1 } }, now);
  // @ts-expect-error a promise is named by its id
  await refreshAbout(store, 'promise', { booking: 1 });
  // @ts-expect-error no words without a description
  message('unheard-of', { render: () => Promise.resolve(undefined) });
  // @ts-expect-error it has no such part
  message('praise', { render: (_from, subject) => Promise.resolve(subject.promise) });
}
