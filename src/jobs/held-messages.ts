/** On a database that is older than what was sent from it, only what people do now is answered. The rest waits to be released. */
import type { MessageKey } from '../leading/messages.ts';
import type { Store } from '../store/db.ts';
import { findHeldBack, heldProblem } from '../store/held-back.ts';
import { park, wasNotPosted } from '../store/outbox.ts';
import type { Claimed } from '../store/outbox-claim.ts';
import type { DeliveryOutcome } from './deliver.ts';

export interface HeldMessages {
  /** Before the first message: is anything held back? */
  lookFirst(): Promise<void>;
  /** Was it released meanwhile? Asks nothing where nothing is held back. */
  look(): Promise<void>;
  /** Is this one held back? */
  keeps(delivery: Claimed): boolean;
  park(store: Store, delivery: Claimed): Promise<DeliveryOutcome>;
}

/** What somebody’s own tap says to another, now. All that waited when the database was put back is parked by then. */
const answers: readonly string[] = ['ask-card', 'ask-news', 'ask-undone'] satisfies MessageKey[];

export function createHeldMessages({ database }: Store): HeldMessages {
  let isHeld = false;
  const lookFirst = async (): Promise<void> => {
    isHeld = (await findHeldBack(database)) !== undefined;
  };
  return {
    lookFirst,
    async look() {
      if (isHeld) await lookFirst();
    },
    // Looked up by its own id and not found: that one is proven.
    keeps: ({ kind, problem }) => isHeld && !answers.includes(kind) && problem !== wasNotPosted,
    async park(store, { id }) {
      await park(store, id, heldProblem);
      return { result: 'parked', endsPass: false };
    },
  };
}
