import type { Context } from '../context.ts';
import type { PlanEvery } from '../leading/policy.ts';
import { writing } from '../store/db.ts';
import { saveHelloAnswer } from '../store/hello-marks.ts';
import type { HelloAnswer } from '../store/hello-marks.ts';
import type { Person } from '../store/people.ts';
import type { LocalDate } from '../time/zoned.ts';
import { changeOwnSettings } from './change-settings.ts';
import { refreshAbout } from './refresh.ts';

const paces = { 'go-on': 'week', 'two-weeks': 'two-weeks', stop: 'never' } as const satisfies Record<
  HelloAnswer,
  PlanEvery
>;

/**
 * What somebody says who was asked whether to go on: their plan comes as often from now on, and what they passed over until then no
 * longer holds anything back.
 * @param on the local day of the question
 */
export async function answerHello(
  context: Context,
  acting: Person,
  answer: { readonly on: LocalDate; readonly says: HelloAnswer; readonly once: string },
): Promise<void> {
  await changeOwnSettings(context, acting, { planEvery: paces[answer.says] }, answer.once);
  await writing(context.store, async (tx) => {
    await saveHelloAnswer(tx, acting.id, answer.on, answer.says);
    await refreshAbout(tx, 'answer-to-hello', { person: acting.id, batch: `hello:${answer.on}` });
  });
}
