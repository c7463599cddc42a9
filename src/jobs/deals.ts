/** Keeps the deals as the CRM has them: fetched on a schedule, imported beside everything else that the bot does. */
import { z } from 'zod';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { importDeals } from '../importing/deals/deals.ts';
import type { Progress } from '../importing/report.ts';
import type { Store } from '../store/db.ts';
import { countMissing } from '../store/deal-batches.ts';
import { readMark, writeMark } from '../store/marks.ts';
import { fetchDeals, FetchProblem, seenSchema, usualLimits } from './deals-source.ts';
import type { Limits } from './deals-source.ts';
import { isTimeAgain } from './now-and-then.ts';

/** What became of the last poll: counts and kinds only. */
const resultSchema = z.object({
  state: z.enum(['imported', 'unchanged', 'failed']),
  at: z.string(),
  /** Why it failed. */
  problem: z.string().optional(),
  /** Of the last file that was imported. */
  rows: z.number().optional(),
  added: z.number().optional(),
  changed: z.number().optional(),
  refused: z.number().optional(),
  /** Open deals that were not in it. */
  missing: z.number().optional(),
});
export type DealsResult = z.infer<typeof resultSchema>;

export interface DealsHealth {
  /** What became of the last poll; undefined before the first one. */
  readonly last?: DealsResult;
  /** How far an import has come that runs now. */
  readonly running?: Progress;
}

/** What became of the last poll of a workspace; undefined before the first one. */
export async function lastDealsResult(store: Store): Promise<DealsResult | undefined> {
  const mark = await readMark(store, marks.result);
  return mark === undefined ? undefined : resultSchema.parse(JSON.parse(mark));
}

type FeedContext = Pick<Context, 'store' | 'clock' | 'log'>;

export interface DealsFeed {
  /** Begins a poll beside whatever else runs, if the last one is 15 minutes of the bot's clock ago. */
  look(): void;
  /** Fetches and imports now, whatever the time; never throws. */
  poll(): Promise<void>;
  health(): Promise<DealsHealth>;
  /** Starts nothing more; resolves when what runs is done. */
  stop(): Promise<void>;
}

const betweenPollsMilliseconds = 15 * 60_000;
const marks = { poll: 'deals-poll', seen: 'deals-seen', result: 'deals-result' } as const;

/**
 * @param source a path, or a https address; it is neither logged nor stored
 * @param isHolder asked right before what was fetched is imported: another instance may have imported something newer meanwhile
 */
export function createDealsFeed(
  context: FeedContext,
  source: string,
  limits: Limits = usualLimits,
  isHolder: () => boolean = () => true,
): DealsFeed {
  const { store, log } = context;
  const life: { progress?: Progress | undefined } = {};
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let looking: Promise<void> | undefined;

  function poll(): Promise<void> {
    if (stopping.signal.aborted) return Promise.resolve();
    running ??= attempt().finally(() => {
      running = undefined;
      life.progress = undefined;
    });
    return running;
  }

  async function attempt(): Promise<void> {
    const before = await lastResult();
    const at = context.clock().toISOString();
    try {
      const result = await bringIn(before);
      if (result === undefined) return;
      await remember({ ...counts(before), ...result, at });
    } catch (error) {
      if (stopping.signal.aborted) return;
      const problem = kindOf(error);
      // Told once: a source that stays away says nothing new every 15 minutes.
      if (before?.problem !== problem) log.error({ err: error, job: 'deals', problem }, 'The deals can’t be fetched');
      await remember({ ...counts(before), state: 'failed', at, problem });
    }
  }

  /** @returns undefined where it is another's to do by now */
  async function bringIn(before: DealsResult | undefined): Promise<Omit<DealsResult, 'at'> | undefined> {
    // Rows that were refused may be right by now, e.g. because their owner is on the roster: such a file is read again.
    const hadRefusals = (before?.refused ?? 0) > 0;
    const fetched = await fetchDeals(source, hadRefusals ? undefined : await seenBefore(), limits, stopping.signal);
    if (fetched === undefined) return { state: 'unchanged' };
    try {
      if (!isHolder()) return undefined;
      life.progress = { bytes: 0, rows: 0 };
      const onProgress = (progress: Progress) => void (life.progress = progress);
      const report = await importDeals(
        store,
        fetched.path,
        { isComplete: true, isFeed: true, onProgress },
        context.clock(),
      );
      await writeMark(store, marks.seen, JSON.stringify(fetched.seen));
      const { rows, added, changed, refused } = report;
      log.info({ job: 'deals', rows, added, changed, refused: refused.length }, 'Deals were imported');
      return { state: 'imported', rows, added, changed, refused: refused.length, missing: await countMissing(store) };
    } finally {
      await fetched.release();
    }
  }

  async function seenBefore() {
    const mark = await readMark(store, marks.seen);
    return mark === undefined ? undefined : seenSchema.parse(JSON.parse(mark));
  }

  const lastResult = () => lastDealsResult(store);

  async function remember(result: DealsResult): Promise<void> {
    await writeMark(store, marks.result, JSON.stringify(result));
  }

  async function lookNow(): Promise<void> {
    try {
      if (stopping.signal.aborted || !(await isTimeAgain(store, marks.poll, betweenPollsMilliseconds, context.clock())))
        return;
      await poll();
    } catch (error) {
      log.error({ err: error, job: 'deals' }, 'A job failed');
    }
  }

  return {
    poll,
    look() {
      looking ??= lookNow().finally(() => {
        looking = undefined;
      });
    },
    async health() {
      const last = await lastResult();
      return {
        ...(last !== undefined && { last }),
        ...(life.progress !== undefined && { running: life.progress }),
      };
    },
    async stop() {
      stopping.abort();
      await looking;
      await running;
    },
  };
}

/** The counts of the last import stay, whatever became of the poll after it. */
function counts(result: DealsResult | undefined): Omit<DealsResult, 'state' | 'at' | 'problem'> {
  if (result === undefined) return {};
  const { state: _state, at: _at, problem: _problem, ...rest } = result;
  return rest;
}

/** A sentence about a file may quote it: only its kind is told. */
function kindOf(error: unknown): string {
  if (error instanceof FetchProblem) return error.kind;
  return error instanceof UserError ? 'no CSV of deals' : 'failed';
}
