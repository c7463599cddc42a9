import type { WebClient } from '@slack/web-api';
import type { SlackProfile } from './follow-status.ts';

/** A member of the Slack workspace who can be a person here: no app, no guest, nobody who left. */
export interface SlackUser {
  readonly id: string;
  /** Everything that the user is called: full name and display name, without doubles. */
  readonly names: readonly string[];
  readonly email: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  readonly isAdmin: boolean;
  readonly profile?: SlackProfile | undefined;
}

const usersPerPage = 200;
const mostPages = 500;

/**
 * Everybody in Slack who can be a person here.
 * @returns undefined where Slack doesn't offer the list, or the app may not read it
 * @throws Error for any other failure of Slack
 */
export async function listSlackUsers(slack: WebClient): Promise<SlackUser[] | undefined> {
  const found: SlackUser[] = [];
  let cursor: string | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await slack.users.list({ limit: usersPerPage, ...(cursor === undefined ? {} : { cursor }) });
      found.push(...(answer.members ?? []).flatMap((member) => toSlackUser(member) ?? []));
      cursor = answer.response_metadata?.next_cursor;
      if (cursor === undefined || cursor === '') break;
    }
  } catch (error) {
    if (isNotOffered(error)) return undefined;
    throw error;
  }
  return found;
}

/** Addresses looked up one by one in one go: Slack takes about 50 a minute (tier 3). */
const mostLookups = 40;

/**
 * Those of these addresses who can be people here, asked one by one: for a Slack that gives no list.
 * @returns undefined where Slack doesn't offer this either
 * @throws Error for any other failure of Slack
 */
export async function lookUpSlackUsers(slack: WebClient, emails: readonly string[]): Promise<SlackUser[] | undefined> {
  const found: SlackUser[] = [];
  for (const email of emails.slice(0, mostLookups)) {
    try {
      const { user } = await slack.users.lookupByEmail({ email });
      const known = user === undefined ? undefined : toSlackUser(user);
      // The address that was asked for is the user's, even where the answer leaves it out.
      if (known !== undefined) found.push({ ...known, email: email.toLowerCase() });
    } catch (error) {
      if (isNotOffered(error)) return undefined;
      if (errorCode(error) !== 'users_not_found') throw error;
    }
  }
  return found;
}

type Member = NonNullable<Awaited<ReturnType<WebClient['users']['list']>>['members']>[number];

function toSlackUser(member: Member): SlackUser | undefined {
  if (member.id === undefined || member.id === 'USLACKBOT') return undefined;
  const unfit = [member.is_bot, member.deleted, member.is_restricted, member.is_ultra_restricted, isStranger(member)];
  if (unfit.includes(true)) return undefined;
  const { profile } = member;
  const names = [profile?.real_name, member.real_name, profile?.display_name].map((name) => name?.trim() ?? '');
  return {
    id: member.id,
    names: [...new Set(names.filter((name) => name !== ''))],
    email: profile?.email?.trim().toLowerCase() || null,
    timeZone: member.tz ?? null,
    isAdmin: member.is_admin === true || member.is_owner === true,
    profile,
  };
}

function isStranger(member: Member): boolean {
  return Reflect.get(member, 'is_stranger') === true;
}

/** `unknown_method` from a stand-in for Slack, `missing_scope` and the like from Slack itself. */
function isNotOffered(error: unknown): boolean {
  return ['unknown_method', 'missing_scope', 'not_allowed_token_type'].includes(errorCode(error) ?? '');
}

function errorCode(error: unknown): string | undefined {
  const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
  const code: unknown = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof code === 'string' ? code : undefined;
}
