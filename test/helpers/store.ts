import type { Store } from '../../src/store/db.ts';
import { saveGreeting } from '../../src/store/greetings.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import type { NewInteraction } from '../../src/store/interactions.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';
import { addPerson, findPersonBySlackId } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addDays, localDateOf } from '../../src/time/zoned.ts';
import { people, slackIdOf } from './people.ts';
import type { PersonKey } from './people.ts';

const reportsSinceDays = 200;

/**
 * Puts everybody on record who is in the tests' workspace, with who reports to whom. Nothing has been logged: much is due. Whoever
 * leads somebody knows already what this is, unless `areNew`.
 */
export async function fillStore(store: Store, now: Date, areNew = false): Promise<void> {
  const today = localDateOf(now, 'Etc/UTC');
  const since = addDays(today, -reportsSinceDays);
  const ids = new Map<PersonKey, number>();
  for (const { key, slackId, name, email, timeZone, isAdmin } of people)
    ids.set(
      key,
      await addPerson(
        store,
        { slackUserId: slackId, name, email, timeZone, startedOn: since, isAdmin: isAdmin === true },
        now,
      ),
    );
  for (const { key, manager } of people) {
    const [personId, managerId] = [ids.get(key), manager && ids.get(manager)];
    if (personId !== undefined && managerId !== undefined) await setManager(store, personId, managerId, since);
  }
  await countLinesAsTold(store);
  if (areNew) return;
  for (const key of ['lee', 'dana', 'marco'] as const)
    for (const role of ['manager', 'lead'] as const)
      await saveGreeting(store, { personId: ids.get(key) ?? 0, role, said: false }, now);
}

/** Somebody of the tests' workspace, from the database. */
export async function personCalled(store: Store, key: PersonKey): Promise<Person> {
  const person = await findPersonBySlackId(store, slackIdOf(key));
  if (person === undefined) throw new Error(`${key} is not on record`);
  return person;
}

/** Logs that something happened; without a note, half an hour long. */
export async function logInteraction(
  store: Store,
  entry: Pick<NewInteraction, 'behaviour' | 'managerId' | 'repId' | 'happenedOn'> & Partial<NewInteraction>,
  now: Date,
): Promise<number> {
  return addInteraction(
    store,
    { minutes: 30, dealId: null, details: {}, texts: {}, shared: false, nudgeId: null, ...entry },
    now,
  );
}
