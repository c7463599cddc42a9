import type { Context } from '../context.ts';
import { comparableName } from '../leading/full-name.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { addPerson, changePerson, everybody, findPersonByEmail, findPersonBySlackId } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { recordAudit } from '../store/audit.ts';
import { noSlackAccount, unpark } from '../store/outbox.ts';
import { followStatus } from './follow-status.ts';
import type { SlackProfile } from './follow-status.ts';
import { linkPeople } from './link-people.ts';

/** Why somebody in Slack can't be a person here. */
export type Unfit = 'bot' | 'guest' | 'stranger' | 'left' | 'unknown';

/** What Slack tells of a user, as far as it is looked at. */
export interface SlackUser {
  readonly id?: string;
  readonly team_id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly tz?: string;
  readonly profile?: SlackProfile & { readonly real_name?: string; readonly email?: string };
}

export type FoundPerson = { readonly person: Person } | { readonly unfit: Unfit; readonly name: string };

const slackbotId = 'USLACKBOT';

/**
 * The person with this Slack id. Who isn't on record yet is looked up in Slack and put there; a person from the roster with the
 * same e-mail address, or with a full name that nobody else has, is taken for the same.
 * @throws Error if Slack can't be asked
 */
export async function personOfSlackUser(context: Context, userId: string): Promise<FoundPerson> {
  const known = await findPersonBySlackId(context.store, userId);
  if (known !== undefined) return found(known);
  const user = await lookUp(context, userId);
  if (user === undefined) return { unfit: 'unknown', name: 'That person' };
  const unfit = whyUnfit(user, context.store.workspaceId);
  if (unfit !== undefined) return { unfit, name: nameOf(user) };
  if (await hasNamesake(context.store, user)) await linkPeople(context);
  return found(await putOnRecord(context, userId, user));
}

/** Whether a Slack user can't be a person here, and why. `workspaceId` is Slack's team id. */
export function whyUnfit(user: SlackUser, workspaceId: string): Unfit | undefined {
  if (user.is_bot === true || user.id === slackbotId) return 'bot';
  if (user.is_stranger === true || (user.team_id !== undefined && user.team_id !== workspaceId)) return 'stranger';
  if (user.is_restricted === true || user.is_ultra_restricted === true) return 'guest';
  return user.deleted === true ? 'left' : undefined;
}

function found(person: Person): FoundPerson {
  return person.leftOn === null ? { person } : { unfit: 'left', name: person.name };
}

async function lookUp(context: Context, userId: string): Promise<SlackUser | undefined> {
  try {
    return (await context.slack.users.info({ user: userId })).user;
  } catch (error) {
    if (isUnknownUser(error)) return undefined;
    throw error;
  }
}

function isUnknownUser(error: unknown): boolean {
  const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
  const code: unknown = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return code === 'user_not_found' || code === 'user_not_visible';
}

/** Is somebody of this name on the roster whom nobody in Slack has been found for? */
async function hasNamesake(store: Store, user: SlackUser): Promise<boolean> {
  const name = comparableName(nameOf(user));
  const people = await everybody(store);
  return people.some((person) => person.slackUserId === null && comparableName(person.name) === name);
}

async function putOnRecord(context: Context, userId: string, user: SlackUser): Promise<Person> {
  const email = user.profile?.email?.trim().toLowerCase() ?? null;
  const timeZone = user.tz ?? null;
  return writing(context.store, async (store) => {
    const isAdmin = user.is_admin === true || user.is_owner === true;
    const meanwhile = await findPersonBySlackId(store, userId);
    if (meanwhile !== undefined) return meanwhile;
    const onRoster = email === null ? undefined : await findPersonByEmail(store, email);
    if (onRoster !== undefined && onRoster.slackUserId === null) {
      await changePerson(store, onRoster.id, {
        slackUserId: userId,
        timeZone: onRoster.timeZone ?? timeZone,
        ...(isAdmin && { isAdmin }),
      });
      await unpark(store, noSlackAccount, onRoster.id);
      const event = { actorId: null, event: 'person.linked', subjectKind: 'person', subjectId: onRoster.id };
      await recordAudit(store, event, context.clock());
    } else {
      const person = { slackUserId: userId, email: onRoster === undefined ? email : null, timeZone, isAdmin };
      await addPerson(store, { ...person, name: nameOf(user) }, context.clock());
    }
    const person = await findPersonBySlackId(store, userId);
    if (person === undefined) throw new Error('A person was put on record and is not there');
    return followStatus(store, person, user.profile, context.clock());
  });
}

function nameOf(user: SlackUser): string {
  const names = [user.profile?.real_name, user.real_name, user.name];
  return names.map((name) => name?.trim() ?? '').find((name) => name !== '') ?? 'Somebody';
}
