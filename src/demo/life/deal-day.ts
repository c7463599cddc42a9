/** What a day brings for a deal: activity, another stage, another date, an end. Pure. */
import type { ImportedDeal } from '../../store/deals.ts';
import { daysBetween } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { workdayAfter } from '../days.ts';
import { openStages } from '../market.ts';
import type { Chance } from '../random.ts';

/** Chance of activity by how long there was none, in days: what has gone quiet mostly stays quiet. */
const activity = [
  { from: 0, chance: 0.38 },
  { from: 7, chance: 0.22 },
  { from: 16, chance: 0.11 },
] as const;
/** From here on a quiet deal may be given up, or called off. */
const hopelessDays = 24;
const givenUp = 0.045;

/** Days that a deal takes in a stage, and how likely it is lost there on a day with activity. */
const stays: Readonly<Record<string, { readonly days: number; readonly lost: number }>> = {
  Discovery: { days: 18, lost: 0.03 },
  Evaluation: { days: 24, lost: 0.035 },
  Proposal: { days: 20, lost: 0.04 },
  Negotiation: { days: 16, lost: 0.05 },
};
/** Of those that get through negotiation. */
const signed = 0.75;
const slips = 0.012;
const step = 500;

/** The deal after this working day; the same object where nothing happened. `inStageDays`: calendar days in its stage so far. */
export function afterDay(deal: ImportedDeal, inStageDays: number, today: LocalDate, chance: Chance): ImportedDeal {
  if (deal.status !== 'open') return deal;
  const quietDays = daysBetween(deal.lastActivityOn ?? deal.openedOn ?? today, today);
  const rate = activity.findLast(({ from }) => quietDays >= from)?.chance ?? 0;
  if (chance.next() < rate) return moved({ ...deal, lastActivityOn: today }, inStageDays, today, chance);
  if (quietDays >= hopelessDays && chance.next() < givenUp) return ended(deal, 'lost', today);
  return onTime(deal, today, chance);
}

/** With activity a deal may come into its next stage, or end. */
function moved(deal: ImportedDeal, inStageDays: number, today: LocalDate, chance: Chance): ImportedDeal {
  const stay = stays[deal.stage] ?? { days: 20, lost: 0.04 };
  if (chance.next() < stay.lost) return ended(deal, 'lost', today);
  const isReady = chance.next() < Math.max(0, inStageDays / stay.days - 0.4) * 0.55;
  if (!isReady) return onTime(deal, today, chance);
  const at = openStages.findIndex((stage) => stage === deal.stage);
  const next = openStages[at + 1];
  if (next === undefined || at < 0) return ended(deal, chance.next() < signed ? 'won' : 'lost', today);
  const amount = next === 'Proposal' && deal.amount !== null ? repriced(deal.amount, chance) : deal.amount;
  return onTime({ ...deal, stage: next, amount }, today, chance);
}

/** A close date that has come, and now and then one that hasn't, moves to a later day. */
function onTime(deal: ImportedDeal, today: LocalDate, chance: Chance): ImportedDeal {
  if (deal.closeOn === null) return deal;
  const isPast = deal.closeOn <= today;
  if (!(isPast ? chance.next() < 0.6 : chance.next() < slips)) return deal;
  const from = isPast ? today : deal.closeOn;
  return { ...deal, closeOn: workdayAfter(from, chance.pick([14, 21, 28, 35])) };
}

function ended(deal: ImportedDeal, status: 'won' | 'lost', today: LocalDate): ImportedDeal {
  const isWon = status === 'won';
  return {
    ...deal,
    status,
    stage: isWon ? 'Won' : 'Lost',
    closeOn: today,
    lastActivityOn: isWon ? today : deal.lastActivityOn,
  };
}

/** What they really need costs somewhat more or less than was thought. */
function repriced(amount: number, chance: Chance): number {
  return Math.round((amount * (0.85 + chance.next() * 0.3)) / step) * step;
}

/** A rep with fewer open deals than this looks for more. */
const usualDeals = 3;

/** Does a rep with so many open deals open another on this day? */
export function opensDeal(open: number, chance: Chance): boolean {
  const rate = open < usualDeals ? 0.18 : open === usualDeals ? 0.075 : open === usualDeals + 1 ? 0.025 : 0;
  return chance.next() < rate;
}

/** Calendar days that a deal usually takes in a stage. */
export function usualStay(stage: string): number {
  return stays[stage]?.days ?? 20;
}
