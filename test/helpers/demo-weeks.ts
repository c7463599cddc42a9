/** The made-up company as weeks go by: life and the bot's jobs, a leap of the clock at a time. */
import { pino } from 'pino';
import type { Context } from '../../src/context.ts';
import { createLife } from '../../src/demo/life/life.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { followAsks } from '../../src/jobs/asks.ts';
import { followUpBookings } from '../../src/jobs/follow-up.ts';
import { planWeeks } from '../../src/jobs/plan.ts';
import { followPulses } from '../../src/jobs/pulse.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { lookAtLeaders } from '../../src/jobs/leaders.ts';
import type { Store } from '../../src/store/db.ts';
import { slackClients } from './slack-clients.ts';

export interface DemoWeeks {
  readonly store: Store;
  readonly now: Date;
  /** Moves the clock, lets the company live, and runs the jobs. @returns ids of those who may have done something */
  leapTo(instant: Date): Promise<readonly number[]>;
  /** A leap of so many days after the other, from here. */
  leap(days: number, times: number): Promise<void>;
}

/** @param isPlayed do they act for themselves at that instant? By Slack id */
export async function demoWeeks(
  store: Store,
  start: string,
  isPlayed: (slackUserId: string, at: Date) => boolean = () => false,
): Promise<DemoWeeks> {
  let now = new Date(start);
  let ids = 0;
  const context: Context = {
    store,
    behaviours,
    ...slackClients(),
    clock: () => now,
    pause: async () => undefined,
    newId: () => `delivery-${(ids += 1)}`,
    log: pino({ level: 'silent' }),
    deliverSoon: () => undefined,
  };
  const life = createLife(context, isPlayed);

  async function runJobs(): Promise<void> {
    const round = beginRound(context);
    for (const job of [followAsks, lookAtLeaders, planWeeks, followUpBookings, followPulses]) await job(context, round);
  }
  async function leapTo(instant: Date): Promise<readonly number[]> {
    now = instant;
    const lived = await life.catchUp();
    await runJobs();
    return lived;
  }
  await runJobs();
  return {
    store,
    get now() {
      return now;
    },
    leapTo,
    async leap(days, times) {
      for (let left = times; left > 0; left -= 1) await leapTo(new Date(now.getTime() + days * 86_400_000));
    },
  };
}
