import { weekdayOf } from '../../src/time/zoned.ts';

export { addDays } from '../../src/time/zoned.ts';

export function isWeekend(day: string): boolean {
  return weekdayOf(day) > 5;
}
