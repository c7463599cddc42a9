import type { SandboxSeed, SeedUser } from '../contract.ts';
import type { Manifest } from './manifest.ts';
import type { Conversation, User, Workspace } from './model.ts';

/** The ids of the installed app: fixed, so that a bot finds itself again after a restart. */
const installedApp = { id: 'A0SANDBOXAPP', botId: 'B0SANDBOXBOT', botUserId: 'U0SANDBOXBOT', installed: true };

/** Slack's own bot is a member of every workspace. */
const slackbot: SeedUser = { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot' };

/** A workspace as the seed describes it, with the app and Slackbot in it. */
export function createWorkspace(seed: SandboxSeed, manifest: Manifest, now: Date): Workspace {
  const bot: SeedUser = {
    id: installedApp.botUserId,
    name: manifest.botName.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, ''),
    realName: manifest.botName,
    isBot: true,
    timeZone: 'America/Los_Angeles',
  };
  const users = [slackbot, ...seed.users, bot].map((user) => createUser(user, now));
  return {
    team: { id: seed.teamId, name: seed.teamName, domain: domainOf(seed.teamName) },
    enterpriseId: seed.enterpriseId,
    app: { ...installedApp },
    users: new Map(users.map((user) => [user.id, user])),
    conversations: new Map(
      seed.channels.map((channel) => [
        channel.id,
        createConversation(channel.id, 'channel', channel.name, channel.members, now),
      ]),
    ),
    files: new Map(),
    modals: new Map(),
    homes: new Map(),
    notices: new Map(),
    noticeCount: 0,
  };
}

/** A member as the seed describes one. */
export function createUser(seed: SeedUser, now: Date): User {
  return {
    ...seed,
    statusExpiration: 0,
    updated: Math.floor(now.getTime() / 1000),
    isAdmin: seed.isAdmin ?? false,
    isBot: seed.isBot ?? false,
    isGuest: seed.isGuest ?? false,
    isStranger: seed.isStranger ?? false,
    deleted: seed.deleted ?? false,
  };
}

/** The team a member belongs to: a stranger from a shared channel has one of their own, and an organisation several. */
export function teamIdOf(workspace: Workspace, user: User): string {
  if (user.teamId !== undefined) return user.teamId;
  return user.isStranger ? `${workspace.team.id}EXT` : workspace.team.id;
}

/** An empty conversation. */
export function createConversation(
  id: string,
  kind: Conversation['kind'],
  name: string,
  members: Iterable<string>,
  now: Date,
): Conversation {
  return {
    id,
    kind,
    name,
    members: new Set(members),
    isArchived: false,
    created: Math.floor(now.getTime() / 1000),
    messages: [],
    read: new Map(),
  };
}

function domainOf(teamName: string): string {
  return (
    teamName
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'sandbox'
  );
}
