import { recordAudit } from '../store/audit.ts';
import type { Store } from '../store/db.ts';
import { noSlackAccount, unpark } from '../store/outbox.ts';
import { changePerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import type { SlackFacts } from './slack-facts.ts';
import { takeOverFacts } from './take-over-facts.ts';

/**
 * Gives a person on record the Slack account that was found to be theirs; what waited for one waits no longer. A zone of the roster
 * stays. Call it in a transaction.
 * @returns the person as they are now
 */
export async function linkAccount(store: Store, person: Person, facts: SlackFacts, now: Date): Promise<Person> {
  const [slackUserId] = facts.ids;
  if (slackUserId === undefined) throw new Error('An account without an id can’t be linked');
  await changePerson(store, person.id, { slackUserId });
  const { timeZone: zone, ...others } = facts;
  const timeZone = person.timeZone === null ? zone : undefined;
  const linked = await takeOverFacts(store, { ...person, slackUserId }, { ...others, timeZone }, now);
  await unpark(store, noSlackAccount, person.id);
  await recordAudit(store, { actorId: null, event: 'person.linked', subjectKind: 'person', subjectId: person.id }, now);
  return linked;
}
