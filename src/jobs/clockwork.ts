/**
 * When jobs run. What is due comes from stored facts, never from the tick: a tick that is missed loses nothing, one too many adds
 * nothing.
 */
import { schedule } from 'node-cron';
import type { Clock } from '../clock.ts';
import type { Concerned, Context } from '../context.ts';
import { dueJobNames } from '../leading/due-times.ts';
import type { DueJobName } from '../leading/due-times.ts';
import type { Metrics } from '../metrics.ts';
import { isAnythingDue, lookAgainAtEverybody } from '../store/due.ts';
import { refreshHomes, stopHomes } from '../slack/opening/home.ts';
import { followAsks } from './asks.ts';
import type { Courier } from './courier.ts';
import { sendDigests } from './digest.ts';
import { sweepDueTimes } from './due.ts';
import { followLines } from './follow-lines.ts';
import { createPeopleFollower } from './follow-people.ts';
import { followUpBookings } from './follow-up.ts';
import { followLastDays } from './last-days.ts';
import { forgetDaily } from './forgetting.ts';
import { greetLeaders } from './greet.ts';
import { contextOfJobs } from './held-messages.ts';
import { alone } from './holding.ts';
import type { Holding } from './holding.ts';
import { lookAtLeaders } from './leaders.ts';
import { createLinker } from './link.ts';
import { mostAtOnce } from './one-by-one.ts';
import { planWeeks } from './plan.ts';
import { followPulses } from './pulse.ts';
import { sendRecaps, sendRepRecaps } from './recap.ts';
import { eraseOldTexts } from './retention.ts';
import { createRest } from './rest.ts';
import { beginRound } from './round.ts';
import { followWinsChannel } from './wins-channel.ts';
import type { Round } from './round.ts';
import { keepUsualStays } from '../store/usual-stays.ts';
import { settleAfterActs } from './settle.ts';

/** A look at Slack that failed isn't put off until everything comes round again. */
function isDue(what: Wanted, job: { isOwed(): boolean }): boolean {
  return what === 'everything' || (what === 'due' && job.isOwed());
}

export interface Clockwork {
  /** Everything that is due now, and then the deliveries; resolves when it is done. */
  tick(): Promise<void>;
  /** Something changed about these people: what was sent to them and to who leads them is checked, and what waits is delivered. */
  soon(concerned: Concerned): void;
  /** Runs at once, and from then on by itself. */
  start(): void;
  /** Starts nothing more; resolves when what runs is done. */
  stop(): Promise<void>;
}

/** The bot's clock may stand between two minutes of the machine's, so a whole minute could pass before a due time is seen. */
const pattern = '*/15 * * * * *';
const toleranceMilliseconds = 10_000;
const everythingEveryMinutes = 10;
const millisecondsPerMinute = 60_000;
const betweenLooksMilliseconds = 1_000;

/** `due`: what may have come due; `everything`: that, what is urgent, and a look at all that was sent. */
type Wanted = 'nothing' | 'due' | 'everything';

type Job = (context: Context, round: Round) => Promise<unknown>;

const pulses = { name: 'pulse', run: followPulses };
/** Exhaustive: what is done where somebody's time has come. */
const dueRuns: Readonly<Record<DueJobName, { readonly name: string; readonly run: Job }>> = {
  greet: { name: 'greet', run: greetLeaders },
  plan: { name: 'plan', run: planWeeks },
  'follow-up': { name: 'follow-up', run: followUpBookings },
  digest: { name: 'digest', run: sendDigests },
  recap: { name: 'recap', run: sendRecaps },
  'rep-recap': { name: 'rep-recap', run: sendRepRecaps },
  'pulse-close': pulses,
  pulse: pulses,
};

