import { z } from 'zod';
import { isLocalDate, localDate } from '../../time/zoned.ts';

/**
 * A calendar day, as a form or a button says it.
 * @param error said where it is none
 * @param missing said where there is nothing; the same, if left out
 */
export function daySchema(error = 'Choose a day.', missing = error) {
  return z.string(missing).refine(isLocalDate, error).transform(localDate);
}
