/** On the wire: nudges that are answered on themselves, and records that are put right from them. */
import { expect, test } from 'vitest';
import type { Due } from '../../../src/behaviours/behaviour.ts';
import { ask } from '../../../src/acts/ask.ts';
import { logInteraction } from '../../../src/acts/log-interaction.ts';
import { loadLogList } from '../../../src/slack/loading/log-list.ts';
import { findAsk } from '../../../src/store/asks.ts';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { addNudges, nudgesOfBatch } from '../../../src/store/nudges.ts';
import { stoppedBehaviours } from '../../../src/store/stopped-behaviours.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { addPromise, promisesOf } from '../../../src/store/promises.ts';
import { questionFor } from '../../../src/behaviours/reflection.ts';
import { behaviours } from '../../../src/behaviours/index.ts';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf } from '../../helpers/blocks.ts';
import { dueFor } from '../../helpers/nudges.ts';
import { openOffice } from '../../helpers/office.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

const batch = 'between:2026-11-24';

/** Dana has these nudges in one message. */
async function nudged(
  make: (ids: { rep: number; manager: number }) => Promise<Due[]> | Due[],
  { asksWhy = false, at = '2026-11-24T10:00:00Z' } = {},
) {
  const clock = testClock(at);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const dana = sandbox.as(slackIdOf('dana'));
  const manager = await personCalled(bot.store, 'dana');
  const rep = await personCalled(bot.store, 'priya');
  const dues = await make({ rep: rep.id, manager: manager.id });
  return {
    clock,
    sandbox,
    bot,
    dana,
    manager,
    rep,
    async send(more: readonly Due[] = []) {
      const now = clock.now();
      const planned = [...dues, ...more].map((due) => ({ ...due, asksWhy }));
      await addNudges(bot.store, manager.id, batch, planned, now);
      const subject = { person: manager.id, batch };
      const row = { occurrenceKey: 'nudged', deliveryId: 'nudged', kind: 'between', recipientId: manager.id } as const;
      await enqueue(bot.store, { ...row, subject, dueAt: now }, now);
      await bot.tick();
      const message = await sandbox.until('the nudge', () =>
        dana.messages().find(({ text }) => text.includes('can’t wait')),
      );
      const shown = () => JSON.stringify(dana.messages().find(({ ts }) => ts === message.ts)?.blocks);
      return { message, shown };
    },
    states: async () => (await nudgesOfBatch(bot.store, manager.id, batch)).map(({ state }) => state),
  };
}

test('time balance is one tap: logged, answered, and seen by nobody else', async () => {
  const friday = { at: '2026-11-27T10:00:00Z' };
  const work = await nudged(() => [dueFor(null, { behaviour: 'time-balance' })], friday);
  const { message, shown } = await work.send();
  expect(buttonsOf(message.blocks)).toEqual(expect.arrayContaining(['Hardly any', 'Half', 'Nearly all']));
  expect(buttonsOf(message.blocks)).not.toContain('Done');
  await work.dana.press({ label: 'Half', messageTs: message.ts });
  await work.sandbox.until('the answer in place', () => shown().includes('Answered: Half.'));
  expect(await interactionsBetween(work.bot.store, { limit: 5 })).toMatchObject([
    { behaviour: 'time-balance', repId: null, happenedOn: '2026-11-27', details: { people: '50' } },
  ]);
  expect(await work.states()).toEqual(['done']);
});

test('reflection opens its private form with the question', async () => {
  const work = await nudged(() => [dueFor(null, { behaviour: 'reflection' })]);
  const { message } = await work.send();
  await work.dana.press({ label: 'Done', messageTs: message.ts });
  const form = await work.sandbox.until('the form', () => work.dana.modal());
  expect(JSON.stringify(form.blocks)).toContain(questionFor('2026-11-24'));
  expect(JSON.stringify(form.blocks)).toContain('Your thoughts · Only you');
  work.dana.fill({ thought: 'Canary' });
  expect(await work.dana.submit()).toEqual({});
  await work.sandbox.until('the answer', async () => (await work.states())[0] === 'done');
});

