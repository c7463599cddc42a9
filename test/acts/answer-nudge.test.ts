import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pauseNudge, resumeKind, stopKind, undoAnswer } from '../../src/acts/answer-nudge.ts';
import { correctRecord } from '../../src/acts/correct-record.ts';
import type { CorrectionInput } from '../../src/acts/correct-record.ts';
import { UserError } from '../../src/errors.ts';
import { findDeal, findDealByExternalId, saveDeal } from '../../src/store/deals.ts';
import { interactionsBetween, readTexts } from '../../src/store/interactions.ts';
import { findNudge } from '../../src/store/nudges.ts';
import { stoppedBehaviours } from '../../src/store/stopped-behaviours.ts';
import type { Nudge } from '../../src/store/nudges.ts';
import { auditEvents } from '../helpers/audit.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { logInteraction } from '../helpers/store.ts';

let office: Office;
let nudges: Nudge[];
beforeEach(async () => {
  office = await openOffice();
  const { dana, priya, sam } = office.people;
  nudges = await planOf(office.store, dana.id, [dueFor(priya.id), dueFor(sam.id)], office.context.clock());
});
afterEach(() => office.close());

const idOf = (index: number) => nudges[index]?.id ?? 0;
const stateOf = async (index: number) => findNudge(office.store, idOf(index));

describe('not now', () => {
  test('twice is once: the second press changes nothing', async () => {
    const { dana } = office.people;
    await pauseNudge(office.context, dana, idOf(0), 'snooze');
    await pauseNudge(office.context, dana, idOf(0), 'not-needed');
    expect(await stateOf(0)).toMatchObject({ state: 'snoozed', quietUntil: '2026-11-26' });
    expect(await auditEvents(office.store)).toHaveLength(1);
  });

  test('is taken back, and the nudge is open again', async () => {
    const { dana } = office.people;
    await pauseNudge(office.context, dana, idOf(0), 'not-needed');
    await undoAnswer(office.context, dana, idOf(0));
    await undoAnswer(office.context, dana, idOf(0));
    expect(await stateOf(0)).toMatchObject({ state: 'open', quietUntil: null });
  });

  test('of an older plan is freed for the next one instead', async () => {
    const { dana } = office.people;
    await pauseNudge(office.context, dana, idOf(0), 'not-needed');
    office.moveTo('2026-12-07T10:00:00Z');
    await undoAnswer(office.context, dana, idOf(0));
    expect(await stateOf(0)).toMatchObject({ state: 'snoozed', quietUntil: '2026-12-07' });
  });

  test('is refused to everybody else', async () => {
    const { lee, priya } = office.people;
    for (const other of [lee, priya]) {
      await expect(pauseNudge(office.context, other, idOf(0), 'snooze')).rejects.toThrow(UserError);
      await expect(stopKind(office.context, other, idOf(0))).rejects.toThrow(UserError);
      await expect(undoAnswer(office.context, other, idOf(0))).rejects.toThrow(UserError);
    }
    expect(await stateOf(0)).toMatchObject({ state: 'open' });
    expect(await auditEvents(office.store)).toEqual([]);
  });
});

describe('stopping a kind', () => {
  test('silences all its open nudges, and starting again brings them back', async () => {
    const { dana } = office.people;
    await stopKind(office.context, dana, idOf(0));
    expect(await stoppedBehaviours(office.store, dana.id)).toEqual(['ride-along']);
    expect([(await stateOf(0))?.state, (await stateOf(1))?.state]).toEqual(['stopped', 'stopped']);
    await resumeKind(office.context, dana, 'ride-along');
    expect(await stoppedBehaviours(office.store, dana.id)).toEqual([]);
    expect([(await stateOf(0))?.state, (await stateOf(1))?.state]).toEqual(['open', 'open']);
  });

  test('is undone from the message too', async () => {
    const { dana } = office.people;
    await stopKind(office.context, dana, idOf(0));
    await undoAnswer(office.context, dana, idOf(1));
    expect(await stoppedBehaviours(office.store, dana.id)).toEqual([]);
    expect(await stateOf(0)).toMatchObject({ state: 'open' });
  });
});

