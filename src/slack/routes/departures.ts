import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();

/** Chooses one manager for all who had that one: the number in the id names who has left, or is away. */
export const chooseManager = route('departure.choose', z.object({}));
/** Opens the form in which each gets a manager of their own. */
export const chooseEach = route('departure.choose-each', z.object({ leaver: id }));
export const submitEach = route('departure.submit-each', z.object({ leaver: id }));
