import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Engine } from '../engine.ts';
import type { ServerEnvironment } from '../web-api/routes.ts';
import type { StoredFile } from '../workspace/model.ts';
import { mimetypeOf } from '../web-api/shapes/file.ts';
import { act } from './act.ts';
import { isSameOrigin } from './guard.ts';
import type { PageFiles } from './page-files.ts';
import { readAct } from './read-act.ts';
import { pageState } from './state.ts';

/** Serves the page and what it asks for. */
export function addBrowserRoutes(server: Hono<ServerEnvironment>, engine: Engine, files: PageFiles): void {
  server.get('/sandbox/state', (context) =>
    answer(() => pageState(engine, context.req.query('as'), context.req.query('conversation'))),
  );

  server.post('/sandbox/act', async (context) => {
    if (!isSameOrigin(context.req.raw)) return context.json({ ok: false, error: 'Not from another site.' }, 403);
    return answer(async () => {
      await act(engine, readAct(await context.req.json()));
      return { ok: true };
    });
  });

  server.get('/sandbox/live', (context) =>
    streamSSE(context, async (stream) => {
      const gone = new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        void engine.stopped.then(resolve);
      });
      const tell = (): void =>
        void stream.writeSSE({ data: JSON.stringify({ version: engine.changes.version }) }).catch(() => {});
      const forget = engine.changes.onChange(tell);
      tell();
      await gone;
      forget();
    }),
  );

  server.get('/sandbox/traffic', (context) => {
    const after = Number(context.req.query('after') ?? 0);
    return context.json(engine.traffic.entries.filter((entry) => entry.number > after));
  });

  server.get('/sandbox/files/:id', (context) => {
    const file = engine.workspace.files.get(context.req.param('id'));
    return fileResponse(file, context.req.query('download') !== undefined);
  });

  server.get('/*', (context) => {
    const file = files.get(new URL(context.req.url).pathname);
    if (!file) return context.text('There is nothing here.', 404);
    return new Response(file.body.slice(), { headers: { 'content-type': file.type } });
  });
}

/** The bytes of an uploaded file. */
export function fileResponse(file: StoredFile | undefined, isDownload: boolean): Response {
  if (!file?.uploaded) return new Response('There is no such file.', { status: 404 });
  return new Response(file.bytes, {
    headers: {
      'content-type': mimetypeOf(file),
      'x-content-type-options': 'nosniff',
      // An SVG opened by itself must not run scripts in the page's origin.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ...(isDownload ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` } : {}),
    },
  });
}

async function answer(make: () => unknown): Promise<Response> {
  try {
    return Response.json(await make());
  } catch (error) {
    return Response.json({ ok: false, error: error instanceof Error ? error.message : String(error) }, { status: 400 });
  }
}
