import { foldedClue } from '../leading/who-is-meant.ts';
import type { Store } from '../store/db.ts';
import { knownOf, noteKnown } from '../store/known-as.ts';
import { changePerson, findPerson, findPersonByEmail } from '../store/people.ts';
import type { Person, PersonChange } from '../store/people.ts';
import { followStatus } from './follow-status.ts';
import { localDayOf } from './local-day.ts';
import type { SlackFacts } from './slack-facts.ts';

/**
 * What Slack says of a person who has an account holds: name, address, zone, whether they are an admin, a guest, out or gone. The
 * roster's name and address stay known beside them. What becomes of a second account, of two records that were made one, changes
 * nothing. Call it in a transaction.
 * @returns the person as they are now
 */
export async function takeOverFacts(store: Store, person: Person, facts: SlackFacts, now: Date): Promise<Person> {
  if (person.slackUserId !== null && !facts.ids.includes(person.slackUserId)) return person;
  const said = { personId: person.id, source: 'slack' } as const;
  for (const value of facts.ids) await noteKnown(store, { ...said, kind: 'slack-id', value }, now);
  await noteKnown(store, { ...said, kind: 'name', value: facts.name ?? '' }, now);
  await noteKnown(store, { ...said, kind: 'address', value: facts.email ?? '' }, now);
  const { name, timeZone, isAdmin } = facts;
  const wanted: PersonChange = {
    ...(name !== undefined && { name }),
    ...(timeZone !== undefined && { timeZone }),
    ...(isAdmin !== undefined && { isAdmin }),
    ...(await address(store, person, facts)),
    ...(await standing(store, person, facts, now)),
  };
  const change = Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => value !== person[key as keyof Person]),
  ) as PersonChange;
  await changePerson(store, person.id, change);
  await followStatus(store, { ...person, ...change }, facts.profile, now);
  return (await findPerson(store, person.id)) ?? person;
}

/** The address by which a person is found first is HR's while HR has one; Slack's otherwise, as it changes. */
async function address(store: Store, person: Person, { email }: SlackFacts): Promise<PersonChange> {
  if (email === undefined || email === person.email?.toLowerCase()) return {};
  const own = person.email === null ? undefined : foldedClue('address', person.email);
  const isSaidElsewhere = (await knownOf(store, person.id)).some(
    ({ kind, source, isCurrent, folded }) => kind === 'address' && source !== 'slack' && isCurrent && folded === own,
  );
  if (own !== undefined && isSaidElsewhere) return {};
  return (await findPersonByEmail(store, email)) === undefined ? { email } : {};
}

/** Why Slack takes somebody away, for what it may bring back. Whoever left by the roster or an admin isn't brought back by an account. */
async function standing(store: Store, person: Person, { standing: now }: SlackFacts, at: Date): Promise<PersonChange> {
  if (now === 'left' || now === 'guest') {
    const leftWhy = now === 'left' ? 'account' : 'guest';
    if (person.leftOn === null) return { leftOn: await localDayOf(store, person, at), leftWhy };
    return person.leftWhy === 'account' || person.leftWhy === 'guest' ? { leftWhy } : {};
  }
  const isBack = now === 'fit' && (person.leftWhy === 'account' || person.leftWhy === 'guest');
  return isBack ? { leftOn: null, leftWhy: null } : {};
}
