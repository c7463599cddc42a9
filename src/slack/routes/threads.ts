import { z } from 'zod';
import { route } from '../kit/route.ts';

/** Opens “The last 12 weeks”, for managers and leads. */
export const openThreads = route('threads.open', z.object({}));
