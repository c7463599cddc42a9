import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { AnyMiddlewareArgs } from '@slack/bolt';
import type { Context } from '../context.ts';
import { isReplayElsewhere } from '../store/inbound.ts';
import { healthRoutes, portError } from '../health.ts';
import type { HealthRoutes } from '../health.ts';
import type { Metrics } from '../metrics.ts';
import { openDoor } from './door/door.ts';
import { originOf } from './door/origin.ts';
import type { Origin } from './door/origin.ts';
import { servedWith, serveWith } from './door/served.ts';
import { createActivity } from './wire/activity.ts';
import { noRetries } from './wire/clients.ts';
import { handleError } from './wire/handle-error.ts';
import type { Installing } from './wire/installing.ts';
import { libraryLog } from './wire/library-log.ts';
import { lifecycleIn } from './door/lifecycle.ts';
import type { Lifecycle } from './door/lifecycle.ts';
import { organisationIn } from './wire/organisation-in.ts';
import { listeners } from './listeners/index.ts';
import { noticeDoing } from './wire/notice-work.ts';
import { fewATurn } from './wire/few-a-turn.ts';
import { createReplayGuard, isFutureDated } from './wire/replays.ts';
import { keepConnected } from './wire/socket.ts';

/** The bot's ear: what Slack sends comes in here. */
export interface SlackSide {
  readonly mode: 'socket' | 'http';
  /** `connected`, `listening`, or what it is instead. */
  readonly state: string;
  readonly problem: string | undefined;
  /** Where Slack's requests are answered, and /healthz; undefined in Socket Mode, and before `start`. */
  readonly port: number | undefined;
  start(): Promise<void>;
  /** Waits for running listeners, but not past the deadline, and takes nothing in any more. */
  stop(deadline: Promise<void>): Promise<void>;
}

/** How Slack is heard, and who the bot is there: with the one token, or whoever has installed the app. */
export type SlackEar =
  | ({ readonly mode: 'socket'; readonly appToken: string } & OneToken)
  | ({ readonly mode: 'http'; readonly port: number; readonly signingSecret: string } & (OneToken | Installed));

interface OneToken {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly identity: { readonly botUserId: string; readonly botId: string | undefined };
  readonly installing?: undefined;
}

interface Installed {
  readonly apiUrl: string;
  readonly installing: Installing;
}

export interface SlackSideOptions {
  readonly slack: SlackEar;
  /** The workspaces that answer what came from there: one as a rule, none where the app isn't installed. */
  readonly contextsOf: (origin: Origin) => Promise<readonly Context[]>;
  readonly log: Logger;
  /** Answered on the same port as Slack's requests. */
  readonly probes: HealthRoutes;
  readonly metrics: Metrics;
  /** The real time, by which Slack signs; not the context's clock. */
  readonly realNow: () => Date;
  /** An envelope says which organisation our workspace is part of. */
  readonly meetOrganisation?: (enterpriseId: string) => void;
  /** Slack says something of the installation itself. */
  readonly onLifecycle: (news: Lifecycle) => Promise<void>;
}

const requestPath = '/slack/events';
/** Slack's own payloads stay far below: a view is 250 KB at most. */
const mostBodyBytes = 1_000_000;

/** Makes Bolt's app with all listeners, not listening yet. */
export function createSlackSide(options: SlackSideOptions): SlackSide {
  return options.slack.mode === 'socket' ? socketSide(options, options.slack) : httpSide(options, options.slack);
}

function socketSide(options: SlackSideOptions, slack: Extract<SlackEar, { mode: 'socket' }>): SlackSide {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: libraryLog(options.log),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: slack.apiUrl, timeout: 10_000, rejectRateLimitedCalls: true, ...noRetries },
    },
  });
  const link = keepConnected(receiver.client, options.log);
  const listening = listenTo(receiver, options);
  return {
    mode: 'socket',
    get state() {
      return link.state;
    },
    get problem() {
      return link.problem;
    },
    port: undefined,
    start: () => link.start(),
    async stop(deadline) {
      await listening.quiet(deadline);
      await link.stop();
    },
  };
}

/** So many requests are begun together, and may be stored together; more would make a turn longer than anybody notices. */
const requestsATurn = 8;

/** Bolt answers what it doesn’t know by an exception in its own handler, so requests are held back before that. */
function takeInTurn(server: Server): void {
  const inTurn = fewATurn(requestsATurn);
  const answer = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (...given) =>
    inTurn(() => {
      for (const one of answer) Reflect.apply(one, server, given);
    }),
  );
}

