import type { Opening, SandboxClock, SeedGroup } from './contract.ts';
import type { Changes } from './changes.ts';
import type { Deliver } from './delivery/deliver.ts';
import type { EventSender } from './delivery/events.ts';
import type { SocketConnections } from './delivery/socket.ts';
import type { Faults } from './faults.ts';
import type { Installing } from './interactions/installation.ts';
import type { ResponseUrls } from './interactions/response-urls.ts';
import type { Triggers } from './interactions/triggers.ts';
import type { RealTime } from './real-time.ts';
import type { Traffic } from './traffic.ts';
import type { Tokens } from './web-api/tokens.ts';
import type { Identifiers } from './workspace/identifiers.ts';
import type { Manifest } from './workspace/manifest.ts';
import type { Workspace } from './workspace/model.ts';

/** The parts of a running sandbox, as its rooms are handed them. */
export interface Engine {
  readonly clock: SandboxClock;
  readonly realTime: RealTime;
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly identifiers: Identifiers;
  readonly changes: Changes;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly socket: SocketConnections;
  readonly deliver: Deliver;
  readonly events: EventSender;
  readonly installing: Installing;
  /** A connection is open, or a request URL is set. */
  readonly isReachable: () => boolean;
  /** Where the sandbox listens: http://127.0.0.1:port */
  readonly url: string;
  /** For the page: people by what they are, and how it begins. */
  readonly groups: readonly SeedGroup[];
  readonly opening: Opening | undefined;
  /** By the clock that can be moved. */
  readonly startedAt: Date;
  /** Resolves when the sandbox stops. */
  readonly stopped: Promise<void>;
}
