/** Reps ask for things, say whether an answer helped, and drop what no longer matters. */
import { ask } from '../../acts/ask.ts';
import { stepAsk } from '../../acts/step-ask.ts';
import { unconfirmedAskStates, unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { asksOf } from '../../store/asks.ts';
import type { Ask } from '../../store/asks.ts';
import { openDealsOf } from '../../store/deals.ts';
import type { Deal } from '../../store/deals.ts';
import { daysBetween } from '../../time/zoned.ts';
import { workdayAfter } from '../days.ts';
import { dealer } from '../history.ts';
import { askWords, stillMissing } from './ask-words.ts';
import type { AskWords } from './ask-words.ts';
import { chanceOf, perVisit } from './chance-of.ts';
import { attempt, chanceAt, onceAt } from './living.ts';
import type { Living, Moment } from './living.ts';
import { visitsADay } from './visits.ts';

/** One rep asks for something about every five weeks. */
const asksADay = 1 / 25;
const mostOpen = 2;
const confirms = 0.35;
const reopens = 0.06;
const withdraws = 0.05;
/** To the lead; refused where that wasn't offered. */
const takesUp = 0.08;
/** Working days are forgotten here: somebody who waited for so long may not need it any more. */
const patienceDays = 6;

/** What the reps of a team do about what they asked for, and ask. @param areNew do they ask for anything new, too? */
export async function liveAsks(moment: Moment, areNew: boolean): Promise<void> {
  const open = await asksOf(moment.context.store, { states: openStates, limit: mostLooked });
  for (const rep of moment.team.reports.filter((one) => !moment.isLeftAlone(one))) {
    const own = open.filter(({ repId }) => repId === rep.id);
    await followOwn(moment, rep, own);
    if (areNew) await askAtTimes(moment, rep, 1);
  }
}

/**
 * @param days as many days' chance at once
 * @returns whether they asked
 */
export async function askAtTimes(moment: Moment, rep: Living, days: number): Promise<boolean> {
  const { context, visit } = moment;
  const chance = chanceAt(moment, 'asks', rep.handle);
  const rate = days === 1 ? perVisit(asksADay, visitsADay) : 1 - (1 - asksADay) ** days;
  if (chance.next() >= rate) return false;
  const before = await asksOf(context.store, { repId: rep.id, states: unsettledAskStates, limit: mostOpen });
  if (before.length >= mostOpen) return false;
  const words = await wordsFor(moment, rep);
  const deals = await openDealsOf(context.store, rep.id);
  const deal = words.text.includes('{account}') || words.kind === 'blocked-deal' ? deals[0] : undefined;
  if (deal === undefined && words.text.includes('{account}')) return false;
  return attempt(moment, () =>
    ask(context, rep, {
      kind: words.kind,
      text: words.text.replaceAll('{account}', deal?.account ?? 'the customer'),
      dealId: words.kind === 'training' ? null : (deal?.id ?? null),
      obstacle: words.obstacle ?? null,
      companyObstacle: words.companyObstacle ?? null,
      neededBy: chance.next() < 0.6 ? workdayAfter(visit.day, chance.between(3, 9)) : null,
      ...caseOf(words, deal),
      once: onceAt(moment, 'ask', rep.handle),
    }),
  );
}

/** The same words come again as late as possible. */
async function wordsFor({ context, team }: Moment, rep: Living): Promise<AskWords> {
  const asked = (await asksOf(context.store, { states: everyState, limit: 10_000 })).length;
  const next = dealer(askWords, chanceOf('ask words', team.leader.handle));
  for (let skipped = (asked + rep.id) % askWords.length; skipped > 0; skipped -= 1) next();
  return next();
}

const openStates = [...unsettledAskStates, ...unconfirmedAskStates];
const everyState = [...openStates, 'confirmed', 'withdrawn'] as const;
const mostLooked = 1_000;

function caseOf({ kind, exception }: AskWords, deal: Deal | undefined) {
  const stake = kind === 'exception' || kind === 'blocked-deal' ? (deal?.amount ?? null) : null;
  return {
    exception: kind === 'exception' ? (exception ?? null) : null,
    stake,
    currency: stake === null ? null : (deal?.currency ?? null),
  };
}

async function followOwn(moment: Moment, rep: Living, asked: readonly Ask[]): Promise<void> {
  for (const own of asked.filter(({ state }) => unconfirmedAskStates.includes(state))) {
    const chance = chanceAt(moment, 'answered', own.id);
    if (chance.next() >= perVisit(confirms, visitsADay)) continue;
    const isEnough = own.state === 'declined' || chance.next() >= reopens;
    await step(moment, rep, own, isEnough ? 'confirmed' : 'reopened', isEnough ? null : chance.pick(stillMissing));
  }
  for (const own of asked.filter(({ state }) => unsettledAskStates.includes(state))) {
    if (daysBetween(own.askedOn, moment.visit.day) < patienceDays) continue;
    const chance = chanceAt(moment, 'waits', own.id);
    const what = chance.next();
    const goesUp = perVisit(takesUp, visitsADay);
    if (what < goesUp) await step(moment, rep, own, 'handed', null);
    else if (what < goesUp + perVisit(withdraws, visitsADay)) await step(moment, rep, own, 'withdrawn', null);
  }
}

function step(
  moment: Moment,
  rep: Living,
  { id }: Ask,
  taken: 'confirmed' | 'reopened' | 'withdrawn' | 'handed',
  text: string | null,
): Promise<boolean> {
  const once = onceAt(moment, taken, id);
  return attempt(moment, () => stepAsk(moment.context, rep, { askId: id, step: taken, text, once }));
}
