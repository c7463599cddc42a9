/** Answers Slack's Web API at once, on loopback: the least that the bot needs, so that the bot is measured and not Slack. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { emailOf, nameOf } from '../company/organisation.ts';
import { accountOf, conversationOf, workspaceId } from '../company/shape.ts';

type Arguments = Readonly<Record<string, string>>;
type Answer = Readonly<Record<string, unknown>>;

export interface Call {
  readonly method: string;
  readonly args: Arguments;
}

export interface StandIn {
  readonly apiUrl: string;
  /** Where an answer to a command or press may go. */
  readonly responseUrl: string;
  /** Resolves with the next call that fits. */
  next(fits: (call: Call) => boolean): Promise<Call>;
  /** How many calls there were of each method, answers to commands among them. */
  readonly counts: ReadonlyMap<string, number>;
  /** Resolves when nothing was asked for a while: what the bot does at its start is done. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

/** Seconds after which Slack takes it, if it refuses it now. */
export type Limiter = (call: Call) => number | undefined;

const usersPerPage = 200;
const quietMilliseconds = 3_000;

/** @param people how many are in the workspace; their accounts follow from it */
export async function startStandIn(people: number, limiter: Limiter = () => undefined): Promise<StandIn> {
  const counts = new Map<string, number>();
  const waiting = new Set<{ fits: (call: Call) => boolean; resolve: (call: Call) => void }>();
  let posted = 0;

  const methods: Readonly<Record<string, (args: Arguments) => Answer>> = {
    'auth.test': () => ({ team_id: workspaceId, team: 'Bench', user_id: 'U0BOT', bot_id: 'B0BOT' }),
    'users.list': ({ cursor = '1' }) => {
      const first = Number(cursor);
      const end = Math.min(first + usersPerPage, people + 1);
      const members = Array.from({ length: end - first }, (_, place) => memberOf(first + place));
      return { members, response_metadata: { next_cursor: end > people ? '' : String(end) } };
    },
    'users.info': ({ user = '' }) => ({ user: memberOf(Number(user.slice('U0B'.length))) }),
    'conversations.open': ({ users = '' }) => ({ channel: { id: conversationOf(Number(users.slice('U0B'.length))) } }),
    'chat.postMessage': ({ channel = '' }) => ({
      channel: channel.startsWith('U') ? conversationOf(Number(channel.slice('U0B'.length))) : channel,
      ts: `1795430000.${String((posted += 1)).padStart(6, '0')}`,
    }),
    'chat.update': ({ channel = '', ts = '' }) => ({ channel, ts }),
    'views.open': () => ({ view: { id: 'V1', hash: '1' } }),
    'views.publish': () => ({ view: { id: 'V1', hash: '1' } }),
  };

  function answerTo(call: Call): Answer {
    const method = methods[call.method];
    return method === undefined ? { ok: false, error: 'unknown_method' } : { ok: true, ...method(call.args) };
  }

  function take(call: Call, response: ServerResponse): void {
    counts.set(call.method, (counts.get(call.method) ?? 0) + 1);
    const seconds = limiter(call);
    if (seconds === undefined) sendJson(response, 200, answerTo(call));
    else sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) });
    for (const one of waiting)
      if (one.fits(call)) {
        waiting.delete(one);
        one.resolve(call);
      }
  }

  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const method = (request.url ?? '').split('/').at(-1) ?? '';
      take({ method, args: argumentsIn(request, body) }, response);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/respond`,
    counts,
    next: (fits) => new Promise((resolve) => waiting.add({ fits, resolve })),
    async quiet() {
      for (let before = -1, now = callsOf(counts); before !== now; before = now, now = callsOf(counts))
        await pause(quietMilliseconds);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callsOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, one) => sum + one, 0);
}

function memberOf(personId: number): Answer {
  const [name, email] = [nameOf(personId), emailOf(personId)];
  return {
    id: accountOf(personId),
    team_id: workspaceId,
    name: `person${personId}`,
    real_name: name,
    tz: 'Etc/UTC',
    is_admin: personId === 1,
    profile: { email, real_name: name, display_name: '', status_text: '', status_emoji: '', status_expiration: 0 },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function argumentsIn({ headers }: IncomingMessage, body: string): Arguments {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : {};
}

function sendJson(
  response: ServerResponse,
  status: number,
  answer: Answer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer));
}
