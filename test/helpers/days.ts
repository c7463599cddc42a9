import { weekdayOf } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

export { addDays } from '../../src/time/zoned.ts';

export function isWeekend(day: LocalDate): boolean {
  return weekdayOf(day) > 5;
}
