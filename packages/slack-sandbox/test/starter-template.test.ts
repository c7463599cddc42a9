/** Slack's own template for a Bolt app, as it stands in its repository, used by a person through the command `slack-sandbox`. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageView } from '../src/index.ts';
import { freePort } from './support/app.ts';
import { workspaceAt } from './support/over-the-wire.ts';
import { startProgram } from './support/process.ts';

const template = join(import.meta.dirname, 'apps/bolt-ts-starter-template');
const packages = join(import.meta.dirname, '../../../node_modules');
const command = join(import.meta.dirname, '../bin/slack-sandbox.js');
const manifest = join(template, 'manifest.json');
const ada = 'U0ADA';
const general = 'C0GENERAL';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'starter-template-'));
  cpSync(template, folder, { recursive: true });
  symlinkSync(packages, join(folder, 'node_modules'));
  // As its own script `npm run build` does.
  execFileSync(process.execPath, [join(packages, 'typescript/bin/tsc')], { cwd: folder, stdio: 'pipe' });
  cpSync(join(template, '../over-http.js'), join(folder, 'dist/over-http.js'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The workspace and the app, each a process of its own, joined by what the command prints. */
async function startBoth(transport: 'Socket Mode' | 'a request URL') {
  const port = await freePort();
  const isHttp = transport === 'a request URL';
  const sandbox = startProgram([
    command,
    '--manifest',
    manifest,
    '--port',
    '0',
    '--no-page',
    ...(isHttp ? ['--request-url', `http://127.0.0.1:${port}/slack/events`] : []),
  ]);
  await sandbox.says(isHttp ? /Nothing answers at/ : /Ctrl\+C stops it/);
  const [, url = ''] = await sandbox.says(/ready: (\S+)/);
  const variables = [...sandbox.output().matchAll(/^ {2}([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const app = startProgram(
    [join(folder, 'dist', isHttp ? 'over-http.js' : 'app.js')],
    {
      ...(Object.fromEntries(variables) as Record<string, string>),
      PORT: String(port),
    },
    folder,
  );
  await app.says(/Bolt app is running/);
  return { sandbox, app, workspace: workspaceAt(url) };
}

const words = (view: PageView | undefined): string => JSON.stringify(view?.blocks ?? []);

describe.each(['Socket Mode', 'a request URL'] as const)('unchanged, by %s', (transport) => {
  test('its command, message, event, shortcut, action and modal answer a person', async () => {
    const { workspace } = await startBoth(transport);

    const direct = await workspace.until(ada, undefined, (state) =>
      state.app.connected ? state.conversationId : undefined,
    );
    await workspace.act({ do: 'command', as: ada, conversationId: direct, command: '/sample-command', text: '' });
    const answer = await workspace.until(ada, direct, ({ messages }) =>
      messages.find(({ text }) => text === 'Responding to the sample command!'),
    );
    expect(answer.ephemeral).toBe(true);

    await workspace.act({ do: 'send', as: ada, conversationId: general, text: 'hello' });
    await workspace.until(ada, general, ({ messages }) => messages.find(({ text }) => text === 'hello, how are you?'));

    await workspace.act({ do: 'open-home', as: ada });
    const home = await workspace.until(ada, undefined, (state) => state.home);
    expect(words(home)).toContain(`Welcome home, <@${ada}>`);

    await workspace.act({ do: 'shortcut', as: ada, callbackId: 'sample_shortcut_id' });
    const modal = await workspace.until(ada, undefined, ({ modals }) => modals.at(-1));
    expect(modal.title).toBe('Sample modal title');

    const [section] = modal.blocks;
    const place = { viewId: modal.id };
    const action = { type: 'button', action_id: 'sample_action_id', block_id: section?.['block_id'] };
    await workspace.act({ do: 'action', as: ada, place, action });
    await workspace.until(ada, undefined, ({ modals }) =>
      modals.at(-1)?.title === 'Updated modal title' ? true : undefined,
    );

    await workspace.act({
      do: 'submit',
      as: ada,
      viewId: modal.id,
      values: {
        input_block_id: { sample_input_id: { type: 'plain_text_input', value: 'tea at four' } },
        select_channel_block_id: {
          sample_dropdown_id: { type: 'conversations_select', selected_conversation: general },
        },
      },
    });
    const posted = await workspace.until(ada, general, ({ messages }) =>
      messages.find(({ text }) => text.includes('hopes and dreams')),
    );
    expect(posted.text).toContain(`<@${ada}> submitted the following`);
    expect(posted.text).toContain('tea at four');
  });
});
