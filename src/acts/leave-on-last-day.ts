import type { Context } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { lastDays } from '../store/last-days.ts';
import { changePerson, findPerson } from '../store/people.ts';
import { endLine } from '../store/reporting-lines.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { localDayOf } from './local-day.ts';

/**
 * Whose last day by the roster is over has left: their line ends, and asks go where the lines now lead.
 * @returns everybody concerned, for their Home tabs
 */
export async function leaveOnLastDay(
  context: Pick<Context, 'newId'>,
  outer: Store,
  now: Date,
): Promise<readonly number[]> {
  // In no zone is it later than this: each person's own day decides.
  const latest = addDays(localDateOf(now, 'Etc/UTC'), 1);
  if ((await lastDays(outer, latest)).size === 0) return [];
  return writing(outer, async (store) => {
    const left: number[] = [];
    for (const [personId, lastDay] of await lastDays(store, latest)) {
      const person = await findPerson(store, personId);
      if (person === undefined || lastDay >= (await localDayOf(store, person, now))) continue;
      await endLine(store, personId, addDays(lastDay, 1));
      await changePerson(store, personId, { leftOn: lastDay, leftWhy: 'roster' });
      const event = { actorId: null, event: 'person.left', subjectKind: 'person', subjectId: personId };
      await recordAudit(store, event, now);
      left.push(personId);
    }
    return left.length === 0 ? [] : [...left, ...(await followReportingLines(context, store, left, null, now))];
  });
}
