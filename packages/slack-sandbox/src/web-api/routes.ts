import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { answerResponseUrl } from '../interactions/answer-response-url.ts';
import { objectOf, parseJson } from '../json.ts';
import { answerCall, refusalOf, scopeHeaders } from './answer.ts';
import { readArguments } from './arguments.ts';
import { reply } from './reply.ts';
import type { Reply } from './reply.ts';

/** The server's requests, with Node's own behind them. */
export interface ServerEnvironment {
  Bindings: HttpBindings;
}

/** Serves the Web API, the response_urls and the upload addresses. */
export function addSlackRoutes(server: Hono<ServerEnvironment>, engine: Engine): void {
  server.on(['GET', 'POST'], '/api/:method', async (context) => {
    const name = context.req.param('method');
    let all: JsonObject = {};
    let unreadable: JsonObject | undefined;
    try {
      all = await readArguments(context.req.raw);
    } catch (error) {
      unreadable = refusalOf(error);
    }
    const bearer = /^Bearer\s+(.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const token = bearer ?? (typeof all['token'] === 'string' ? all['token'] : undefined);
    const entry = engine.traffic.begin({ direction: 'to-slack', name, transport: 'web-api', sent: readable(all) });
    const given = await reply(engine, name, entry, () => ({
      kind: 'json',
      status: 200,
      body: unreadable ?? answerCall(engine, name, token, all),
      headers: scopeHeaders(engine, name),
    }));
    return send(context, given);
  });

  server.post('/hooks/:team/:secret', async (context) => {
    const { pathname } = new URL(context.req.url);
    const sent = objectOf(parseJson(await context.req.text())) ?? {};
    const entry = engine.traffic.begin({ direction: 'to-slack', name: 'response_url', transport: 'web-api', sent });
    return send(context, await reply(engine, 'response_url', entry, () => answerResponseUrl(engine, pathname, sent)));
  });

  server.on(['POST', 'PUT'], '/upload/:file', async (context) => {
    const file = engine.workspace.files.get(context.req.param('file'));
    if (!file || file.completed) return context.text('file not found', 404);
    const bytes = await uploadedBytes(context.req.raw);
    const sent = { file: file.id, bytes: bytes.byteLength };
    const entry = engine.traffic.begin({ direction: 'to-slack', name: 'upload', transport: 'web-api', sent });
    const given = await reply(engine, 'upload', entry, () => {
      file.bytes = bytes;
      file.uploaded = true;
      return { kind: 'json', status: 200, body: `OK - ${bytes.byteLength}` };
    });
    return given.kind === 'json' && typeof given.body === 'string' ? context.text(given.body) : send(context, given);
  });
}

function send(context: Context<ServerEnvironment>, given: Reply): Response {
  if (given.kind === 'none') {
    context.env.incoming.socket.destroy();
    return new Response(null, { status: 500 });
  }
  if (given.kind === 'html') {
    const body = `<!DOCTYPE html><html><body><h1>Server Error</h1><p>${given.status}</p></body></html>`;
    return new Response(body, { status: given.status, headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
  return new Response(JSON.stringify(given.body), {
    status: given.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...given.headers },
  });
}

/** Arguments as the record keeps them: what a form carries as JSON in a field is taken apart. */
function readable(all: JsonObject): JsonObject {
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
