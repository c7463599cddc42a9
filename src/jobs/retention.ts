import type { Context } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { forgetWhatWas, writing } from '../store/db.ts';
import { readPolicy } from '../store/policy.ts';
import { eraseLeadQuestions } from '../store/digest-advice.ts';
import { erasePulseWords, eraseTexts } from '../store/retention.ts';
import { settingChangedAt } from '../store/settings.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { isTimeAgain } from './now-and-then.ts';

const dayMilliseconds = 24 * 3_600_000;

/**
 * Once a day: the words of notes and of pulses that are older than the workspace keeps them are erased for good. A new number of days
 * holds from a day after it was set, so that a slip can be taken back.
 */
export async function eraseOldTexts(context: Pick<Context, 'store' | 'log'>, now: Date): Promise<void> {
  if (!(await isTimeAgain(context.store, 'retention', dayMilliseconds, now))) return;
  const isErased = await writing(context.store, async (store) => {
    const { retentionDays } = await readPolicy(store);
    const changedAt = await settingChangedAt(store, 'workspace', 'retentionDays');
    if (retentionDays === null || changedAt === undefined) return false;
    if (now.getTime() - changedAt.getTime() < dayMilliseconds) return false;
    const zone = (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
    const before = addDays(localDateOf(now, zone), -retentionDays);
    const [entries, pulses] = [await eraseTexts(store, before), await erasePulseWords(store, before)];
    const questions = await eraseLeadQuestions(store, before);
    if (entries + pulses + questions === 0) return false;
    const event = { actorId: null, event: 'texts.erased', subjectKind: 'workspace', subjectId: null };
    const counts = { entries, ...(pulses === 0 ? {} : { pulses }), ...(questions === 0 ? {} : { questions }) };
    await recordAudit(store, { ...event, details: { ...counts, olderThanDays: retentionDays } }, now);
    context.log.info({ ...counts, retentionDays }, 'Old words were erased');
    return true;
  });
  if (isErased) await forgetWhatWas(context.store);
}
