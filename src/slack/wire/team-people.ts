import type { Context } from '../../context.ts';
import { FieldError } from '../../errors.ts';
import type { Person } from '../../store/people.ts';
import { personOfSlackUser } from '../../acts/slack-person.ts';
import type { Unfit } from '../../acts/slack-person.ts';
import { shorten } from '../kit/text.ts';

/** Slack is asked about this many at a time: a form has to be answered within 3 seconds, whoever was chosen. */
const atATime = 10;

/**
 * The people with these Slack ids, put on record where they aren't yet.
 * @throws FieldError on `field` for somebody who can't be in a team
 */
export async function teamPeople(context: Context, field: string, userIds: readonly string[]): Promise<Person[]> {
  const people: Person[] = [];
  for (let from = 0; from < userIds.length; from += atATime) {
    const some = userIds.slice(from, from + atATime);
    people.push(...(await Promise.all(some.map((userId) => teamPerson(context, field, userId)))));
  }
  return people;
}

async function teamPerson(context: Context, field: string, userId: string): Promise<Person> {
  const found = await personOfSlackUser(context, userId);
  if ('person' in found) return found.person;
  throw new FieldError(field, `${shorten(found.name, 60)} ${reasons[found.unfit]} Choose someone else.`);
}

const reasons = {
  bot: 'is an app, not a person.',
  guest: 'is a guest here, and Firstline is for full members.',
  stranger: 'belongs to another company’s workspace.',
  left: 'has left.',
  unconfirmed: 'has the name of somebody on the roster, and an admin hasn’t said yet whether they’re the same.',
  unknown: 'isn’t known in this workspace.',
} as const satisfies Record<Unfit, string>;
