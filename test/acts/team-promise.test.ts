/** What was promised to a whole team is kept, moved and put right for all of them, and is time with none of them. */
import { beforeEach, expect, test } from 'vitest';
import { correctInteraction, removeInteraction } from '../../src/acts/correct-interaction.ts';
import { correctRecord } from '../../src/acts/correct-record.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import { settleOwnPromise } from '../../src/acts/promises.ts';
import { urgentBetweenPlans } from '../../src/leading/weekly-plan.ts';
import { formChoices } from '../../src/slack/loading/log-choices.ts';
import { loadLogForm } from '../../src/slack/loading/log-form-data.ts';
import { logFormView } from '../../src/slack/views/log/log-form.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { findNudge } from '../../src/store/nudges.ts';
import type { Nudge } from '../../src/store/nudges.ts';
import type { Person } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { promisesAfterPulse } from '../../src/store/promises.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { planOf } from '../helpers/nudges.ts';
import { pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';
import { middling, publishPulse } from '../helpers/pulses.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const today: LocalDate = '2026-12-01';
let company: Company;
let pulse: number;
let forms = 0;
const once = () => `view:${(forms += 1)}`;

beforeEach(async () => {
  company = await pulseCompany(6);
});

/** The leader answers a pulse, and the day of the promise has come. */
async function promised(leader: Person = company.dana, pooled: readonly Person[] = []): Promise<void> {
  const days = { openedOn: '2026-11-10', closedOn: '2026-11-17' } as const;
  pulse = await publishPulse(company.store, leader, company.team, days, middling, pooled);
  const word = { repId: null, happenedOn: '2026-11-23', minutes: 20, dealId: null, shared: false } as const;
  const texts = { heard: 'Too little time', will: 'Half an hour each' };
  const entry = { ...word, behaviour: 'trust-pulse', details: { dueOn: today }, texts };
  await logInteraction(company.context, leader, { entry, once: once() });
  company.office.moveTo(`${today}T10:00:00Z`);
}

async function reminder(leader: Person = company.dana): Promise<Nudge> {
  const planning = await loadPlanning(company.store, company.context.behaviours, [leader.id], company.context.clock());
  const dues = urgentBetweenPlans(await planning.inputOf(leader.id)).filter(
    ({ behaviour }) => behaviour === 'keep-promise',
  );
  const nudges = await planOf(company.store, leader.id, dues, company.context.clock(), `between:${today}`);
  expect(nudges).toHaveLength(1);
  return nudges[0] as Nudge;
}

const promises = () => promisesAfterPulse(company.store, pulse);
const firstId = async () => (await promises())[0]?.id ?? 0;
const kept = async (outcome = 'kept', more: object = {}) => ({
  behaviour: 'keep-promise',
  repId: null,
  happenedOn: today,
  minutes: 90,
  dealId: null,
  details: { promiseKept: String(await firstId()), outcome, ...more },
  texts: {},
  shared: false,
});
const teamIds = () => company.team.map(({ id }) => id);
const stateOf = async ({ id }: Nudge) => (await findNudge(company.store, id))?.state;

test('“Did it” opens a form that speaks of the team, offers that promise alone, and nobody to choose', async () => {
  await promised();
  const nudge = await reminder();
  const form = await loadLogForm(company.context, company.dana, { nudge: nudge.id });
  expect(form).toMatchObject({ rep: undefined, people: [], toTeam: 'your team' });
  expect(form.behaviours.map(({ id }) => id)).toEqual(['keep-promise']);
  expect(form.choices.promise).toEqual([{ id: await firstId(), label: 'Half an hour each · by Dec 1' }]);
  const view = logFormView(form);
  expect(wordsOf(view.blocks)).toContain('*Promise* · *your team*');
  expect(view.blocks.map((block) => block.block_id)).not.toContain('promise');
  expect(
    await loadLogForm(company.context, company.dana, { behaviour: 'keep-promise', promise: await firstId() }),
  ).toMatchObject({
    toTeam: 'your team',
    behaviour: { id: 'keep-promise' },
    values: { promiseKept: String(await firstId()) },
  });
});

test('sent, it is kept for all, told to each, done as a nudge, and time with nobody', async () => {
  await promised();
  const nudge = await reminder();
  const input = { entry: await kept(), nudgeId: nudge.id, once: once() };
  const { interactionId = 0, concerned } = await logInteraction(company.context, company.dana, input);
  expect(await promises()).toMatchObject(Array(6).fill({ state: 'kept', settledOn: today }));
  expect(await stateOf(nudge)).toBe('done');
  const told = (await company.office.outbox()).filter(({ kind }) => kind === 'promise-kept');
  expect(told.map(({ recipientId }) => recipientId)).toEqual(teamIds());
  expect(concerned).toEqual([company.dana.id, ...teamIds()]);
  for (const repId of teamIds()) expect(await interactionsBetween(company.store, { repId, limit: 9 })).toEqual([]);
  const mine = await interactionsBetween(company.store, { managerId: company.dana.id, limit: 9 });
  expect(mine.find(({ id }) => id === interactionId)).toMatchObject({ repId: null, minutes: 90 });

  const removed = await removeInteraction(company.context, company.dana, interactionId);
  expect(removed.concerned).toEqual([company.dana.id, ...teamIds()]);
  expect(await promises()).toMatchObject(Array(6).fill({ state: 'open', settledOn: null }));
});

test('corrected, it stays the team’s: kept becomes moved', async () => {
  await promised();
  const { interactionId = 0 } = await logInteraction(company.context, company.dana, {
    entry: await kept(),
    once: once(),
  });
  const form = await loadLogForm(company.context, company.dana, { interaction: interactionId });
  expect(form).toMatchObject({ toTeam: 'your team', people: [], rep: undefined });
  expect(form.behaviours).toHaveLength(1);
  const entry = await kept('moved', { movedTo: '2026-12-08' });
  await correctInteraction(company.context, company.dana, { interactionId, entry, once: once() });
  expect(await promises()).toMatchObject(Array(6).fill({ state: 'open', dueOn: '2026-12-08' }));
});

test('“Kept” in the Home tab leaves the same entry, about nobody', async () => {
  await promised();
  const nudge = await reminder();
  await settleOwnPromise(company.context, company.dana, { promiseId: await firstId(), state: 'kept' });
  const [entry] = await interactionsBetween(company.store, { managerId: company.dana.id, limit: 1 });
  expect(entry).toMatchObject({ behaviour: 'keep-promise', repId: null, minutes: null, nudgeId: nudge.id });
  await removeInteraction(company.context, company.dana, entry?.id ?? 0);
  expect(await promises()).toMatchObject(Array(6).fill({ state: 'open' }));
});

test('“This is wrong” puts it right for all', async () => {
  await promised();
  const nudge = await reminder();
  const given = { nudgeId: nudge.id, correction: 'move', on: '2026-12-09', once: once() } as const;
  expect(await correctRecord(company.context, company.dana, given)).toEqual([company.dana.id, ...teamIds()]);
  expect(await promises()).toMatchObject(Array(6).fill({ dueOn: '2026-12-09' }));
});

test('it isn’t among what was promised to one rep, and can’t be logged with one', async () => {
  await promised();
  const [rep] = company.team as [Person];
  const choices = await formChoices(company.store, company.dana, rep, { values: {}, dealId: null, today });
  expect(choices.promise).toEqual([]);
  const entry = { ...(await kept()), repId: rep.id };
  const log = logInteraction(company.context, company.dana, { entry, once: once() });
  await expect(log).rejects.toThrow('Choose one that belongs to');
  expect(await promises()).toMatchObject(Array(6).fill({ state: 'open' }));
});

test('only who made it may log it, and nothing else goes without a person', async () => {
  await promised();
  const entry = await kept();
  const byLee = logInteraction(company.context, company.lee, { entry, once: once() });
  await expect(byLee).rejects.toThrow('Choose the person it was with');
  for (const other of [{ details: { outcome: 'kept' } }, { behaviour: 'ride-along' }]) {
    const log = logInteraction(company.context, company.dana, { entry: { ...entry, ...other }, once: once() });
    await expect(log).rejects.toThrow('Choose the person it was with');
  }
  const promise = { text: 'More', by: '2026-12-12' } as const;
  const more = logInteraction(company.context, company.dana, { entry: { ...entry, promise }, once: once() });
  await expect(more).rejects.toThrow('You can promise something only to your own reps');
});

test('a lead with managers only is reminded of what they promised to the teams that answered together', async () => {
  const { lee, dana, office } = company;
  const marco = await office.hire('Marco Bianchi', lee.id);
  for (const { id } of company.team.slice(3)) await setManager(company.store, id, marco.id, '2026-10-01');
  await promised(lee, [dana, marco]);
  const nudge = await reminder(lee);
  expect(nudge).toMatchObject({ repId: null, words: { headline: 'Your promise to your teams' } });
  expect(await loadLogForm(company.context, lee, { nudge: nudge.id })).toMatchObject({ toTeam: 'your teams' });
  await logInteraction(company.context, lee, { entry: await kept(), nudgeId: nudge.id, once: once() });
  expect(await promises()).toMatchObject(Array(6).fill({ state: 'kept', managerId: lee.id }));
});
