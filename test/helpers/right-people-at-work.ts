/** What HR, the people themselves and time do in a company of `right-people.ts`: rosters come, lines are claimed, things are asked. */
import { fc } from './fast-check.ts';
import { expect } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { followReportingLines } from '../../src/acts/follow-reporting-lines.ts';
import { decideClaim } from '../../src/acts/line-claims.ts';
import { setUpTeam } from '../../src/acts/set-up-team.ts';
import { personOfSlackUser } from '../../src/acts/slack-person.ts';
import { UserError } from '../../src/errors.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { waitingClaims } from '../../src/store/line-claims.ts';
import { findPerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';
import { csv } from './imports.ts';
import type { Command, Human, World } from './right-people.ts';

const someone = fc.nat({ max: 6 });
let once = 0;

/** HR's file names by number and by what HR calls them; Ada, who has an address in it, manages all others. */
const rosterComes = fc.tuple(fc.subarray([0, 1, 4]), fc.boolean()).map(([numbers, saysAddress]): Command => ({
  says: `a roster comes with ${numbers.join(', ')}${saysAddress ? ' by address' : ' by number'}`,
  async run({ context, humans }) {
    const rows = humans
      .filter(({ number, rosterId }) => numbers.includes(number) && rosterId !== undefined)
      .map(({ number, slackId }) =>
        [
          `H${number}`,
          hrNames[number],
          saysAddress && number !== 1 ? `human${number}.0@example.com` : '',
          number === 1 ? slackId : '',
          number === 0 ? '' : 'human0.0@example.com',
        ].join(','),
      );
    if (rows.length === 0) return;
    const file = csv('id,name,email,slack_id,manager_email', ...rows);
    const report = await importRoster(context.store, file, {}, context.clock());
    expectNobodyAdded(report.added);
    await followReportingLines(context, context.store, 'everybody', null, context.clock());
  },
}));
const hrNames: Readonly<Record<number, string>> = { 0: 'Ada Quill', 1: 'Otto Brandt', 4: 'Kim Moe' };

const claims = fc
  .tuple(someone, fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 2 }), fc.boolean())
  .map(([by, others, goesUp]): Command => ({
    says: `${by} claims ${others.join(', ')}${goesUp ? ' as lead' : ''}`,
    async run(world) {
      const acting = await present(world, by);
      if (acting === undefined) return;
      const ids: number[] = [];
      for (const other of others) {
        const person = await present(world, other);
        if (person !== undefined) ids.push(person.id);
      }
      const before = await currentLines(world.context.store);
      const input = goesUp ? { repIds: own(acting, before), leadId: ids[0] } : { repIds: ids, leadId: undefined };
      await refusable(setUpTeam(world.context, acting, { ...input, once: `claim:${(once += 1)}` }));
      if (!acting.isAdmin) await expectNothingTaken(world, acting, before);
    },
  }));

const answers = fc.tuple(someone, fc.nat({ max: 4 }), fc.boolean()).map(([by, which, isYes]): Command => ({
  says: `${by} says ${isYes ? 'yes' : 'no'} to claim ${which}`,
  async run(world) {
    const acting = await present(world, by);
    const claim = (await waitingClaims(world.context.store))[which];
    if (acting === undefined || claim === undefined) return;
    const answer = { claimId: claim.id, answer: isYes ? 'yes' : 'no' } as const;
    await refusable(decideClaim(world.context, acting, answer));
    const line = (await currentLines(world.context.store)).find(({ personId }) => personId === claim.personId);
    const isOwnWord = acting.id === claim.claimedBy && !acting.isAdmin;
    expectNotDrawn(isOwnWord && line?.managerId === claim.managerId);
  },
}));

const asks = someone.map((by): Command => ({
  says: `${by} asks for something`,
  async run(world) {
    const acting = await present(world, by);
    if (acting === undefined) return;
    const words = { kind: 'help', text: 'Help', dealId: null, obstacle: null, neededBy: null } as const;
    await refusable(ask(world.context, acting, { ...words, once: `ask:${(once += 1)}` }));
  },
}));

const roundComes = fc.constant<Command>({
  says: 'the lines are followed',
  run: async ({ context }) =>
    void (await followReportingLines(context, context.store, 'everybody', null, context.clock())),
});

export const commandsAtWork: readonly fc.Arbitrary<Command>[] = [rosterComes, claims, answers, asks, roundComes];

async function present({ context, humans }: World, number: number): Promise<Person | undefined> {
  const human: Human | undefined = humans[number];
  if (human === undefined || !human.isIn || human.isDeactivated) return undefined;
  // Who would get a second record here is another story: it is told by those who act.
  if (human.rosterId !== undefined && (await findPerson(context.store, human.rosterId))?.slackUserId === null)
    return undefined;
  const found = await personOfSlackUser(context, human.slackId);
  return 'person' in found ? found.person : undefined;
}

/** A claim alone gives nobody to whoever makes it, unless they were over the person before. */
async function expectNothingTaken(
  { context }: World,
  acting: Person,
  before: Awaited<ReturnType<typeof currentLines>>,
): Promise<void> {
  const managerBefore = new Map(before.map(({ personId, managerId }) => [personId, managerId]));
  for (const { personId, managerId } of await currentLines(context.store)) {
    const formerly = managerBefore.get(personId);
    if (managerId !== acting.id || formerly === acting.id) continue;
    const wasAbove = formerly !== undefined && managerBefore.get(formerly) === acting.id;
    expect(wasAbove, `${acting.name} took person ${personId} by saying so`).toBe(true);
  }
}

function expectNobodyAdded(added: number): void {
  expect(added, 'people whom HR named, and who were on record').toBe(0);
}

function expectNotDrawn(isDrawn: boolean): void {
  expect(isDrawn, 'confirmed by whoever said it').toBe(false);
}

function own(acting: Person, lines: Awaited<ReturnType<typeof currentLines>>): number[] {
  return lines.filter(({ managerId }) => managerId === acting.id).map(({ personId }) => personId);
}

async function refusable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
  });
}
