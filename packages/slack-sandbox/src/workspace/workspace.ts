import type { SandboxSeed, SeedUser } from '../contract.ts';
import type { Manifest } from './manifest.ts';
import type { Conversation, User, Workspace } from './model.ts';

/** The ids of the installed app: fixed, so that a bot finds itself again after a restart. */
export const onlyApp = { id: 'A0SANDBOXAPP', botId: 'B0SANDBOXBOT', botUserId: 'U0SANDBOXBOT' };

/** What a workspace is among others behind one address. */
export interface AmongSeveral {
  botId: string;
  botUserId: string;
  /** The name of the organisation that the seed names, if it names one. */
  enterpriseName: string;
}

/** Slack's own bot is a member of every workspace. */
const slackbot: SeedUser = { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot' };

/**
 * A workspace as the seed describes it, with the app and Slackbot in it. Alone, the app is installed from the start; among
 * several it waits to be. Where the seed says `U0SANDBOXBOT` the app's bot of this workspace is meant.
 */
export function createWorkspace(seed: SandboxSeed, manifest: Manifest, now: Date, among?: AmongSeveral): Workspace {
  const { botId, botUserId } = among ?? onlyApp;
  const bot: SeedUser = {
    id: botUserId,
    name: manifest.botName.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, ''),
    realName: manifest.botName,
    isBot: true,
    timeZone: 'America/Los_Angeles',
  };
  const users = [slackbot, ...seed.users, bot].map((user) => createUser(user, now));
  return {
    team: { id: seed.teamId, name: seed.teamName, domain: domainOf(seed.teamName) },
    enterpriseId: seed.enterpriseId,
    enterpriseName: among?.enterpriseName ?? `${seed.teamName} organisation`,
    isOneOfSeveral: among !== undefined,
    app: {
      id: onlyApp.id,
      botId,
      botUserId,
      installed: among === undefined,
      scopes: among === undefined ? manifest.botScopes : [],
      isEnterpriseInstall: false,
    },
    users: new Map(users.map((user) => [user.id, user])),
    conversations: new Map(
      seed.channels.map((channel) => [
        channel.id,
        createConversation(
          channel.id,
          'channel',
          channel.name,
          channel.members.map((id) => (id === onlyApp.botUserId ? botUserId : id)),
          now,
        ),
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
