/** What managers do unasked: talk with their people, promise something, thank for a win, look back on Friday. */
import { logInteraction } from '../../acts/log-interaction.ts';
import { makePromise } from '../../acts/promises.ts';
import { openDealsOf, selectDeals, toDeal } from '../../store/deals.ts';
import type { Deal } from '../../store/deals.ts';
import { addDays, weekdayOf } from '../../time/zoned.ts';
import { workdayAfter } from '../days.ts';
import { winThanks } from '../praise-words.ts';
import { chanceOf } from './chance-of.ts';
import { entryOf } from './entries.ts';
import { attempt, chanceAt, onceAt } from './living.ts';
import type { Living, Moment } from './living.ts';
import { promiseWords } from './promise-words.ts';
import { shareOf } from './styles.ts';

const workdaysInFourWeeks = 20;
/** By how often they happen. */
const kinds = [
  'check-in',
  'check-in',
  'check-in',
  'check-in',
  'coaching-note',
  'coaching-note',
  'ride-along',
  'connect',
  'make-job-easier',
  'ask-their-plan',
] as const;
const promises = 0.22;
const answersFriday = 0.7;
const friday = 5;
const freshDays = 3;

/** Once a day. */
export async function liveTalks(moment: Moment): Promise<void> {
  for (const rep of moment.team.reports) {
    const rate = (moment.style.talks * shareOf(rep.handle)) / workdaysInFourWeeks;
    if (chanceAt(moment, 'talks', rep.handle).next() < rate) await talk(moment, rep);
  }
}

async function talk(moment: Moment, rep: Living): Promise<void> {
  const { context, team, visit } = moment;
  const chance = chanceAt(moment, 'talk', rep.handle);
  const behaviour = chance.pick(kinds);
  const deal = behaviour === 'ride-along' ? (await openDealsOf(context.store, rep.id))[0] : undefined;
  const entry = { ...entryOf(moment, behaviour, rep), dealId: deal?.id ?? null };
  const once = onceAt(moment, 'talk', rep.handle);
  const isLogged = await attempt(moment, () => logInteraction(context, team.leader, { entry, once }));
  if (!isLogged || behaviour !== 'check-in' || chance.next() >= promises) return;
  await attempt(moment, () =>
    makePromise(context, team.leader, {
      repId: rep.id,
      text: chance.pick(promiseWords),
      dueOn: workdayAfter(visit.day, chance.between(3, 9)),
      once: onceAt(moment, 'promise', rep.handle),
    }),
  );
}

/** A win is thanked for once, or not at all. */
export async function liveThanks(moment: Moment): Promise<void> {
  const { context, team, style } = moment;
  for (const rep of team.reports)
    for (const deal of await freshWins(moment, rep)) {
      const chance = chanceOf('thanks', deal.externalId);
      if (chance.next() >= style.thanks) continue;
      const thanks = chance.pick(winThanks).replaceAll('{account}', deal.account ?? 'the customer');
      const entry = { ...entryOf(moment, 'recognition', rep), texts: { thanks } };
      await attempt(moment, () =>
        logInteraction(context, team.leader, { entry, once: `demo|thanks|${deal.externalId}` }),
      );
    }
}

async function freshWins({ context, visit }: Moment, rep: Living): Promise<Deal[]> {
  const rows = await selectDeals(context.store)
    .where('ownerId', '=', rep.id)
    .where('status', '=', 'won')
    .where('closeOn', '>', addDays(visit.day, -freshDays))
    .execute();
  return rows.map(toDeal);
}

/** On Friday: how much of the week went to people. */
export async function liveFriday(moment: Moment): Promise<void> {
  const { context, team, visit, style } = moment;
  if (weekdayOf(visit.day) !== friday || style.does === 0) return;
  if (chanceAt(moment, 'friday', team.leader.handle).next() >= answersFriday) return;
  const once = onceAt(moment, 'friday', team.leader.handle);
  await attempt(moment, () =>
    logInteraction(context, team.leader, { entry: entryOf(moment, 'time-balance', null), once }),
  );
}
