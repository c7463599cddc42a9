/** The manifest is what the code really uses: nothing missing, nothing more. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Listener } from '../src/slack/door/listener.ts';
import { listeners } from '../src/slack/listeners/index.ts';
import { botScopes } from '../src/slack/wire/installing.ts';
import { eventsOfAnyInstallation, eventsOfOrganisations } from '../src/slack/door/lifecycle.ts';
import { slashWords } from '../src/slack/words/index.ts';

interface Manifest {
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly slash_commands: readonly { command: string; should_escape: boolean; usage_hint?: string }[];
    readonly shortcuts?: readonly { name: string; callback_id: string; type: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
}

const root = join(import.meta.dirname, '..');
const manifestIn = (file: string) => parse(readFileSync(join(root, file), 'utf8')) as Manifest;
const manifest = manifestIn('manifest.yml');
const manifestOfMany = manifestIn('manifest.many.yml');
const code = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => !path.startsWith('src/sandbox'))
  .map((path) => readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''))
  .join('\n');

/** Slack's reference, per method: the bot scope that it needs; none for null. */
const scopeOfMethod: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'auth.teams.list': null,
  'blocks.validate': null,
  'apps.uninstall': null,
  'oauth.v2.access': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.getPermalink': null,
  'conversations.join': 'channels:join',
  'conversations.open': 'im:write',
  'conversations.history': 'im:history',
  'conversations.replies': 'im:history',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  filesUploadV2: 'files:write',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'views.open': null,
  'views.push': null,
  'views.update': null,
  'views.publish': null,
};

/** Slack's reference, per event: the bot scope that it needs. */
const scopeOfEvent: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_uninstalled: null,
  tokens_revoked: null,
  team_access_granted: null,
  team_access_revoked: null,
  'message.im': 'im:history',
  user_change: 'users:read',
  team_join: 'users:read',
};

/** What is listened for: commands, shortcuts and events, by what Slack calls them. */
function heard(...kinds: readonly Listener['kind'][]): readonly string[] {
  return listeners.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => (id === 'message' ? 'message.im' : id));
}

const sorted = (words: Iterable<string>) => [...new Set(words)].toSorted();

test('the commands are those that are listened for, and names in them arrive as ids', () => {
  const { slash_commands: commands } = manifest.features;
  expect(sorted(commands.map((command) => command.command))).toEqual(sorted(heard('command')));
  expect(commands.every((command) => command.should_escape && command.usage_hint !== undefined)).toBe(true);
});

test('the hint of /firstline is of the words that have a place in it', () => {
  const hint = manifest.features.slash_commands.find(({ command }) => command === '/firstline')?.usage_hint;
  const words = slashWords.filter(({ inHint }) => inHint).map(({ word }) => word);
  expect(hint).toBe(`[${words.join(' | ')}]`);
});

test('the shortcuts are those that are listened for', () => {
  const shortcuts = manifest.features.shortcuts ?? [];
  expect(sorted(shortcuts.map((shortcut) => shortcut.callback_id))).toEqual(
    sorted(heard('shortcut', 'message_action')),
  );
  // Slack takes no longer names: https://docs.slack.dev/reference/app-manifest
  expect(shortcuts.filter(({ name }) => name.length > 24)).toEqual([]);
});

test('the events are those that are listened for', () => {
  const events = [...heard('event'), ...eventsOfAnyInstallation];
  expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(sorted(events));
  expect(sorted(manifestOfMany.settings.event_subscriptions.bot_events)).toEqual(
    sorted([...events, ...eventsOfOrganisations]),
  );
});

test('the app for several workspaces is the same, but for what an address, OAuth and organisations need', () => {
  const address = 'https://firstline.example.com/slack';
  const {
    features,
    settings: { event_subscriptions: events, interactivity, ...settings },
    ...rest
  } = manifest;
  expect(manifestOfMany).toEqual({
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url: `${address}/events` })),
    },
    oauth_config: { ...manifest.oauth_config, redirect_urls: [`${address}/oauth_redirect`] },
    settings: {
      ...settings,
      event_subscriptions: {
        request_url: `${address}/events`,
        bot_events: manifestOfMany.settings.event_subscriptions.bot_events,
      },
      interactivity: { ...interactivity, request_url: `${address}/events` },
      org_deploy_enabled: true,
      socket_mode_enabled: false,
      token_rotation_enabled: true,
    },
  });
  expect(
    events.bot_events.every((event) => manifestOfMany.settings.event_subscriptions.bot_events.includes(event)),
  ).toBe(true);
});

test('whoever installs it is asked for the scopes of the manifest', () => {
  expect(sorted(botScopes)).toEqual(sorted(manifest.oauth_config.scopes.bot));
});

test('the scopes are those that the methods, events and commands in the code need', () => {
  const called = [...code.matchAll(/\b(?:slack|sender|client)\s*\.((?:[a-z]+\.)?[a-zA-Z0-9]+\.?[a-zA-Z]*)\(/g)].map(
    (match) => match[1] ?? '',
  );
  const methods = sorted(called.filter((method) => method.includes('.') || method === 'filesUploadV2'));
  expect(methods.length).toBeGreaterThan(6);
  expect(
    methods.filter((method) => !(method in scopeOfMethod)),
    'a new method: add its scope to this table',
  ).toEqual([]);
  const needed = [
    ...methods.map((method) => scopeOfMethod[method]),
    ...manifest.settings.event_subscriptions.bot_events.map((event) => scopeOfEvent[event]),
    'commands',
    /profile\??\.email/.test(code) ? 'users:read.email' : null,
  ].filter((scope) => typeof scope === 'string');
  expect(sorted(manifest.oauth_config.scopes.bot)).toEqual(sorted(needed));
});

test('Socket Mode, interactivity, the Home tab and direct messages are on', () => {
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});

const schemaPath = join(root, '../shared/data/slack/manifest.schema.2.0.0.json');

test.skipIf(!existsSync(schemaPath)).each([
  ['manifest.yml', manifest],
  ['manifest.many.yml', manifestOfMany],
])('%s is valid by Slack’s schema (skipped where the schema file isn’t at hand)', (_file, given) => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as object;
  const isValid = ajv.compile(schema);
  isValid(given);
  expect(isValid.errors ?? []).toEqual([]);
});
