/** When somebody who is away is away for so long that their people need another manager. */
import { addDays } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { DateSpan } from './policy.ts';

/**
 * So many days without an end in sight, or any sign: nobody's holiday is longer, and a rep who hears nothing of their manager for
 * longer has none. Our own judgement.
 */
const awayForGoodDays = 28;

export interface LongAbsence {
  /** By their status in Slack: since when, and until when where it says. */
  readonly outSince: Date | null;
  readonly outUntil: Date | null;
  readonly daysOff: readonly DateSpan[];
  /** The last time that they did anything here. */
  readonly lastSignAt: Date | null;
}

/**
 * Since which day they have been away for good: by a status without an end, or days off that are longer than that, and nothing done
 * meanwhile.
 * @param dayOf an instant's local day where they are
 * @returns undefined for somebody who is here, or will be back
 */
export function awayForGoodSince(
  { outSince, outUntil, daysOff, lastSignAt }: LongAbsence,
  today: LocalDate,
  dayOf: (instant: Date) => LocalDate,
): LocalDate | undefined {
  const latest = addDays(today, -awayForGoodDays);
  const byStatus = outSince !== null && outUntil === null ? dayOf(outSince) : undefined;
  const byDaysOff = daysOff.find(({ from, until }) => from <= today && today <= until)?.from;
  const since = [byStatus, byDaysOff].filter((day) => day !== undefined).toSorted()[0];
  if (since === undefined || since > latest) return undefined;
  const hasShown = lastSignAt !== null && dayOf(lastSignAt) > latest;
  return hasShown ? undefined : since;
}
