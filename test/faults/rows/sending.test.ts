/** What Slack answers to a post, and what becomes of it. */
import { expect } from 'vitest';
import { behaviours } from '../../../src/behaviours/index.ts';
import { validateMessage } from '@firstline/slack-sandbox/blocks';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';
import { deliveriesIn } from '../../../src/store/outbox.ts';
import { addPerson } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { countLinesAsTold } from '../../../src/store/line-tellings.ts';
import { asJson, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { row } from '../../helpers/fault-rows.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { callsOf, postsTo } from '../../helpers/posts.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

const [lee, dana, marco, priya] = (['lee', 'dana', 'marco', 'priya'] as const).map(slackIdOf) as [
  string,
  string,
  string,
  string,
];
/** 09:00 in London: Dana's plan is due; 14:30 there is 09:30 in New York: Marco's, too. */
const planTime = '2026-11-23T09:00:30Z';
const bothPlans = '2026-11-23T14:30:00Z';

/** Leads are asked for nothing here, so each plan is a manager's. */
async function work() {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, behaviours: behaviours.filter(({ nudges }) => nudges === 'manager') });
  const at = async (instant: string): Promise<void> => {
    clock.moveTo(new Date(instant));
    await bot.tick();
  };
  const later = (seconds: number) => at(new Date(clock.now().getTime() + seconds * 1000).toISOString());
  const posts = () => callsOf(sandbox, 'chat.postMessage').length;
  const states = async (state: 'uncertain' | 'parked' | 'pending') => (await deliveriesIn(bot.store, [state])).length;
  return { clock, sandbox, bot, at, later, posts, states };
}

/** Slack took the plan, and its answer is lost: there is one post for good. */
async function isPostedOnce(fault: Fault): Promise<void> {
  const { sandbox, at, later, posts, states } = await work();
  sandbox.script('chat.postMessage', fault);
  await at(planTime);
  await later(30);
  expect(await states('uncertain')).toBe(1);
  await later(60);
  await later(3600);
  expect(await states('uncertain')).toBe(0);
  expect([posts(), postsTo(sandbox, dana).length]).toEqual([1, 1]);
}

const plansOf = (sandbox: RunningSandbox) => [dana, marco].map((id) => postsTo(sandbox, id).length);

const toldOf = (sandbox: RunningSandbox, problem: string) =>
  sandbox
    .as(lee)
    .messages()
    .filter(({ blocks, text }) => `${text} ${wordsOf(blocks)}`.includes(`Slack says *${problem}*`)).length;
const isDigest = ({ sent }: { readonly sent: unknown }) =>
  JSON.stringify(sent).includes('people had time with their manager');

row(4, () => isPostedOnce({ kind: 'http', status: 500, afterAccepting: true }));

row(5, async () => {
  await isPostedOnce({ kind: 'reset', afterAccepting: true });
  await isPostedOnce({ kind: 'hang', afterAccepting: true });
});

row(6, async () => {
  for (const error of ['internal_error', 'fatal_error']) {
    const { sandbox, at, later, posts, states } = await work();
    sandbox.script('chat.postMessage', { kind: 'error', error });
    await at(planTime);
    await later(30);
    expect([await states('uncertain'), posts()]).toEqual([1, 1]);
    await later(60);
    expect([posts(), postsTo(sandbox, dana).length]).toEqual([2, 1]);

    // A history that shows no metadata, not even of what is known to stand in it, proves nothing.
    sandbox.script('chat.postMessage', { kind: 'error', error });
    await at('2026-11-30T09:00:30Z');
    const before = posts();
    sandbox.script('conversations.history', { kind: 'no-metadata' });
    await later(90);
    await later(90);
    expect([posts(), await states('parked')]).toEqual([before, 1]);
  }
});

row(7, async () => {
  const { sandbox, at, later, posts } = await work();
  sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 30 });
  await at(bothPlans);
  const rep = sandbox.as(priya);
  await rep.command('/ask');
  await sandbox.until('the form', () => rep.modal(), 3_000);
  await later(28);
  expect(posts()).toBe(2);
  expect(plansOf(sandbox).reduce((sum, count) => sum + count)).toBe(1);
  await later(3);
  expect(plansOf(sandbox)).toEqual([1, 1]);
});

row(8, async () => {
  const { sandbox, bot, at, later, posts } = await work();
  for (let times = 0; times < 2; times += 1) sandbox.script('chat.postMessage', { kind: 'rate-limit' });
  await at(planTime);
  await later(10);
  expect(posts()).toBe(1);
  await later(25);
  expect(posts()).toBe(2);
  await later(35);
  expect(posts()).toBe(2);
  await later(30);
  expect(postsTo(sandbox, dana)).toHaveLength(1);
  expect((await bot.health()).ok).toBe(true);
});

