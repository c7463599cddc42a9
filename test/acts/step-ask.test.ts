import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { followReportingLines } from '../../src/acts/follow-reporting-lines.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import type { AskStepInput } from '../../src/acts/step-ask.ts';
import { FieldError, UserError } from '../../src/errors.ts';
import { asksOf, findAsk, stepsOf } from '../../src/store/asks.ts';
import { endLine, setManager } from '../../src/store/reporting-lines.ts';
import type { Person } from '../../src/store/people.ts';
import { auditEvents } from '../helpers/audit.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
let askId: number;
beforeEach(async () => {
  office = await openOffice();
  const words = { kind: 'help', text: 'Come along', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, office.people.priya, { ...words, once: 'view:first' });
  askId = (await asksOf(office.store, { states: ['open'], limit: 1 }))[0]?.id ?? 0;
});
afterEach(() => office.close());

let presses = 0;
function step(acting: Person, more: Partial<AskStepInput> & Pick<AskStepInput, 'step'>): Promise<readonly number[]> {
  presses += 1;
  return stepAsk(office.context, acting, { askId, once: `trigger:${presses}`, ...more });
}
async function stateNow(): Promise<string | undefined> {
  return (await findAsk(office.store, askId))?.state;
}
async function kindsTo(person: Person): Promise<string[]> {
  return (await office.outbox()).filter((delivery) => delivery.recipientId === person.id).map(({ kind }) => kind);
}

describe('the manager', () => {
  test('takes it by a day, grants it, and the rep hears each step once', async () => {
    const { dana, priya, lee } = office.people;
    await step(dana, { step: 'taken', until: '2026-11-24' });
    expect(await findAsk(office.store, askId)).toMatchObject({ state: 'taken', takenUntil: '2026-11-24' });
    const concerned = await step(dana, { step: 'granted' });
    expect(await findAsk(office.store, askId)).toMatchObject({ state: 'granted', takenUntil: null });
    expect(await kindsTo(priya)).toEqual(['ask-news', 'ask-news', 'ask-news']);
    expect(concerned).toContain(priya.id);
    expect(concerned).not.toContain(lee.id);
  });

  test.each([undefined, '2026-11-22'] as const)('can’t take it by %s', async (until) => {
    const taking = step(office.people.dana, { step: 'taken', ...(until === undefined ? {} : { until }) });
    await expect(taking).rejects.toMatchObject({ field: 'until' });
    expect(await stateNow()).toBe('open');
  });

  test.each([undefined, null, '  '])('can’t decline with the reason %j', async (text) => {
    const declining = step(office.people.dana, { step: 'declined', ...(text === undefined ? {} : { text }) });
    await expect(declining).rejects.toBeInstanceOf(FieldError);
    expect(await stateNow()).toBe('open');
  });

  test('may click twice: one effect, and no complaint', async () => {
    const { dana } = office.people;
    await step(dana, { step: 'granted' });
    expect(await step(dana, { step: 'granted' })).toEqual([]);
    expect(await stepsOf(office.store, askId)).toHaveLength(2);
  });

  test('and the same envelope twice has one effect', async () => {
    const { dana, priya } = office.people;
    const form = { step: 'taken', until: '2026-11-24', once: 'view:same' } as const;
    await step(dana, form);
    await step(dana, { ...form, until: '2026-11-25' });
    expect(await findAsk(office.store, askId)).toMatchObject({ takenUntil: '2026-11-24' });
    expect(await kindsTo(priya)).toHaveLength(2);
  });

  test('hands it to the lead, who gets a card and answers it; the manager can’t any more', async () => {
    const { dana, lee, priya } = office.people;
    await expect(step(lee, { step: 'granted' })).rejects.toThrow('isn’t with you');
    await step(dana, { step: 'handed' });
    expect(await findAsk(office.store, askId)).toMatchObject({ state: 'open', holderId: lee.id });
    expect(await kindsTo(lee)).toEqual(['ask-card']);
    expect(await step(dana, { step: 'handed' })).toEqual([]);
    await expect(step(dana, { step: 'granted' })).rejects.toThrow('somebody else');
    const concerned = await step(lee, { step: 'granted' });
    expect(new Set(concerned)).toEqual(new Set([dana.id, lee.id, priya.id]));
    expect(await stateNow()).toBe('granted');
  });

  test('without a lead, and the lead without one, can’t hand it on', async () => {
    const { dana, lee, omar } = office.people;
    await setManager(office.store, lee.id, omar.id, '2026-11-23');
    await step(dana, { step: 'handed' });
    await expect(step(lee, { step: 'handed' })).rejects.toThrow('who your lead is');
    expect(await findAsk(office.store, askId)).toMatchObject({ holderId: lee.id });
  });
});

