import { leaveOnLastDay } from '../acts/leave-on-last-day.ts';
import type { Context } from '../context.ts';
import type { Round } from './round.ts';

/** People whose last day is over leave, without another roster. */
export async function followLastDays(context: Context, round: Round): Promise<void> {
  const concerned = await leaveOnLastDay(context, context.store, round.now);
  for (const id of concerned) round.staleHomes.add(id);
}
