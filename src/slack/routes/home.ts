import { z } from 'zod';
import { route } from '../route.ts';

const page = z.object({ page: z.number().int().min(0).max(1000) });

/** Turns the pages of the people in the Home tab. */
export const earlierPeople = route('home.earlier-people', page);
export const laterPeople = route('home.later-people', page);
