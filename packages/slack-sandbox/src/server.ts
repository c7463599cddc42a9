import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { isLoopbackHost } from './browser/guard.ts';
import type { PageFiles } from './browser/page-files.ts';
import { addBrowserRoutes } from './browser/routes.ts';
import type { Engine } from './engine.ts';
import { addSlackRoutes } from './web-api/routes.ts';
import type { ServerEnvironment } from './web-api/routes.ts';

/** The sandbox's one port. */
export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/** Listens on loopback for the bot, the page and Socket Mode. Rejects with a sentence if the port is taken. */
export function listen(engine: Engine, files: PageFiles, port: number): Promise<RunningServer> {
  const routes = loopbackRoutes();
  addSlackRoutes(routes, engine);
  addBrowserRoutes(routes, engine, files);
  return serve(routes, port, (server) => {
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
      if (!isLoopbackHost(request.headers.host) || !engine.socket.redeem(request.url ?? '')) {
        connection.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, connection, head, (socket) => engine.socket.accept(socket));
    });
  });
}

/** Routes that are refused to whoever names another host than this machine. */
export function loopbackRoutes(): Hono<ServerEnvironment> {
  const routes = new Hono<ServerEnvironment>();
  routes.use(async (context, next) => {
    if (isLoopbackHost(context.req.header('host'))) return next();
    return context.text('Only for this machine.', 403);
  });
  return routes;
}

/** Serves the routes on loopback. Rejects with a sentence if the port is taken. */
export async function serve(
  routes: Hono<ServerEnvironment>,
  port: number,
  prepare: (server: ServerType) => void = () => {},
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: routes.fetch });
  prepare(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken by another program: stop that one, or choose another port.`);
  }
  if (error.code === 'EACCES') return new Error(`Port ${port} needs rights that this program does not have.`);
  return error;
}
