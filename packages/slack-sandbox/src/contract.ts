/**
 * What the sandbox promises to the page, to tests and to whoever starts it. Types only: the wire between the bot and
 * the sandbox is Slack's own and is not described here.
 *
 * All instants are ISO 8601 in UTC by the sandbox's clock unless a name says otherwise.
 */
import type { PageMessage, PageView } from './page-contract.ts';

export type * from './page-contract.ts';

/** A clock that can be set. The sandbox and the bot are handed the same one. */
export interface SandboxClock {
  now(): Date;
  /** Sets the clock; it goes on running from there. Moving back is allowed: Slack's ids stay unique all the same. */
  moveTo(instant: Date): void;
  /** Calls `listener` after every `moveTo`; returns the way to stop. */
  onMove(listener: () => void): () => void;
}

export interface SeedUser {
  /** `U…` or `W…` */
  id: string;
  /** The handle, without @. */
  name: string;
  realName: string;
  email?: string;
  /** IANA zone; left out for users whose zone Slack does not tell. */
  timeZone?: string;
  title?: string;
  statusText?: string;
  statusEmoji?: string;
  isAdmin?: boolean;
  isBot?: boolean;
  /** A guest (`is_restricted`). */
  isGuest?: boolean;
  /** A stranger from a shared channel (`is_stranger`, another `team_id`). */
  isStranger?: boolean;
  deleted?: boolean;
  /** Another workspace of the organisation that they belong to; needs the seed's `enterpriseId`. */
  teamId?: string;
  /** Their id in the organisation; needs the seed's `enterpriseId`. Their own if left out. */
  enterpriseUserId?: string;
}

export interface SeedChannel {
  /** `C…` */
  id: string;
  name: string;
  members: readonly string[];
}

/** People of one kind, as the page lists them to be chosen from. Somebody may be in several. */
export interface SeedGroup {
  /** `Managers` */
  name: string;
  /** `about` says in a few words what they are there: `manager of 6`. */
  people: readonly { userId: string; about: string }[];
}

export interface SandboxSeed {
  teamId: string;
  teamName: string;
  /** `E…`: the organisation that the workspace is part of (Enterprise Grid). */
  enterpriseId?: string;
  users: readonly SeedUser[];
  channels: readonly SeedChannel[];
  /** In the order in which they are listed; whoever is in none comes last. */
  groups?: readonly SeedGroup[];
}

