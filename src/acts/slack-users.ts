import type { WebClient } from '@slack/web-api';
import type { Context } from '../context.ts';
import { isTimeZone } from '../time/zoned.ts';
import type { SlackProfile } from './follow-status.ts';
import { factsOf, whyUnfit } from './slack-facts.ts';
import type { OwnPlace, SlackFacts, ToldUser } from './slack-facts.ts';

/** A member of the Slack workspace who can be a person here: no app, no guest, nobody who left. */
export interface SlackUser {
  readonly id: string;
  /** The same person's id in the whole organisation, where there is one. */
  readonly otherId?: string | undefined;
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

/** Whose bot this is, for telling strangers from our own. */
export function ownPlace({ store, enterpriseId }: Pick<Context, 'store' | 'enterpriseId'>): OwnPlace {
  return { workspaceId: store.workspaceId, enterpriseId };
}

/**
 * Everybody in Slack who can be a person here.
 * @returns undefined where Slack doesn't offer the list, or the app may not read it
 * @throws Error for any other failure of Slack
 */
export async function listSlackUsers(slack: WebClient, own?: OwnPlace): Promise<SlackUser[] | undefined> {
  const { members, isOffered } = await listMembers(slack);
  return isOffered ? members.flatMap((member) => toSlackUser(member, own) ?? []) : undefined;
}

/** Everybody that Slack lists: apps, guests and those who are deactivated, too. */
export interface MemberList {
  readonly members: readonly ToldUser[];
  /** Whoever isn't in it isn't in the workspace. */
  readonly isComplete: boolean;
  /** False where Slack doesn't offer the list, or the app may not read it. */
  readonly isOffered: boolean;
}

/** @throws Error where a page couldn't be read: a part of the list proves nothing */
async function listMembers(slack: WebClient): Promise<MemberList> {
  const members: ToldUser[] = [];
  const end = await eachPageOfMembers(slack, async (page) => void members.push(...page));
  return { ...end, members: end.isOffered ? members : [] };
}

/**
 * Everybody that Slack lists, a page at a time: nothing is kept of the pages before.
 * @throws Error where a page couldn't be read, or `look` throws
 */
export async function eachPageOfMembers(
  slack: WebClient,
  look: (page: readonly ToldUser[]) => Promise<void>,
): Promise<Omit<MemberList, 'members'>> {
  let cursor: string | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await slack.users.list({ limit: usersPerPage, ...(cursor === undefined ? {} : { cursor }) });
      await look(answer.members ?? []);
      cursor = answer.response_metadata?.next_cursor;
      if (cursor === undefined || cursor === '') return { isComplete: true, isOffered: true };
    }
  } catch (error) {
    if (isNotOffered(error)) return { isComplete: false, isOffered: false };
    throw error;
  }
  return { isComplete: false, isOffered: true };
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

function toSlackUser(member: ToldUser, own?: OwnPlace): SlackUser | undefined {
  const { id, profile } = member;
  // Without our own place only Slack's word says who is a stranger.
  const at = own ?? { workspaceId: member.team_id ?? '' };
  if (id === undefined || whyUnfit(member, at) !== undefined) return undefined;
  const facts = factsOf(member, at);
  const names = [profile?.real_name, member.real_name, profile?.display_name].map((name) => name?.trim() ?? '');
  return {
    id,
    otherId: facts.ids.find((one) => one !== id),
    names: [...new Set(names.filter((name) => name !== ''))],
    email: facts.email ?? null,
    timeZone: member.tz ?? null,
    isAdmin: facts.isAdmin === true,
    profile,
  };
}

/** What is taken over of a listed user: somebody who can be a person here. */
export function factsOfListed(user: SlackUser): SlackFacts {
  const [name] = user.names;
  return {
    ids: user.otherId === undefined ? [user.id] : [user.id, user.otherId],
    name,
    email: user.email ?? undefined,
    timeZone: user.timeZone !== null && isTimeZone(user.timeZone) ? user.timeZone : undefined,
    isAdmin: user.isAdmin,
    standing: 'fit',
    profile: user.profile,
  };
}

/** `unknown_method` from a stand-in for Slack, `missing_scope` and the like from Slack itself. */
export function isNotOffered(error: unknown): boolean {
  return ['unknown_method', 'missing_scope', 'not_allowed_token_type'].includes(errorCode(error) ?? '');
}

/** Slack says that there is no such user, or none that the app may see. */
export function isUnknownUser(error: unknown): boolean {
  return ['user_not_found', 'user_not_visible'].includes(errorCode(error) ?? '');
}

/** @returns undefined where there is no such user, `not shown` where the app may not see them; @throws Error for any other failure */
export async function lookUpUser(slack: WebClient, userId: string): Promise<ToldUser | undefined | 'not shown'> {
  try {
    return (await slack.users.info({ user: userId })).user ?? 'not shown';
  } catch (error) {
    if (errorCode(error) === 'user_not_found') return undefined;
    if (errorCode(error) === 'user_not_visible' || isNotOffered(error)) return 'not shown';
    throw error;
  }
}

function errorCode(error: unknown): string | undefined {
  const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
  const code: unknown = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof code === 'string' ? code : undefined;
}
