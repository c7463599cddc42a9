import type { Context } from '../context.ts';
import { settingsOf } from '../leading/policy.ts';
import type { Ask } from '../store/asks.ts';
import type { Store } from '../store/db.ts';
import { quietDeal } from '../store/deals.ts';
import type { Person } from '../store/people.ts';
import { addDays } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { dayOf } from './own.ts';
import type { AskStepTaken } from './step-ask.ts';

/** Where the catalogue of behaviours doesn't say. */
const usualIdleDays = 14;

/** The day before which a deal that the manager looked at comes up no more: one rhythm from today. */
export async function oneRhythmFrom(
  { behaviours }: Pick<Context, 'behaviours'>,
  store: Store,
  acting: Person,
  now: Date,
): Promise<LocalDate> {
  const { today, policy } = await dayOf(store, acting, now);
  const behaviour = behaviours.find(({ id }) => id === 'blocked-deal');
  const days = behaviour === undefined ? undefined : settingsOf(behaviour, policy)['idleDays'];
  return addDays(today, days ?? usualIdleDays);
}

/**
 * A rep's blocked deal was answered with "not blocked": the data, too, is quiet about it for a rhythm. The rep disagrees: it may
 * come up again.
 */
export async function quietBlockedDeal(
  context: Pick<Context, 'behaviours'>,
  store: Store,
  acting: Person,
  ask: Pick<Ask, 'kind' | 'dealId'>,
  given: { readonly step: AskStepTaken; readonly now: Date },
): Promise<void> {
  if (ask.kind !== 'blocked-deal' || ask.dealId === null) return;
  if (given.step === 'declined')
    await quietDeal(store, ask.dealId, await oneRhythmFrom(context, store, acting, given.now));
  if (given.step === 'reopened') await quietDeal(store, ask.dealId, (await dayOf(store, acting, given.now)).today);
}
