/** Who is new here as a manager or a lead, and is told what this is before the first nudge. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { GreetedRole } from './roles.ts';

/** What somebody has had from here or written down here. */
export interface Acquaintance {
  /** Kinds of messages that were ever written to them. */
  readonly messages: ReadonlySet<string>;
  /** Behaviours of which they were nudged, or that they logged. */
  readonly acts: ReadonlySet<string>;
}

const ownMessage = { manager: 'recap', lead: 'digest' } as const satisfies Record<GreetedRole, string>;

/**
 * Do they know from experience what this is for somebody in this role? By what they were nudged of, logged or were sent in it; a plan
 * counts where it can't have come to them in their other role.
 */
export function isAtHome(
  role: GreetedRole,
  { messages, acts }: Acquaintance,
  behaviours: readonly Behaviour[],
  hasOtherRole: boolean,
): boolean {
  const ofRole = behaviours.some(({ id, nudges }) => nudges === role && acts.has(id));
  return ofRole || messages.has(ownMessage[role]) || (messages.has('plan') && !hasOtherRole);
}
