import type { LocalTime } from '../time/zoned.ts';

/** Something that a manager has planned with a rep; the wall clock is the manager's. */
export interface DemoBooking {
  readonly rep: string;
  readonly behaviour: string;
  readonly inDays: number;
  readonly at: LocalTime;
  readonly minutes: number;
}

export const bookings: readonly DemoBooking[] = [
  { rep: 'sofia', behaviour: 'ride-along', inDays: 10, at: '14:00', minutes: 90 },
  { rep: 'jamal', behaviour: 'check-in', inDays: 9, at: '11:30', minutes: 30 },
];
