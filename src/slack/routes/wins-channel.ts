import { z } from 'zod';
import { route } from '../kit/route.ts';

/** Whether a wins channel that couldn't be used can be used again: for admins. */
export const tryChannelAgain = route('wins.try-again', z.object({}));
