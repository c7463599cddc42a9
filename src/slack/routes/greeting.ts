import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();

/** How long ago the last one-on-one was, in one tap. */
export const sayLastTalk = route(
  'greeting.last-talk',
  z.object({ rep: id, answer: z.enum(['this-week', 'weeks', 'longer', 'unsure']) }),
);
/** Takes that back. */
export const forgetLastTalk = route('greeting.forget-last-talk', z.object({ rep: id }));
/** The same of a team that is too large for taps: a form, page by page. */
export const openLastTalks = route('greeting.open-last-talks', z.object({}));
export const saveLastTalks = route('greeting.save-last-talks', z.object({ page: z.number().int().min(0).max(1000) }));
