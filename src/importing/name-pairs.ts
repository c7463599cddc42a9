import type { SlackUser } from '../acts/slack-users.ts';
import { comparableName } from '../leading/full-name.ts';
import type { Known } from '../leading/who-is-meant.ts';
import type { Person } from '../store/people.ts';

/** Somebody of the roster, and the one in Slack who alone has that name: perhaps the same, for somebody to confirm. */
export interface NamePair {
  readonly person: Person;
  readonly user: SlackUser;
}

/**
 * Whom the names of people without an account might mean in Slack; a name that several have on either side means nobody.
 * @param people those of the file
 * @param known what they are known by
 * @param taken accounts that somebody on record has
 */
export function namePairs(
  people: readonly Person[],
  known: readonly Known[],
  users: readonly SlackUser[],
  taken: ReadonlySet<string | null>,
): NamePair[] {
  const unlinked = people.filter(({ slackUserId, leftOn }) => slackUserId === null && leftOn === null);
  const namesOf = Map.groupBy(
    known.filter(({ kind, source, isCurrent }) => kind === 'name' && source !== 'slack' && isCurrent),
    ({ personId }) => personId,
  );
  const byName = groupBy(unlinked, ({ id, name }) => [
    comparableName(name),
    ...(namesOf.get(id) ?? []).map(({ folded }) => folded),
  ]);
  const free = users.filter(({ id }) => !taken.has(id));
  const usersByName = groupBy(free, ({ names }) => names.map(comparableName));
  const pairs = new Map<Person, Set<SlackUser>>();
  const rivals = new Map<SlackUser, Set<Person>>();
  for (const [name, persons] of byName)
    for (const user of usersByName.get(name) ?? [])
      for (const person of persons)
        if (agreesOnAddress(person, user)) {
          pairs.set(person, (pairs.get(person) ?? new Set()).add(user));
          rivals.set(user, (rivals.get(user) ?? new Set()).add(person));
        }
  return [...pairs].flatMap(([person, fitting]) => {
    const [user] = fitting;
    return user === undefined || fitting.size > 1 || (rivals.get(user)?.size ?? 0) > 1 ? [] : [{ person, user }];
  });
}

/** The same name with two different addresses is two people. */
function agreesOnAddress({ email }: Person, user: SlackUser): boolean {
  return email === null || user.email === null || email.toLowerCase() === user.email;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, Set<T>> {
  const groups = new Map<string, Set<T>>();
  for (const item of items)
    for (const key of keysOf(item)) groups.set(key, (groups.get(key) ?? new Set<T>()).add(item));
  return groups;
}
