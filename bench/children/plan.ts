/** In a process of its own: every plan of a week is made. */
import { tell } from '../child.ts';
import { nextMonday, shapeOf } from '../company/shape.ts';
import { openContext } from '../in-process.ts';
import { weeksPlan } from '../jobs.ts';
import { watchBlocks } from '../longest-block.ts';

export interface PlanRun {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Milliseconds in which nothing else was answered. */
  readonly longestBlock: number;
}

const [path = '', reps = '100'] = process.argv.slice(2);
const opened = await openContext(path, 'http://127.0.0.1:9/', () => nextMonday);
const { context } = opened;
const blocks = watchBlocks();
const from = performance.now();
await weeksPlan(context);
const seconds = (performance.now() - from) / 1000;
const longestBlock = blocks.stop();
const { count } = await context.store.database
  .selectFrom('outbox')
  .select((select) => select.fn.countAll<number>().as('count'))
  .where('kind', '=', 'plan')
  .where('state', '=', 'pending')
  .executeTakeFirstOrThrow();
if (count < shapeOf(Number(reps)).managers / 2) throw new Error(`Only ${count} plans were made`);
await opened.close();
tell({ seconds, longestBlock, peakMegabytes: process.resourceUsage().maxRSS / 1024 } satisfies PlanRun);
