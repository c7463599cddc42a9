/** In a process of its own: what one look at Home, one tap and one idle minute take in a company. */
import { logInteraction } from '../../src/acts/log-interaction.ts';
import type { Context } from '../../src/context.ts';
import { publishHome } from '../../src/slack/opening/home.ts';
import { findPerson } from '../../src/store/people.ts';
import { tell } from '../child.ts';
import { managerId, now, repId, repsPerManager, shapeOf, today } from '../company/shape.ts';
import { openContext } from '../in-process.ts';
import { comeToRest, idleMinute, settled } from '../jobs.ts';
import { middle } from '../measure.ts';
import { startStandIn } from '../slack/stand-in.ts';
import { localDate } from '../../src/time/zoned.ts';

/** Milliseconds, the middle of several. */
export interface Acts {
  readonly home: number;
  readonly settled: number;
  readonly idle: number;
}

const [path = '', reps = '100'] = process.argv.slice(2);
const runs = 9;
/** Where each takes seconds, fewer must do. */
const enoughMilliseconds = 12_000;

const shape = shapeOf(Number(reps));
const standIn = await startStandIn(0);
const opened = await openContext(path, standIn.apiUrl, () => now);
const { context } = opened;
await comeToRest(context);
const acts: Acts = {
  home: await timed((run) => publishHome(context, { id: managerId(shape, run) })),
  settled: await timed((run) => tap(context, run)),
  idle: await timed(() => idleMinute(context)),
};
await opened.close();
await standIn.stop();
tell(acts);

/** Something is logged by a manager whose week is open, and what was sent is checked: each time another's, as it is answered then. */
async function tap(on: Context, run: number): Promise<void> {
  const acting = await findPerson(on.store, managerId(shape, run));
  if (acting === undefined) throw new Error('There is no manager');
  const entry = {
    behaviour: 'check-in',
    repId: repId(shape, run * repsPerManager),
    happenedOn: localDate(today),
    minutes: null,
    dealId: null,
    details: {},
    texts: {},
    shared: false,
  };
  const { concerned } = await logInteraction(on, acting, { entry, once: `bench:${run}` });
  await settled(on, concerned);
}

async function timed(work: (run: number) => Promise<unknown>): Promise<number> {
  // The first one compiles, and settles what the made-up plan got wrong.
  await work(0);
  const times: number[] = [];
  const begun = performance.now();
  for (let run = 1; run <= runs && performance.now() - begun < enoughMilliseconds; run += 1) {
    const from = performance.now();
    await work(run);
    times.push(performance.now() - from);
  }
  return middle(times);
}
