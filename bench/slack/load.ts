/** Sends requests over so many connections that stay open, each as soon as the one before it is answered. */
import { Agent, request } from 'node:http';
import { middle, quantile } from '../measure.ts';
import { watchBlocks } from '../longest-block.ts';
import type { Signed } from './signed.ts';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of the one that sends: a long one spoils the figures. */
  readonly ownBlock: number;
}

export interface LoadOptions {
  /** Where the bot listens; of several, each in turn. */
  readonly ports: readonly number[];
  readonly connections: number;
  /** For how long requests are sent; what was sent by then is waited for. */
  readonly seconds: number;
  readonly make: (number: number) => Signed;
}

/** @throws Error for an answer other than 200 */
export async function load({ ports, connections, seconds, make }: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  const blocks = watchBlocks();
  const from = performance.now();
  async function sendInTurn(): Promise<void> {
    while (performance.now() - from < seconds * 1000) {
      const number = (next += 1);
      const prepared = make(number);
      const sentAt = performance.now();
      await send(agent, ports[number % ports.length] ?? 0, prepared);
      times.push(performance.now() - sentAt);
    }
  }
  await Promise.all(Array.from({ length: connections }, sendInTurn));
  const passed = (performance.now() - from) / 1000;
  agent.destroy();
  return { perSecond: times.length / passed, p50: middle(times), p99: quantile(times, 0.99), ownBlock: blocks.stop() };
}

export function send(agent: Agent, port: number, { body, headers }: Signed): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(
      { agent, port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers },
      (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`Answered with ${response.statusCode}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
