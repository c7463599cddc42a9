import type { SeedUser } from '../contract.ts';
import type { Engine } from '../engine.ts';
import type { User } from '../workspace/model.ts';
import { createUser } from '../workspace/workspace.ts';
import { userObject } from '../web-api/shapes/user.ts';

/** Changes a member and tells the app; https://docs.slack.dev/reference/events/user_change */
export async function changeMember(engine: Engine, user: User, change: Partial<User>): Promise<void> {
  Object.assign(user, change, { updated: Math.floor(engine.clock.now().getTime() / 1000) });
  engine.changes.changed();
  await tell(engine, 'user_change', user);
}

/** Somebody joins the workspace; https://docs.slack.dev/reference/events/team_join */
export async function joinTeam(engine: Engine, seed: SeedUser): Promise<void> {
  if (engine.workspace.users.has(seed.id)) throw new Error(`There is already a member ${seed.id}.`);
  const user = createUser(seed, engine.clock.now());
  engine.workspace.users.set(user.id, user);
  engine.changes.changed();
  await tell(engine, 'team_join', user);
}

async function tell(engine: Engine, type: 'user_change' | 'team_join', user: User): Promise<void> {
  if (!engine.workspace.app.installed) return;
  const withEmail = engine.workspace.app.scopes.includes('users:read.email');
  const now = engine.clock.now();
  await engine.events.send(type, {
    type,
    user: userObject(engine.workspace, user, now, withEmail),
    cache_ts: Math.floor(now.getTime() / 1000),
  });
}
