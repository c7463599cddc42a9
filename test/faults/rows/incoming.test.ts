/** What comes in from Slack, or from somebody who pretends to be Slack. */
import { expect } from 'vitest';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { addAsk, stepsOf, asksOf } from '../../../src/store/asks.ts';
import { findGoal, addGoal } from '../../../src/store/goals.ts';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { addPromise, findPromise } from '../../../src/store/promises.ts';
import { addPerson } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { row } from '../../helpers/fault-rows.ts';
import { filledPlace, kill } from '../../helpers/instances.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { callsOf, postsTo } from '../../helpers/posts.ts';
import { freePort } from '../../helpers/free-port.ts';
import { commandBody, sendSigned } from '../../helpers/requests.ts';
import { openSandbox, signingSecret, teamId, testClock } from '../../helpers/sandbox.ts';
import { sendInteraction } from '../../helpers/signed.ts';
import { personCalled } from '../../helpers/store.ts';

const [dana, priya, sam] = (['dana', 'priya', 'sam'] as const).map(slackIdOf) as [string, string, string];
const present = () => Math.floor(Date.now() / 1000);
const canary = 'Canary: let the silence work';

async function work(more: { httpPort?: number; at?: string } = {}) {
  const clock = testClock(more.at);
  const port = more.httpPort;
  const requestUrl = port === undefined || port === 0 ? undefined : `http://127.0.0.1:${port}/slack/events`;
  const sandbox = await openSandbox({ clock, ...(requestUrl !== undefined && { requestUrl }) });
  const bot = await startBot({ sandbox, clock, ...(port !== undefined && { httpPort: port }) });
  const noted = async () => (await interactionsBetween(bot.store, { limit: 99 })).length;
  const as = (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key));
  return { clock, sandbox, bot, noted, as };
}

const heard = (person: SandboxUser) =>
  person
    .messages()
    .map(({ text, blocks }) => `${text}\n${wordsOf(blocks)}`)
    .join('\n');
const note = (text: string) => commandBody('/coach', `<@${priya}> ${text}`, dana);

row(12, async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const place = await filledPlace(clock.now());
  const port = await freePort();
  const join = JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: teamId,
    api_app_id: 'A1',
    event: { type: 'message', channel_type: 'im', user: sam, text: 'hello', channel: 'D1', ts: '1.1', event_ts: '1.1' },
  });
  const deliver = async (seconds: number): Promise<void> => {
    expect((await sendSigned(port, { body: note('once'), at: present() - seconds })).status).toBe(200);
    expect((await sendSigned(port, { body: join, type: 'application/json', at: present() - seconds })).status).toBe(
      200,
    );
  };
  const noted = () => place.look((store) => interactionsBetween(store, { limit: 9 }));
  const first = place.start(sandbox, port);
  await first.says('Firstline is at work');
  await deliver(0);
  await deliver(1);
  await expect.poll(async () => (await noted()).length, { timeout: 10_000 }).toBe(1);
  await sandbox.until('the answer to hello', () => callsOf(sandbox, 'chat.postMessage').some(isToHello));
  await kill(first);
  const second = place.start(sandbox, port);
  await second.says('Firstline is at work');
  await deliver(2);
  // Once what came after them is answered, they would have been, too.
  await sendSigned(port, { body: commandBody('/firstline', 'help', sam, { trigger_id: '1.2.last' }) });
  await sandbox.until('help', () => postsTo(sandbox, sam).length > 1);
  expect(await noted()).toHaveLength(1);
  expect(callsOf(sandbox, 'chat.postMessage').filter(isToHello)).toHaveLength(1);
  await kill(second);
});

const isToHello = ({ sent }: { readonly sent: unknown }) => JSON.stringify(sent).includes('"channel":"D1"');

row(13, async () => {
  const port = await freePort();
  const { noted } = await work({ httpPort: port });
  const wrong = [
    { at: present() - 600 },
    { at: present() + 600 },
    { secret: `${signingSecret}-not` },
    { headers: { 'x-slack-signature': '' } },
    { headers: { 'x-slack-request-timestamp': '' } },
  ];
  for (const one of wrong) expect((await sendSigned(port, { body: note('never'), ...one })).status).toBe(401);
  expect(await noted()).toBe(0);
  const at = present();
  for (let times = 0; times < 3; times += 1)
    expect((await sendSigned(port, { body: note('once'), at })).status).toBe(200);
  expect(await noted()).toBe(1);
});

row(14, async () => {
  const port = await freePort();
  const { noted } = await work({ httpPort: port });
  const bad = [
    { body: `text=${'x'.repeat(1_100_000)}`, status: / 413$/u },
    { body: '{"type":', type: 'application/json', status: / 4\d\d$/u },
    { body: '[]', type: 'application/json', status: / 4\d\d$/u },
    { body: 'payload=%7B', status: / 4\d\d$/u },
    { body: 'hello', type: 'text/plain', status: / 4\d\d$/u },
    { body: '', type: 'application/json', status: / 4\d\d$/u },
  ];
  for (const [number, { status, ...request }] of bad.entries()) {
    const answer = await sendSigned(port, request);
    expect(`${request.body.slice(0, 20)} ${answer.status}`).toMatch(status);
    const body = commandBody('/coach', `<@${priya}> still here`, dana, { trigger_id: `1.2.${number}` });
    expect((await sendSigned(port, { body })).status).toBe(200);
    // Slack hears after 2 s at the latest that it arrived, stored by then or not.
    await expect.poll(noted, { timeout: 20_000 }).toBe(number + 1);
  }
});

