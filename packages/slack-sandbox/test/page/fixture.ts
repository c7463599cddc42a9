import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PageAct, PageState, TrafficEntry } from '../../src/contract.ts';
import { buildPage } from '../../src/page/build.ts';
import { cannedState } from './canned-state.ts';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect width="320" height="120" fill="#cde8e3"/>' +
  '<path d="M10 100 L90 60 L160 80 L240 30 L310 50" fill="none" stroke="#0a6f63" stroke-width="6"/></svg>';

type Answer = { ok: boolean; error?: string };

/** A server with a canned state, that keeps what the page sends. */
export class Fixture {
  state: PageState = cannedState();
  traffic: readonly TrafficEntry[] = [];
  readonly acts: PageAct[] = [];
  /** What the next acts do and answer; the default is to accept. */
  answer: (act: PageAct) => Answer | Promise<Answer> = () => ({ ok: true });
  url = '';
  private readonly streams = new Set<ServerResponse>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<void> {
    const files = await buildPage();
    this.files = files;
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private files: Awaited<ReturnType<typeof buildPage>> = new Map();

  async stop(): Promise<void> {
    for (const stream of this.streams) stream.end();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** Changes the state and tells the page. */
  change(part: Partial<PageState>): void {
    this.state = { ...this.state, ...part, version: this.state.version + 1 };
    for (const stream of this.streams) stream.write(`data: {"version": ${this.state.version}}\n\n`);
  }

  /** Breaks the live streams, as a server that goes away does. */
  dropStreams(): void {
    for (const stream of this.streams) stream.destroy();
    this.streams.clear();
  }

  /** Back to the canned state, for the next test. */
  reset(): void {
    this.acts.length = 0;
    this.traffic = [];
    this.answer = () => ({ ok: true });
    const version = this.state.version;
    this.state = { ...cannedState(), version };
    this.change({});
  }

  /** The acts of one kind, oldest first. */
  sent<Kind extends PageAct['do']>(kind: Kind): readonly Extract<PageAct, { do: Kind }>[] {
    return this.acts.filter((act): act is Extract<PageAct, { do: Kind }> => act.do === kind);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const json = (body: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const file = this.files.get(pathname);
    if (file !== undefined) {
      const policy = "default-src 'self'; img-src * data:; object-src 'none'; base-uri 'none'";
      response.writeHead(200, { 'content-type': file.type, 'content-security-policy': policy }).end(file.body);
    } else if (pathname === '/sandbox/state') json(this.stateFor(searchParams));
    else if (pathname === '/sandbox/traffic') {
      json(this.traffic.filter((entry) => entry.number > Number(searchParams.get('after'))));
    } else if (pathname === '/sandbox/live') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      this.streams.add(response);
    } else if (pathname === '/sandbox/files/F2') {
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture);
    } else if (pathname === '/sandbox/act') {
      let body = '';
      for await (const part of request) body += String(part);
      const act = JSON.parse(body) as PageAct;
      this.acts.push(act);
      const answer = await this.answer(act);
      json(answer, answer.ok ? 200 : 400);
    } else json({ ok: false }, 404);
  }

  private stateFor(asked: URLSearchParams): PageState {
    const me = this.state.users.find((user) => user.id === asked.get('as')) ?? this.state.me;
    const wanted = asked.get('conversation') ?? 'D1';
    const conversationId = this.state.conversations.some((one) => one.id === wanted) ? wanted : 'D1';
    const messages = this.state.messages.filter((message) => message.conversationId === conversationId);
    return { ...this.state, me, conversationId, messages };
  }
}
