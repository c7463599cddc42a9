import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { answerResponseUrl } from '../interactions/answer-response-url.ts';
import { objectOf, parseJson } from '../json.ts';
import { answerCall, refusalOf, scopeHeaders } from './answer.ts';
import { readArguments } from './arguments.ts';
import { reply } from './reply.ts';
import type { Reply, ReplyParts } from './reply.ts';
import type { Methods } from './method.ts';

/** The server's requests, with Node's own behind them. */
export interface ServerEnvironment {
  Bindings: HttpBindings;
}

/** One call of the Web API, read. */
export interface ApiRequest {
  name: string;
  all: JsonObject;
  token: string | undefined;
  /** The answer to a body that says nothing. */
  unreadable: JsonObject | undefined;
}

/** Reads a call: its arguments, and its token from the header or from among them. */
export async function readApiRequest(request: Request, name: string): Promise<ApiRequest> {
  let all: JsonObject = {};
  let unreadable: JsonObject | undefined;
  try {
    all = await readArguments(request);
  } catch (error) {
    unreadable = refusalOf(error);
  }
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const token = bearer ?? (typeof all['token'] === 'string' ? all['token'] : undefined);
  return { name, all, token, unreadable };
}

/** Answers a call to a workspace, and keeps the record. */
export function answerApi(engine: Engine, request: ApiRequest, spoken?: Methods): Promise<Reply> {
  const { name, all, token, unreadable } = request;
  const entry = engine.traffic.begin({ direction: 'to-slack', name, transport: 'web-api', sent: readable(all) });
  return reply(replyParts(engine), name, entry, () => ({
    kind: 'json',
    status: 200,
    body: unreadable ?? answerCall(engine, name, token, all, spoken),
    headers: scopeHeaders(engine, name),
  }));
}

/** Answers a post to a response_url of a workspace, and keeps the record. */
export async function answerHook(engine: Engine, request: Request): Promise<Reply> {
  const { pathname } = new URL(request.url);
  const sent = objectOf(parseJson(await request.text())) ?? {};
  const entry = engine.traffic.begin({ direction: 'to-slack', name: 'response_url', transport: 'web-api', sent });
  return reply(replyParts(engine), 'response_url', entry, () => answerResponseUrl(engine, pathname, sent));
}

/** Takes the bytes of an announced file, and keeps the record. */
export async function answerUpload(engine: Engine, fileId: string, request: Request): Promise<Reply> {
  const file = engine.workspace.files.get(fileId);
  if (!file || file.completed) return { kind: 'text', status: 404, body: 'file not found' };
  const bytes = await uploadedBytes(request);
  const sent = { file: file.id, bytes: bytes.byteLength };
  const entry = engine.traffic.begin({ direction: 'to-slack', name: 'upload', transport: 'web-api', sent });
  return reply(replyParts(engine), 'upload', entry, () => {
    file.bytes = bytes;
    file.uploaded = true;
    return { kind: 'text', status: 200, body: `OK - ${bytes.byteLength}` };
  });
}

/** Serves the Web API, the response_urls and the upload addresses of one workspace. */
export function addSlackRoutes(server: Hono<ServerEnvironment>, engine: Engine): void {
  server.on(['GET', 'POST'], '/api/:method', async (context) =>
    send(context, await answerApi(engine, await readApiRequest(context.req.raw, context.req.param('method')))),
  );
  server.post('/hooks/:team/:secret', async (context) => send(context, await answerHook(engine, context.req.raw)));
  server.on(['POST', 'PUT'], '/upload/:file', async (context) =>
    send(context, await answerUpload(engine, context.req.param('file'), context.req.raw)),
  );
}

function replyParts({ faults, stopped, workspace }: Engine): ReplyParts {
  return { faults, stopped, scopes: workspace.app.scopes };
}

/** Sends a reply, or cuts the connection. */
export function send(context: Context<ServerEnvironment>, given: Reply): Response {
  if (given.kind === 'none') {
    context.env.incoming.socket.destroy();
    return new Response(null, { status: 500 });
  }
  if (given.kind === 'html') {
    const body = `<!DOCTYPE html><html><body><h1>Server Error</h1><p>${given.status}</p></body></html>`;
    return new Response(body, { status: given.status, headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
  if (given.kind === 'text') return context.text(given.body, given.status);
  return new Response(JSON.stringify(given.body), {
    status: given.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...given.headers },
  });
}

/** Arguments as the record keeps them: what a form carries as JSON in a field is taken apart. */
export function readable(all: JsonObject): JsonObject {
  const structured = ['attachments', 'blocks', 'files', 'metadata', 'view'];
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name,
      structured.includes(name) && typeof value === 'string' ? (parseJson(value) ?? value) : value,
    ]),
  );
}

async function uploadedBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    for (const value of (await request.formData()).values()) {
      if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
    }
    return new Uint8Array();
  }
  return new Uint8Array(await request.arrayBuffer());
}
