import { createServer } from 'node:http';

/** Below those that a system gives to outgoing connections (Linux: from 32,768 on), which could take one before it is listened on. */
const ports = { from: 20_000, count: 12_000 };
const tried = { next: (process.pid * 61) % ports.count };

/** A port of this machine that nobody uses at the moment, and no outgoing connection will. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.from + tried.next;
    tried.next = (tried.next + 1) % ports.count;
    if (await canBeListenedOn(port)) return port;
  }
}

function canBeListenedOn(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
