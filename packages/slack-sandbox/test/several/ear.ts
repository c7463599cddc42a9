import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { SandboxOfSeveral, SeveralSettings, TrafficEntry } from '../../src/index.ts';
import { startTown } from './support.ts';

/** A town whose app acknowledges whatever it gets, with `status`. */
export async function startTownWithEar(
  settings: Partial<SeveralSettings> = {},
  status: () => number = () => 200,
): Promise<SandboxOfSeveral> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status()).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return startTown({ requestUrl: `http://127.0.0.1:${port}/slack/events`, ...settings });
}

/** What went to the app, by name, with what was sent. */
export function heard({ traffic }: { traffic: readonly TrafficEntry[] }): readonly (readonly [string, unknown])[] {
  return traffic.filter(({ direction }) => direction === 'to-app').map(({ name, sent }) => [name, sent] as const);
}

/** The names alone. */
export function namesHeard(of: { traffic: readonly TrafficEntry[] }): readonly string[] {
  return heard(of).map(([name]) => name);
}

/** The first delivery of that name, with what is used up by answering it. */
export function sentAs(
  of: { traffic: readonly TrafficEntry[] },
  name: string,
): { trigger_id: string; response_url: string } {
  const found = heard(of).find(([each]) => each === name);
  if (!found) throw new Error(`Nothing called ${name} was sent, but: ${namesHeard(of).join(', ')}`);
  return found[1] as { trigger_id: string; response_url: string };
}
