import { z } from 'zod';
import { route } from '../kit/route.ts';
import { daySchema } from '../kit/day-schema.ts';

const nothing = z.object({});

/** Just one thing this week. */
export const oneThing = route('week.one-thing', nothing);
/** Nothing more until the next week begins. */
export const nothingMore = route('week.nothing', nothing);
/** The week is as it was. */
export const fullWeekAgain = route('week.undo', nothing);

/** Whether to go on was asked, with a message of this batch. */
const sayHello = z.object({ on: daySchema() });
export const goOn = route('hello.go-on', sayHello);
export const everyOtherWeek = route('hello.two-weeks', sayHello);
export const stopPlans = route('hello.stop', sayHello);
