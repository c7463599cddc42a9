/** What is asked from outside: is it well, may it be given requests, what has it counted? Answered from before the start until after the stop. */
import { inTime } from './in-time.ts';
import type { Health, HealthOfSeveral, HealthRoutes, WorkspaceHealth } from './health.ts';

/** Why nothing should be sent here: the first of these that is true. */
export type NotReady =
  | 'starting'
  | 'stopping'
  /** It fails, or doesn't answer in time. */
  | 'database'
  /** Another version of Firstline has brought the database to another schema. */
  | 'schema'
  /** Not connected by Socket Mode, or not listening. */
  | 'slack';

/** No names, no ids: words of ours only. */
export interface Readiness {
  readonly ready: boolean;
  readonly reason?: NotReady;
  /** With one token. An instance that stands by is ready: it answers requests, another one sends. */
  readonly sending?: WorkspaceHealth['sending']['state'];
}

/** What a bot at work can be asked. */
export interface AtWork {
  health(): Promise<Health | HealthOfSeveral>;
  /** @throws Error where the database fails */
  isSchemaExpected(): Promise<boolean>;
  /** Does what Slack sends arrive? */
  isHeard(): boolean;
  sending?(): WorkspaceHealth['sending']['state'];
}

export interface Probes extends HealthRoutes {
  /** From now on it is ready, as far as its parts are. */
  open(atWork: AtWork): void;
  /** It finishes what it has begun, and is not to be given more. */
  close(): void;
}

const answerWithinMilliseconds = 2_000;

/** @param metrics in Prometheus' words, whatever it does */
export function createProbes(metrics: () => Promise<string>): Probes {
  const life: { atWork: AtWork | undefined; isClosing: boolean } = { atWork: undefined, isClosing: false };

  async function reasonNow(): Promise<NotReady | undefined> {
    if (life.isClosing) return 'stopping';
    if (life.atWork === undefined) return 'starting';
    const isExpected = await inTime(life.atWork.isSchemaExpected(), answerWithinMilliseconds).catch(() => undefined);
    // It may have begun to stop meanwhile, and closed the database.
    if (life.isClosing) return 'stopping';
    if (isExpected === undefined) return 'database';
    if (!isExpected) return 'schema';
    return life.atWork.isHeard() ? undefined : 'slack';
  }

  return {
    async health() {
      return life.atWork === undefined ? { ok: false, state: 'starting' } : life.atWork.health();
    },
    async ready() {
      const reason = await reasonNow();
      const sending = life.atWork?.sending?.();
      return {
        ready: reason === undefined,
        ...(reason !== undefined && { reason }),
        ...(sending !== undefined && { sending }),
      };
    },
    metrics,
    open(atWork) {
      life.atWork = atWork;
    },
    close() {
      life.isClosing = true;
    },
  };
}
