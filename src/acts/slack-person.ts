import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import type { LinkProposal } from '../store/link-proposals.ts';
import { addPerson, findPerson, findPersonByEmail, findPersonBySlackId } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { askAboutWaiting, askAdmins, proposePairs } from './ask-whether-same.ts';
import { linkAccount } from './link-account.ts';
import { factsOf, nameOfUser, whyUnfit } from './slack-facts.ts';
import type { SlackFacts, ToldUser, Unfit } from './slack-facts.ts';
import { isUnknownUser, ownPlace } from './slack-users.ts';
import { takeOverFacts } from './take-over-facts.ts';
import { whoseAccount } from './whose-account.ts';

export type { Unfit } from './slack-facts.ts';

export type FoundPerson = { readonly person: Person } | NotAPerson;

export interface NotAPerson {
  readonly unfit: Unfit;
  readonly name: string;
  /** Of somebody who is unconfirmed: the pairs that wait, and whether they may decide themselves, as an admin of Slack. */
  readonly pairs?: readonly LinkProposal[];
  readonly mayDecide?: boolean;
  readonly isAdminAsked?: boolean;
}

/**
 * The person with this Slack id. Who isn't on record yet is looked up in Slack and put there; whoever on the roster has the same
 * address or Slack id is the same. Of whom only the name is the same an admin is asked first, and nobody is put on record meanwhile.
 * @param options `isElsewhere`: Slack says that they come from another workspace than ours, so that Slack has to be asked about them;
 *   `isInside`: they act in the app's own places, as `OwnPlace` says
 * @throws Error if Slack can't be asked about somebody who isn't on record
 */
export async function personOfSlackUser(
  context: Context,
  userId: string,
  options: { readonly isElsewhere?: boolean; readonly isInside?: boolean } = {},
): Promise<FoundPerson> {
  const known = await findPersonBySlackId(context.store, userId);
  if (known !== undefined && options.isElsewhere !== true && !mayBeBack(known)) return found(known);
  const user = await lookUp(context, userId).catch((error: unknown) => {
    if (known === undefined) throw error;
    context.log.warn({ err: error }, 'Slack can’t be asked about somebody: what was last known of them holds');
    return 'not asked' as const;
  });
  if (user === 'not asked' && known !== undefined) return found(known);
  if (user === undefined || user === 'not asked') return { unfit: 'unknown', name: 'That person' };
  const own = { ...ownPlace(context), isInside: options.isInside === true };
  const unfit = whyUnfit(user, own);
  if (unfit === 'bot' || unfit === 'stranger') return { unfit, name: nameOfUser(user) };
  const facts = factsOf(user, own);
  if (known !== undefined) return found(await writing(context.store, (tx) => followed(tx, known, facts, context)));
  if (unfit !== undefined) return { unfit, name: nameOfUser(user) };
  return findOrAdd(context, userId, user, facts);
}

function followed(store: Store, known: Person, facts: SlackFacts, context: Context): Promise<Person> {
  return takeOverFacts(store, known, facts, context.clock());
}

/** Slack took them away. Somebody who acts is there: perhaps the news that they are back were missed. */
function mayBeBack({ leftWhy }: Person): boolean {
  return leftWhy === 'account' || leftWhy === 'guest';
}

function found(person: Person): FoundPerson {
  if (person.leftOn === null) return { person };
  return { unfit: person.leftWhy === 'guest' ? 'guest' : 'left', name: person.name };
}

async function lookUp({ slack }: Pick<Context, 'slack'>, userId: string): Promise<ToldUser | undefined> {
  try {
    return (await slack.users.info({ user: userId })).user;
  } catch (error) {
    if (isUnknownUser(error)) return undefined;
    throw error;
  }
}

async function findOrAdd(context: Context, userId: string, user: ToldUser, facts: SlackFacts): Promise<FoundPerson> {
  const now = context.clock();
  const name = nameOfUser(user);
  const result = await writing(context.store, async (store): Promise<FoundPerson> => {
    const meanwhile = await findPersonBySlackId(store, userId);
    if (meanwhile !== undefined) return found(meanwhile);
    const account = await whoseAccount(store, facts, [name]);
    if (account.kind === 'one')
      return account.person.leftOn === null
        ? { person: await linkAccount(store, account.person, facts, now) }
        : found(account.person);
    if (account.kind === 'perhaps') {
      const pairs = await proposePairs(store, account.people, facts, now);
      const isAdminAsked = await askAdmins(context, store, pairs, now);
      return { unfit: 'unconfirmed', name, pairs, mayDecide: facts.isAdmin === true, isAdminAsked };
    }
    return { person: await putOnRecord(context, store, name, facts) };
  });
  context.deliverSoon('person' in result ? [result.person.id] : []);
  return result;
}

async function putOnRecord(context: Context, store: Store, name: string, facts: SlackFacts): Promise<Person> {
  const now = context.clock();
  const slackUserId = facts.ids[0] ?? null;
  const isAdmin = facts.isAdmin === true;
  const isTaken = facts.email !== undefined && (await findPersonByEmail(store, facts.email)) !== undefined;
  const email = isTaken ? null : (facts.email ?? null);
  const seen = { slackUserId, email, timeZone: facts.timeZone ?? null, isAdmin, name };
  const id = await addPerson(store, seen, now);
  const added = await findPerson(store, id);
  if (added === undefined) throw new Error('A person was added and is not there');
  // An address that stands with somebody else is theirs until Slack says otherwise of them.
  const person = await takeOverFacts(store, added, isTaken ? { ...facts, email: undefined } : facts, now);
  if (isAdmin) await askAboutWaiting(context, store, now);
  return person;
}
