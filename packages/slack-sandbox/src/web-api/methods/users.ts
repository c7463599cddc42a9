import type { JsonObject } from '../../contract.ts';
import type { Engine } from '../../engine.ts';
import type { User } from '../../workspace/model.ts';
import { knownUser } from '../find.ts';
import type { Methods } from '../method.ts';
import { pageOf } from '../page-of.ts';
import { profileObject, userObject } from '../shapes/user.ts';
import { SlackError } from '../slack-error.ts';

/** users.* but users.conversations; https://docs.slack.dev/reference/methods?family=users */
export const userMethods: Methods = {
  'users.list': {
    scopes: ['users:read'],
    answer({ engine, arguments: from }) {
      const { page, metadata } = pageOf([...engine.workspace.users.values()], from, 1_000);
      return {
        members: page.map((user) => told(engine, user)),
        cache_ts: Math.floor(engine.clock.now().getTime() / 1000),
        response_metadata: metadata,
      };
    },
  },
  'users.info': {
    scopes: ['users:read'],
    answer: ({ engine, arguments: from }) => ({ user: told(engine, knownUser(engine, from.required('user'))) }),
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    answer({ engine, arguments: from }) {
      const email = from.required('email').toLowerCase();
      const user = [...engine.workspace.users.values()].find((each) => each.email?.toLowerCase() === email);
      if (!user || user.deleted) throw new SlackError('users_not_found');
      return { user: told(engine, user) };
    },
  },
  'users.profile.get': {
    scopes: ['users.profile:read'],
    answer({ engine, arguments: from }) {
      const user = knownUser(engine, from.text('user') ?? engine.workspace.app.botUserId);
      return { profile: profileObject(engine.workspace, user, tellsEmail(engine)) };
    },
  },
};

function told(engine: Engine, user: User): JsonObject {
  return userObject(engine.workspace, user, engine.clock.now(), tellsEmail(engine));
}

function tellsEmail(engine: Engine): boolean {
  return engine.workspace.app.scopes.includes('users:read.email');
}