row(28, async () => {
  for (const problem of ['channel_not_found', 'user_not_found', 'user_disabled']) {
    const { sandbox, bot, at, later } = await work();
    await at('2026-11-23T09:00:00Z');
    expect(postsTo(sandbox, dana)).toHaveLength(1);
    const refuse = () => sandbox.script('chat.postMessage', { kind: 'error', error: problem });
    refuse();
    await at(bothPlans);
    await sandbox.until('the admin to hear', () => toldOf(sandbox, problem) === 1);
    const tries = () => callsOf(sandbox, 'chat.postMessage').filter(({ failed }) => failed).length;
    for (const seconds of [90, 600, 3600]) await later(seconds);
    expect(tries()).toBe(1);
    expect(postsTo(sandbox, marco)).toEqual([]);
    expect((await bot.health()).problems).toEqual({ [problem]: 1 });
    // The others have theirs; a week later it is tried once with what is new, and the admin isn't told again.
    await at('2026-11-30T09:00:30Z');
    refuse();
    await at('2026-11-30T14:30:00Z');
    await later(90);
    expect(plansOf(sandbox)).toEqual([2, 0]);
    expect(tries()).toBe(2);
    expect(toldOf(sandbox, problem)).toBe(1);
  }
});

row(29, async () => {
  const gone = ['account_inactive', 'token_revoked', 'invalid_auth'];
  const closed = ['no_permission', 'ekm_access_denied'];
  for (const error of [...gone, ...closed]) {
    const { sandbox, bot, at, later, posts } = await work();
    for (let call = 0; call < 2; call += 1) sandbox.script('chat.postMessage', { kind: 'error', error });
    if (gone.includes(error))
      for (let call = 0; call < 3; call += 1) sandbox.script('auth.test', { kind: 'error', error });
    await at(bothPlans);
    const stopped = posts();
    expect(stopped).toBeLessThanOrEqual(2);
    expect(await bot.health()).toMatchObject({ ok: false, sending: { state: 'stopped', problem: error } });
    for (const seconds of [90, 300, 90]) await later(seconds);
    expect(posts()).toBe(stopped);
    for (let times = 0; times < 5; times += 1) await later(610);
    // It works again, and goes on by itself.
    expect(plansOf(sandbox)).toEqual([1, 1]);
    expect(callsOf(sandbox, 'auth.test').length).toBeLessThan(8);
    expect((await bot.health()).ok).toBe(true);
    expect(bot.logged.filter((line) => line.includes('sending has stopped'))).toHaveLength(1);
  }
});

row(31, async () => {
  const { sandbox, bot, at, later } = await work();
  sandbox.script('chat.postMessage', { kind: 'error', error: 'missing_scope', needed: 'chat:write.customize' });
  await at(planTime);
  await later(30);
  const told = () =>
    sandbox
      .as(lee)
      .messages()
      .filter(({ text }) => text.includes('*chat:write.customize*'));
  await sandbox.until('the admin to hear', () => told().length === 1);
  expect(bot.logged.filter((line) => line.includes('lacks a scope'))).toHaveLength(1);
  expect((await bot.health()).problems).toEqual({ 'missing_scope chat:write.customize': 1 });
  sandbox.script('chat.postMessage', { kind: 'error', error: 'missing_scope', needed: 'chat:write.customize' });
  await at(bothPlans);
  await later(90);
  expect(told()).toHaveLength(1);
  const rep = sandbox.as(priya);
  await rep.command('/ask', 'Canary');
  await sandbox.until('the form', () => rep.modal());
  expect(await rep.submit()).toEqual({});
  await sandbox.until('the card', () => postsTo(sandbox, dana).some((text) => text.includes('Canary')));
});

row(32, async () => {
  const { sandbox, at } = await work();
  sandbox.script('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  await at(planTime);
  const [refused, plain, ...more] = callsOf(sandbox, 'chat.postMessage').map(({ sent }) => Object(sent) as object);
  expect([refused, plain].map((sent) => Object.hasOwn(sent ?? {}, 'blocks'))).toEqual([true, false]);
  expect(more).toEqual([]);
  expect(postsTo(sandbox, dana)).toHaveLength(1);

  const clock = testClock('2026-11-27T14:00:00Z');
  const large = await openSandbox({ clock });
  const bot = await startBot({ sandbox: large, clock });
  const lead = await personCalled(bot.store, 'lee');
  for (let manager = 0; manager < 20; manager += 1) {
    const name = (what: string) => `${what} <!channel> *&* 王小明 ${'very long '.repeat(9)}${manager}`;
    const managerId = await addPerson(bot.store, { name: name('Manager') }, clock.now());
    await setManager(bot.store, managerId, lead.id, '2026-01-05');
    for (let rep = 0; rep < 10; rep += 1) {
      const repId = await addPerson(bot.store, { name: name(`Rep ${rep}`) }, clock.now());
      await setManager(bot.store, repId, managerId, '2026-01-05');
    }
  }
  await countLinesAsTold(bot.store);
  clock.moveTo(new Date('2026-11-27T15:00:30Z'));
  await bot.tick();
  const digests = callsOf(large, 'chat.postMessage').filter(isDigest);
  expect(digests).toHaveLength(1);
  const { text, blocks } = Object(digests[0]?.sent) as { text: string; blocks: string | object[] };
  const message = asJson({ text, blocks: typeof blocks === 'string' ? JSON.parse(blocks) : blocks });
  expect(validateMessage(message)).toEqual([]);
  expect(callsOf(large, 'chat.postMessage').filter(({ failed }) => failed)).toEqual([]);
});