test('a nudge about an ask opens the ask, and answering it there is the answer', async () => {
  const work = await nudged(() => []);
  const { bot, sandbox, dana, rep } = work;
  const asked = {
    kind: 'help',
    text: 'Canary: a second pair of eyes',
    dealId: null,
    obstacle: null,
    neededBy: null,
  } as const;
  const office = await openOffice();
  await ask({ ...office.context, store: bot.store }, rep, { ...asked, once: 'view:ask' });
  await office.close();
  const askId = 1;
  const { message } = await work.send([dueFor(rep.id, { behaviour: 'answer-ask', askId })]);
  expect(buttonsOf(message.blocks)).not.toContain('Done');
  await dana.press({ label: 'Open', messageTs: message.ts });
  await sandbox.until('the ask', () => JSON.stringify(dana.modal()?.blocks ?? '').includes('Canary'));
  await dana.press({ label: 'Take it' });
  await sandbox.until('the form', () => JSON.stringify(dana.modal()?.blocks ?? '').includes('until'));
  dana.fill({ until: '2026-11-26' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the answer', async () => (await work.states())[0] === 'done');
  const promises = () => promisesOf(bot.store, { repId: rep.id, limit: 5 });
  expect(await promises()).toMatchObject([
    { askId, text: 'An answer to your ask', dueOn: '2026-11-26', state: 'open' },
  ]);
  const card = dana.messages().find(({ text }) => text.includes('Canary'));
  await dana.press({ label: 'Say yes', messageTs: card?.ts ?? '' });
  await sandbox.until('the form', () => dana.modal()?.callbackId === 'ask.grant-with');
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the promise to be kept', async () => (await promises())[0]?.state === 'kept');
  expect(await findAsk(bot.store, askId)).toMatchObject({ state: 'granted' });
});

test('without an answer twice, it asks whether to change something, in the place of the act: bad timing is quiet for the week, stopping stops the kind', async () => {
  const work = await nudged(({ rep }) => [dueFor(rep), dueFor(rep, { behaviour: 'check-in' })], { asksWhy: true });
  const { message, shown } = await work.send();
  expect(shown()).toContain('No answer twice. Should I change something?');
  expect(buttonsOf(message.blocks)).not.toContain('Book it');
  const [first, second] = await nudgesOfBatch(work.bot.store, work.manager.id, batch);
  await work.dana.press({ label: 'Bad timing', messageTs: message.ts, blockId: `nudge-${first?.id}` });
  await work.sandbox.until('the pause', () => shown().includes('Back Mon, Nov 30'));
  await work.dana.press({ label: 'Stop these', messageTs: message.ts, blockId: `nudge-${second?.id}` });
  await work.sandbox.until('the stop', () => shown().includes('Stopped: you won’t be asked this again'));
  expect(await stoppedBehaviours(work.bot.store, work.manager.id)).toEqual(['check-in']);
});

test('It is wrong: a promise gets another day, and the nudge is put right', async () => {
  const work = await nudged(() => [], { asksWhy: true });
  const { bot, dana, manager, rep, sandbox } = work;
  const promise = {
    managerId: manager.id,
    repId: rep.id,
    text: 'Call',
    madeOn: '2026-11-02',
    dueOn: '2026-11-24',
  } as const;
  const promiseId = await addPromise(bot.store, promise, work.clock.now());
  const record = { kind: 'promise', id: promiseId } as const;
  const due = dueFor(rep.id, { behaviour: 'keep-promise', item: `promise:${promiseId}` });
  const { message, shown } = await work.send([{ ...due, evidence: { ...due.evidence, record } }]);
  await dana.press({ label: 'It’s wrong', messageTs: message.ts });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ correction: 'move' });
  expect((await dana.submit()).errors).toHaveProperty('on');
  dana.fill({ on: '2026-11-20' });
  expect((await dana.submit()).errors).toHaveProperty('on');
  dana.fill({ on: '2026-11-30' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the nudge', () => shown().includes('Fixed: '));
  expect(await promisesOf(bot.store, { limit: 5 })).toMatchObject([{ state: 'open', dueOn: '2026-11-30' }]);
});

test('what somebody logged for themselves alone is in their own list only', async () => {
  const office = await openOffice();
  const own = behaviours.map((behaviour) =>
    behaviour.id === 'connect' ? { ...behaviour, isOwnOnly: true } : behaviour,
  );
  const context = { ...office.context, behaviours: own };
  const { dana, priya } = office.people;
  const empty = { minutes: null, dealId: null, details: {}, texts: {}, shared: false };
  const entry = { behaviour: 'connect', repId: priya.id, happenedOn: '2026-11-23', ...empty } as const;
  await logInteraction(context, dana, { entry, once: 'view:own' });
  const listed = async (person: typeof dana, about: 'mine' | 'me') =>
    JSON.stringify(await loadLogList(context, person, { about, page: 0 }));
  expect(await listed(dana, 'mine')).toContain('Connect');
  expect(await listed(priya, 'me')).toContain('Nothing yet.');
  await office.close();
});
