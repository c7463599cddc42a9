import { createHash } from 'node:crypto';

/** Who is in a Slack workspace on this machine. The shape is the sandbox's; neither knows the other. */
export interface SandboxSeedLike {
  readonly teamId: string;
  readonly teamName: string;
  readonly users: readonly SandboxUserLike[];
  readonly channels: readonly { readonly id: string; readonly name: string; readonly members: readonly string[] }[];
  readonly groups: readonly SeedGroupLike[];
}

/** People by what they are, for who chooses one of them. */
export interface SeedGroupLike {
  readonly name: string;
  readonly people: readonly { readonly userId: string; readonly about: string }[];
}

export interface SandboxUserLike {
  readonly id: string;
  /** The handle, without @. */
  readonly name: string;
  readonly realName: string;
  readonly email?: string;
  /** IANA name. */
  readonly timeZone?: string;
  readonly title?: string;
  readonly isAdmin?: boolean;
}

const idLength = 10;

/** A Slack user id that is the same for the same person every time. */
export function slackIdFor(key: string): string {
  const letters = createHash('sha256').update(key).digest('hex').toUpperCase();
  return `U0${letters.slice(0, idLength - 1)}`;
}

/** A workspace of these people, with everybody in its two channels. */
export function workspaceOf(
  teamId: string,
  teamName: string,
  users: readonly SandboxUserLike[],
  groups: readonly SeedGroupLike[],
): SandboxSeedLike {
  const members = users.map((user) => user.id);
  return {
    teamId,
    teamName,
    users,
    groups,
    channels: [
      { id: 'C0GENERAL01', name: 'general', members },
      { id: 'C0SALES0001', name: 'sales', members },
    ],
  };
}
