/** Where Slack sends what people do, with several instances behind: each request goes to one that lives, by turns. */
import { createServer, request } from 'node:http';
import { once } from 'node:events';

export interface Front {
  readonly port: number;
  close(): Promise<void>;
}

/** @param ports of those that can be reached now */
export async function openFront(ports: () => readonly number[]): Promise<Front> {
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    const living = ports();
    const port = living[count % living.length];
    count += 1;
    if (port === undefined) return void outgoing.writeHead(502).end();
    const { headers, method, url: path } = incoming;
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: address.port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
