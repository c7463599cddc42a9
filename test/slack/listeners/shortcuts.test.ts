/** On the wire: a message becomes a coaching note or an ask, and anything is logged from anywhere. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { everybody } from '../../../src/store/people.ts';
import { interactionsBetween, readTexts } from '../../../src/store/interactions.ts';
import { askFormSchema } from '../../../src/slack/views/ask/ask-form.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import { wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf, strangerId } from '../../helpers/people.ts';
import { callsOf } from '../../helpers/posts.ts';
import { openSandbox, seed, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

const channel = 'C0SALES';

async function office() {
  const clock = testClock('2026-11-24T10:00:00Z');
  const channels = seed.channels.map((one) => ({ ...one, members: [...one.members, strangerId] }));
  const sandbox = await openSandbox({ clock, seed: { ...seed, channels } });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const as = (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key));
  return { sandbox, bot, as };
}

async function says(person: SandboxUser, text: string): Promise<{ conversationId: string; ts: string }> {
  await person.send(text, channel);
  const newest = person.messages(channel).at(-1);
  return { conversationId: channel, ts: newest?.ts ?? '' };
}

const inputSchema = z.object({ element: z.object({ initial_value: z.string().default('') }) });

/** What stands in an input of the open form. */
function typed(person: SandboxUser, blockId: string): string {
  const block = person.modal()?.blocks.find((one) => one['block_id'] === blockId);
  return block === undefined ? '' : inputSchema.parse(block).element.initial_value;
}

test('a rep’s message becomes a coaching note about them, quoted as it reads, private until shared', async () => {
  const { sandbox, bot, as } = await office();
  const dana = as('dana');
  const message = await says(as('priya'), `Canary <@${slackIdOf('sam')}> & I let the *silence* work &lt;twice&gt;`);
  await dana.shortcut('shortcut.note', message);
  const form = await sandbox.until('the form', () => dana.modal());
  expect(wordsOf(form.blocks)).toContain('With *Priya Nair*');
  expect(typed(dana, 'saw')).toMatch(/^Priya Nair wrote: “Canary @Sam Ruiz & I let the \*silence\* work .*twice.*”$/u);
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the confirmation', () => dana.modal()?.title === 'Saved');
  const priya = await personCalled(bot.store, 'priya');
  const [entry] = await interactionsBetween(bot.store, { repId: priya.id, limit: 9 });
  expect(entry).toMatchObject({ behaviour: 'coaching-note', shared: false });
  expect((await readTexts(bot.store, entry?.id ?? 0))['saw']).toContain('Canary');
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('one’s own message, an app’s, a colleague’s and a stranger’s are quoted as theirs, and the form asks whom it is about', async () => {
  const { sandbox, bot, as } = await office();
  const dana = as('dana');
  await dana.command('/firstline');
  const answer = await sandbox.until('an answer of the app', () => dana.newest());
  const messages = [
    [await says(dana, 'Call them first'), 'I wrote: “Call them first”'],
    [await says(as('omar'), 'Priya was great'), 'Omar Haddad wrote: “Priya was great”'],
    [await says(sandbox.as(strangerId), 'Thank Priya'), 'Somebody wrote: “Thank Priya”'],
    [{ conversationId: answer.conversationId, ts: answer.ts }, 'An app wrote: “'],
  ] as const;
  for (const [message, quoted] of messages) {
    await dana.shortcut('shortcut.note', message);
    await sandbox.until(quoted, () => dana.modal() !== undefined && typed(dana, 'saw').startsWith(quoted));
    expect(wordsOf(dana.modal()?.blocks)).toContain('With whom?');
    expect((await dana.submit()).errors).toHaveProperty('rep');
    await dana.close();
  }
  const people = await everybody(bot.store);
  expect(people.some(({ slackUserId }) => slackUserId === strangerId)).toBe(false);
});

test('who has nobody to note anything about is told so', async () => {
  const { sandbox, as } = await office();
  const priya = as('priya');
  await priya.shortcut('shortcut.note', await says(as('sam'), 'Look at this'));
  await sandbox.until('the answer', () =>
    priya.messages(channel).some(({ text }) => text.includes('No one reports to you')),
  );
  await priya.shortcut('shortcut.log');
  await sandbox.until('the answer', () => priya.newest()?.text.includes('No one reports to you'));
  expect(priya.modal()).toBeUndefined();
});

test('a message goes to one’s manager with a link to it, and without one where the bot can’t see it', async () => {
  const { sandbox, as } = await office();
  const priya = as('priya');
  const message = await says(as('omar'), `Customer wants ${'a discount '.repeat(300)}`);
  await priya.shortcut('shortcut.ask', message);
  await sandbox.until('the form', () => priya.modal());
  const words = typed(priya, 'text');
  expect(words).toMatch(
    /^Omar Haddad wrote: “Customer wants a discount .*…”\nhttps:\/\/.*\/archives\/C0SALES\/p\d+$/su,
  );
  expect(words.length).toBeLessThanOrEqual(2000);
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the card', () =>
    as('dana')
      .messages()
      .some(({ blocks }) => wordsOf(blocks).includes('Priya Nair asks for help')),
  );
  sandbox.script('chat.getPermalink', { kind: 'error', error: 'channel_not_found' });
  await priya.shortcut('shortcut.ask', message);
  await sandbox.until('the form without a link', () => typed(priya, 'text').endsWith('”'));
  await priya.close();
  sandbox.script('chat.getPermalink', { kind: 'hang' });
  await priya.shortcut('shortcut.ask', message);
  await sandbox.until('the form in spite of a slow Slack', () => typed(priya, 'text').endsWith('”'));
  expect(callsOf(sandbox, 'chat.getPermalink')).toHaveLength(3);
  expect(askFormSchema.safeParse({ kind: 'help', text: words }).success).toBe(true);
});

test('who has no manager is told whom to ask for one, before Slack is asked for anything', async () => {
  const { sandbox, as } = await office();
  const omar = as('omar');
  await omar.shortcut('shortcut.ask', await says(as('priya'), 'See this'));
  await sandbox.until('the answer', () =>
    omar.messages(channel).some(({ text }) => text.includes('I don’t know who your manager is')),
  );
  expect(callsOf(sandbox, 'chat.getPermalink')).toHaveLength(0);
});

test('an interaction is logged from anywhere', async () => {
  const { sandbox, bot, as } = await office();
  const dana = as('dana');
  await dana.shortcut('shortcut.log');
  const form = await sandbox.until('the form', () => dana.modal());
  expect(wordsOf(form.blocks)).toContain('With whom?');
  const priya = await personCalled(bot.store, 'priya');
  await dana.press({ actionId: 'log.change', blockId: 'rep', choose: String(priya.id) });
  await dana.submit();
  await sandbox.until('it is saved', () => dana.modal()?.title === 'Saved');
  expect(await interactionsBetween(bot.store, { repId: priya.id, limit: 9 })).toHaveLength(1);
});
