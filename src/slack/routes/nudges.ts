import { z } from 'zod';
import { route } from '../kit/route.ts';

const nudge = z.object({ nudge: z.number().int().positive() });

const notNowAnswers = ['snooze', 'not-this-week', 'not-needed', 'wrong', 'stop'] as const;
export const notNowAnswer = nudge.extend({ answer: z.enum(notNowAnswers) });
export type NotNowAnswer = z.infer<typeof notNowAnswer>['answer'];

/** "Not now": carried by the option that was chosen. */
export const notNow = route('nudge.not-now', notNowAnswer);
/** One press answers it: what is chosen stands on the button. */
export const tapNudge = route('nudge.tap', nudge.extend({ value: z.string().min(1).max(60) }));
/** Passed over twice: why? */
export const nudgeIsWrong = route('nudge.is-wrong', nudge);
export const nudgeBadTiming = route('nudge.bad-timing', nudge);
export const nudgeStopKind = route('nudge.stop-kind', nudge);
export const undoAnswer = route('nudge.undo', nudge);
export const whyThis = route('nudge.why', nudge);
/** The form in which a wrong record is put right. */
export const correctRecord = route('nudge.correct', nudge);
/** The kinds of nudge that were stopped. */
export const openKinds = route('kinds.open', z.object({}));
export const resumeKind = route('kinds.resume', z.object({ behaviour: z.string().min(1).max(60) }));
