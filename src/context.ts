import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Behaviour } from './behaviours/behaviour.ts';
import type { Store } from './store/db.ts';

/** Ids of those about whom something was done; `everybody` for what holds for the whole workspace. */
export type Concerned = Iterable<number> | 'everybody';

/** What listeners and jobs are given. Made in `firstline.ts`; nothing in it reads the clock, chance or the environment by itself. */
export interface Context {
  readonly store: Store;
  /** Slack's id of the organisation that the workspace is part of, if it is (Enterprise Grid). */
  readonly enterpriseId?: string | undefined;
  /** What good leaders do: the list in `behaviours/index.ts`. */
  readonly behaviours: readonly Behaviour[];
  /** For answers to people: forms, Home, lookups. Bolt's own client. */
  readonly slack: WebClient;
  /** For messages from the outbox: posts once, never retries, never waits out a rate limit. */
  readonly sender: WebClient;
  clock(): Date;
  /** Lets so many milliseconds of that clock pass, for what Slack takes at a pace; nobody has to wait for it at the end. */
  pause(milliseconds: number): Promise<void>;
  /** A fresh id that says nothing: for deliveries. */
  newId(): string;
  readonly log: Logger;
  /**
   * Something was put into the outbox or changed: deliver soon, without waiting for the next tick.
   * @param concerned what was sent to them and to who leads them is checked, and of nobody else
   */
  deliverSoon(concerned: Concerned): void;
}
