import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();
const cycle = z.object({
  cycle: id,
  /** Opened from the form on this rep, which is shown again afterwards. */
  rep: id.optional(),
});

/** What is said about a development cycle, by the rep or their manager. */
export const openComment = route('cycle.open-comment', cycle);
export const saveComment = route('cycle.comment', cycle);

/** The rep has read what is expected of them. */
export const acknowledgeExpectation = route('expectation.acknowledge', z.object({ expectation: id }));

const goal = z.object({ goal: id });

/** What the rep wants from this job. */
export const addGoal = route('goal.add', z.object({}));
export const changeGoal = route('goal.change', goal);
export const saveGoal = route('goal.save', z.object({ goal: id.optional() }));
export const removeGoal = route('goal.remove', goal);
