/**
 * A small company whose people really are who they are, for the property test in `test/acts/right-people.test.ts`: things happen to
 * them in any order, and the log must go on knowing who is who. A command is one thing that may happen; other areas add theirs to the
 * test's list.
 */
import { fc } from './fast-check.ts';
import { WebClient } from '@slack/web-api';
import { expect } from 'vitest';
import { followOneByOne, followPeople } from '../../src/acts/follow-people.ts';
import { followSlackUser } from '../../src/acts/follow-slack-user.ts';
import { decideLink } from '../../src/acts/link-proposals.ts';
import { linkPeople } from '../../src/acts/link-people.ts';
import { refreshRights } from '../../src/acts/refresh-rights.ts';
import type { ToldUser } from '../../src/acts/slack-facts.ts';
import { personOfSlackUser } from '../../src/acts/slack-person.ts';
import type { Context } from '../../src/context.ts';
import { comparableName } from '../../src/leading/full-name.ts';
import { knownOf, noteKnown } from '../../src/store/known-as.ts';
import { waitingProposals } from '../../src/store/link-proposals.ts';
import { addPerson, everybody, findPerson, findPersonBySlackId } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { openOffice } from './office.ts';

/** Somebody of flesh and blood, with an account in Slack. */
export interface Human {
  readonly number: number;
  readonly slackId: string;
  name: string;
  address: string;
  isIn: boolean;
  isDeactivated: boolean;
  isGuest: boolean;
  isAdmin: boolean;
  /** Their record of the roster, if they stand on it; only the test knows that it is theirs. */
  rosterId: number | undefined;
  /** A record of their own beside that of the roster, made while nothing told that the two are one. */
  hasExcusedDouble: boolean;
}

export interface World {
  readonly context: Context;
  readonly humans: readonly Human[];
  close(): Promise<void>;
}

export interface Command {
  readonly says: string;
  run(world: World): Promise<void>;
}

/** On the roster by address, by Slack id, by name alone, twice the same name; in Slack alone; and one who takes others' names. */
const roster = [
  { name: 'Ada Quill', knownBy: 'address' },
  { name: 'Otto Brandt', knownBy: 'slack-id' },
  { name: 'Siobhan O’Dell', knownBy: 'name' },
  { name: 'Kim Moe', knownBy: 'name' },
  { name: 'Kim Moe', knownBy: 'address' },
  { name: 'Lena Park', knownBy: 'nothing' },
  { name: 'Mal Ory', knownBy: 'nothing' },
] as const;

const names = [...new Set(roster.map(({ name }) => name)), 'Ada Quill-Moss', "Siobhan O'Dell"];

export async function openWorld(): Promise<World> {
  const office = await openOffice();
  const now = office.context.clock();
  const humans: Human[] = [];
  for (const [number, { name, knownBy }] of roster.entries()) {
    const slackId = `U0HUMAN${number}`;
    const address = addressOf(number, 0);
    const rosterId =
      knownBy === 'nothing'
        ? undefined
        : await addPerson(office.store, { name, ...(knownBy === 'address' && { email: address }) }, now);
    if (rosterId !== undefined && knownBy === 'slack-id')
      await noteKnown(office.store, { personId: rosterId, kind: 'slack-id', value: slackId, source: 'roster' }, now);
    const state = { isIn: number !== 3, isDeactivated: false, isGuest: false, isAdmin: number === 5 };
    humans.push({ number, slackId, name, address, ...state, rosterId, hasExcusedDouble: false });
  }
  const slack = new WebClient('xoxb-unused');
  const others = (await everybody(office.store)).flatMap(({ slackUserId, name }) =>
    slackUserId === null ? [] : [{ id: slackUserId, deleted: false, is_restricted: false, real_name: name }],
  );
  // Slack itself, as far as it is asked here.
  Object.assign(slack.users, {
    info: ({ user }: { user: string }) => {
      const found = humans.find(({ slackId, isIn }) => slackId === user && isIn);
      return found === undefined
        ? Promise.reject(Object.assign(new Error('no'), { data: { ok: false, error: 'user_not_found' } }))
        : Promise.resolve({ ok: true, user: told(found) });
    },
    list: () => Promise.resolve({ ok: true, members: [...others, ...humans.filter(({ isIn }) => isIn).map(told)] }),
  });
  return { context: { ...office.context, slack }, humans, close: () => office.close() };
}

function addressOf(number: number, which: number): string {
  return `human${number}.${which}@example.com`;
}

function told(human: Human): ToldUser & { id: string } {
  const { slackId: id, name, address, isDeactivated: deleted, isGuest, isAdmin } = human;
  const common = { id, team_id: 'T001', deleted, profile: { real_name: name, email: address } };
  return deleted ? common : { ...common, is_restricted: isGuest, is_admin: isAdmin && !isGuest, is_owner: false };
}

const someone = fc.nat({ max: roster.length - 1 });
/** Whether the bot hears of it. */
const isHeard = fc.boolean();

function changing<T>(what: string, value: fc.Arbitrary<T>, change: (human: Human, value: T) => void) {
  return fc.tuple(someone, value, isHeard).map(([number, to, heard]): Command => ({
    says: `${what} of ${number}: ${String(to)}${heard ? '' : ', unheard'}`,
    async run({ context, humans }) {
      const human = humans[number];
      if (human === undefined) return;
      change(human, to);
      if (heard && human.isIn) await followSlackUser(context, told(human));
    },
  }));
}

