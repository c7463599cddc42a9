import { afterEach, beforeEach, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { pulseStatements } from '../../src/leading/pulse.ts';
import type { Threads } from '../../src/leading/threads.ts';
import { addAsk, recordStep } from '../../src/store/asks.ts';
import type { Person } from '../../src/store/people.ts';
import { addPulse, endPulse } from '../../src/store/pulse-rounds.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { loadThreads } from '../../src/store/thread-facts.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

const now = new Date('2026-11-23T10:00:00Z');
/** In the week before. */
const closedOn = '2026-11-18';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function publish(managers: readonly Person[], points: number | undefined, leader = managers[0]): Promise<void> {
  const { store, people } = office;
  const id = await addPulse(store, {
    leaderId: leader?.id ?? 0,
    kind: managers.length > 1 ? 'pool' : 'team',
    minimum: 5,
    openedOn: '2026-11-11',
    closesAt: new Date('2026-11-18T18:00:00Z'),
    managerIds: managers.map((manager) => manager.id),
    memberIds: [people.priya.id, people.sam.id],
  });
  const statements = pulseStatements.map((statement) => ({ id: statement.id, points: points ?? 0 }));
  await endPulse(store, id, points === undefined ? undefined : { statements, sentences: ['A secret'] }, closedOn);
}

async function seenBy(person: Person): Promise<{ team: Threads | undefined; teams: Threads | undefined } | undefined> {
  return loadThreads(office.store, behaviours, person.id, now);
}

const lastWeek = (threads: Threads | undefined) => threads?.pulse[10];

test('a manager and their lead see what was published of the team’s pulse, and nobody’s sentence', async () => {
  const { dana, lee } = office.people;
  await publish([dana], 4);
  const [own, above] = [await seenBy(dana), await seenBy(lee)];
  expect([lastWeek(own?.team), own?.teams, above?.team, lastWeek(above?.teams)]).toEqual([4, undefined, undefined, 4]);
  expect(JSON.stringify([own, above])).not.toContain('secret');
});

test('a pulse that too few answered is nowhere', async () => {
  const { dana, lee } = office.people;
  await publish([dana], undefined);
  expect([(await seenBy(dana))?.team?.pulse, (await seenBy(lee))?.teams?.pulse]).toEqual(
    Array.from({ length: 2 }, () => Array.from({ length: 12 }, () => null)),
  );
});

test('a pulse of two small teams is told to both managers and to their lead, once', async () => {
  const { dana, lee } = office.people;
  const erin = await office.hire('Erin Shaw', lee.id);
  await office.hire('Tom Webb', erin.id);
  await publish([dana, erin], 3.5, lee);
  await publish([dana], 4.5);
  expect(lastWeek((await seenBy(dana))?.team)).toBe(4);
  expect(lastWeek((await seenBy(lee))?.teams)).toBe(4);
});

test('another manager, and the lead of others, see nothing of it; access follows the reporting line', async () => {
  const { dana, lee, omar } = office.people;
  const erin = await office.hire('Erin Shaw', omar.id);
  await office.hire('Tom Webb', erin.id);
  await publish([dana], 4);
  expect(lastWeek((await seenBy(erin))?.team)).toBeNull();
  expect(lastWeek((await seenBy(omar))?.teams)).toBeNull();
  await setManager(office.store, dana.id, omar.id, '2026-11-12');
  expect(lastWeek((await seenBy(omar))?.teams)).toBeNull();
  await office.store.database.updateTable('reportingLine').set({ startedOn: '2026-11-11' }).execute();
  expect(lastWeek((await seenBy(omar))?.teams)).toBe(4);
  expect(await seenBy(lee)).toBeUndefined();
});

test('an ask settled late in the evening of its day is in time, for manager and lead', async () => {
  const { dana, lee, priya } = office.people;
  const ask = { repId: priya.id, managerId: dana.id, kind: 'help', obstacle: null, dealId: null } as const;
  const askId = await addAsk(
    office.store,
    { ...ask, neededBy: '2026-11-18', text: 'Help', askedOn: '2026-11-16' },
    new Date('2026-11-16T09:00:00Z'),
  );
  await recordStep(
    office.store,
    askId,
    { state: 'done', holderId: dana.id, takenUntil: null },
    { step: 'done', actorId: dana.id, until: null, text: null },
    new Date('2026-11-18T23:30:00Z'),
  );
  expect((await seenBy(dana))?.team?.asks[10]).toBe(100);
  expect((await seenBy(lee))?.teams?.asks[10]).toBe(100);
});

test('nobody to whom nobody reports has threads', async () => {
  expect(await seenBy(office.people.priya)).toBeUndefined();
});
