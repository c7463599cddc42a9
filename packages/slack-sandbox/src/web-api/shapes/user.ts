import type { JsonObject } from '../../contract.ts';
import type { User, Workspace } from '../../workspace/model.ts';
import { teamIdOf } from '../../workspace/workspace.ts';
import { zoneOf } from './zone.ts';

/** A member; https://docs.slack.dev/reference/objects/user-object. The address only with `users:read.email`. */
export function userObject(workspace: Workspace, user: User, now: Date, withEmail: boolean): JsonObject {
  const common = {
    id: user.id,
    team_id: teamIdOf(workspace, user),
    name: user.name,
    deleted: user.deleted,
    profile: profileObject(workspace, user, withEmail),
    is_bot: user.isBot,
    is_app_user: false,
    updated: user.updated,
    ...(user.isStranger ? { is_stranger: true } : {}),
    ...enterpriseUser(workspace, user),
  };
  if (user.deleted) return common;
  return {
    ...common,
    color: '9f69e7',
    real_name: user.realName,
    ...(user.timeZone === undefined ? {} : zoneOf(user.timeZone, now)),
    is_admin: user.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.isGuest,
    is_ultra_restricted: false,
    is_email_confirmed: !user.isBot,
    who_can_share_contact_card: 'EVERYONE',
  };
}

/** Who they are in the organisation; https://docs.slack.dev/enterprise/developing-for-enterprise-orgs */
function enterpriseUser({ enterpriseId, enterpriseName, team }: Workspace, user: User): JsonObject {
  if (enterpriseId === undefined || user.isStranger || user.isBot) return {};
  return {
    enterprise_user: {
      id: user.enterpriseUserId ?? user.id,
      enterprise_id: enterpriseId,
      enterprise_name: enterpriseName,
      is_admin: false,
      is_owner: false,
      is_primary_owner: false,
      teams: [user.teamId ?? team.id],
    },
  };
}

/** A member's profile. */
export function profileObject(workspace: Workspace, user: User, withEmail: boolean): JsonObject {
  const [first = '', ...rest] = user.realName.split(' ');
  const { app } = workspace;
  return {
    title: user.title ?? '',
    phone: '',
    skype: '',
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.name,
    display_name_normalized: user.name,
    fields: null,
    status_text: user.statusText ?? '',
    status_emoji: user.statusEmoji ?? '',
    status_emoji_display_info: [],
    status_expiration: user.statusExpiration,
    avatar_hash: 'g0000000000',
    image_72: '',
    first_name: first,
    last_name: rest.join(' '),
    team: teamIdOf(workspace, user),
    ...(withEmail && user.email !== undefined ? { email: user.email } : {}),
    ...(user.id === app.botUserId ? { api_app_id: app.id, bot_id: app.botId, always_active: false } : {}),
  };
}
