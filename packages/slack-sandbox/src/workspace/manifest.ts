import type { JsonObject } from '../contract.ts';
import { objectOf, objectsOf, textOf, textsOf } from '../json.ts';

/** A slash command of the app. */
export interface ManifestCommand {
  command: string;
  description: string;
  usageHint: string;
  shouldEscape: boolean;
}

/** A shortcut of the app. */
export interface ManifestShortcut {
  name: string;
  callbackId: string;
  description: string;
  type: 'message' | 'global';
}

/** What the manifest says, as far as the sandbox acts on it. */
export interface Manifest {
  name: string;
  botName: string;
  homeTab: boolean;
  commands: readonly ManifestCommand[];
  shortcuts: readonly ManifestShortcut[];
  botScopes: readonly string[];
  botEvents: readonly string[];
}

/** Reads an app manifest; https://docs.slack.dev/reference/app-manifest */
export function readManifest(manifest: JsonObject): Manifest {
  const features = objectOf(manifest['features']) ?? {};
  const settings = objectOf(manifest['settings']) ?? {};
  const scopes = objectOf(objectOf(manifest['oauth_config'])?.['scopes']) ?? {};
  const name = textOf(objectOf(manifest['display_information'])?.['name']) ?? 'App';
  return {
    name,
    botName: textOf(objectOf(features['bot_user'])?.['display_name']) ?? name,
    homeTab: objectOf(features['app_home'])?.['home_tab_enabled'] === true,
    commands: objectsOf(features['slash_commands']).map((command) => ({
      command: textOf(command['command']) ?? '',
      description: textOf(command['description']) ?? '',
      usageHint: textOf(command['usage_hint']) ?? '',
      shouldEscape: command['should_escape'] === true,
    })),
    shortcuts: objectsOf(features['shortcuts']).map((shortcut) => ({
      name: textOf(shortcut['name']) ?? '',
      callbackId: textOf(shortcut['callback_id']) ?? '',
      description: textOf(shortcut['description']) ?? '',
      type: shortcut['type'] === 'message' ? 'message' : 'global',
    })),
    botScopes: textsOf(scopes['bot']),
    botEvents: textsOf(objectOf(settings['event_subscriptions'])?.['bot_events']),
  };
}
