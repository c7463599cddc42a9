import { decideLink } from '../../acts/link-proposals.ts';
import { linkPeople } from '../../acts/link-people.ts';
import type { SlackUser } from '../../acts/slack-users.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Store } from '../../store/db.ts';
import { waitingProposals } from '../../store/link-proposals.ts';
import type { LinkProposal } from '../../store/link-proposals.ts';
import { changePerson, everybody, findPeople } from '../../store/people.ts';
import { currentLines } from '../../store/reporting-lines.ts';
import { isTimeZone } from '../../time/zoned.ts';
import { listNames } from '../list-names.ts';

/** A pair that waits: a name of the roster, and the account in Slack of that name. */
export interface WaitingPair extends Pick<LinkProposal, 'slackUserId' | 'slackName' | 'slackAddress'> {
  readonly pair: number;
  readonly personId: PersonId;
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
 * pair, which is decided where whoever imports has said yes, nobody else has that name, and no address says otherwise.
 * @param peopleIds those whom the file names
 */
export async function linkRoster(
  context: LinkContext,
  users: readonly SlackUser[],
  peopleIds: readonly PersonId[],
  isNameEnough: boolean,
): Promise<LinkedRoster> {
  const { store } = context;
  const now = context.clock();
  const found = (await linkPeople(context, users)).linked.length;
  const pairs = await pairsOf(store, peopleIds);
  const clear = isNameEnough ? pairs.filter((pair) => isClear(pair, pairs)) : [];
  for (const { pair, personId, slackUserId } of clear) {
    await decideLink(context, store, { proposalId: pair, isSame: true, actorId: null }, now);
    const [person] = await findPeople(store, [personId]);
    const timeZone = users.find(({ id }) => id === slackUserId)?.timeZone ?? null;
    if (person?.timeZone === null && timeZone !== null && isTimeZone(timeZone))
      await changePerson(store, personId, { timeZone });
  }
  const waiting = pairs.filter((pair) => !clear.includes(pair));
  return {
    pairs: waiting.map(({ email: _address, ...pair }) => pair),
    notes: [
      ...(found === 0 ? [] : [`${found} ${found === 1 ? 'person was' : 'people were'} found in Slack.`]),
      ...noteLinkedByName(clear),
      ...(await noteNotFound(store, peopleIds, waiting)),
    ],
  };
}

type OpenPair = WaitingPair & { readonly email: string | null };

async function pairsOf(store: Store, peopleIds: readonly PersonId[]): Promise<OpenPair[]> {
  const people = new Map((await everybody(store)).map((person) => [person.id, person]));
  const wanted = new Set(peopleIds);
  const pairs = (await waitingProposals(store)).flatMap(({ id, personId, slackUserId, slackName, slackAddress }) => {
    const person = people.get(personId);
    if (person === undefined || !wanted.has(personId)) return [];
    const { name, email } = person;
    return [{ pair: id, personId, name, email, slackUserId, slackName, slackAddress }];
  });
  return pairs.toSorted((one, other) => one.personId - other.personId || one.pair - other.pair);
}

/** The same name with two different addresses is two people, and a name that several have names nobody. */
function isClear({ personId, slackUserId, email, slackAddress }: OpenPair, pairs: readonly OpenPair[]): boolean {
  const rivals = pairs.filter((one) => one.personId === personId || one.slackUserId === slackUserId);
  return (
    rivals.length === 1 &&
    (email === null || slackAddress === null || email.toLowerCase() === slackAddress.toLowerCase())
  );
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
  peopleIds: readonly PersonId[],
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
