import { decideLink } from '../acts/link-proposals.ts';
import { linkPeople } from '../acts/link-people.ts';
import type { SlackUser } from '../acts/slack-users.ts';
import type { Store } from '../store/db.ts';
import { everythingKnown, noteKnown } from '../store/known-as.ts';
import { proposeLink, waitingProposals } from '../store/link-proposals.ts';
import type { LinkProposal } from '../store/link-proposals.ts';
import { noSlackAccount, unpark } from '../store/outbox.ts';
import { changePerson, everybody, findPeople } from '../store/people.ts';
import type { Person, PersonChange } from '../store/people.ts';
import { recordAudit } from '../store/audit.ts';
import { currentLines } from '../store/reporting-lines.ts';
import { isTimeZone } from '../time/zoned.ts';
import { knownIndex, knownOnRecord } from './known-index.ts';
import { listNames } from './list-names.ts';
import { namePairs } from './name-pairs.ts';

/** A pair that waits: a name of the roster, and the account in Slack of that name. */
export interface WaitingPair extends Pick<LinkProposal, 'slackUserId' | 'slackName' | 'slackAddress'> {
  readonly pair: number;
  readonly personId: number;
  readonly name: string;
}

export interface LinkedRoster {
  readonly notes: readonly string[];
  /** What waits for a yes. */
  readonly pairs: readonly WaitingPair[];
}

type LinkContext = Parameters<typeof linkPeople>[0] & { newId(): string };

/**
 * Finds the people of a roster in Slack: by address, by Slack id, by an address that was theirs. A name alone links nobody: it makes a
 * pair, which is decided where whoever imports has said yes.
 * @param peopleIds those whom the file names
 */
export async function linkRoster(
  context: LinkContext,
  users: readonly SlackUser[],
  peopleIds: readonly number[],
  isNameEnough: boolean,
): Promise<LinkedRoster> {
  const { store } = context;
  const now = context.clock();
  const byIds = await linkByIds(store, users, now);
  const byAddress = await linkPeople(
    context,
    users.map((user) => ({ ...user, names: [] })),
  );
  const pairs = await proposePairs(store, users, peopleIds, now);
  if (isNameEnough)
    for (const { pair, personId, slackUserId } of pairs) {
      await decideLink(context, store, { proposalId: pair, isSame: true, actorId: null }, now);
      const [person] = await findPeople(store, [personId]);
      const user = users.find(({ id }) => id === slackUserId);
      if (person !== undefined && user !== undefined) await changePerson(store, personId, slackFacts(person, user));
    }
  const found = byIds + byAddress.linked.length;
  return {
    pairs: isNameEnough ? [] : pairs,
    notes: [
      ...(found === 0 ? [] : [`${found} ${found === 1 ? 'person was' : 'people were'} found in Slack.`]),
      ...(isNameEnough ? noteLinkedByName(pairs) : []),
      ...(await noteNotFound(store, peopleIds, isNameEnough ? [] : pairs)),
    ],
  };
}

/** By ids and former addresses: what `linkPeople` doesn't look at. Present addresses are its own. */
async function linkByIds(store: Store, users: readonly SlackUser[], now: Date): Promise<number> {
  const people = await everybody(store);
  const taken = new Set(people.map(({ slackUserId }) => slackUserId));
  const index = knownIndex(knownOnRecord(people, await everythingKnown(store)));
  const addresses = new Set(people.flatMap(({ email }) => email?.toLowerCase() ?? []));
  const byId = new Map(people.map((person) => [person.id, person]));
  let count = 0;
  for (const user of users) {
    if (taken.has(user.id)) continue;
    const meant = index.meant({ email: user.email, name: null, slackId: user.id });
    const person = meant.kind === 'one' ? byId.get(meant.personId) : undefined;
    if (person === undefined || person.slackUserId !== null || person.leftOn !== null) continue;
    byId.delete(person.id);
    taken.add(user.id);
    await changePerson(store, person.id, {
      slackUserId: user.id,
      ...(person.email === null && user.email !== null && !addresses.has(user.email) ? { email: user.email } : {}),
      ...slackFacts(person, user),
    });
    const known = { personId: person.id, source: 'slack' } as const;
    await noteKnown(store, { ...known, kind: 'slack-id', value: user.id }, now);
    await noteKnown(store, { ...known, kind: 'address', value: user.email ?? '' }, now);
    await unpark(store, noSlackAccount, person.id);
    const event = { actorId: null, event: 'person.linked', subjectKind: 'person', subjectId: person.id };
    await recordAudit(store, event, now);
    count += 1;
  }
  return count;
}

/** What comes with an account. */
function slackFacts(person: Person, { timeZone, isAdmin }: SlackUser): PersonChange {
  return {
    ...(person.timeZone === null && timeZone !== null && isTimeZone(timeZone) ? { timeZone } : {}),
    ...(isAdmin && { isAdmin }),
  };
}

async function proposePairs(
  store: Store,
  users: readonly SlackUser[],
  peopleIds: readonly number[],
  now: Date,
): Promise<WaitingPair[]> {
  const all = await everybody(store);
  const wanted = new Set(peopleIds);
  const people = all.filter(({ id }) => wanted.has(id));
  const taken = new Set(all.map(({ slackUserId }) => slackUserId));
  for (const { person, user } of namePairs(people, await everythingKnown(store), users, taken)) {
    const slackName = user.names[0] ?? user.id;
    await proposeLink(store, { personId: person.id, slackUserId: user.id, slackName, slackAddress: user.email }, now);
  }
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return (await waitingProposals(store)).flatMap(({ id, personId, slackUserId, slackName, slackAddress }) => {
    const name = nameOf.get(personId);
    return name === undefined ? [] : [{ pair: id, personId, name, slackUserId, slackName, slackAddress }];
  });
}

function noteLinkedByName(pairs: readonly WaitingPair[]): string[] {
  if (pairs.length === 0) return [];
  return [
    `${pairs.length} ${pairs.length === 1 ? 'person was' : 'people were'} linked to Slack by name, as you said: ${listNames(pairs)}.`,
  ];
}

/** Who of the roster isn't in Slack, and what follows. */
async function noteNotFound(
  store: Store,
  peopleIds: readonly number[],
  pairs: readonly WaitingPair[],
): Promise<string[]> {
  const wanted = new Set(peopleIds);
  const waiting = new Set(pairs.map(({ personId }) => personId));
  const missing = (await everybody(store)).filter(
    ({ id, slackUserId, leftOn }) => wanted.has(id) && slackUserId === null && leftOn === null && !waiting.has(id),
  );
  if (missing.length === 0) return [];
  const managers = new Set((await currentLines(store)).map(({ managerId }) => managerId));
  const leading = missing.filter(({ id }) => managers.has(id));
  return [
    `${listNames(missing)}: no Slack account found, so no messages.`,
    ...(leading.length === 0
      ? []
      : [
          `${listNames(leading)}: ${leading.length === 1 ? 'manages' : 'manage'} people, and without an account there is no plan.`,
        ]),
  ];
}