/** What goes before the jobs, and who beside the clock keeps them busy. */
export interface Company {
  /** Called on every tick, for what takes its own time: it begins something and doesn't wait. */
  readonly beside?: () => void;
  /** In a workspace of made-up people: they do what they would have done by now. @returns ids of those who did something */
  readonly live?: (() => Promise<readonly number[]>) | undefined;
  /** Only the holder of the workspace does anything. */
  readonly holding?: Holding | undefined;
  /** Tells the holder, where another instance is it. */
  readonly tellHolder?: ((concerned: Concerned) => Promise<void>) | undefined;
}

export function createClockwork(
  context: Context,
  courier: Courier,
  clock: Clock,
  metrics: Metrics,
  { beside = () => undefined, live, holding = alone, tellHolder = async () => undefined }: Company = {},
): Clockwork {
  const life: { stopping: boolean; wanted: Wanted } = { stopping: false, wanted: 'nothing' };
  /** Those concerned by what was done since the last look at what was sent: several quick acts are one look. */
  const concerned = new Set<number>();
  const ofJobs = contextOfJobs(context);
  const linker = createLinker(ofJobs);
  const follower = createPeopleFollower(ofJobs);
  const last = { due: -Infinity, everything: -Infinity, round: -Infinity };
  let running: Promise<void> | undefined;
  let settling: Promise<void> | undefined;
  const betweenLooks = createRest(betweenLooksMilliseconds);
  let stopTicks: (() => unknown) | undefined;
  const forgetMoves = clock.onMove(() => void wantEverything());

  const isIdle = () => life.stopping || !holding.isHolder();

  function want(what: Exclude<Wanted, 'nothing'>): Promise<void> {
    if (isIdle()) return Promise.resolve();
    life.wanted = life.wanted === 'nothing' || life.wanted === what ? what : 'everything';
    running ??= runWanted().finally(() => {
      running = undefined;
    });
    return running;
  }

  /** One run after the other, never two at a time; what is wanted meanwhile comes next. */
  async function runWanted(): Promise<void> {
    while (life.wanted !== 'nothing' && !isIdle()) {
      let what = life.wanted;
      life.wanted = 'nothing';
      const lived: number[] = [];
      if (live !== undefined) await attempt('live', async () => void lived.push(...(await live())));
      // What they did may have made untrue what was sent.
      if (lived.length > 0) what = 'everything';
      if (isDue(what, linker)) await attempt('link', () => linker.run());
      if (isDue(what, follower)) await attempt('follow-people', () => follower.run());
      await attempt('round', async () => {
        const round = beginRound(context);
        await lookAgainAfterSetBack(round.now);
        for (const person of lived) round.staleHomes.add(person);
        await runJobs(what, round);
        void deliver();
        await attempt('homes', () => showHomes(round));
      });
    }
  }

  /** At once where nothing was done lately; acts that come quickly one after the other are one look a second. */
  async function settleSoon(): Promise<void> {
    while (concerned.size > 0 && !isIdle()) {
      const people = [...concerned];
      concerned.clear();
      await attempt('settle', async () => {
        const stale = await settleAfterActs(ofJobs, people, context.clock());
        void deliver();
        await attempt('homes', () => refreshHomes(context, [...stale]));
      });
      await betweenLooks.wait();
    }
  }

  /** Some at a time: after a Monday's plans it is every leader's. */
  async function showHomes({ staleHomes }: Round): Promise<void> {
    const ids = [...staleHomes];
    for (let from = 0; from < ids.length; from += mostAtOnce)
      await refreshHomes(context, ids.slice(from, from + mostAtOnce));
  }

  /** Due times are the first from when they were worked out: what lies before then is looked at again by a clock that was set back. */
  async function lookAgainAfterSetBack(now: Date): Promise<void> {
    if (now.getTime() < last.round - millisecondsPerMinute) await lookAgainAtEverybody(context.store);
    last.round = now.getTime();
  }

  async function runJobs(what: Wanted, round: Round): Promise<void> {
    const run = (job: string, work: Job): Promise<void> => attempt(job, () => work(ofJobs, round));
    if (what === 'everything') await run('last-days', followLastDays);
    if (what === 'everything') await run('follow-lines', followLines);
    if (what === 'everything') await run('asks', followAsks);
    if (what === 'everything') await run('wins-channel', () => followWinsChannel(ofJobs, round.now));
    if (what === 'everything') await run('usual-stays', () => keepUsualStays(context.store, round.now));
    if (what === 'everything') await run('retention', () => eraseOldTexts(context, round.now));
    if (what === 'everything' || (await isAnythingDue(context.store, round.now))) await runDueJobs(what, run);
    if (what === 'everything') await run('due-sweep', () => sweepDueTimes(context, round));
    if (what === 'everything') await run('forgetting', () => forgetDaily(context, round.now));
    await run('reconcile', () => courier.reconcile());
  }

  async function runDueJobs(what: Wanted, run: (job: string, work: Job) => Promise<void>): Promise<void> {
    for (const job of new Set(dueJobNames.map((name) => dueRuns[name]))) {
      await run(job.name, job.run);
      if (what === 'everything' && job === dueRuns.greet) await run('leaders', lookAtLeaders);
    }
  }

  /** Nobody but a whole tick waits for it: thousands of messages take minutes at the pace that Slack takes. */
  function deliver(): Promise<void> {
    return attempt('deliver', () => courier.deliver());
  }

  /** A job that fails is told in the log and tried again by the next tick; the others run. */
  async function attempt(job: string, work: () => Promise<unknown>): Promise<void> {
    if (isIdle()) return;
    try {
      await work();
    } catch (error) {
      metrics.failed('job');
      context.log.error({ err: error, job }, 'A job failed');
    }
  }

  /**
   * Cheap on most ticks: the outbox is looked at on each, who is due once a minute of the bot's clock, and everything that happened
   * every 10 minutes.
   */
  async function onTick(): Promise<void> {
    if (isIdle()) return;
    beside();
    const minute = Math.floor(context.clock().getTime() / millisecondsPerMinute);
    if (Math.abs(minute - last.everything) >= everythingEveryMinutes) return wantEverything();
    if (minute !== last.due) {
      last.due = minute;
      return want('due');
    }
    await attempt('reconcile', () => courier.reconcile());
    void deliver();
  }

  function wantEverything(): Promise<void> {
    last.due = Math.floor(context.clock().getTime() / millisecondsPerMinute);
    last.everything = last.due;
    return want('everything');
  }

  /** What isn't heard is found by the holder's next tick. */
  async function tell(people: Concerned): Promise<void> {
    try {
      await tellHolder(people);
    } catch (error) {
      context.log.warn({ err: error }, 'The holder could not be told; it looks by itself before long');
    }
  }

  const said = (): void => context.log.warn('The cron library has something to say: a tick came late or was skipped');
  const cronLog = { debug: () => undefined, info: () => undefined, warn: said, error: said };

  return {
    async tick() {
      const unhurried = betweenLooks.hurry();
      await Promise.all([wantEverything(), settling]).finally(unhurried);
      await deliver();
    },
    soon(people) {
      if (!holding.isHolder()) return void tell(people);
      if (people === 'everybody') void want('everything');
      else {
        for (const person of people) concerned.add(person);
        settling ??= settleSoon().finally(() => {
          settling = undefined;
        });
      }
      void deliver();
    },
    start() {
      const task = schedule(pattern, onTick, {
        timezone: 'UTC',
        noOverlap: true,
        missedExecutionTolerance: toleranceMilliseconds,
        suppressMissedWarning: true,
        logger: cronLog,
      });
      stopTicks = () => task.destroy();
      if (!isIdle()) beside();
      void wantEverything();
    },
    async stop() {
      life.stopping = true;
      forgetMoves();
      betweenLooks.hurry();
      await stopTicks?.();
      await courier.stop();
      await Promise.all([running, settling, stopHomes(context)]);
    },
  };
}
