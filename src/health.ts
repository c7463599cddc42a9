import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DealsHealth } from './jobs/deals.ts';
import type { Readiness } from './probes.ts';
import type { OutboxState } from './store/tables.ts';
import { UserError } from './errors.ts';

/** How the bot is doing: counts and kinds, no names, no words. */
export interface Health extends WorkspaceHealth {
  readonly ok: boolean;
  readonly slack: { readonly mode: 'socket' | 'http'; readonly state: string; readonly problem?: string };
}

/** Where the app is installed in several workspaces. The trouble of one doesn’t make the bot unwell. */
export interface HealthOfSeveral extends Pick<Health, 'ok' | 'slack'> {
  /** By Slack’s team id. */
  readonly workspaces: Readonly<Record<string, WorkspaceHealth>>;
  /** Workspaces that could not be begun, and why; it is tried again. */
  readonly waiting: Readonly<Record<string, string>>;
}

export interface WorkspaceHealth {
  /** `standing-by`: another instance on the same server sends. */
  readonly sending: { readonly state: 'running' | 'standing-by' | 'stopped'; readonly problem?: string };
  readonly outbox: Partial<Record<OutboxState, number>>;
  /** Why messages are parked or uncertain, and how many for each reason. */
  readonly problems: Readonly<Record<string, number>>;
  /**
   * The database is older than what was sent from it: what may have been sent is held back until somebody releases it. `since` and `until`
   * are between what, as far as that is known. That doesn’t make the bot unwell.
   */
  readonly heldBack?: { readonly since: string | null; readonly until: string | null; readonly why: string };
  /** Nothing can be posted in the wins channel: why, and since when. That doesn’t make the bot unwell. */
  readonly winsChannel?: { readonly problem: string; readonly since: string };
  /** Where deals are fetched by themselves: what became of it. A failure there doesn’t make the bot unwell. */
  readonly deals?: DealsHealth;
}

/** Before there is anything to say. */
export interface HealthAtStart {
  readonly ok: false;
  readonly state: 'starting';
}

export interface HealthRoutes {
  health(): Promise<Health | HealthOfSeveral | HealthAtStart>;
  ready(): Promise<Readiness>;
  metrics(): Promise<string>;
}

interface Route {
  readonly path: string;
  readonly method: 'GET';
  handler(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * /healthz (200, or 503 where somebody must look), /readyz (200, or 503 where requests should go elsewhere) and /metrics, in the form that
 * Bolt takes custom routes.
 */
export function healthRoutes(routes: HealthRoutes): Route[] {
  return [
    {
      path: '/healthz',
      method: 'GET',
      handler: (_request, response) => void answer(response, () => healthAnswer(routes)),
    },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_request, response) =>
        void answer(response, async () => {
          const readiness = await routes.ready();
          return json(readiness.ready, readiness);
        }),
    },
    {
      path: '/metrics',
      method: 'GET',
      handler: (_request, response) =>
        void answer(response, async () => ({
          status: 200,
          type: 'text/plain; version=0.0.4',
          body: await routes.metrics(),
        })),
    },
  ];
}

/**
 * Serves the routes on a port of their own, for Socket Mode. 0 takes any free port.
 * @throws UserError if the port is taken
 */
export async function serveHealth(
  port: number,
  routes: HealthRoutes,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const known = healthRoutes(routes);
  const listener: RequestListener = (request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const route = known.find((candidate) => candidate.path === path && candidate.method === request.method);
    if (route === undefined) response.writeHead(404).end();
    else route.handler(request, response);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portError(port, cause)));
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The error of a port that can't be listened on, as a sentence. */
export function portError(port: number, cause: unknown): UserError {
  return new UserError(`Port ${port} can’t be listened on. Set PORT to a free one, or stop what uses it.`, { cause });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

async function healthAnswer(routes: HealthRoutes): Promise<Answer> {
  const health = await routes.health();
  return json(health.ok, health);
}

function json(isGood: boolean, said: object): Answer {
  return { status: isGood ? 200 : 503, type: 'application/json', body: `${JSON.stringify(said)}\n` };
}

async function answer(response: ServerResponse, make: () => Promise<Answer>): Promise<void> {
  const { status, type, body } = await make().catch((): Answer => ({
    status: 503,
    type: 'application/json',
    body: '{"ok":false}\n',
  }));
  response.writeHead(status, { 'content-type': type }).end(body);
}
