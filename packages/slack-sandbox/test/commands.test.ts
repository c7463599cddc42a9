import type { SlashCommand } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { handTime } from './support/clock.ts';
import { startWithSocketApp } from './support/app.ts';
import { startWorkspace } from './support/workspace.ts';

describe('a slash command', () => {
  test('carries who, where and what, as Slack documents it', async () => {
    const heard: SlashCommand[] = [];
    const sandbox = await startWithSocketApp((app) => {
      app.command('/brew', async ({ ack, command }) => {
        heard.push(command);
        await ack();
      });
    });
    await sandbox.as('U1').command('/brew', 'green', 'C2');
    await sandbox.as('U1').command('/brew');
    expect(heard).toMatchObject([
      {
        command: '/brew',
        text: 'green',
        user_id: 'U1',
        user_name: 'ada',
        channel_id: 'C2',
        channel_name: 'random',
        team_id: 'T1',
        team_domain: 'tea-co',
        response_url: expect.stringContaining(sandbox.url),
        trigger_id: expect.any(String),
      },
      { text: '', channel_id: expect.stringMatching(/^D/), channel_name: 'directmessage' },
    ]);
  });

  test('its text is escaped only where the manifest says so', async () => {
    const heard: string[] = [];
    const sandbox = await startWithSocketApp((app) => {
      app.command(/.*/, async ({ ack, command }) => {
        heard.push(command.text);
        await ack();
      });
    });
    const ada = sandbox.as('U1');
    await ada.command('/brew', '@bob, <@U3> and @nobody in #general');
    await ada.command('/pour', '@bob, <@U3> and @nobody in #general');
    expect(heard).toEqual(['<@U2|bob>, <@U3> and @nobody in <#C1|general>', '@bob, @guest and @nobody in #general']);
  });

  test('names somebody by their exact handle; a name that was typed out and not picked stays the text it is', async () => {
    const heard: string[] = [];
    const sandbox = await startWithSocketApp((app) => {
      app.command('/brew', async ({ ack, command }) => {
        heard.push(command.text);
        await ack();
      });
    });
    const ada = sandbox.as('U1');
    for (const text of ['@bob a good call', '@Bob Bauer a good call', '@bob bauer', '@bobby', '(@bob)'])
      // oxlint-disable-next-line no-await-in-loop -- a person types one after the other
      await ada.command('/brew', text);
    expect(heard).toEqual(['<@U2|bob> a good call', '@Bob Bauer a good call', '@bob bauer', '@bobby', '(<@U2|bob>)']);
  });

  test('that the app does not have is no valid command, and goes nowhere', async () => {
    const sandbox = await startWorkspace();
    await sandbox.as('U1').command('/spill');
    expect(sandbox.as('U1').notices()).toEqual(['/spill is not a valid command.']);
    expect(sandbox.traffic).toEqual([]);
  });

  test('that nobody acknowledges within 3 seconds fails with operation_timeout', async () => {
    const realTime = handTime();
    const sandbox = await startWithSocketApp((app) => app.command('/brew', async () => {}), { realTime });
    const entered = sandbox.as('U1').command('/brew');
    realTime.pass(2_999);
    expect(sandbox.as('U1').notices()).toEqual([]);
    realTime.pass(1);
    await entered;
    expect(sandbox.as('U1').notices()).toEqual(['/brew failed with the error "operation_timeout"']);
    expect(sandbox.traffic.at(-1)).toMatchObject({ name: '/brew', failed: true });
  });

  test('fails with dispatch_failed while no app is connected', async () => {
    const sandbox = await startWorkspace();
    await sandbox.as('U1').command('/brew');
    expect(sandbox.as('U1').notices()).toEqual(['/brew failed with the error "dispatch_failed"']);
  });

  test('answered in_channel is seen by everybody there', async () => {
    const sandbox = await startWithSocketApp((app) => {
      app.command('/brew', async ({ ack }) => ack({ response_type: 'in_channel', text: 'tea for all' }));
    });
    await sandbox.as('U1').command('/brew', '', 'C2');
    expect(sandbox.as('U1').messages('C2')).toMatchObject([{ text: 'tea for all', ephemeral: false }]);
  });
});
