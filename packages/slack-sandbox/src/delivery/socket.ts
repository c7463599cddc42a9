import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { JsonObject } from '../contract.ts';
import { objectOf, parseJson, textOf } from '../json.ts';
import { limits } from '../limits.ts';
import type { RealTime } from '../real-time.ts';
import type { Traffic } from '../traffic.ts';
import type { Acknowledgement, Delivery } from './deliver.ts';

/** Why Slack ends a connection; https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'too_many_websockets' | 'link_disabled';

/** What a test can do to the connections. */
export interface SocketControl {
  /** How many connections are open and take deliveries. */
  readonly connections: number;
  /** Announces the end of every connection (`warning`), as Slack does about 10 s before. */
  warn(): void;
  /** Asks every connection to come anew; they get nothing more. */
  refresh(): void;
  /** Cuts every connection without a word. */
  drop(): void;
  /** Turns the next `count` connections away (all of them from now on: Infinity; none any more: 0). */
  refuse(reason: 'too_many_websockets' | 'link_disabled', count?: number): void;
}

/** The open connections of Socket Mode. */
export interface SocketConnections extends SocketControl {
  /** A path on which one connection may be opened, once. */
  issueTicket(): string;
  /** True if the path holds a ticket that was not used yet; uses it up. */
  redeem(path: string): boolean;
  accept(socket: WebSocket): void;
  send(delivery: Delivery): Promise<Acknowledgement>;
  stop(): Promise<void>;
}

const pingMilliseconds = 5_000;
const farewellMilliseconds = 500;
const host = 'applink-sandbox';

/** Socket Mode as Slack speaks it: every envelope goes to one connection, in turn. */
export function createSocketConnections(
  appId: string,
  realTime: RealTime,
  traffic: Traffic,
  changed: () => void,
): SocketConnections {
  const tickets = new Set<string>();
  let open: WebSocket[] = [];
  let all: WebSocket[] = [];
  const waiting = new Map<string, (acknowledgement: Acknowledgement) => void>();
  let refusal: { reason: DisconnectReason; count: number } = { reason: 'link_disabled', count: 0 };

  function say(socket: WebSocket, name: string, frame: JsonObject): void {
    traffic.begin({ direction: 'to-app', name, transport: 'socket', sent: frame });
    socket.send(JSON.stringify(frame));
  }

  function disconnect(socket: WebSocket, reason: DisconnectReason): void {
    say(socket, 'disconnect', { type: 'disconnect', reason, debug_info: { host } });
    if (reason !== 'warning') open = open.filter((each) => each !== socket);
  }

  function hear(data: string): void {
    const frame = objectOf(parseJson(data));
    const envelopeId = textOf(frame?.['envelope_id']);
    if (frame === undefined || envelopeId === undefined) return;
    const payload = frame['payload'];
    waiting.get(envelopeId)?.(payload === undefined ? { acknowledged: true } : { acknowledged: true, payload });
  }

  return {
    get connections() {
      return open.length;
    },
    warn() {
      for (const socket of open) disconnect(socket, 'warning');
    },
    refresh() {
      for (const socket of open) disconnect(socket, 'refresh_requested');
      changed();
    },
    drop() {
      for (const socket of all) socket.terminate();
    },
    refuse(reason, count = 1) {
      refusal = { reason, count };
    },
    issueTicket() {
      const path = `/link/?ticket=${randomUUID()}&app_id=${appId}`;
      tickets.add(path);
      return path;
    },
    redeem: (path) => tickets.delete(path),
    accept(socket) {
      all.push(socket);
      const ping = setInterval(() => socket.ping(), pingMilliseconds);
      ping.unref();
      socket.on('message', (data: Buffer) => hear(data.toString()));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearInterval(ping);
        open = open.filter((each) => each !== socket);
        all = all.filter((each) => each !== socket);
        changed();
      });
      if (refusal.count > 0 || open.length >= limits.socketConnections) {
        const reason = refusal.count > 0 ? refusal.reason : 'too_many_websockets';
        refusal.count = Math.max(0, refusal.count - 1);
        disconnect(socket, reason);
        socket.close();
        return;
      }
      open.push(socket);
      say(socket, 'hello', {
        type: 'hello',
        num_connections: open.length,
        debug_info: { host, build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      });
      changed();
    },
    send(delivery) {
      const socket = open.shift();
      if (!socket) return Promise.resolve({ acknowledged: false, reason: 'not_connected' });
      open.push(socket);
      const envelopeId = randomUUID();
      return new Promise((resolve) => {
        const settle = (acknowledgement: Acknowledgement): void => {
          waiting.delete(envelopeId);
          forget();
          resolve(acknowledgement);
        };
        const forget = realTime.after(limits.acknowledgementMilliseconds, () =>
          settle({ acknowledged: false, reason: 'timeout' }),
        );
        waiting.set(envelopeId, settle);
        socket.send(JSON.stringify(envelopeOf(delivery, envelopeId)));
      });
    },
    async stop() {
      await Promise.all(all.map((socket) => closePolitely(socket)));
    },
  };
}

/** Says goodbye and waits a little for the answer; then cuts. */
function closePolitely(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), farewellMilliseconds);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

function envelopeOf(delivery: Delivery, envelopeId: string): JsonObject {
  return {
    envelope_id: envelopeId,
    payload: delivery.body,
    type: delivery.kind,
    accepts_response_payload: delivery.takesAnswer,
    ...(delivery.kind === 'events_api'
      ? { retry_attempt: delivery.retry?.attempt ?? 0, retry_reason: delivery.retry?.reason ?? '' }
      : {}),
  };
}
