import { memberConversation, publicMessage } from '../find.ts';
import type { Methods } from '../method.ts';
import { SlackError } from '../slack-error.ts';

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
