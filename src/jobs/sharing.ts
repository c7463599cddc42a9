/** Several instances on one server: which of them acts for the workspace, and what the others tell it. */
import type { Concerned, Context } from '../context.ts';
import type { Bell } from './bell.ts';
import { ring } from '../store/ring.ts';
import type { Call } from '../store/ring.ts';
import { shareHolding } from './holding.ts';
import type { Elapsing, Holding, HoldingEars } from './holding.ts';

export interface Sharing {
  readonly holding: Holding;
  /** Of what was done here, where another instance is the holder. @throws Error where the server can't be reached */
  tellHolder(concerned: Concerned): Promise<void>;
  /** What is sent with the same token by other instances stops, too. Never rejects: Slack tells them itself before long. */
  tellStopped(problem: string): Promise<void>;
  /** Resolves when the first try to be the holder is over. */
  start(ears: SharingEars): Promise<void>;
  /** Lets go of the workspace, so that another takes it at once. */
  stop(): Promise<void>;
}

export interface SharingEars extends HoldingEars {
  /** Another instance has done something about these people. */
  readonly onConcerned: (concerned: Concerned) => void;
  /** Another instance has heard that the token is dead. */
  readonly onStopped: (problem: string) => void;
}

export interface SharingOptions {
  readonly bell: Bell;
  /** New with each start of a process. */
  readonly instanceId: string;
  readonly elapsing: Elapsing;
}

export function shareWorkspace(
  { store, log }: Pick<Context, 'store' | 'log'>,
  { bell, instanceId, elapsing }: SharingOptions,
): Sharing {
  const holding = shareHolding({ store, log }, instanceId, elapsing);
  let hearNoMore: (() => void) | undefined;

  function hear({ workspaceId, concerned, isFree, stoppedBy }: Call, ears: SharingEars): void {
    if (workspaceId !== store.workspaceId) return;
    if (isFree === true) holding.tryNow();
    if (stoppedBy !== undefined) ears.onStopped(stoppedBy);
    if (concerned !== undefined && holding.isHolder()) ears.onConcerned(concerned);
  }

  return {
    holding,
    tellHolder: (concerned) => ring(store, { concerned: typeof concerned === 'string' ? 'everybody' : [...concerned] }),
    tellStopped: (problem) => ring(store, { stoppedBy: problem }).catch(() => undefined),
    async start(ears) {
      hearNoMore = bell.hear({
        onCall: (call) => hear(call, ears),
        // What was called meanwhile is in the outbox, and the holder may have let go.
        onHearing: () => {
          holding.tryNow();
          ears.onConcerned([]);
        },
      });
      await holding.start(ears);
    },
    async stop() {
      await holding.stop();
      await ring(store, { isFree: true }).catch(() => undefined);
      hearNoMore?.();
    },
  };
}
