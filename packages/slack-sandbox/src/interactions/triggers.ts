import { randomBytes } from 'node:crypto';
import { limits } from '../limits.ts';
import type { RealTime } from '../real-time.ts';

/** Why a trigger does not open anything; https://docs.slack.dev/reference/methods/views.open */
export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Short-lived leaves to open a modal for a person. */
export interface Triggers {
  create(userId: string): string;
  /** Uses the trigger up and names the person, or says why not. */
  exchange(triggerId: string): { userId: string } | { refusal: TriggerRefusal };
}

/** Triggers of one workspace; they live by real time, as the network does. */
export function createTriggers(realTime: RealTime, teamId: string): Triggers {
  const known = new Map<string, { userId: string; expires: number; exchanged: boolean }>();
  return {
    create(userId) {
      const triggerId = `${realTime.now()}.${teamId}.${randomBytes(16).toString('hex')}`;
      known.set(triggerId, { userId, expires: realTime.now() + limits.triggerMilliseconds, exchanged: false });
      return triggerId;
    },
    exchange(triggerId) {
      const trigger = known.get(triggerId);
      if (!trigger) return { refusal: 'invalid_trigger_id' };
      if (trigger.exchanged) return { refusal: 'exchanged_trigger_id' };
      if (realTime.now() >= trigger.expires) return { refusal: 'expired_trigger_id' };
      trigger.exchanged = true;
      return { userId: trigger.userId };
    },
  };
}
