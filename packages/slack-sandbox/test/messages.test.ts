import { fc } from './support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { stillClock } from './support/clock.ts';
import { buttonRow, section } from './support/blocks.ts';
import { expectRefusal } from './support/refusal.ts';
import { clientFor, manifestWith, startWorkspace } from './support/workspace.ts';

describe('chat.postMessage', () => {
  test('a person’s id opens the direct conversation', async () => {
    const sandbox = await startWorkspace();
    const answer = await clientFor(sandbox).chat.postMessage({ channel: 'U1', text: 'hello' });
    expect(answer.channel).toMatch(/^D/);
    expect(answer.message).toMatchObject({ type: 'message', user: sandbox.botUserId, bot_id: expect.any(String) });
    expect(sandbox.as('U1').newest()).toMatchObject({ ts: answer.ts, text: 'hello', userId: sandbox.botUserId });
    expect(sandbox.as('U2').messages()).toEqual([]);
  });

  test('blocks come back with a block_id, and elements with an action_id', async () => {
    const answer = await clientFor(await startWorkspace()).chat.postMessage({
      channel: 'C2',
      text: 'hello',
      blocks: [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }] }],
    });
    expect(answer.message?.blocks).toMatchObject([
      { block_id: expect.any(String), elements: [{ action_id: expect.any(String), text: { emoji: true } }] },
    ]);
  });

  test.each([
    ['channel_not_found', { channel: 'C9', text: 'x' }],
    ['channel_not_found', { channel: 'U9', text: 'x' }],
    ['cannot_dm_bot', { channel: 'U4', text: 'x' }],
    ['not_in_channel', { channel: 'C1', text: 'x' }],
    ['no_text', { channel: 'C2', text: '' }],
    ['invalid_arguments', { channel: '', text: 'x' }],
  ])('refuses with %s: %o', async (error, message) => {
    await expectRefusal(clientFor(await startWorkspace()).chat.postMessage(message), error);
  });

  test('an archived channel takes nothing', async () => {
    const sandbox = await startWorkspace();
    sandbox.admin.archive('C2');
    await expectRefusal(clientFor(sandbox).chat.postMessage({ channel: 'C2', text: 'x' }), 'is_archived');
  });

  test('a deactivated person’s conversation takes messages all the same', async () => {
    const { ok } = await clientFor(await startWorkspace()).chat.postMessage({ channel: 'U5', text: 'x' });
    expect(ok).toBe(true);
  });

  test('with chat:write.public the bot may post where it is no member', async () => {
    const sandbox = await startWorkspace({ manifest: manifestWith(['chat:write', 'chat:write.public']) });
    expect((await clientFor(sandbox).chat.postMessage({ channel: 'C1', text: 'x' })).channel).toBe('C1');
  });

  test('blocks that break a rule are refused with a pointer, and nothing is posted', async () => {
    const sandbox = await startWorkspace();
    await expectRefusal(
      clientFor(sandbox).chat.postMessage({ channel: 'C2', text: 'x', blocks: [section('a'.repeat(3001))] }),
      'invalid_blocks',
      { errors: [expect.stringContaining('[json-pointer:/blocks/0/text')] },
    );
    expect(sandbox.as('U1').messages('C2')).toEqual([]);
  });

  test('text is cut after 40,000 characters', async () => {
    const sandbox = await startWorkspace();
    await clientFor(sandbox).chat.postMessage({ channel: 'C2', text: 'a'.repeat(40_001) });
    expect(sandbox.as('U1').messages('C2')[0]?.text).toHaveLength(40_000);
  });

  test('metadata without a type or a payload is refused', async () => {
    const call = clientFor(await startWorkspace()).apiCall('chat.postMessage', {
      channel: 'C2',
      text: 'x',
      metadata: { event_type: 'tea' },
    });
    await expectRefusal(call, 'invalid_metadata_schema');
  });

  test('timestamps are unique and grow, however the clock moves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 5 }), async (moves) => {
        const clock = stillClock();
        const sandbox = await startWorkspace({ clock });
        const client = clientFor(sandbox);
        const stamps: number[] = [];
        for (const move of [0, ...moves]) {
          clock.moveTo(new Date(clock.now().getTime() + move));
          const { ts } = await client.chat.postMessage({ channel: 'C2', text: 'x' });
          stamps.push(Number(ts?.replace('.', '')));
        }
        await sandbox.stop();
        expect(stamps).toEqual([...new Set(stamps)].toSorted((one, other) => one - other));
      }),
      { numRuns: 10 },
    );
  });
});

