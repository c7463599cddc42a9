/** What people write: as long, as odd and as private as they like. */
import { expect } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { interactionsBetween, readTexts } from '../../../src/store/interactions.ts';
import { changePerson } from '../../../src/store/people.ts';
import { startBot } from '../../helpers/bot.ts';
import { row } from '../../helpers/fault-rows.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

async function work() {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  await bot.tick();
  const as = (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key));
  const logged = () => interactionsBetween(bot.store, { limit: 50 });
  return { clock, sandbox, bot, as, logged };
}

/** Every string that stands in what the bot sent or showed, of whatever field. */
function stringsSent(sandbox: RunningSandbox): string[] {
  const all: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      all.push(value);
      // Blocks and views come as JSON in a field.
      if (/^[[{]/u.test(value)) walkJson(value);
    } else if (typeof value === 'object' && value !== null)
      // What somebody typed comes back to them in a form as it was.
      for (const [key, one] of Object.entries(value)) if (key !== 'initial_value') walk(one);
  };
  const walkJson = (text: string): void => {
    try {
      walk(JSON.parse(text));
    } catch {
      // It is no JSON, and stands for itself.
    }
  };
  for (const { direction, sent } of sandbox.traffic) if (direction === 'to-slack') walk(sent);
  return all;
}

row(33, async () => {
  const { sandbox, bot, as, logged } = await work();
  const newest = () => JSON.stringify(as('dana').newest() ?? '');
  const whole = ['x'.repeat(3_000), `${'a\u0301'.repeat(1_499)}ab`, '🙂'.repeat(1_500), 'नि'.repeat(1_500)];
  for (const [index, text] of whole.entries()) {
    await as('dana').command('/coach', `@priya ${text}`);
    await expect.poll(async () => (await logged()).length, { timeout: 10_000 }).toBe(index + 1);
    const [entry] = await logged();
    expect(await readTexts(bot.store, entry?.id ?? 0)).toEqual({ saw: text });
  }
  const over = ['x'.repeat(3_001), `${'a\u0301'.repeat(1_500)}b`, '🙂'.repeat(3_000), `${'x'.repeat(2_999)}🙂`];
  for (const text of over) {
    await as('dana').command('/coach', `@priya ${text}`);
    await sandbox.until('the words to come back', () => newest().includes(text));
    expect(newest()).toMatch(/\d{4} characters/u);
  }
  expect(await logged()).toHaveLength(whole.length);
  // Nothing that was shown is cut inside a character.
  for (const text of stringsSent(sandbox)) expect(text.isWellFormed()).toBe(true);
  for (const text of stringsSent(sandbox)) expect(text).not.toMatch(/(?<!a)\u0301/u);
});

const hostile =
  '<!channel> <!here> <@U0LEE> <#C0SALES> <http://evil.example|bank> *bold* _it_ ~s~ `c` \u202Eesrever\u202C zero\u200Bwidth\u2060 \u061C\u00AD\u{E0041} & http://plain.example';

/** As Slack hands on what was typed. */
const typed = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

row(34, async () => {
  const { sandbox, bot, as } = await work();
  await changePerson(bot.store, (await personCalled(bot.store, 'priya')).id, { name: `Priya <!channel> *N* \u202Ex` });
  await as('dana').command('/coach', `<@${slackIdOf('priya')}> ${typed}`);
  await sandbox.until('the answer', () => JSON.stringify(as('dana').newest() ?? '').includes('Saved'));
  await as('dana').press({ actionId: 'log.share' });
  await sandbox.until('the rep to read it', () => JSON.stringify(as('priya').messages()).includes('esrever'));
  await as('priya').command('/ask', typed);
  await sandbox.until('the form', () => as('priya').modal());
  as('priya').fill({ text: hostile });
  expect(await as('priya').submit()).toEqual({});
  await sandbox.until('the card', () => JSON.stringify(as('dana').messages()).includes('evil.example'));
  for (const key of ['dana', 'priya', 'lee'] as const) {
    await as(key).openHome();
    await sandbox.until('Home', () => as(key).home());
  }
  const sent = stringsSent(sandbox).filter((text) => !/^[[{]/u.test(text) && /esrever|Priya .*N/u.test(text));
  expect(sent.length).toBeGreaterThan(5);
  for (const text of sent) {
    expect(text).not.toMatch(/[\u202A-\u202E\u200B\u061C\u00AD\u{E0041}]/u);
    // Where it is read as mrkdwn, nothing of it is; where it is plain text, it stands as it was typed.
    expect(isShownLiterally(text)).toBe(true);
  }
  for (const { sent: call, name } of sandbox.traffic)
    if (name === 'chat.postMessage') expect(Object(call)).toMatchObject({ link_names: 'false', parse: 'none' });
  expect(as('lee').messages('C0SALES')).toEqual([]);
});

/** Either every sign that Slack reads is escaped, or none is, as in plain text and in rich text. */
function isShownLiterally(text: string): boolean {
  const isEscaped = /&lt;/u.test(text);
  return isEscaped ? !/<(?:!|#|http)/u.test(text.replaceAll(/<(?:slack|https:\/\/slack\.com)[^>]*>/gu, '')) : true;
}

row(45, async () => {
  const { sandbox, bot, as, logged } = await work();
  await as('dana').command('/coach', '@priya canary note, she listened well');
  await expect.poll(async () => (await logged()).length).toBe(1);
  await as('omar').command('/ask', 'canary question');
  sandbox.script('views.open', { kind: 'error', error: 'fatal_error' });
  await as('priya').command('/ask', 'canary ask, please help');
  sandbox.script('views.open', { kind: 'http', status: 500 });
  await as('dana').command('/coach', '@sam');
  sandbox.script('response_url', { kind: 'http', status: 404 });
  sandbox.script('chat.postEphemeral', { kind: 'error', error: 'fatal_error' });
  await as('dana').command('/coach', 'canary words about nobody');
  // The table of notes is gone in the middle of it: a fault of ours, with the words in hand.
  await bot.store.database.schema.alterTable('interaction').renameTo('elsewhere').execute();
  await as('dana').command('/coach', '@priya canary note that is not stored');
  await sandbox.until('the words to come back', () =>
    JSON.stringify(as('dana').messages()).includes('canary note that is not stored'),
  );
  await bot.store.database.schema.alterTable('elsewhere').renameTo('interaction').execute();
  await bot.tick();
  await bot.stop();
  const log = bot.logged.join('');
  expect(log).toContain('A listener failed');
  expect(log).not.toMatch(/canary/iu);
});
