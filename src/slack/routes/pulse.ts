import { z } from 'zod';
import { carrier, route } from '../kit/route.ts';

const pulse = z.object({ pulse: z.number().int().positive() });

/** The form with the three statements, from the message, the Home tab, or after taking an answer back. */
export const openPulse = route('pulse.open', pulse);
export const sendPulse = route('pulse.send', pulse);
/**
 * The window that says thank you. Its receipt finds the answer in the sealed box; it stands nowhere else, and goes when the window
 * is closed.
 */
export const thankedPulse = carrier('pulse.thanked', pulse.extend({ receipt: z.string().min(1).max(200) }));
export const takeBackPulse = route('pulse.take-back', z.object({}));

const page = pulse.extend({ page: z.number().int().min(0).max(1000) });
/** All sentences of a result, in pages. */
export const readSentences = route('pulse.sentences', page);
export const nextSentences = route('pulse.next-sentences', page);
export const sentencesBefore = route('pulse.sentences-before', page);