describe('chat.update', () => {
  test('text alone drops the blocks', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C2', text: 'x', blocks: [buttonRow('Go', 'go')] });
    await client.chat.update({ channel: 'C2', ts, text: 'done' });
    expect(sandbox.as('U1').messages('C2')).toMatchObject([{ ts, text: 'done', blocks: [], edited: true }]);
  });

  test('blocks replace blocks, without a word that it was edited', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C2', text: 'x', blocks: [buttonRow('Go', 'go')] });
    await client.chat.update({ channel: 'C2', ts, text: 'done', blocks: [section('Done')] });
    const [message] = sandbox.as('U1').messages('C2');
    expect(message).toMatchObject({ blocks: [{ text: { text: 'Done' } }], edited: false });
  });

  test('needs the conversation’s id, not the person’s', async () => {
    const client = clientFor(await startWorkspace());
    const { ts = '' } = await client.chat.postMessage({ channel: 'U1', text: 'x' });
    await expectRefusal(client.chat.update({ channel: 'U1', ts, text: 'y' }), 'channel_not_found');
  });

  test('text over 4,000 characters is msg_too_long', async () => {
    const client = clientFor(await startWorkspace());
    const { ts = '' } = await client.chat.postMessage({ channel: 'C2', text: 'x' });
    await expectRefusal(client.chat.update({ channel: 'C2', ts, text: 'a'.repeat(4001) }), 'msg_too_long');
  });

  test('another’s message and one that is not there are refused', async () => {
    const sandbox = await startWorkspace();
    await sandbox.as('U1').send('mine', 'C2');
    const ts = sandbox.as('U1').messages('C2')[0]?.ts ?? '';
    const client = clientFor(sandbox);
    await expectRefusal(client.chat.update({ channel: 'C2', ts, text: 'y' }), 'cant_update_message');
    await expectRefusal(client.chat.delete({ channel: 'C2', ts }), 'cant_delete_message');
    await expectRefusal(client.chat.update({ channel: 'C2', ts: '1.000001', text: 'y' }), 'message_not_found');
  });
});

describe('chat.postEphemeral', () => {
  test('only the reader sees it, and history does not have it', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    await client.chat.postEphemeral({ channel: 'C2', user: 'U1', text: 'psst' });
    expect(sandbox.as('U1').messages('C2')).toMatchObject([{ text: 'psst', ephemeral: true }]);
    expect((await client.conversations.history({ channel: 'C2' })).messages).toEqual([]);
    await expectRefusal(client.chat.postEphemeral({ channel: 'C2', user: 'U2', text: 'x' }), 'user_not_in_channel');
  });
});

describe('history', () => {
  test('metadata is told only when asked for', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    const metadata = { event_type: 'tea', event_payload: { id: '7' } };
    const { channel = '' } = await client.chat.postMessage({ channel: 'U1', text: 'x', metadata });
    const plain = await client.conversations.history({ channel });
    const full = await client.conversations.history({ channel, include_all_metadata: true });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    expect(full.messages?.[0]).toMatchObject({ metadata });
  });

  test('is newest first, in pages, without replies', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C2', text: 'one' });
    await client.chat.postMessage({ channel: 'C2', text: 'reply', thread_ts: ts });
    await client.chat.postMessage({ channel: 'C2', text: 'two' });
    const first = await client.conversations.history({ channel: 'C2', limit: 1 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel: 'C2', limit: 1, cursor });
    expect([first.messages?.[0]?.text, second.messages?.[0]?.text]).toEqual(['two', 'one']);
    expect([first.has_more, second.has_more]).toEqual([true, false]);
    const thread = await client.conversations.replies({ channel: 'C2', ts });
    expect(thread.messages?.map((message) => message.text)).toEqual(['one', 'reply']);
    await expectRefusal(client.conversations.history({ channel: 'C2', cursor: 'oops' }), 'invalid_cursor');
  });

  test('oldest and latest bound it', async () => {
    const client = clientFor(await startWorkspace());
    const stamps: string[] = [];
    for (const text of ['a', 'b', 'c']) {
      stamps.push((await client.chat.postMessage({ channel: 'C2', text })).ts ?? '');
    }
    const [oldest = '', , latest = ''] = stamps;
    const inside = await client.conversations.history({ channel: 'C2', oldest, latest });
    const bounds = await client.conversations.history({ channel: 'C2', oldest, latest, inclusive: true });
    expect(inside.messages?.map((message) => message.text)).toEqual(['b']);
    expect(bounds.messages?.map((message) => message.text)).toEqual(['c', 'b', 'a']);
  });
});

test('a permalink and a reaction find the message', async () => {
  const client = clientFor(await startWorkspace());
  const { ts = '' } = await client.chat.postMessage({ channel: 'C2', text: 'x' });
  const { permalink } = await client.chat.getPermalink({ channel: 'C2', message_ts: ts });
  expect(permalink).toBe(`https://tea-co.slack.com/archives/C2/p${ts.replace('.', '')}`);
  await client.reactions.add({ channel: 'C2', timestamp: ts, name: 'tea' });
  await expectRefusal(client.reactions.add({ channel: 'C2', timestamp: ts, name: 'tea' }), 'already_reacted');
});
