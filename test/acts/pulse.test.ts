/** A leader says what they heard: the team reads it, and what they will do is one promise to all of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { correctInteraction, removeInteraction } from '../../src/acts/correct-interaction.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import { moveOwnPromise, settleOwnPromise } from '../../src/acts/promises.ts';
import { everythingDue } from '../../src/leading/weekly-plan.ts';
import { claimNext, markSent } from '../../src/store/outbox.ts';
import type { Person } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { promisesAfterPulse, promisesOf } from '../../src/store/promises.ts';
import { findPulse, pulsesLedBy } from '../../src/store/pulses.ts';
import { endLine } from '../../src/store/reporting-lines.ts';
import { pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';
import { publishPulse } from '../helpers/pulses.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const today: LocalDate = '2026-11-23';
let company: Company;
let pulse: number;
let forms = 0;

beforeEach(async () => {
  company = await pulseCompany(6);
  pulse = await publishPulse(company.store, company.dana, company.team, {
    openedOn: '2026-11-10',
    closedOn: '2026-11-17',
  });
});

const entry = (heard = 'Too little time', will = 'Half an hour each', dueOn: LocalDate = '2026-12-01') => ({
  behaviour: 'trust-pulse',
  repId: null,
  happenedOn: today,
  minutes: 20,
  dealId: null,
  details: { dueOn },
  texts: { heard, will },
  shared: false,
});

const once = () => `view:${(forms += 1)}`;
const say = (acting: Person = company.dana) =>
  logInteraction(company.context, acting, { entry: entry(), once: once() });
const promises = () => promisesAfterPulse(company.store, pulse);

async function told(kind: string): Promise<number[]> {
  return (await company.office.outbox()).filter((row) => row.kind === kind).map(({ recipientId }) => recipientId);
}

async function sendEverything(): Promise<void> {
  for (let sent = 0; ; sent += 1) {
    const claimed = await claimNext(company.store, company.context.clock());
    if (claimed === undefined) return;
    await markSent(company.store, claimed.id, { channel: 'D1', ts: `1.${sent}` }, company.context.clock());
  }
}

async function duesOf(kind: string) {
  const planning = await loadPlanning(
    company.store,
    company.context.behaviours,
    [company.dana.id],
    company.context.clock(),
  );
  return everythingDue(await planning.inputOf(company.dana.id)).filter(({ behaviour }) => behaviour === kind);
}

describe('the leader’s word', () => {
  test('is due while the result waits for it, and not afterwards', async () => {
    expect(await duesOf('trust-pulse')).toHaveLength(1);
    await say();
    expect(await duesOf('trust-pulse')).toEqual([]);
  });

  test('reaches everybody who was asked and is still here, and is a promise to those who still report to them', async () => {
    const [moved, gone, ...others] = company.team as [Person, Person, ...Person[]];
    await endLine(company.store, moved.id, today);
    await company.store.database.updateTable('person').set({ leftOn: today }).where('id', '=', gone.id).execute();
    await say();
    expect(await findPulse(company.store, pulse)).toMatchObject({
      answeredOn: today,
      heard: 'Too little time',
      will: 'Half an hour each',
    });
    expect(await told('pulse-heard')).toEqual([moved.id, ...others.map(({ id }) => id)]);
    expect(await promises()).toMatchObject(
      others.map(({ id }) => ({ repId: id, text: 'Half an hour each', madeOn: today, dueOn: '2026-12-01' })),
    );
    expect(await told('promise')).toEqual([]);
  });

  test('is said once: nobody but the leader, and not to a pulse that has it', async () => {
    await expect(say(company.lee)).rejects.toThrow('No pulse is waiting');
    await say();
    await expect(say()).rejects.toThrow('No pulse is waiting');
    expect(await promises()).toHaveLength(6);
  });

  test('isn’t kept twice: the entry itself has no words', async () => {
    const { interactionId = 0 } = await say();
    const row = await company.store.database
      .selectFrom('interaction')
      .select('texts')
      .where('id', '=', interactionId)
      .executeTakeFirstOrThrow();
    expect(row.texts ?? '').not.toContain('Half an hour');
  });

  test('can be put right: the team’s message and promises have the new words', async () => {
    const { interactionId = 0 } = await say();
    await sendEverything();
    const right = entry('Far too little time', 'An hour each', '2026-12-03');
    await correctInteraction(company.context, company.dana, { interactionId, entry: right, once: once() });
    expect(await findPulse(company.store, pulse)).toMatchObject({ heard: 'Far too little time', answeredOn: today });
    expect(await promises()).toMatchObject(Array(6).fill({ text: 'An hour each', dueOn: '2026-12-03' }));
    const refresh = await company.store.database
      .selectFrom('outbox')
      .select('kind')
      .where('refreshWanted', '=', 1)
      .execute();
    expect(refresh.filter(({ kind }) => kind === 'pulse-heard')).toHaveLength(6);
  });

  test('its words put right leave the promise on the day that it was moved to; another day in the form moves it', async () => {
    const { interactionId = 0 } = await say();
    const [first] = await promises();
    const put = (will: string, dueOn: LocalDate) =>
      correctInteraction(company.context, company.dana, {
        interactionId,
        entry: entry('Too little time', will, dueOn),
        once: once(),
      });
    await moveOwnPromise(company.context, company.dana, { promiseId: first?.id ?? 0, dueOn: '2026-12-15' });
    await put('An hour each', '2026-12-01');
    expect(await promises()).toMatchObject(Array(6).fill({ text: 'An hour each', dueOn: '2026-12-15' }));
    await put('Two hours each', '2026-12-08');
    expect(await promises()).toMatchObject(Array(6).fill({ text: 'Two hours each', dueOn: '2026-12-08' }));
    await moveOwnPromise(company.context, company.dana, { promiseId: first?.id ?? 0, dueOn: '2026-12-22' });
    await put('Three hours each', '2026-12-08');
    expect(await promises()).toMatchObject(Array(6).fill({ text: 'Three hours each', dueOn: '2026-12-22' }));
  });

  test('taken back before anybody was told, the pulse waits again, and a new word reaches everybody', async () => {
    const { interactionId = 0 } = await say();
    await removeInteraction(company.context, company.dana, interactionId);
    expect(await findPulse(company.store, pulse)).toMatchObject({ answeredOn: null, heard: null, will: null });
    expect(await promises()).toEqual([]);
    expect(await told('pulse-heard')).toEqual([]);
    await say();
    expect(await told('pulse-heard')).toHaveLength(6);
  });

  test('taken back after the team has read it, it stays: it can’t be unsaid', async () => {
    const { interactionId = 0 } = await say();
    await sendEverything();
    await removeInteraction(company.context, company.dana, interactionId);
    expect(await findPulse(company.store, pulse)).toMatchObject({ answeredOn: today, will: 'Half an hour each' });
    expect(await promises()).toHaveLength(6);
  });
});

describe('a promise to the team', () => {
  test('stands once in the leader’s list, and for each rep as theirs', async () => {
    await say();
    expect(await promisesOf(company.store, { managerId: company.dana.id, limit: 50 })).toHaveLength(1);
    for (const { id } of company.team)
      expect(await promisesOf(company.store, { repId: id, limit: 50 })).toMatchObject([{ pulseId: pulse }]);
  });

  test('comes up once on its day, in words about the team', async () => {
    await say();
    company.office.moveTo('2026-12-01T09:00:00Z');
    const dues = await duesOf('keep-promise');
    expect(dues.map(({ words }) => words.headline)).toEqual(['Your promise to your team']);
    expect(dues[0]?.evidence.sentence).toBe('Due today (promised on Nov 23).');
  });

  test('is kept for all at once, and each of them hears it', async () => {
    await say();
    const [, second] = await promises();
    await settleOwnPromise(company.context, company.dana, { promiseId: second?.id ?? 0, state: 'kept' });
    expect(await promises()).toMatchObject(Array(6).fill({ state: 'kept', settledOn: today }));
    expect(await told('promise-kept')).toEqual(company.team.map(({ id }) => id));
  });

  test('is moved and taken back for all at once', async () => {
    await say();
    const [first] = await promises();
    const promiseId = first?.id ?? 0;
    const concerned = await moveOwnPromise(company.context, company.dana, { promiseId, dueOn: '2026-12-08' });
    expect(await promises()).toMatchObject(Array(6).fill({ dueOn: '2026-12-08', state: 'open' }));
    expect(concerned).toEqual([company.dana.id, ...company.team.map(({ id }) => id)]);
    await settleOwnPromise(company.context, company.dana, { promiseId, state: 'dropped' });
    expect(await promises()).toMatchObject(Array(6).fill({ state: 'dropped' }));
  });
});

test('who leads no pulse has none', async () => {
  expect(await pulsesLedBy(company.store, company.lee.id)).toEqual([]);
});
