/** On the wire: the bot and a Slack workspace on this machine, with nothing of ours replaced. */
import { expect, test } from 'vitest';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { startBot } from '../../helpers/bot.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { personCalled } from '../../helpers/store.ts';
import { interactionsBetween, readTexts } from '../../../src/store/interactions.ts';
import { plannedBookings } from '../../../src/store/bookings.ts';
import { stoppedBehaviours } from '../../../src/store/stopped-behaviours.ts';

const canary = 'Canary: the silence after the price';

async function planOnMonday() {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const dana = sandbox.as(slackIdOf('dana'));
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  const plan = await sandbox.until('the plan', () => dana.messages().find(({ text }) => text.startsWith('This week')));
  const shown = () => JSON.stringify(dana.messages().find(({ ts }) => ts === plan.ts)?.blocks);
  return { clock, sandbox, bot, dana, plan, shown, manager: await personCalled(bot.store, 'dana') };
}

/** The ids of the nudges' blocks in the plan, in order. */
function nudgeBlocks(blocks: readonly { readonly [key: string]: unknown }[]): string[] {
  return blocks.flatMap(({ block_id: id }) => (typeof id === 'string' && id.startsWith('nudge-') ? [id] : []));
}

test('Done: the form saves one entry, and the plan says what was done', async () => {
  const { sandbox, bot, dana, plan, shown, manager } = await planOnMonday();
  const [first = ''] = nudgeBlocks(plan.blocks);
  await dana.press({ label: 'Done', messageTs: plan.ts, blockId: first });
  const form = await sandbox.until('the form', () => dana.modal());
  expect(form.callbackId).toBe('log.save');
  const [text = ''] = form.blocks.flatMap((block) =>
    JSON.stringify(block).includes('plain_text_input') ? (block['block_id'] as string) : [],
  );
  dana.fill({ [text]: canary });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the plan to say so', () => shown().includes('Done: '));
  const [entry, ...more] = await interactionsBetween(bot.store, { managerId: manager.id, limit: 10 });
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ happenedOn: '2026-11-23', shared: true });
  expect(await readTexts(bot.store, entry?.id ?? 0)).toEqual({ [text]: canary });
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('Book it: the plan shows the time with calendar links, and cancelling opens the nudge again', async () => {
  const { sandbox, bot, dana, plan, shown, manager } = await planOnMonday();
  const [first = ''] = nudgeBlocks(plan.blocks);
  await dana.press({ label: 'Book it', messageTs: plan.ts, blockId: first });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ date: '2026-11-20' });
  expect((await dana.submit()).errors).toHaveProperty('date');
  dana.fill({ date: '2026-11-24', time: '14:30' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the plan to say so', () => shown().includes('Tue, Nov 24, 2:30 PM'));
  expect(shown()).toContain('https://calendar.google.com/calendar/render?action=TEMPLATE');
  expect(await plannedBookings(bot.store, { managerId: manager.id })).toMatchObject([
    { startsAt: new Date('2026-11-24T14:30:00Z') },
  ]);
  await sandbox.until('the calendar file', () =>
    dana.messages().some(({ files }) => files[0]?.name.endsWith('.ics') === true),
  );
  await dana.press({ label: 'Cancel booking', messageTs: plan.ts });
  await sandbox.until('the nudge to be open', () => shown().includes(first));
  expect(await plannedBookings(bot.store, { managerId: manager.id })).toEqual([]);
});

test('after a booking’s time it asks how it went, and Done is filled in from the booking', async () => {
  const { clock, sandbox, bot, dana, plan, manager } = await planOnMonday();
  const [first = ''] = nudgeBlocks(plan.blocks);
  await dana.press({ label: 'Book it', messageTs: plan.ts, blockId: first });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ date: '2026-11-24', time: '14:30', minutes: '40' });
  expect(await dana.submit()).toEqual({});
  clock.moveTo(new Date('2026-11-25T10:00:00Z'));
  await bot.tick();
  const asked = await sandbox.until('the question', () => dana.messages().find(({ text }) => text.startsWith('Did ')));
  await dana.press({ label: 'Done', messageTs: asked.ts });
  await sandbox.until('the form', () => dana.modal()?.callbackId === 'log.save');
  expect(await dana.submit()).toEqual({});
  const said = () => JSON.stringify(dana.messages().find(({ ts }) => ts === asked.ts)?.blocks);
  await sandbox.until('the question to be answered', () => said().includes('Logged: '));
  expect(await interactionsBetween(bot.store, { managerId: manager.id, limit: 10 })).toMatchObject([
    { happenedOn: '2026-11-24', minutes: 40 },
  ]);
  expect(await plannedBookings(bot.store, { managerId: manager.id })).toEqual([]);
});

test('Not now: snoozed, taken back, stopped and started again', async () => {
  const { sandbox, bot, dana, plan, shown, manager } = await planOnMonday();
  const [first = ''] = nudgeBlocks(plan.blocks);
  await dana.press({ label: 'Not now', messageTs: plan.ts, blockId: first, choose: 'Snooze 3 days' });
  await sandbox.until('the plan to say so', () => shown().includes('Back Thu, Nov 26'));
  await dana.press({ label: 'Undo', messageTs: plan.ts });
  await sandbox.until('the nudge to be open', () => shown().includes(first));
  await dana.press({ label: 'Not now', messageTs: plan.ts, blockId: first, choose: 'Stop these' });
  await sandbox.until('the plan to say so', () => shown().includes('Stopped: you won’t be asked this again'));
  expect(await stoppedBehaviours(bot.store, manager.id)).toHaveLength(1);
  await dana.press({ label: 'Settings', messageTs: plan.ts });
  await sandbox.until('the kinds', () => dana.modal());
  await dana.press({ label: 'Start again' });
  await sandbox.until('the nudge to be open', () => shown().includes(first));
  expect(await stoppedBehaviours(bot.store, manager.id)).toEqual([]);
});

test('This is wrong: the day it really was is logged, and the plan says so', async () => {
  const { sandbox, bot, dana, plan, shown, manager } = await planOnMonday();
  const [first = ''] = nudgeBlocks(plan.blocks);
  await dana.press({ label: 'Not now', messageTs: plan.ts, blockId: first, choose: 'This is wrong' });
  await sandbox.until('the form', () => dana.modal());
  expect((await dana.submit()).errors).toHaveProperty('on');
  dana.fill({ on: '2026-11-19' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the plan to say so', () => shown().includes('Nov 19'));
  expect(await interactionsBetween(bot.store, { managerId: manager.id, limit: 10 })).toMatchObject([
    { happenedOn: '2026-11-19' },
  ]);
});

test('Why?: the rule, its numbers and where the idea comes from', async () => {
  const { sandbox, dana, plan } = await planOnMonday();
  const [first = ''] = nudgeBlocks(plan.blocks);
  await dana.press({ label: 'Why?', messageTs: plan.ts, blockId: first });
  const why = await sandbox.until('the reasons', () => dana.modal());
  expect(JSON.stringify(why.blocks)).toContain('Anthony Iannarino');
});
