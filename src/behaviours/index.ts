import type { Behaviour } from './behaviour.ts';
import { blockedDeal } from './blocked-deal.ts';
import { checkIn } from './check-in.ts';
import { coachingNote } from './coaching-note.ts';
import { rideAlong } from './ride-along.ts';

/** What good leaders do. The order is the order of forms and of the catalogue. */
export const behaviours: readonly Behaviour[] = [rideAlong, checkIn, coachingNote, blockedDeal];

export function findBehaviour(list: readonly Behaviour[], id: string): Behaviour | undefined {
  return list.find((behaviour) => behaviour.id === id);
}
