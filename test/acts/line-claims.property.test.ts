/** Whatever people claim, answer, take back and however they leave: nobody has a line to whom nobody entitled has said yes. */
import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { mayReadDevelopment } from '../../src/acts/development.ts';
import { closeOldClaims } from '../../src/acts/claim-steps.ts';
import { decideClaim, withdrawClaim } from '../../src/acts/line-claims.ts';
import { setUpTeam } from '../../src/acts/set-up-team.ts';
import { UserError } from '../../src/errors.ts';
import { waitingClaims } from '../../src/store/line-claims.ts';
import type { LineClaim } from '../../src/store/line-claims.ts';
import { changePerson, everybody } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { lineOf } from '../../src/store/held-lines.ts';
import { currentLines, endLine } from '../../src/store/reporting-lines.ts';
import type { ReportingLine } from '../../src/store/reporting-lines.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

/** Who is it, by a number; there are eight, the first of whom is an admin. */
const who = fc.nat({ max: 7 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('team' as const),
      by: who,
      reps: fc.uniqueArray(who, { maxLength: 3 }),
      lead: fc.option(who, { nil: undefined }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      by: who,
      /** Mostly somebody whom the claim is about, rightly or not. */
      as: fc.constantFrom('claimedBy', 'personId', 'managerId', undefined),
      claim: fc.nat({ max: 20 }),
      answer: fc.constantFrom('yes' as const, 'yes' as const, 'no' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), by: who, claim: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), by: fc.integer({ min: 1, max: 7 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('roster-ends' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 15 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Before {
  readonly lines: readonly ReportingLine[];
  readonly people: readonly Person[];
  readonly claims: readonly LineClaim[];
}

let drawn = 0;

test('no sequence of claims, answers and departures draws a line without an entitled yes, and nobody reads before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 25 }), async (steps) => {
      const office = await openOffice();
      try {
        await office.hire('Una Bell');
        await office.hire('Vic Stone');
        await office.hire('Wyn Hart');
        await changePerson(office.store, office.people.lee.id, { isAdmin: true });
        let day = 0;
        for (const [number, taken] of steps.entries()) {
          const before = await stateOf(office);
          if (taken.do === 'days') {
            day += taken.days;
            office.moveTo(new Date(Date.UTC(2026, 10, 23 + day, 10)).toISOString());
          }
          await take(office, before, taken, number);
          const after = await stateOf(office);
          const fresh: ReportingLine[] = [];
          // What a lead holds because a manager has left is nobody's claim.
          for (const line of after.lines)
            if (!before.lines.some((old) => isSame(old, line)) && !(await isHeld(office, line))) fresh.push(line);
          drawn += fresh.length;
          const stolen = fresh.filter((line) => !isEntitled(taken, before, line));
          expect({ taken, stolen }).toEqual({ taken, stolen: [] });
          await expectNoReaderBut(office, after);
        }
      } finally {
        await office.close();
      }
    }),
    { numRuns: 50, endOnFailure: true },
  );
  // It isn't kept by nothing happening.
  expect(drawn).toBeGreaterThan(5);
}, 120_000);

async function isHeld({ store }: Office, { personId }: ReportingLine): Promise<boolean> {
  return (await lineOf(store, personId))?.source === 'held';
}

async function stateOf({ store }: Office): Promise<Before> {
  return {
    lines: await currentLines(store),
    people: await everybody(store),
    claims: await waitingClaims(store),
  };
}

async function take(office: Office, before: Before, taken: Step, number: number): Promise<void> {
  const { context, store } = office;
  try {
    if (taken.do === 'days') return void (await closeOldClaims(context, store, context.clock()));
    const acting = actingIn(taken, before);
    if (acting === undefined || acting.leftOn !== null) return;
    const idOf = (index: number) => before.people[index]?.id ?? 0;
    const claimId = claimIn(taken, before)?.id ?? 1;
    if (taken.do === 'team') {
      const here = taken.reps.map(idOf).filter((id) => before.people.find((one) => one.id === id)?.leftOn === null);
      const leadId = taken.lead === undefined ? undefined : idOf(taken.lead);
      await setUpTeam(context, acting, { repIds: here, leadId, once: `step:${number}` });
    } else if (taken.do === 'answer') await decideClaim(context, acting, { claimId, answer: taken.answer });
    else if (taken.do === 'withdraw') await withdrawClaim(context, acting, claimId);
    else if (taken.do === 'leave') await changePerson(store, acting.id, { leftOn: '2026-11-23' });
    else await endLine(store, acting.id, '2026-11-23');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** Mostly one that waits, sometimes none. */
function claimIn(taken: Step, { claims }: Before): LineClaim | undefined {
  return taken.do === 'answer' || taken.do === 'withdraw' ? claims[taken.claim % (claims.length + 1)] : undefined;
}

function actingIn(taken: Exclude<Step, { do: 'days' }>, before: Before): Person | undefined {
  const claim = claimIn(taken, before);
  if (taken.do !== 'answer' || taken.as === undefined || claim === undefined) return before.people[taken.by];
  const asWhom = claim[taken.as];
  return before.people.find(({ id }) => id === asWhom);
}

/** Said again in this test's own words: an admin; whoever is above; where nobody is, both of the two, one after the other. */
function isEntitled(taken: Step, before: Before, line: ReportingLine): boolean {
  const { lines, people, claims } = before;
  if (taken.do !== 'team' && taken.do !== 'answer') return false;
  const acting = actingIn(taken, before);
  if (acting === undefined) return false;
  if (acting.isAdmin) return true;
  const present = (id: number | undefined) => people.find((one) => one.id === id && one.leftOn === null)?.id;
  const managerId = lines.find(({ personId }) => personId === line.personId)?.managerId;
  const leadId = lines.find(({ personId }) => personId === managerId)?.managerId;
  const above = [present(managerId), present(leadId)].filter((id) => id !== undefined);
  const claim = claims.find((one) => isSame(one, line));
  if (above.includes(acting.id)) return taken.do === 'team' || claim !== undefined;
  if (above.length > 0 || claim === undefined || claim.claimedBy === acting.id) return false;
  return acting.id === line.personId || acting.id === line.managerId;
}

function isSame(
  one: Pick<ReportingLine, 'personId' | 'managerId'>,
  other: Pick<ReportingLine, 'personId' | 'managerId'>,
): boolean {
  return one.personId === other.personId && one.managerId === other.managerId;
}

/** Of those between whom a line is claimed, nobody reads the other one who didn’t before. */
async function expectNoReaderBut({ store }: Office, { lines, claims }: Before): Promise<void> {
  for (const { personId, managerId } of claims)
    for (const [readerId, repId] of [
      [managerId, personId],
      [personId, managerId],
    ] as const) {
      const isManager = lines.some((line) => isSame(line, { personId: repId, managerId: readerId }));
      expect(await mayReadDevelopment(store, readerId, repId)).toBe(isManager);
    }
}
