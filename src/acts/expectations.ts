import type { ExpectationId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import { acknowledgeExpectation, findExpectation } from '../store/expectations.ts';
import type { Person } from '../store/people.ts';
import { localDayOf } from './local-day.ts';
import { refreshAbout } from './refresh.ts';

/**
 * The rep confirms having read what is expected of them. The second time changes nothing.
 * @returns who is concerned, for their Home tabs
 * @throws UserError if it was written for somebody else
 */
export async function acknowledge(
  context: Context,
  acting: Person,
  expectationId: ExpectationId,
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const expectation = await findExpectation(tx, expectationId);
    if (expectation?.repId !== acting.id)
      throw new UserError('That wasn’t written for you, so nothing changed. Your Home tab shows what is.');
    if (await acknowledgeExpectation(tx, expectation.id, await localDayOf(tx, acting, now))) {
      const event = { actorId: acting.id, event: 'expectation.acknowledged', subjectKind: 'expectation' };
      await recordAudit(tx, { ...event, subjectId: expectation.id }, now);
    }
    await refreshAbout(tx, 'expectation', { expectation: expectation.id });
    return [acting.id, expectation.managerId];
  });
}
