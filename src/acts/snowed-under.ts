import type { Context } from '../context.ts';
import type { Thinned } from '../leading/week-budget.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { restoreWeek, thinWeek, thinnedIn } from '../store/full-weeks.ts';
import { answerNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { nameOfWeek, weekOf } from '../time/working-week.ts';
import { instantOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { dayOf } from './own.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshMessagesOf } from './refresh.ts';

/**
 * "I'm snowed under": of what is open one thing stays, or none, and no more is asked this week. The rest is set aside, as if it had never
 * been asked. Said again, it is as it was said last.
 */
export async function beSnowedUnder(context: Context, acting: Person, choice: Thinned): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const week = await weekNow(tx, acting, now);
    await thinWeek(tx, acting.id, week.name, choice, now);
    const back = await reopen(tx, acting, week.since, now);
    const open = (await recentNudges(tx, acting.id, now)).filter(({ state }) => state === 'open');
    const aside = choice === 'none' ? open : open.filter((nudge) => nudge !== foremost(open));
    for (const nudge of aside) await answerNudge(tx, nudge.id, { state: 'set-aside', from: ['open'] }, now);
    await audit(tx, acting, 'week.thinned', now);
    await refreshMessagesOf(tx, [...back, ...open]);
  });
}

/** The week is as it was, with what was set aside. */
export async function takeWeekBack(context: Context, acting: Person): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const week = await weekNow(tx, acting, now);
    if (!(await restoreWeek(tx, acting.id, week.name))) return;
    await reopen(tx, acting, week.since, now);
    await audit(tx, acting, 'week.restored', now);
    await refreshMessagesOf(tx, await recentNudges(tx, acting.id, week.since));
  });
}

/** What the acting person still wants of this week; undefined unless they said that they are snowed under. */
export async function thinnedNow(store: Store, person: Person, now: Date): Promise<Thinned | undefined> {
  const { name: week } = await weekNow(store, person, now);
  return (await thinnedIn(store, [{ personId: person.id, week }])).get(person.id);
}

/** What was set aside this week waits again. */
async function reopen(store: Store, acting: Person, since: Date, now: Date): Promise<Nudge[]> {
  const aside = (await recentNudges(store, acting.id, now)).filter(
    ({ state, answeredAt }) => state === 'set-aside' && answeredAt !== null && answeredAt >= since,
  );
  for (const nudge of aside) await answerNudge(store, nudge.id, { state: 'open', from: ['set-aside'] }, now);
  return aside;
}

/** The first of the newest message: who is missed most, where it is the plan. */
function foremost([newest, ...others]: readonly Nudge[]): Nudge | undefined {
  return others.reduce(
    (first, nudge) => (nudge.batch === first?.batch && nudge.position < first.position ? nudge : first),
    newest,
  );
}

async function weekNow(store: Store, person: Person, now: Date): Promise<{ name: LocalDate; since: Date }> {
  const { today, calendar } = await dayOf(store, person, now);
  const since = instantOf(weekOf(calendar.days, today), '00:00', calendar.timeZone);
  return { name: nameOfWeek(calendar.days, today), since };
}

async function audit(store: Store, acting: Person, event: string, now: Date): Promise<void> {
  await recordAudit(store, { actorId: acting.id, event, subjectKind: 'person', subjectId: acting.id }, now);
}