/** How the page begins for who has just opened it. */
export interface Opening {
  userId: string;
  /** A line on what to try, shown to that person until it is dismissed or the first half day of the clock is over: it speaks of the beginning. */
  hint: string;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

export interface SandboxOptions {
  /** 0 takes any free port. Loopback only, whatever is asked. */
  port: number;
  clock: SandboxClock;
  seed: SandboxSeed;
  /** The app manifest as an object (parsed manifest.yml): name, commands, shortcuts, scopes, events, App Home. */
  manifest: JsonObject;
  botToken: string;
  /** `xapp-…`; needed for Socket Mode. */
  appToken: string;
  signingSecret: string;
  /** Where signed HTTP deliveries go, e.g. http://127.0.0.1:3000/slack/events; left out: Socket Mode only. */
  requestUrl?: string;
  /** Build and serve the page (default true). Tests that only use the wire leave it out. */
  page?: boolean;
  opening?: Opening;
}

export interface Sandbox {
  readonly port: number;
  /** http://127.0.0.1:port */
  readonly url: string;
  /** What SLACK_API_URL is set to: http://127.0.0.1:port/api/ */
  readonly apiUrl: string;
  readonly botUserId: string;
  /** A person at the keyboard, for tests and scripts. Throws for an unknown user. */
  as(userId: string): SandboxUser;
  /** Every request and delivery so far, oldest first. The oracle of tests: it is written before the answer is sent. */
  readonly traffic: readonly TrafficEntry[];
  /** Scripted answers, used once each, in order, by the next call of that method that they match. */
  script(method: string, fault: Fault): void;
  /** Resolves with the first defined, non-false result of `look`, asked anew after every change; rejects after `withinMilliseconds` (default 10,000 of real time) naming `what`. */
  until<T>(what: string, look: () => T | undefined | false, withinMilliseconds?: number): Promise<T>;
  /** Removes the app as an admin would: app_uninstalled and tokens_revoked are delivered, and tokens die. */
  uninstall(): Promise<void>;
  stop(): Promise<void>;
}

/** What a scripted call does instead of the ordinary. */
export type Fault =
  /** `because` in Slack's words, e.g. `invalid slack file [json-pointer:/blocks/0/slack_file]`. */
  | { kind: 'error'; error: string; needed?: string; because?: string }
  | { kind: 'rate-limit'; retryAfterSeconds?: number }
  /** Status with an HTML body; with `afterAccepting` the call takes effect first. */
  | { kind: 'http'; status: number; afterAccepting?: boolean }
  | { kind: 'reset'; afterAccepting?: boolean }
  /** Never answers (until stop). */
  | { kind: 'hang'; afterAccepting?: boolean }
  /** Messages come without the metadata that they were posted with. */
  | { kind: 'no-metadata' }
  /** Answers only after `release` resolves. */
  | { kind: 'wait'; release: Promise<void> };

export interface TrafficEntry {
  number: number;
  at: string;
  /** `to-slack`: a Web API call or response_url post; `to-app`: an event, command, interaction or Socket Mode frame. */
  direction: 'to-slack' | 'to-app';
  /** `chat.postMessage`, `response_url`, `/ask`, `block_actions`, `app_home_opened`, `hello` … */
  name: string;
  transport: 'web-api' | 'socket' | 'http';
  /** What was sent; tokens are replaced by `xoxb-…`. */
  sent: Json;
  /** What came back (the API's answer, or the app's acknowledgement), when it has. */
  answer?: Json;
  status?: number;
  milliseconds?: number;
  /** True where `ok` was false, the status was 4xx/5xx, or no acknowledgement came within 3 s. */
  failed: boolean;
}

/** A value typed into an input element, in the page's and the tests' words. */
export type InputValue =
  /** plain_text_input, number, email, url, datepicker (YYYY-MM-DD), timepicker (HH:mm), datetimepicker (seconds as text), single selects and radio buttons (the option's value, or user/channel id) */
  | string
  /** multi selects and checkboxes: values or ids */
  | readonly string[]
  | null;

export interface PressTarget {
  /** The visible text of a button, or the placeholder/label of a select, date picker, overflow …; or the action_id. Exact match. */
  label?: string;
  actionId?: string;
  blockId?: string;
  /** Which message (ts). Left out: the open modal if any, else the newest message that has a match, else Home if `home`. */
  messageTs?: string;
  home?: boolean;
  /** What to choose, for a select, overflow, radio, checkboxes or picker. Options are named by visible text or by value. */
  choose?: InputValue;
}

/** Everything a person can do. Every method resolves when the app has acknowledged (or failed to, within 3 s). */
export interface SandboxUser {
  readonly id: string;
  /** `text` may hold `@handle` or `<@U…>`; `@handle` becomes `<@U…>` where the manifest says should_escape. Default place: the DM with the app. */
  command(command: string, text?: string, conversationId?: string): Promise<void>;
  send(text: string, conversationId?: string, threadTs?: string): Promise<void>;
  openHome(): Promise<void>;
  /** Chooses a global shortcut, or a message shortcut on the message given. */
  shortcut(callbackId: string, message?: { conversationId: string; ts: string }): Promise<void>;
  press(target: PressTarget): Promise<void>;
  /** Types into the open modal's inputs; keys are block_ids, or the input's label. Throws for a key that is not there. */
  fill(values: Record<string, InputValue>): void;
  /** Submits the open modal with what was filled in, initial values included. Resolves with field errors, if the app answered with any. */
  submit(): Promise<{ errors?: Record<string, string> }>;
  /** Closes the top modal (view_closed goes out where notify_on_close is set). */
  close(): Promise<void>;
  setStatus(status: { text?: string; emoji?: string; expiresAt?: string }): Promise<void>;
  setTimeZone(timeZone: string): Promise<void>;
  /** Messages this person sees in a conversation, ephemeral ones included, oldest first. Default: the DM with the app. */
  messages(conversationId?: string): readonly PageMessage[];
  /** The newest message of the DM with the app. */
  newest(): PageMessage | undefined;
  home(): PageView | undefined;
  modal(): PageView | undefined;
  /** What the person was told by Slack itself (e.g. "/ask failed with the error …"). */
  notices(): readonly string[];
}

/* ---- validation ---- */

/** One thing that Slack would refuse. `pointer` is a JSON pointer from the arguments' root, e.g. /blocks/0/text or /view/blocks/3/element. */
export interface BlockProblem {
  pointer: string;
  /** In Slack's words where known, e.g. `must be less than 3001 characters`. */
  message: string;
}

export type Surface = 'message' | 'modal' | 'home';
