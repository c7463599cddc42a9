import { validateMessage, validateView } from '../../blocks/validate.ts';
import type { BlockProblem, Json, JsonObject } from '../../contract.ts';
import { isObject } from '../../json.ts';
import { memberConversation, publicMessage } from '../find.ts';
import type { Call, Methods } from '../method.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';

/** The methods that stand alone: tests of the connection, the team, the bot, Socket Mode, reactions. */
export const otherMethods: Methods = {
  'api.test': {
    token: 'none',
    answer({ arguments: from }) {
      const error = from.text('error');
      if (error !== undefined) throw new SlackError(error, { args: from.all });
      return { args: { ...from.all, token: undefined } };
    },
  },
  'auth.test': {
    answer({ engine }) {
      const { app, team, users, enterpriseId } = engine.workspace;
      return {
        url: `https://${team.domain}.slack.com/`,
        team: team.name,
        user: users.get(app.botUserId)?.name,
        team_id: team.id,
        user_id: app.botUserId,
        bot_id: app.botId,
        ...(enterpriseId === undefined ? {} : { enterprise_id: enterpriseId }),
        is_enterprise_install: false,
      };
    },
  },
  'auth.revoke': {
    answer({ engine, arguments: from, token }) {
      if (from.flag('test')) return { revoked: false };
      engine.tokens.revoke(token ?? '');
      return { revoked: true };
    },
  },
  'apps.connections.open': {
    token: 'app',
    answer: ({ engine }) => ({ url: engine.url.replace('http:', 'ws:') + engine.socket.issueTicket() }),
  },
  /** https://docs.slack.dev/reference/methods/blocks.validate */
  'blocks.validate': { answer: validateBlocks },
  'team.info': {
    scopes: ['team:read'],
    answer({ engine }) {
      const { id, name, domain } = engine.workspace.team;
      return { team: { id, name, domain, url: `https://${domain}.slack.com/`, email_domain: '', icon: {} } };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    answer({ engine, arguments: from }) {
      const { app } = engine.workspace;
      if ((from.text('bot') ?? app.botId) !== app.botId) throw new SlackError('bot_not_found');
      return {
        bot: {
          id: app.botId,
          deleted: false,
          name: engine.manifest.botName,
          updated: 0,
          app_id: app.id,
          user_id: app.botUserId,
          icons: {},
        },
      };
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    answer({ engine, arguments: from }) {
      const name = from.required('name').replaceAll(':', '');
      if (!/^[a-z0-9_+'-]+$/.test(name)) throw new SlackError('invalid_name');
      const message = publicMessage(memberConversation(engine, from.required('channel')), from.required('timestamp'));
      const users = message.reactions.get(name) ?? [];
      if (users.includes(engine.workspace.app.botUserId)) throw new SlackError('already_reacted');
      message.reactions.set(name, [...users, engine.workspace.app.botUserId]);
      engine.changes.changed();
      return {};
    },
  },
};

function validateBlocks({ arguments: from }: Call): JsonObject {
  const given = ['blocks', 'message', 'view'].filter((name) => from.all[name] !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1) throw invalidArguments('provide exactly one of: blocks, view, message');
  const value = from.json(only, 'invalid_arguments');
  const errors = problemsOf(only, value ?? null).map(({ message, pointer }) => ({
    pointer:
      only === 'view' ? pointer.replace(/^\/view/u, '') : pointer.replace(only === 'blocks' ? /^\/blocks/u : '', ''),
    code: 'failed_constraint',
    message,
  }));
  if (errors.length > 0) throw new SlackError(`invalid_${only}`, { errors });
  return {};
}

function problemsOf(what: string, value: Json): BlockProblem[] {
  if (what === 'blocks') return validateMessage({ blocks: value });
  if (!isObject(value)) throw invalidArguments(`must be an object: ${what}`);
  if (what === 'message') return validateMessage(value);
  return validateView(value, value['type'] === 'home' ? 'home' : 'modal');
}