row(35, async () => {
  const { sandbox, bot, as } = await work({ at: '2026-11-24T10:00:00Z' });
  await bot.tick();
  const manager = await personCalled(bot.store, 'dana');
  const other = await addPerson(
    bot.store,
    { name: 'Priya Raman', slackUserId: 'U0RAMAN', timeZone: 'Europe/London' },
    new Date('2026-11-01T10:00:00Z'),
  );
  const logged = async () =>
    (await interactionsBetween(bot.store, { managerId: manager.id, limit: 50 })).map(({ repId }) => repId);
  const rep = (await personCalled(bot.store, 'priya')).id;
  // Escaped by Slack: the id counts, whatever name stands beside it.
  for (const mention of [`<@${priya}>`, `<@${priya}|sam>`, `<@${priya}|priya>`]) {
    const before = (await logged()).length;
    await as('dana').command('/coach', `${mention} ${canary}`);
    await expect.poll(async () => (await logged()).length).toBe(before + 1);
    expect((await logged())[0]).toBe(rep);
  }
  // A name alone could be anybody's: asked back, and nothing is saved.
  const saved = (await logged()).length;
  await as('dana').command('/coach', `Priya ${canary}`);
  await sandbox.until('the question', () => heard(as('dana')).includes('coaching note on Priya Nair?'));
  await setManager(bot.store, other, manager.id, '2026-11-01');
  await as('dana').command('/coach', `Priya ${canary}`);
  await sandbox.until('the question', () => heard(as('dana')).includes('Who is this about?'));
  for (const spoofed of ['<@U0NOBODY|priya>', '@priya.nair.fake', '＠priya', '<@priya>', '&lt;@U0PRIYA&gt;']) {
    const before = as('dana').messages().length;
    await as('dana').command('/coach', `${spoofed} ${canary}`);
    await sandbox.until(
      `an answer to ${spoofed}`,
      () => as('dana').messages().length > before || as('dana').modal() !== undefined,
    );
    if (as('dana').modal() !== undefined) await as('dana').close();
  }
  expect(await logged()).toHaveLength(saved);
});

row(36, async () => {
  const { sandbox, as } = await work();
  for (const error of ['expired_trigger_id', 'internal_error', 'fatal_error']) {
    sandbox.script('views.open', { kind: 'error', error });
    const before = as('priya').messages().length;
    await as('priya').command('/ask', `${canary} ${error}`);
    const answer = await sandbox.until(
      'the answer',
      () => as('priya').messages().length > before && as('priya').newest(),
    );
    expect(wordsOf(answer.blocks)).toMatch(/try again/iu);
    expect(wordsOf(answer.blocks)).toContain(`${canary} ${error}`);
  }
  sandbox.script('views.open', { kind: 'http', status: 500 });
  await as('dana').command('/coach', `Nobody ${canary}`);
  await sandbox.until('the words', () => heard(as('dana')).includes(canary));
});

row(37, async () => {
  const { sandbox, bot, as, noted } = await work({ at: '2026-11-24T10:00:00Z' });
  await bot.tick();
  const gone = () => sandbox.script('response_url', { kind: 'http', status: 404 });
  gone();
  await as('dana').command('/coach', `@priya ${canary}`);
  await sandbox.until('the answer', () => postsTo(sandbox, dana).some((text) => text.includes('Saved')));
  gone();
  await as('omar').command('/ask', 'what now');
  await sandbox.until('the refusal', () => as('omar').messages().length === 1);
  // Where nothing shows it, it is done all the same, and that is what is said, if anything is.
  gone();
  const before = heard(as('dana'));
  sandbox.script('chat.postMessage', { kind: 'http', status: 500 });
  await as('dana').command('/coach', `@priya ${canary} again`);
  await sandbox.until('what became of it', () => heard(as('dana')) !== before);
  expect(heard(as('dana')).slice(before.length)).toContain('no need to do it again');
  expect(heard(as('dana'))).not.toContain('nothing changed');
  expect(await noted()).toBe(2);
  await as('dana').command('/firstline', 'log');
  await sandbox.until('the list', () => as('dana').modal()?.title === 'What you logged');
  sandbox.script('views.update', { kind: 'http', status: 500 });
  await as('dana').press({ actionId: 'log.delete', blockId: 'entry-2' });
  await expect.poll(noted).toBe(1);
  await sandbox.until('what became of it', () => heard(as('dana')).split('no need to do it again').length === 3);
});

