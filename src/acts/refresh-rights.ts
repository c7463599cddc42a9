import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { followSlackUser } from './follow-slack-user.ts';
import { isNotOffered, isUnknownUser } from './slack-users.ts';

/**
 * Asks Slack what somebody is now, before they do what only an admin may: a demotion whose news were missed counts, too. Where Slack
 * never tells an app this, what is on record holds.
 * @returns the person as they are now
 * @throws UserError where Slack doesn't answer: a right that can't be checked is none
 */
export async function refreshRights(
  context: Pick<Context, 'store' | 'slack' | 'clock' | 'log' | 'enterpriseId'>,
  person: Person,
): Promise<Person> {
  const { slackUserId: id } = person;
  if (id === null) return person;
  try {
    const { user } = await context.slack.users.info({ user: id });
    if (user !== undefined) await followSlackUser(context, { ...user, id });
  } catch (error) {
    if (!isNotOffered(error) && !isUnknownUser(error)) {
      context.log.warn({ err: error }, 'Slack can’t be asked whether somebody is an admin');
      throw new UserError(
        'I couldn’t check with Slack that you’re an admin, so nothing changed. Try again in a minute.',
        { cause: error },
      );
    }
  }
  return (await findPerson(context.store, person.id)) ?? person;
}
