import type { Settings } from '../behaviours/behaviour.ts';
import { defaultPolicy } from '../leading/policy.ts';
import type { Policy } from '../leading/policy.ts';
import type { Store } from './db.ts';
import { readSettings } from './settings.ts';

/** The workspace's policy: the defaults, and over them what was changed. */
export async function readPolicy(store: Store): Promise<Policy> {
  const changed = await readSettings(store, 'workspace');
  return {
    ...defaultPolicy,
    ...changed,
    behaviours: { ...(changed['behaviours'] as Record<string, Settings> | undefined) },
  };
}