row(38, async () => {
  const { sandbox, bot, as, noted } = await work({ at: '2026-11-24T10:00:00Z' });
  await bot.tick();
  await as('dana').command('/coach', `Priya ${canary}`);
  await sandbox.until('the question', () => heard(as('dana')).includes('coaching note on Priya Nair?'));
  const save = () => as('dana').press({ label: 'Save for Priya' });
  await Promise.all([save(), save()]);
  await sandbox.until('the answer', () => heard(as('dana')).includes('Saved: '));
  expect(await noted()).toBe(1);

  await as('priya').command('/ask', canary);
  await sandbox.until('the form', () => as('priya').modal());
  await as('priya').submit();
  const sent = sandbox.traffic.findLast(({ name }) => name === 'view_submission');
  await Promise.all([1, 2].map(() => sandbox.deliverAgain(sent?.number ?? 0)));
  const asks = () => asksOf(bot.store, { states: ['open', 'granted'], limit: 9 });
  await sandbox.until('the card', () => heard(as('dana')).includes(canary));
  expect(await asks()).toHaveLength(1);

  // Home shows the ask as it was: whoever presses there after it was answered elsewhere changes nothing.
  await as('dana').openHome();
  const home = await sandbox.until('Home', () => as('dana').home());
  expect(buttonsOf(home.blocks)).not.toEqual([]);
  const [open] = await asks();
  const press = sandbox.traffic.length;
  const card = as('dana')
    .messages()
    .find(({ blocks }) => buttonsOf(blocks).includes('Say yes'));
  await as('dana').press({ label: 'Say yes', messageTs: card?.ts ?? '' });
  await sandbox.until('the form', () => as('dana').modal());
  await as('dana').submit();
  const stepped = async () => (await stepsOf(bot.store, open?.id ?? 0)).map(({ step }) => step);
  await expect.poll(stepped).toEqual(['asked', 'granted']);
  const done = sandbox.traffic.slice(press).filter(({ name }) => /^(?:block_actions|view_submission)$/u.test(name));
  for (const { number } of [...done, ...done]) await sandbox.deliverAgain(number);
  await bot.tick();
  expect(await stepped()).toEqual(['asked', 'granted']);
  await as('dana').openHome();
  expect(JSON.stringify(as('dana').home()?.blocks)).not.toContain('Say yes');
});

row(44, async () => {
  const { clock, sandbox, bot, as } = await work({ httpPort: 0, at: '2026-11-24T10:00:00Z' });
  const [rep, manager] = [await personCalled(bot.store, 'priya'), await personCalled(bot.store, 'dana')];
  const people = { repId: rep.id, managerId: manager.id };
  const words = { kind: 'help', obstacle: null, dealId: null, neededBy: null, text: canary } as const;
  const ask = await addAsk(bot.store, { ...words, ...people, askedOn: '2026-11-23' }, clock.now());
  const days = { madeOn: '2026-11-16', dueOn: '2026-11-27' } as const;
  const promise = await addPromise(bot.store, { ...people, text: canary, ...days }, clock.now());
  const goal = await addGoal(
    bot.store,
    { repId: rep.id, authorId: rep.id, text: canary, on: '2026-11-16' },
    clock.now(),
  );
  const from = { user: { id: sam, team_id: teamId }, team: { id: teamId }, token: 'x' };
  const presses = [
    ...['ask.grant', 'ask.take', 'ask.decline', 'ask.hand', 'ask.withdraw'].map((id) => [id, { ask }] as const),
    ...['promise.keep', 'promise.move', 'promise.drop'].map((id) => [id, { promise }] as const),
    ...['goal.change', 'goal.remove'].map((id) => [id, { goal }] as const),
    ['person.open', { rep: rep.id, page: 0 }],
    ['person.log', { rep: rep.id }],
  ] as const;
  const refusals = () =>
    heard(as('sam')).match(/isn’t with you|report to you|isn’t yours|written for you/gu)?.length ?? 0;
  for (const [number, [actionId, carried]] of presses.entries()) {
    const [value, before] = [JSON.stringify(carried), refusals()];
    const action = { type: 'button', action_id: actionId, block_id: `ask-${ask}`, value, action_ts: '1.1' };
    const press = { ...from, type: 'block_actions', trigger_id: `t${number}`, actions: [action] };
    await sendInteraction(bot.port ?? 0, press);
    await sandbox.until(`the refusal of ${actionId}`, () => refusals() > before);
  }
  const until = { values: { until: { value: { type: 'datepicker', selected_date: '2026-11-24' } } } };
  const view = { id: 'V1', type: 'modal', callback_id: 'ask.take-by', private_metadata: JSON.stringify({ ask }) };
  const form = { ...from, type: 'view_submission', view: { ...view, state: until } };
  const response = await sendInteraction(bot.port ?? 0, form);
  expect(JSON.stringify(await response.json())).toContain('isn’t with you');
  expect(as('sam').modal()).toBeUndefined();
  expect(heard(as('sam'))).not.toContain('Canary');
  expect((await stepsOf(bot.store, ask)).map(({ step }) => step)).toEqual(['asked']);
  expect(await findPromise(bot.store, promise)).toMatchObject({ state: 'open', dueOn: '2026-11-27' });
  expect(await findGoal(bot.store, goal)).toMatchObject({ text: canary });
});
