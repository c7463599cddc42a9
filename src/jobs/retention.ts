import type { Context } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { forgetWhatWas, writing } from '../store/db.ts';
import { readPolicy } from '../store/policy.ts';
import { eraseLeadQuestions } from '../store/digest-advice.ts';
import { entrySpans, erasePulseWords, eraseReplies, eraseTexts } from '../store/retention.ts';
import { settingChangedAt } from '../store/settings.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { isTimeAgain } from './now-and-then.ts';
import { oneByOne } from './one-by-one.ts';

const dayMilliseconds = 24 * 3_600_000;
/** Looked through in some milliseconds. */
const entriesAtOnce = 5_000;
const erasedFrom = ['interaction', 'noteReply', 'pulse', 'promise', 'leadQuestion'] as const;

/**
 * Once a day: the words of notes and of pulses that are older than the workspace keeps them are erased for good. A new number of days
 * holds from a day after it was set, so that a slip can be taken back.
 */
export async function eraseOldTexts(context: Pick<Context, 'store' | 'log'>, now: Date): Promise<void> {
  if (!(await isTimeAgain(context.store, 'retention', dayMilliseconds, now))) return;
  const { retentionDays } = await readPolicy(context.store);
  const changedAt = await settingChangedAt(context.store, 'workspace', 'retentionDays');
  if (retentionDays === null || changedAt === undefined) return;
  if (now.getTime() - changedAt.getTime() < dayMilliseconds) return;
  const zone = (await findWorkspace(context.store))?.defaultTimeZone ?? 'Etc/UTC';
  const before = addDays(localDateOf(now, zone), -retentionDays);
  let entries = 0;
  for await (const span of oneByOne(await entrySpans(context.store, entriesAtOnce)))
    entries += await eraseTexts(context.store, before, span);
  const isErased = await writing(context.store, async (store) => {
    await eraseReplies(store, before);
    const pulses = await erasePulseWords(store, before);
    const questions = await eraseLeadQuestions(store, before);
    if (entries + pulses + questions === 0) return false;
    const event = { actorId: null, event: 'texts.erased', subjectKind: 'workspace', subjectId: null };
    const counts = { entries, ...(pulses === 0 ? {} : { pulses }), ...(questions === 0 ? {} : { questions }) };
    await recordAudit(store, { ...event, details: { ...counts, olderThanDays: retentionDays } }, now);
    context.log.info({ ...counts, retentionDays }, 'Old words were erased');
    return true;
  });
  if (isErased) await forgetWhatWas(context.store, erasedFrom);
}
