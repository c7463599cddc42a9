/** When an ask has waited for too long, in the working time of the one who must act. */
import type { AskState } from '../behaviours/facts.ts';
import { nextWorkingInstant, addWorkingDays } from '../time/working-calendar.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { instantOf, localDateOf, localTimeOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { arrivalOf, sinceArrival, unsettledAskStates } from './ask-lifecycle.ts';
import type { AskStepKind } from './ask-lifecycle.ts';

/** Not taken for so long, the rep is offered to take it to the lead. Our own judgement: a day for the nudge to work. */
const workingDaysToOffer = 2;
/** How long the rep waits who gives it another day. */
const workingDaysToWait = 1;

interface Step {
  readonly step: AskStepKind;
  readonly at: Date;
}

/**
 * The same time of day, so many working days later; what comes outside working time counts from the next working minute on.
 * @returns undefined where nobody knows when they work again
 */
export function afterWorkingDays(calendar: WorkingCalendar, from: Date, days: number): Date | undefined {
  const start = nextWorkingInstant(calendar, from);
  if (start === undefined) return undefined;
  const day = addWorkingDays(calendar, localDateOf(start, calendar.timeZone), days);
  return instantOf(day, localTimeOf(start, calendar.timeZone), calendar.timeZone);
}

/**
 * From when on the rep is to be offered to take it to the lead: 2 working days after it came to who has it, or 1 after the rep gave
 * it another day. An offer that stands is not made again.
 * @param calendar of who has it
 */
export function offerDueAt(
  ask: { readonly state: AskState },
  steps: readonly Step[],
  calendar: WorkingCalendar,
): Date | undefined {
  const arrival = arrivalOf(steps);
  if (ask.state !== 'open' || arrival === undefined) return undefined;
  const lastWord = sinceArrival(steps).findLast(({ step }) => step === 'offered' || step === 'waited');
  if (lastWord?.step === 'offered') return undefined;
  return lastWord === undefined
    ? afterWorkingDays(calendar, arrival.at, workingDaysToOffer)
    : afterWorkingDays(calendar, lastWord.at, workingDaysToWait);
}

/** Is the day it was needed by over, and nothing settled? @param today the local day of who is to be told */
export function isOverdue(
  ask: { readonly state: AskState; readonly neededBy: LocalDate | null },
  today: LocalDate,
): boolean {
  return ask.neededBy !== null && ask.neededBy < today && unsettledAskStates.includes(ask.state);
}
