import { z } from 'zod';
import { route } from '../kit/route.ts';

const proposal = z.object({ proposal: z.number().int().positive() });

/** Whether somebody in Slack is somebody on the roster. */
export const sameForLink = route('link.same', proposal);
export const otherForLink = route('link.other', proposal);
