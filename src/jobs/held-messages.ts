/** On a database that is older than what was sent from it, only what people do now is answered. The rest waits to be released. */
import type { Context } from '../context.ts';
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
  keeps(delivery: Pick<Claimed, 'deliveryId' | 'kind' | 'problem'>): boolean;
  park(store: Store, delivery: Claimed): Promise<DeliveryOutcome>;
}

/** What one person's tap says to another. All that waited when the database was put back is parked by then. */
const answers: readonly string[] = [
  'ask-card',
  'ask-news',
  'ask-undone',
  'come-along',
  'confidence',
  'cycle',
  'cycle-closed',
  'cycle-comment',
  'data-request',
  'data-request-done',
  'deal-moves',
  'entry-disputed',
  'expectation',
  'lead-question',
  'line-answer',
  'line-question',
  'note-reply',
  'note-shared',
  'praise',
  'praise-kept-private',
  'promise',
  'promise-kept',
  'win',
] satisfies MessageKey[];

const ofJob = 'job-';

/** The context of jobs: what they say can be told from what somebody’s tap says, by the id of the delivery. */
export function contextOfJobs(context: Context): Context {
  return {
    ...context,
    // Slack may tell it later.
    get enterpriseId() {
      return context.enterpriseId;
    },
    newId: () => ofJob + context.newId(),
  };
}

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
    keeps: ({ deliveryId, kind, problem }) =>
      isHeld && problem !== wasNotPosted && (deliveryId.startsWith(ofJob) || !answers.includes(kind)),
    async park(store, { id }) {
      await park(store, id, heldProblem);
      return { result: 'parked', endsPass: false };
    },
  };
}