describe('the rep', () => {
  test('confirms what helped', async () => {
    const { dana, priya } = office.people;
    await step(dana, { step: 'done' });
    await step(priya, { step: 'confirmed' });
    expect(await stateNow()).toBe('confirmed');
    await expect(step(priya, { step: 'reopened' })).rejects.toThrow('confirmed as settled');
  });

  test('opens it again with a word, and whoever holds it gets a new card', async () => {
    const { dana, priya } = office.people;
    await step(dana, { step: 'declined', text: 'No budget' });
    await step(priya, { step: 'reopened', text: 'Only 200 euros' });
    expect(await stateNow()).toBe('open');
    expect((await stepsOf(office.store, askId)).map(({ text }) => text)).toEqual([null, 'No budget', 'Only 200 euros']);
    expect(await kindsTo(dana)).toEqual(['ask-card', 'ask-card']);
  });

  test('withdraws it while it is open, and answers for nobody else', async () => {
    const { dana, priya } = office.people;
    for (const wrong of ['taken', 'granted', 'declined', 'handed'] as const)
      await expect(step(priya, { step: wrong, until: '2026-11-24', text: 'x' })).rejects.toBeInstanceOf(UserError);
    await expect(step(dana, { step: 'withdrawn' })).rejects.toThrow('Only the person who asked');
    await step(priya, { step: 'withdrawn' });
    await expect(step(dana, { step: 'granted' })).rejects.toThrow('withdrawn');
  });
});

describe('everybody else', () => {
  test('hears the same of an ask that isn’t theirs and of one that isn’t', async () => {
    const { sam, omar, lee } = office.people;
    const answers = new Set<string>();
    for (const person of [sam, omar, lee])
      for (const id of [askId, 4711])
        await step(person, { step: 'granted', askId: id }).catch((error: unknown) => answers.add(String(error)));
    expect([...answers]).toEqual([
      'UserError: That ask isn’t with you anymore. Your Home tab shows the ones that are.',
    ]);
    expect(await stateNow()).toBe('open');
  });
});

describe('when the manager changes', () => {
  test('the ask goes to the new one, and the old one can neither answer nor read it', async () => {
    const { dana, priya, omar } = office.people;
    await setManager(office.store, priya.id, omar.id, '2026-11-23');
    const now = office.context.clock();
    expect(await followReportingLines(office.context, office.store, 'everybody', null, now)).toEqual([
      priya.id,
      omar.id,
      dana.id,
    ]);
    expect(await followReportingLines(office.context, office.store, 'everybody', null, now)).toEqual([]);
    await expect(step(dana, { step: 'granted' })).rejects.toThrow('isn’t with you');
    expect(await kindsTo(omar)).toEqual(['lines-begun', 'ask-card']);
    await step(omar, { step: 'granted' });
    expect(await stateNow()).toBe('granted');
  });

  test('an ask that the lead had goes back to the manager with a new lead', async () => {
    const { dana, lee, omar } = office.people;
    await step(dana, { step: 'handed' });
    await setManager(office.store, dana.id, omar.id, '2026-11-23');
    await followReportingLines(office.context, office.store, 'everybody', null, office.context.clock());
    expect(await findAsk(office.store, askId)).toMatchObject({ holderId: dana.id, state: 'open' });
    await expect(step(lee, { step: 'granted' })).rejects.toThrow('isn’t with you');
  });

  test('without a new one it stays where it is, and nobody can answer it', async () => {
    const { dana, priya } = office.people;
    await endLine(office.store, priya.id, '2026-11-23');
    await followReportingLines(office.context, office.store, 'everybody', null, office.context.clock());
    await expect(step(dana, { step: 'granted' })).rejects.toThrow('isn’t with you');
    await step(priya, { step: 'withdrawn' });
    expect(await stateNow()).toBe('withdrawn');
  });
});

test('reasons reach neither outbox nor audit', async () => {
  const { dana, priya } = office.people;
  await step(dana, { step: 'declined', text: 'Canary reason' });
  await step(priya, { step: 'reopened', text: 'Canary answer' });
  const written = JSON.stringify([await office.outbox(), await auditEvents(office.store)]);
  expect(written).toContain('ask.declined');
  expect(written).not.toContain('Canary');
});
