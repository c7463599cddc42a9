/** What people ask for about what is stored about them, and until when they get it. */
import { addDays } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** A copy; to be forgotten; that an entry about them is put right. */
export type DataRequestKind = 'export' | 'erasure' | 'correction';
export type DataRequestState = 'open' | 'done' | 'withdrawn';

/** The month of Art. 12(3) GDPR, in days of the shortest way to count it; the states’ laws (CCPA: 45 days) leave longer. */
const daysToAnswer = 30;

/** The last day on which it is answered in time. */
export function answeredBy(askedOn: LocalDate): LocalDate {
  return addDays(askedOn, daysToAnswer);
}
