/** However people leave, come back, move and are given to others: nobody who can be held is left alone, and no ask is. */
import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { followReportingLines } from '../../src/acts/follow-reporting-lines.ts';
import { nameManager } from '../../src/acts/name-manager.ts';
import { UserError } from '../../src/errors.ts';
import { checkLine } from '../../src/leading/roles.ts';
import { changePerson, everybody, findPerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { currentLines, endLine, setManager } from '../../src/store/reporting-lines.ts';
import { expectNobodyAlone } from '../helpers/nobody-alone.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { utcDateOf } from '../../src/time/zoned.ts';

const people = 8;
const who = fc.nat({ max: people - 1 });
const doing = fc.oneof(
  fc.record({ do: fc.constant('leave' as const), who }),
  fc.record({ do: fc.constant('return' as const), who }),
  fc.record({ do: fc.constant('move' as const), who, to: who }),
  fc.record({ do: fc.constant('name' as const), who, to: who, by: who }),
  fc.record({ do: fc.constant('end' as const), who }),
  fc.record({ do: fc.constant('ask' as const), who }),
);
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

test('no sequence leaves an ask or a rep without anybody while somebody above is here', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 1, maxLength: 25, size: 'max' }), async (doings) => {
      const office = await openOffice();
      try {
        const everyone = await hire(office);
        for (const [at, one] of doings.entries()) {
          office.moveTo(new Date(Date.parse('2026-11-23T10:00:00Z') + at * 7_200_000).toISOString());
          const about = await happen(office, everyone, one, at);
          await followReportingLines(office.context, office.store, about, null, office.context.clock());
          await expectNobodyAlone(office.store);
          const before = (await office.outbox()).length;
          expect(
            await followReportingLines(office.context, office.store, 'everybody', null, office.context.clock()),
          ).toEqual([]);
          expect((await office.outbox()).length).toBe(before);
        }
      } finally {
        await office.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Three floors: one on top, two leads, three managers with one rep each … and the office's own people beside them. */
async function hire(office: Office): Promise<Person[]> {
  const everyone: Person[] = [];
  for (let at = 0; at < people; at += 1) {
    const above = at === 0 ? undefined : everyone[Math.floor((at - 1) / 2)]?.id;
    everyone.push(await office.hire(`Person ${at}`, above));
  }
  return everyone;
}

/** @returns whom it is about */
async function happen(office: Office, everyone: readonly Person[], one: Doing, at: number): Promise<number[]> {
  const { store, context } = office;
  const person = everyone[one.who] as Person;
  const day = utcDateOf(context.clock());
  const isHere = (await findPerson(store, person.id))?.leftOn === null;
  if (one.do === 'leave' && isHere) await changePerson(store, person.id, { leftOn: day, leftWhy: 'account' });
  if (one.do === 'return') {
    const left = (await everybody(store)).filter(({ leftOn }) => leftOn !== null);
    const back = left[one.who % Math.max(1, left.length)];
    if (back === undefined) return [];
    await changePerson(store, back.id, { leftOn: null, leftWhy: null });
    return [back.id];
  }
  if (one.do === 'end' && isHere) await endLine(store, person.id, day);
  if (one.do === 'move') {
    const line = { personId: person.id, managerId: everyone[one.to]?.id ?? 0 };
    try {
      checkLine(
        line,
        (await currentLines(store)).filter(({ personId }) => personId !== person.id),
        String,
      );
    } catch {
      return [];
    }
    await setManager(store, line.personId, line.managerId, day);
  }
  if (one.do === 'name') {
    const input = { actorId: everyone[one.by]?.id ?? 0, repIds: [person.id], managerId: everyone[one.to]?.id ?? 0 };
    await refusable(nameManager(context, store, input, context.clock()));
  }
  if (one.do === 'ask' && isHere) {
    const words = { kind: 'help', text: 'Help', dealId: null, obstacle: null, neededBy: null } as const;
    await refusable(ask(context, person, { ...words, once: `view:${at}` }));
  }
  return [person.id];
}

async function refusable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
  });
}
