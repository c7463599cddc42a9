import type { Sandbox, SandboxOptions } from './contract.ts';
import { assemble } from './assemble.ts';
import { loadPage } from './browser/page-files.ts';
import { createHttpDelivery } from './delivery/http.ts';
import type { SocketControl } from './delivery/socket.ts';
import { handleOf } from './handle.ts';
import type { WorkspaceHandle } from './handle.ts';
import { installedFromTheStart } from './interactions/installation.ts';
import type { FirstOfRemoval } from './interactions/installation.ts';
import { machineTime } from './real-time.ts';
import type { RealTime } from './real-time.ts';
import { listen } from './server.ts';
import { maskThese } from './traffic.ts';
import { createTokens } from './web-api/tokens.ts';
import { readManifest } from './workspace/manifest.ts';
import { createWorkspace } from './workspace/workspace.ts';

export type { SandboxAdmin } from './person/admin.ts';

/** The contract's options, and the network's time for tests that do not want to wait for it. */
export interface SandboxSettings extends SandboxOptions {
  /** Acknowledgements, triggers and signatures go by it; the machine's own time if left out. */
  realTime?: RealTime;
}

/** The contract's sandbox, and what only tests and scripts do to it. */
export interface RunningSandbox extends Sandbox, WorkspaceHandle {
  /** The connections of Socket Mode: refresh them, drop them, refuse them. */
  readonly socket: SocketControl;
  /** As the contract's; says which event comes first. */
  uninstall(first?: FirstOfRemoval): Promise<void>;
}

/** Starts a workspace. Rejects with a sentence if the port is taken. */
export async function startSandbox(options: SandboxSettings): Promise<RunningSandbox> {
  const { clock, seed, realTime = machineTime, requestUrl, signingSecret } = options;
  const manifest = readManifest(options.manifest);
  const tokens = createTokens(options.botToken, options.appToken);
  const http = requestUrl === undefined ? undefined : createHttpDelivery(requestUrl, signingSecret, realTime);
  let url = '';
  const assembled = assemble({
    clock,
    realTime,
    seed,
    manifest,
    tokens,
    http,
    workspace: createWorkspace(seed, manifest, clock.now()),
    mask: maskThese([options.botToken, options.appToken]),
    opening: options.opening,
    url: () => url,
    installing: (engine) => installedFromTheStart(engine, tokens),
  });
  const { socket } = assembled.engine;
  const files = options.page === false ? new Map() : await loadPage();
  const server = await listen(assembled.engine, files, options.port);
  url = `http://127.0.0.1:${server.port}`;
  return {
    port: server.port,
    url,
    apiUrl: `${url}/api/`,
    socket,
    ...handleOf(assembled, http),
    async stop() {
      assembled.stop();
      await socket.stop();
      await server.close();
    },
  };
}
