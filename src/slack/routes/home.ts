import { z } from 'zod';
import { route } from '../kit/route.ts';

const page = z.object({ page: z.number().int().min(0).max(1000) });

/** What a manager has with their own manager. */
export const openMine = route('home.mine', z.object({}));
/** All that somebody has promised and not kept yet. */
export const openPromises = route('home.promises', z.object({}));
/** Turns the pages of the people in the Home tab. */
export const earlierPeople = route('home.earlier-people', page);
export const laterPeople = route('home.later-people', page);