function httpSide(options: SlackSideOptions, slack: Extract<SlackEar, { mode: 'http' }>): SlackSide {
  const wasSeen = createReplayGuard();
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    endpoints: [requestPath],
    bodyLimit: mostBodyBytes,
    customRoutes: healthRoutes(options.probes),
    logger: libraryLog(options.log),
    ...slack.installing,
    // Runs after Bolt has checked the signature: only what Slack really signed is remembered.
    customPropertiesExtractor: (request) => {
      const signature = String(request.headers['x-slack-signature']);
      return { replayed: wasSeen(signature), signature };
    },
  });
  const verified = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (isFutureDated(request.headers, options.realNow())) response.writeHead(401).end();
    else verified(request, response);
  };
  const listening = listenTo(receiver, options);
  let server: Server | undefined;
  return {
    mode: 'http',
    get state() {
      return server === undefined ? 'stopped' : 'listening';
    },
    problem: undefined,
    get port() {
      return server === undefined ? undefined : (server.address() as AddressInfo | null)?.port;
    },
    async start() {
      server = await receiver.start(slack.port).catch((cause: unknown) => {
        throw portError(slack.port, cause);
      });
      takeInTurn(server);
      options.log.info({ port: this.port, path: requestPath }, 'Listening for Slack’s signed requests');
    },
    async stop(deadline) {
      await listening.quiet(deadline);
      const closed = server === undefined ? undefined : receiver.stop();
      server?.closeAllConnections();
      server = undefined;
      await closed;
    },
  };
}

/** Puts middleware, listeners and the one error handler behind a receiver. */
function listenTo(receiver: SocketModeReceiver | HTTPReceiver, options: SlackSideOptions) {
  const { contextsOf, log, metrics, slack } = options;
  const activity = createActivity();
  const app = new App({
    receiver,
    // With an installer, Bolt asks its store instead.
    ...(slack.installing === undefined && { authorize: () => Promise.resolve(authorizationOf(slack)) }),
    convoStore: false,
    logger: libraryLog(log),
    clientOptions: { slackApiUrl: slack.apiUrl, timeout: 10_000, rejectRateLimitedCalls: true, ...noRetries },
    extendedErrorHandler: true,
  });
  app.use((args) =>
    activity.track(async () => {
      metrics.received(kindOf(args));
      const news = lifecycleIn(args.body);
      if (news !== undefined) return options.onLifecycle(news);
      const contexts = await contextsOf(originOf(args.body));
      serveWith(args.context, contexts);
      const [context] = contexts;
      if (context === undefined) return acknowledge(args);
      const organisation = organisationIn(args.body, context.store.workspaceId);
      if (organisation !== undefined) options.meetOrganisation?.(organisation);
      if (await isReplayed(context, args.context)) await acknowledge(args);
      else await args.next();
      for (const one of contexts) await noticeDoing(one, kindOf(args), args.body);
    }),
  );
  app.error((args: { error: Error; body: unknown; context?: Record<string, unknown> }) =>
    activity.track(async () => {
      metrics.failed('listener');
      const [context] = servedWith(args.context ?? {});
      if (context === undefined) log.warn({ err: args.error }, 'Something came in that no workspace answers');
      else await handleError(context, args.error, args.body);
    }),
  );
  openDoor(app, listeners);
  return {
    quiet: async (deadline: Promise<void>) => {
      await Promise.race([activity.idle(), deadline]);
    },
  };
}

function authorizationOf({ botToken, identity: { botUserId, botId } }: OneToken) {
  return { botToken, botUserId, ...(botId !== undefined && { botId }) };
}

async function isReplayed(context: Context, known: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { replayed, signature } = known;
  return (
    replayed === true || (typeof signature === 'string' && isReplayElsewhere(context.store, signature, context.clock()))
  );
}

async function acknowledge(args: AnyMiddlewareArgs): Promise<void> {
  if ('ack' in args && typeof args.ack === 'function') await args.ack();
}

function kindOf(args: AnyMiddlewareArgs): Parameters<Metrics['received']>[0] {
  if ('event' in args) return 'event';
  if ('command' in args) return 'command';
  if ('view' in args) return 'view';
  if ('shortcut' in args) return 'shortcut';
  return 'options' in args ? 'options' : 'action';
}
