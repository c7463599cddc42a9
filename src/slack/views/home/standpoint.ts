import type { Roles } from '../../../leading/roles.ts';

/** What somebody is to others, as far as it decides what they can do. */
export interface Standpoint extends Roles {
  /** Reports to somebody, whatever else they are. */
  readonly hasManager: boolean;
  /** Runs this for everybody. */
  readonly isAdmin?: boolean;
}

/** Those for whom something here makes sense. */
export type Audience = 'everybody' | 'leaders' | 'who-sets-up' | 'admins';

const includes = {
  everybody: () => true,
  leaders: ({ isManager, isLead }) => isManager || isLead,
  // Who only reports to somebody has no team to set up.
  'who-sets-up': ({ isManager, isLead, hasManager, isAdmin }) => isManager || isLead || !hasManager || isAdmin === true,
  admins: ({ isAdmin }) => isAdmin === true,
} as const satisfies Record<Audience, (standpoint: Standpoint) => boolean>;

/** Is somebody who stands there one of them? */
export function isAmong(standpoint: Standpoint, audience: Audience): boolean {
  return includes[audience](standpoint);
}
