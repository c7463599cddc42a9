import type { Context } from '../context.ts';
import { comparableName } from '../leading/full-name.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import { noSlackAccount, unpark } from '../store/outbox.ts';
import { changePerson, everybody } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { isTimeZone } from '../time/zoned.ts';
import { listSlackUsers, lookUpSlackUsers } from './slack-users.ts';
import type { SlackUser } from './slack-users.ts';

export interface Linked {
  readonly linked: readonly { readonly personId: number; readonly slackUserId: string }[];
  /** People whose name several have, in Slack or on record: nobody was guessed. */
  readonly ambiguous: readonly { readonly personId: number; readonly name: string; readonly candidates: number }[];
  /** False: Slack gives neither the list of users here nor one by address, so nothing could be linked. */
  readonly isListed: boolean;
}

/**
 * Finds the Slack user of everybody on record who has none: by e-mail address, else by a full name that only one has on either
 * side. Fills in e-mail address, time zone and the admin flag from Slack where the record is blank; what waited for them to have a Slack account waits no
 * longer.
 * @param users who is in Slack; asked of Slack if left out
 * @throws Error if Slack can't be reached
 */
export async function linkPeople(
  context: Pick<Context, 'store' | 'slack' | 'clock'>,
  users?: readonly SlackUser[],
): Promise<Linked> {
  const listed = users ?? (await listSlackUsers(context.slack)) ?? (await lookUpUnlinked(context));
  if (listed === undefined) return { linked: [], ambiguous: [], isListed: false };
  const now = context.clock();
  return writing(context.store, async (store) => {
    const people = await everybody(store);
    const { links, ambiguous } = matchPeople(people, listed);
    const addresses = new Set(people.flatMap((person) => person.email?.toLowerCase() ?? []));
    for (const { person, user } of links) {
      await changePerson(store, person.id, {
        slackUserId: user.id,
        ...(person.email === null && user.email !== null && !addresses.has(user.email) ? { email: user.email } : {}),
        ...(person.timeZone === null && user.timeZone !== null && isTimeZone(user.timeZone)
          ? { timeZone: user.timeZone }
          : {}),
        ...(user.isAdmin ? { isAdmin: true } : {}),
      });
      if (user.email !== null) addresses.add(user.email);
      await unpark(store, noSlackAccount, person.id);
      await recordAudit(
        store,
        { actorId: null, event: 'person.linked', subjectKind: 'person', subjectId: person.id },
        now,
      );
    }
    const linked = links.map(({ person, user }) => ({ personId: person.id, slackUserId: user.id }));
    return { linked, ambiguous, isListed: true };
  });
}

/** Without a list: those of the unlinked whose address is on record. */
async function lookUpUnlinked({ store, slack }: Pick<Context, 'store' | 'slack'>): Promise<SlackUser[] | undefined> {
  const people = await everybody(store);
  const emails = people.flatMap(({ slackUserId, leftOn, email }) =>
    slackUserId === null && leftOn === null && email !== null ? [email] : [],
  );
  return emails.length === 0 ? undefined : lookUpSlackUsers(slack, emails);
}

interface Match {
  readonly person: Person;
  readonly user: SlackUser;
}

/** Pure: who is whom. A Slack user who is on record already is nobody else. */
function matchPeople(
  people: readonly Person[],
  users: readonly SlackUser[],
): { links: Match[]; ambiguous: Linked['ambiguous'] } {
  const taken = new Set(people.map((person) => person.slackUserId));
  const free = users.filter((user) => !taken.has(user.id));
  const unlinked = people.filter((person) => person.slackUserId === null && person.leftOn === null);
  const byEmail = unlinked.flatMap((person): Match[] => {
    const user = person.email === null ? undefined : free.find((one) => one.email === person.email?.toLowerCase());
    return user === undefined ? [] : [{ person, user }];
  });
  const emailed = new Set(byEmail.flatMap(({ person, user }) => [person.id, user.id]));
  const nameless = unlinked.filter((person) => !emailed.has(person.id));
  const namesakes = groupBy(nameless, (person) => [comparableName(person.name)]);
  const usersByName = groupBy(
    free.filter((user) => !emailed.has(user.id)),
    (user) => [...new Set(user.names.map(comparableName))],
  );
  const links: Match[] = [...byEmail];
  const ambiguous: { personId: number; name: string; candidates: number }[] = [];
  const used = new Set<string>();
  for (const person of nameless) {
    const name = comparableName(person.name);
    const candidates = (usersByName.get(name) ?? []).filter((user) => agreesOnEmail(person, user));
    const [user] = candidates;
    if (user === undefined) continue;
    const rivals = Math.max(candidates.length, namesakes.get(name)?.length ?? 0);
    if (rivals > 1 || used.has(user.id)) ambiguous.push({ personId: person.id, name: person.name, candidates: rivals });
    else {
      links.push({ person, user });
      used.add(user.id);
    }
  }
  return { links, ambiguous };
}

/** The same name with two different addresses is two people. */
function agreesOnEmail(person: Person, user: SlackUser): boolean {
  return person.email === null || user.email === null || person.email.toLowerCase() === user.email;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  return groups;
}
