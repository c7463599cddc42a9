import type { Context } from '../context.ts';
import { say } from '../acts/say.ts';
import { welcomeRep } from '../acts/welcome-rep.ts';
import { monthDue, recapTime, weeklyRecapDay, weeklyRecapDue } from '../leading/recap-time.ts';
import { recapQuestions } from '../leading/weekly-plan.ts';
import { loadRepRecap } from '../slack/loading/rep-recap-data.ts';
import { hasNews } from '../slack/views/recap/rep-recap.ts';
import { announceComing, comingPlanOf } from '../store/coming-plan.ts';
import { addNudges } from '../store/nudges.ts';
import type { Organisation } from '../store/organisation.ts';
import type { Person } from '../store/people.ts';
import { hasComeBy, hasRun, markRun } from '../store/weekly-marks.ts';
import { localDateOf } from '../time/zoned.ts';
import { lookAtDue } from './due.ts';
import type { Round } from './round.ts';

const weekly = 'recap';
const monthly = 'rep-recap';

/**
 * The week's end for everybody who has reps and hasn't stopped it: in their zone, in working time, once a week, the same week only.
 * What is asked in a recap is asked with it.
 */
export async function sendRecaps(context: Context, round: Round): Promise<void> {
  const { now } = round;
  await lookAtDue(context, round, weekly, async (manager, { organisation, planning }) => {
    if (!organisation.managers.includes(manager) || !organisation.wantsRecap(manager.id, 'weeklyRecap'))
      return undefined;
    const time = recapTime(organisation.policyOf(manager));
    const calendar = organisation.calendarOf(manager);
    const occurrence = weeklyRecapDue(calendar, time, now);
    if (occurrence === undefined) return undefined;
    if (await hasComeBy(context.store, weekly, manager.id, occurrence.week, { now, timeZone: calendar.timeZone }))
      return undefined;
    const asked = idsAsked(context);
    const dues = recapQuestions(await (await planning()).inputOf(manager.id), asked);
    const coming = await comingPlanOf(context.store, await planning(), manager.id, now);
    round.staleHomes.add(manager.id);
    return async (tx) => {
      await markRun(tx, weekly, manager.id, occurrence.week, now);
      const key = {
        occurrenceKey: `recap|${manager.id}|${occurrence.on}`,
        kind: weekly,
        recipientId: manager.id,
      } as const;
      await say(context, tx, { ...key, subject: { manager: manager.id, on: occurrence.on } }, now);
      await announceComing(tx, manager.id, coming, now);
      await addNudges(tx, manager.id, `recap:${occurrence.on}`, dues, now);
    };
  });
}

/** A month's recap for every rep who hasn't stopped it, once a month, where there is anything to tell. */
export async function sendRepRecaps(context: Context, round: Round): Promise<void> {
  const { now } = round;
  await lookAtDue(context, round, monthly, async (rep, { organisation }) => {
    if (!organisation.reps.includes(rep) || !organisation.wantsRecap(rep.id, 'monthlyRecap')) return undefined;
    const month = monthDue(organisation.calendarOf(rep), recapTime(organisation.policyOf(rep)), now);
    if (month === undefined || (await hasRun(context.store, monthly, rep.id, month))) return undefined;
    const found = await loadRepRecap(context, rep, month, now);
    return async (tx) => {
      await markRun(tx, monthly, rep.id, month, now);
      if (found === undefined || !hasNews(found)) return;
      await welcomeRep(context, tx, rep.id, now);
      const key = { occurrenceKey: `rep-recap|${rep.id}|${month}`, kind: monthly, recipientId: rep.id } as const;
      await say(context, tx, { ...key, subject: { rep: rep.id, month } }, now);
    };
  });
}

/** Ids of the behaviours that this person's recap of today asks about, whether it has come or is to come; none where there is no recap today. */
export function askedInRecap(
  context: Pick<Context, 'behaviours'>,
  organisation: Organisation,
  leader: Person,
  now: Date,
): ReadonlySet<string> {
  const isManager = organisation.managers.some(({ id }) => id === leader.id);
  if (!isManager || !organisation.wantsRecap(leader.id, 'weeklyRecap')) return new Set();
  const calendar = organisation.calendarOf(leader);
  const today = localDateOf(now, calendar.timeZone);
  const occurrence = weeklyRecapDay(calendar, recapTime(organisation.policyOf(leader)), today);
  return occurrence?.on === today ? idsAsked(context) : new Set();
}

function idsAsked({ behaviours }: Pick<Context, 'behaviours'>): ReadonlySet<string> {
  return new Set(behaviours.filter(({ inRecap }) => inRecap === true).map(({ id }) => id));
}
