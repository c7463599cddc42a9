import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import type { Arguments } from './arguments.ts';
import { SlackError } from './slack-error.ts';

/** One call of a method. */
export interface Call {
  readonly engine: Engine;
  readonly arguments: Arguments;
  /** For the few methods that name the token's owner. */
  readonly owner: 'bot' | 'app';
  /** The token it came with, if any. */
  readonly token: string | undefined;
}

/** One method of the Web API. */
export interface Method {
  /** Whose token it takes; left out: the bot's. */
  readonly token?: 'app' | 'none';
  /** Scopes of which all are needed. Methods that depend on the conversation ask by themselves. */
  readonly scopes?: readonly string[];
  readonly answer: (call: Call) => JsonObject;
}

/** Methods by name. */
export type Methods = Readonly<Record<string, Method>>;

/** Refuses the call if the app was not granted the scope. */
export function requireScope(engine: Engine, needed: string): void {
  const granted = engine.workspace.app.scopes;
  if (!granted.includes(needed)) throw new SlackError('missing_scope', { needed, provided: granted.join(',') });
}
