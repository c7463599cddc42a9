import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { createArguments } from './arguments.ts';
import { methods as spoken } from './methods/index.ts';
import { requireScope } from './method.ts';
import type { Methods } from './method.ts';
import { SlackError } from './slack-error.ts';

/** Answers one call: checks the token, then the scopes, then does what the method does. */
export function answerCall(
  engine: Engine,
  name: string,
  token: string | undefined,
  all: JsonObject,
  methods: Methods = spoken,
): JsonObject {
  try {
    const method = methods[name];
    if (!method) throw new SlackError('unknown_method', { req_method: name });
    const owner = method.token === 'none' ? 'bot' : authenticate(engine, token, method.token ?? 'bot');
    for (const scope of method.scopes ?? []) requireScope(engine, scope);
    return { ok: true, ...method.answer({ engine, arguments: createArguments(all), owner, token }) };
  } catch (error) {
    return refusalOf(error);
  }
}

/** `{ ok: false, … }` for a refusal; anything else is a bug of the sandbox and is thrown on. */
export function refusalOf(error: unknown): JsonObject {
  if (!(error instanceof SlackError)) throw error;
  return { ok: false, error: error.code, ...error.details };
}

/** The headers that name scopes; https://docs.slack.dev/authentication/installing-with-oauth#scopes */
export function scopeHeaders(engine: Engine, name: string): Record<string, string> {
  return {
    'x-oauth-scopes': engine.workspace.app.scopes.join(','),
    'x-accepted-oauth-scopes': (spoken[name]?.scopes ?? []).join(','),
  };
}

function authenticate(engine: Engine, token: string | undefined, wanted: 'bot' | 'app'): 'bot' | 'app' {
  if (token === undefined || token === '') throw new SlackError('not_authed');
  const found = engine.tokens.look(token);
  if (found !== 'bot' && found !== 'app') throw new SlackError(found);
  if (found !== wanted) throw new SlackError('not_allowed_token_type');
  return found;
}
