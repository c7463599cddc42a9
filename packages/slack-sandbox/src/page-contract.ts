/** What the server tells the page, and what the page tells the server. Instants as in `contract.ts`. */
import type { JsonObject } from './contract.ts';

export interface PageUser {
  id: string;
  name: string;
  realName: string;
  title?: string;
  timeZone?: string;
  statusText?: string;
  statusEmoji?: string;
  isApp: boolean;
  deleted: boolean;
}

export interface PageGroup {
  name: string;
  people: readonly { userId: string; about: string }[];
}

export interface PageConversation {
  id: string;
  kind: 'channel' | 'direct';
  /** Channel name without #, or the other person's real name. */
  name: string;
  /** For direct conversations: the other person. */
  userId?: string;
  unread: number;
  isArchived: boolean;
}

export interface PageFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** Path on the sandbox where the browser loads it. */
  path: string;
  bytes: number;
}

export interface PageMessage {
  ts: string;
  threadTs?: string;
  conversationId: string;
  userId: string;
  text: string;
  blocks: readonly JsonObject[];
  files: readonly PageFile[];
  edited: boolean;
  /** Only the reader sees it. */
  ephemeral: boolean;
  metadata?: JsonObject;
  /** The instant of `ts`. */
  at: string;
}

export interface PageView {
  id: string;
  type: 'modal' | 'home';
  callbackId: string;
  title?: string;
  submit?: string;
  close?: string;
  blocks: readonly JsonObject[];
  hash: string;
  /** block_id → message, after a submission that the app refused. */
  errors: Record<string, string>;
  /** True while a submission waits for its acknowledgement. */
  waiting: boolean;
  /** What the person typed so far, by block_id and action_id, in Slack's `state.values` form; kept over an update of the view for blocks whose ids stay. */
  values: Record<string, Record<string, JsonObject>>;
}

export interface PageCommand {
  command: string;
  description: string;
  usageHint: string;
  /** True for the commands of Slack itself. */
  builtIn: boolean;
}

export interface PageShortcut {
  name: string;
  callbackId: string;
  description: string;
  type: 'message' | 'global';
}

export interface PageApp {
  name: string;
  botUserId: string;
  commands: readonly PageCommand[];
  shortcuts: readonly PageShortcut[];
  /** A connection is open, or a request URL is set. */
  connected: boolean;
}

/** GET /sandbox/state?as=U…&conversation=C… */
export interface PageState {
  version: number;
  now: string;
  teamName: string;
  app: PageApp;
  me: PageUser;
  users: readonly PageUser[];
  conversations: readonly PageConversation[];
  /** Of the conversation asked for (or the DM with the app), thread replies included. */
  conversationId: string;
  messages: readonly PageMessage[];
  home?: PageView;
  /** The stack, bottom first. */
  modals: readonly PageView[];
  notices: readonly { number: number; text: string }[];
  /** People by what they are, to choose from. */
  groups: readonly PageGroup[];
  /** A line on what to try. */
  hint?: string;
}

/**
 * POST /sandbox/act. Answers `{ ok: true }`, or `{ ok: false, error: "a sentence" }` with status 400.
 * GET /sandbox/live is a stream of server-sent events: `{"version": n}` at every change.
 * GET /sandbox/traffic?after=N answers TrafficEntry[].
 */
export type PageAct =
  | { do: 'send'; as: string; conversationId: string; text: string; threadTs?: string }
  | { do: 'command'; as: string; conversationId: string; command: string; text: string }
  | { do: 'read'; as: string; conversationId: string }
  | { do: 'open-direct'; as: string; userId: string }
  | { do: 'open-home'; as: string }
  | { do: 'shortcut'; as: string; callbackId: string; message?: { conversationId: string; ts: string } }
  /** A press in a message, a modal or Home. `action` is the element's action payload as Slack would send it, without action_ts. */
  | {
      do: 'action';
      as: string;
      place: { messageTs: string; conversationId: string } | { viewId: string };
      action: JsonObject;
    }
  /** What was typed so far, in `state.values` form; kept by the sandbox so that updates and reloads lose nothing. */
  | { do: 'values'; as: string; viewId: string; values: PageView['values'] }
  | { do: 'submit'; as: string; viewId: string; values: PageView['values'] }
  | { do: 'close'; as: string; viewId: string; wholeStack: boolean }
  | { do: 'dismiss-notice'; as: string; number: number }
  | { do: 'status'; as: string; text: string; emoji: string }
  | { do: 'time-zone'; as: string; timeZone: string }
  /** As an admin does it: the account is deactivated, or active again (user_change). */
  | { do: 'deactivate'; userId: string }
  | { do: 'reactivate'; userId: string }
  | { do: 'clock'; moveTo: string }
  | { do: 'uninstall' };
