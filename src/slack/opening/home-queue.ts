/**
 * Homes that are old, one after the other, no faster than Slack takes them. One that Slack refuses for now comes again when Slack takes it,
 * drawn from what the database says then.
 */
import type { PersonId } from '../../behaviours/ids.ts';
import { evenPace } from '../kit/even-pace.ts';
import { rateLimitOf } from '../wire/rate-limit.ts';

export interface HomeQueue {
  /**
   * These are old; whoever waits already keeps their place.
   * @returns resolves when they are published, or wait for their turn: nobody waits for Slack's pace
   */
  want(ids: Iterable<PersonId>): Promise<void>;
  /** One goes to Slack, in its turn or because its reader waits for it. */
  used(): void;
  /**
   * What became of one that its reader waits for: refused for now, it is the first to come again.
   * @returns false where the error says something else
   */
  comesAgain(id: PersonId, error: unknown): boolean;
  /** Publishes nothing more; resolves when what was begun is done. */
  stop(): Promise<void>;
}

export interface HomeQueueOptions {
  readonly clock: () => Date;
  /** Lets so many milliseconds pass. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly publish: (id: PersonId) => Promise<void>;
  /** Hears of one that couldn't be published for another reason than Slack's pace; it doesn't come again. */
  readonly failed: (id: PersonId, error: unknown) => void;
}

/** views.publish is of tier 4: more than 100 a minute (Slack, Web API, rate limits). */
const slackTakes = { perMinute: 100, atOnce: 20 };
/** Where Slack doesn't say how long to wait. */
const secondsWhereUnsaid = 30;
/** Whoever doesn't fit has their Home published when they open it. */
const mostWaiting = 20_000;

export function createHomeQueue({ clock, pause, publish, failed }: HomeQueueOptions): HomeQueue {
  const pace = evenPace(slackTakes);
  const life = { stopping: false, resting: 0 };
  let waiting = new Set<PersonId>();
  let draining: Promise<void> | undefined;

  /** Nobody waits for it. */
  function rest(milliseconds: number): void {
    life.resting += 1;
    void pause(milliseconds).then(() => {
      life.resting -= 1;
      return drain();
    });
  }

  function drain(): Promise<void> {
    return (draining ??= publishThose().finally(() => {
      draining = undefined;
    }));
  }

  async function publishThose(): Promise<void> {
    while (!life.stopping && life.resting === 0) {
      const [id] = waiting;
      if (id === undefined) return;
      const wait = pace.wait(clock());
      if (wait > 0) return rest(wait);
      waiting.delete(id);
      await publishNext(id);
    }
  }

  async function publishNext(id: PersonId): Promise<void> {
    try {
      await publish(id);
    } catch (error) {
      if (!comesAgain(id, error)) failed(id, error);
    }
  }

  function comesAgain(id: PersonId, error: unknown): boolean {
    const limit = rateLimitOf(error);
    if (limit === undefined) return false;
    waiting = new Set([id, ...waiting]);
    rest((limit.seconds ?? secondsWhereUnsaid) * 1000);
    return true;
  }

  return {
    want(ids) {
      for (const id of ids) if (waiting.size < mostWaiting) waiting.add(id);
      return drain();
    },
    used: () => pace.use(clock()),
    comesAgain,
    async stop() {
      life.stopping = true;
      waiting.clear();
      await draining;
    },
  };
}
