/** The company's days off, kept by the command line: all of a file or nothing, and a second time nothing. */
import { UserError } from '../errors.ts';
import { isSameEntry, withMoreCompanyDays, withoutCompanyDays } from '../leading/company-days.ts';
import type { CompanyDaysOff } from '../leading/company-days.ts';
import { recordAudit } from '../store/audit.ts';
import { writingAlone } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { readPolicy } from '../store/policy.ts';
import { writeSetting } from '../store/settings.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface CompanyDaysReport {
  readonly added: readonly CompanyDaysOff[];
  readonly unchanged: number;
  readonly dryRun: boolean;
}

/** The day that it is in the workspace's zone. */
export async function companyToday(store: Store, now: Date): Promise<LocalDate> {
  return localDateOf(now, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
}

/** @throws UserError where one of them can't be, or the list is full; then nothing is stored */
export async function addCompanyDays(
  store: Store,
  given: readonly CompanyDaysOff[],
  { dryRun }: { readonly dryRun: boolean },
  now: Date,
): Promise<CompanyDaysReport> {
  return writingAlone(store, async (tx) => {
    const { companyDaysOff: before } = await readPolicy(tx);
    const after = withMoreCompanyDays(before, given, await companyToday(tx, now));
    const added = after.filter((entry) => !before.some((other) => isSameEntry(entry, other)));
    if (added.length > 0 && !dryRun) await keep(tx, after, now);
    return { added, unchanged: given.length - added.length, dryRun };
  });
}

/**
 * Takes days off the list.
 * @throws UserError where they aren't on it
 */
export async function removeCompanyDays(
  store: Store,
  removed: Omit<CompanyDaysOff, 'name'>,
  now: Date,
): Promise<CompanyDaysOff> {
  return writingAlone(store, async (tx) => {
    const { companyDaysOff: before } = await readPolicy(tx);
    const found = before.find((entry) => isSameEntry(entry, removed));
    if (found === undefined)
      throw new UserError(
        'Those days aren’t on the list, so nothing was removed. days-off list shows it; give both days, and --region where it has one.',
      );
    await keep(tx, withoutCompanyDays(before, found), now);
    return found;
  });
}

async function keep(store: Store, entries: readonly CompanyDaysOff[], now: Date): Promise<void> {
  await writeSetting(store, 'workspace', 'companyDaysOff', entries, now);
  const event = { actorId: null, event: 'setting.changed', subjectKind: 'workspace', subjectId: null };
  await recordAudit(store, { ...event, details: { topic: 'company-days' } }, now);
}