describe('this is wrong', () => {
  let forms = 0;
  function correct(input: Partial<CorrectionInput>, acting = office.people.dana) {
    forms += 1;
    const form = { nudgeId: idOf(0), correction: 'later', on: '2026-11-19', once: `view:${forms}` } as const;
    return correctRecord(office.context, acting, { ...form, ...input });
  }

  test('a later one is logged with its day', async () => {
    const { dana, priya } = office.people;
    expect(await correct({})).toEqual([dana.id, priya.id]);
    expect(await interactionsBetween(office.store, { limit: 9 })).toMatchObject([
      { behaviour: 'ride-along', repId: priya.id, happenedOn: '2026-11-19', nudgeId: idOf(0) },
    ]);
    expect(await stateOf(0)).toMatchObject({ state: 'wrong' });
  });

  test('the same form twice has one effect', async () => {
    await correct({ once: 'view:same' });
    expect(await correct({ once: 'view:same' })).toEqual([]);
    expect(await interactionsBetween(office.store, { limit: 9 })).toHaveLength(1);
  });

  test('a wrong date is put right, and nothing else of the entry is lost', async () => {
    const { dana, priya } = office.people;
    const entry = { behaviour: 'ride-along', managerId: dana.id, repId: priya.id, happenedOn: '2026-10-01' } as const;
    const more = { minutes: 50, details: { role: 'led' }, texts: { saw: 'Canary' }, shared: true };
    const id = await logInteraction(office.store, { ...entry, ...more }, office.context.clock());
    const due = dueFor(priya.id);
    const evidence = { ...due.evidence, record: { kind: 'interaction', id } as const };
    const [nudge] = await planOf(office.store, dana.id, [{ ...due, evidence }], office.context.clock(), 'plan:x');
    await correct({ nudgeId: nudge?.id ?? 0, correction: 'wrong-date', on: '2026-11-01' });
    expect(await interactionsBetween(office.store, { limit: 9 })).toMatchObject([
      { id, happenedOn: '2026-11-01', minutes: 50, details: { role: 'led' }, shared: true },
    ]);
    expect(await readTexts(office.store, id)).toEqual({ saw: 'Canary' });
  });

  test.each<[Partial<CorrectionInput>, object]>([
    [
      { correction: 'activity', on: '2026-11-20' },
      { lastActivityOn: '2026-11-20', status: 'open' },
    ],
    [{ correction: 'won' }, { status: 'won' }],
    [{ correction: 'lost' }, { status: 'lost' }],
    [{ correction: 'not-blocked' }, { quietUntil: '2026-12-07', status: 'open' }],
    [{ correction: 'never-mind' }, { lastActivityOn: '2026-10-01', status: 'open', quietUntil: null }],
  ])('a deal is put right: %j', async (input, expected) => {
    const { dana, priya } = office.people;
    const days = { openedOn: null, lastActivityOn: '2026-10-01', closeOn: null } as const;
    const deal = { externalId: 'D1', name: 'Renewal', account: null, stage: 'Proposal', amount: 1, currency: null };
    await saveDeal(office.store, { ...deal, ...days, ownerId: priya.id, status: 'open' }, office.context.clock());
    const dealId = (await findDealByExternalId(office.store, 'D1'))?.id ?? 0;
    const blocked = dueFor(priya.id, { behaviour: 'blocked-deal', dealId });
    const evidence = { ...blocked.evidence, rhythm: 14, record: { kind: 'deal', id: dealId } as const };
    const [nudge] = await planOf(office.store, dana.id, [{ ...blocked, evidence }], office.context.clock(), 'plan:d');
    await correct({ nudgeId: nudge?.id ?? 0, ...input });
    expect(await findDeal(office.store, dealId)).toMatchObject(expected);
    expect(await findNudge(office.store, nudge?.id ?? 0)).toMatchObject({ state: 'wrong' });
  });

  test.each<[string, Partial<CorrectionInput>]>([
    ['the future', { on: '2026-11-24' }],
    ['no day', { on: undefined }],
    ['what doesn’t fit the record', { correction: 'won' }],
    ['the date of an entry that isn’t theirs', { correction: 'wrong-date' }],
  ])('refuses %s, and nothing is written', async (_what, input) => {
    await expect(correct(input)).rejects.toThrow(UserError);
    expect(await stateOf(0)).toMatchObject({ state: 'open' });
    expect(await auditEvents(office.store)).toEqual([]);
  });

  test('refuses another manager’s nudge', async () => {
    await expect(correct({}, office.people.lee)).rejects.toThrow('isn’t yours');
    expect(await interactionsBetween(office.store, { limit: 9 })).toEqual([]);
  });
});
