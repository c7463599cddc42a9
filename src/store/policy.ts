import type { Settings } from '../behaviours/behaviour.ts';
import { defaultPolicy } from '../leading/policy.ts';
import type { Policy } from '../leading/policy.ts';
import type { Store } from './db.ts';
import { readSettings } from './settings.ts';

/** Changed numbers of a behaviour are one setting, `behaviour:ride-along`: each can be changed and taken back by itself. */
export const behaviourPrefix = 'behaviour:';

/** The workspace's policy: the defaults, and over them what was changed. A person's own is `policyFor` of it. */
export async function readPolicy(store: Store): Promise<Policy> {
  const changed = Object.entries(await readSettings(store, 'workspace'));
  const behaviours = changed
    .filter(([name]) => name.startsWith(behaviourPrefix))
    .map(([name, numbers]) => [name.slice(behaviourPrefix.length), numbers as Settings]);
  return {
    ...defaultPolicy,
    ...Object.fromEntries(changed.filter(([name]) => Object.hasOwn(defaultPolicy, name))),
    behaviours: Object.fromEntries(behaviours) as Record<string, Settings>,
  };
}
