import { z } from 'zod';
import { route } from '../kit/route.ts';

const page = z.object({ page: z.number().int().min(0).max(10_000) });

/** Through the asks of a team; two ids, for ids of actions in one block must differ. */
export const newerAsks = route('team-asks.newer', page);
export const olderAsks = route('team-asks.older', page);
