/** What Slack says of a user, wherever it says it: users.info, users.list, user_change. https://docs.slack.dev/reference/objects/user-object */
import { isTimeZone } from '../time/zoned.ts';
import type { SlackProfile } from './follow-status.ts';

/** Why somebody in Slack can't be a person here. `unconfirmed`: somebody without an account has that name, and nobody has said yet who they are. */
export type Unfit = 'bot' | 'guest' | 'stranger' | 'left' | 'unknown' | 'unconfirmed';

/** A user as Slack tells of one, as far as it is looked at. What is left out isn't said. */
export interface ToldUser {
  readonly id?: string | undefined;
  /** The workspace that they belong to: in an organisation it may be another than ours. */
  readonly team_id?: string | undefined;
  readonly name?: string | undefined;
  readonly real_name?: string | undefined;
  readonly deleted?: boolean | undefined;
  readonly is_bot?: boolean | undefined;
  readonly is_restricted?: boolean | undefined;
  readonly is_ultra_restricted?: boolean | undefined;
  readonly is_stranger?: boolean | undefined;
  readonly is_admin?: boolean | undefined;
  readonly is_owner?: boolean | undefined;
  readonly is_primary_owner?: boolean | undefined;
  readonly tz?: string | undefined;
  /** Only in an organisation (Enterprise Grid); its id is the same in all of its workspaces. */
  readonly enterprise_user?:
    | {
        readonly id?: string | undefined;
        readonly enterprise_id?: string | undefined;
        readonly teams?: readonly string[] | undefined;
      }
    | undefined;
  readonly profile?:
    | (SlackProfile & {
        readonly real_name?: string | undefined;
        readonly display_name?: string | undefined;
        readonly email?: string | undefined;
      })
    | undefined;
}

/** Whose bot this is: the workspace, and the organisation that it is part of, if any. */
export interface OwnPlace {
  readonly workspaceId: string;
  readonly enterpriseId?: string | undefined;
  /**
   * They act where only people of the organisation can: in the app's own conversation, its Home tab or a command. Then Slack's silence
   * on where they belong is enough, as long as it doesn't call them a stranger.
   */
  readonly isInside?: boolean;
}

/** The same, as it is worked with; undefined where Slack doesn't say. */
export interface SlackFacts {
  /** The user's id here, then that in the organisation: both mean the same person. */
  readonly ids: readonly string[];
  /** The full name, else the handle; undefined where there is none. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** IANA name. */
  readonly timeZone: string | undefined;
  readonly isAdmin: boolean | undefined;
  /** Why they are not served; `fit`: they are; undefined where Slack doesn't say enough. */
  readonly standing: Unfit | 'fit' | undefined;
  readonly profile: SlackProfile | undefined;
}

const slackbotId = 'USLACKBOT';

/** Whether a Slack user can't be a person here, and why. */
export function whyUnfit(user: ToldUser, own: OwnPlace): Unfit | undefined {
  if (user.is_bot === true || user.id === slackbotId) return 'bot';
  if (user.is_stranger === true || !isOurs(user, own)) return 'stranger';
  if (user.is_restricted === true || user.is_ultra_restricted === true) return 'guest';
  return user.deleted === true ? 'left' : undefined;
}

export function factsOf(user: ToldUser, own: OwnPlace): SlackFacts {
  const unfit = whyUnfit(user, own);
  const { tz: timeZone } = user;
  return {
    ids: [...new Set([user.id, user.enterprise_user?.id].filter((id) => id !== undefined && id !== ''))] as string[],
    name: firstOf(user.profile?.real_name, user.real_name),
    email: firstOf(user.profile?.email)?.toLowerCase(),
    timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : undefined,
    isAdmin: isAdmin(user, own, unfit),
    standing: unfit ?? (user.deleted === undefined ? undefined : 'fit'),
    profile: user.profile,
  };
}

/** What to call them where a name is needed. */
export function nameOfUser(user: ToldUser): string {
  return firstOf(user.profile?.real_name, user.real_name, user.name) ?? 'Somebody';
}

/** The organisation goes before the workspace: its people may be members of another of its workspaces. */
function isOurs(user: ToldUser, { workspaceId, enterpriseId, isInside }: OwnPlace): boolean {
  if (user.team_id === undefined || user.team_id === workspaceId) return true;
  if (enterpriseId === undefined) return false;
  const theirs = user.enterprise_user?.enterprise_id;
  return theirs === undefined ? isInside === true : theirs === enterpriseId;
}

/** Only of our own workspace: an admin of another one in the organisation is none here. */
function isAdmin(user: ToldUser, { workspaceId }: OwnPlace, unfit: Unfit | undefined): boolean | undefined {
  if (unfit !== undefined) return false;
  const said = [user.is_admin, user.is_owner, user.is_primary_owner];
  if (said.every((flag) => flag === undefined)) return undefined;
  const isMember = user.team_id === undefined || user.team_id === workspaceId;
  return isMember && said.includes(true);
}

function firstOf(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.map((text) => text?.trim() ?? '').find((text) => text !== '');
}