/** What happens in Slack, and what the bot does about it. */
export const slackCommands: readonly fc.Arbitrary<Command>[] = [
  changing('name', fc.constantFrom(...names), (human, name) => {
    human.name = name;
  }),
  changing('address', fc.nat({ max: 2 }), (human, which) => {
    human.address = addressOf(human.number, which);
  }),
  changing('deactivated', fc.boolean(), (human, to) => {
    human.isDeactivated = to;
  }),
  changing('guest', fc.boolean(), (human, to) => {
    human.isGuest = to;
  }),
  changing('admin', fc.boolean(), (human, to) => {
    human.isAdmin = to;
  }),
  changing('joined', fc.constant(true), (human) => {
    human.isIn = true;
  }),
  someone.map((number) => ({ says: `${number} acts`, run: (world: World) => act(world, number) })),
  someone.map((number) => ({
    says: `${number} does what admins may`,
    run: (world: World) => actAsAdmin(world, number),
  })),
  fc.constant({ says: 'everybody is compared with Slack', run: sweep }),
  fc.constant({
    says: 'the unlinked are looked up',
    run: async ({ context }: World) => void (await linkPeople(context)),
  }),
  fc
    .nat({ max: 5 })
    .map((which) => ({ says: `pair ${which} is answered`, run: (world: World) => answer(world, which) })),
];

async function act(world: World, number: number): Promise<void> {
  const { context, humans } = world;
  const human = humans[number];
  if (human === undefined || !human.isIn || human.isDeactivated) return;
  const isTold = human.rosterId !== undefined && (await isToldBy(context, human, human.rosterId));
  const before = await findPersonBySlackId(context.store, human.slackId);
  const found = await personOfSlackUser(context, human.slackId);
  if ('unfit' in found) {
    expect(['guest', 'left', 'unconfirmed']).toContain(found.unfit);
    return;
  }
  if (human.rosterId === undefined || found.person.id === human.rosterId || before !== undefined) return;
  expect(isTold, `human ${number} got a second record although something told who they are`).toBe(false);
  human.hasExcusedDouble = true;
}

/** Does anything that Slack says of this human stand with the record that is theirs? */
async function isToldBy({ store }: Context, { name, address, slackId }: Human, personId: number): Promise<boolean> {
  const clues = new Set([`name|${comparableName(name)}`, `address|${address}`, `slack-id|${slackId}`]);
  return (await knownOf(store, personId)).some(({ kind, folded }) => clues.has(`${kind}|${folded}`));
}

async function actAsAdmin({ context, humans }: World, number: number): Promise<void> {
  const human = humans[number];
  const person = human && (await findPersonBySlackId(context.store, human.slackId));
  if (human === undefined || person === undefined || !human.isIn) return;
  const now = await refreshRights(context, person);
  expect(now.isAdmin, `the right of human ${number}`).toBe(isAdminInSlack(human));
}

async function sweep({ context, humans }: World): Promise<void> {
  const { unlisted } = await followPeople(context);
  await followOneByOne(context, unlisted);
  for (const human of humans) {
    const person = await findPersonBySlackId(context.store, human.slackId);
    if (person === undefined) continue;
    expect(person.isAdmin).toBe(isAdminInSlack(human));
    expect(person.leftWhy).toBe(human.isDeactivated ? 'account' : human.isGuest ? 'guest' : null);
    expect(person.name).toBe(human.name);
  }
}

function isAdminInSlack({ isAdmin, isGuest, isDeactivated }: Human): boolean {
  return isAdmin && !isGuest && !isDeactivated;
}

/** An admin who knows everybody answers as it is. */
async function answer({ context, humans }: World, which: number): Promise<void> {
  const pair = (await waitingProposals(context.store))[which];
  if (pair === undefined) return;
  const isSame = humans.some((human) => human.rosterId === pair.personId && human.slackId === pair.slackUserId);
  await decideLink(context, context.store, { proposalId: pair.id, isSame, actorId: null }, context.clock());
  for (const human of humans) if (isSame && human.slackId === pair.slackUserId) human.hasExcusedDouble = false;
}

/** What holds after everything that may happen. */
export async function checkWorld({ context, humans }: World): Promise<void> {
  const all = await everybody(context.store);
  const present = all.filter(({ leftWhy }) => leftWhy !== 'merged');
  for (const human of humans) {
    const own = present.filter(({ slackUserId }) => slackUserId === human.slackId);
    expect(own.length, `records with the account of human ${human.number}`).toBeLessThanOrEqual(1);
    const [person] = own;
    if (person === undefined) continue;
    const owner = humans.find(({ rosterId }) => rosterId === person.id);
    if (owner !== undefined) expect(owner.number, 'a seat of the roster is its owner’s').toBe(human.number);
    else if (human.rosterId !== undefined && !isMerged(all, human.rosterId))
      expect(human.hasExcusedDouble, `human ${human.number} has two records`).toBe(true);
  }
  for (const { slackUserId, isAdmin, name } of present)
    if (slackUserId === null) expect(isAdmin, `${name} has a right without an account`).toBe(false);
  for (const { rosterId, number } of humans)
    if (rosterId !== undefined)
      expect(await findPerson(context.store, rosterId), `the record of human ${number}`).toBeDefined();
}

function isMerged(all: readonly Person[], id: number): boolean {
  return all.find((person) => person.id === id)?.leftWhy === 'merged';
}
