import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import type { AskInput } from '../../src/acts/ask.ts';
import { FieldError, UserError } from '../../src/errors.ts';
import { asksOf, stepsOf } from '../../src/store/asks.ts';
import { saveDeal } from '../../src/store/deals.ts';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { auditEvents } from '../helpers/audit.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

let inputs = 0;
function input(more: Partial<AskInput> = {}): AskInput {
  inputs += 1;
  const words = { kind: 'help', text: 'Canary: come with me to Northwind', dealId: null } as const;
  return { ...words, obstacle: null, neededBy: null, once: `view:${inputs}`, ...more };
}

async function dealOf(ownerId: number, status: 'open' | 'won' = 'open'): Promise<number> {
  const externalId = `D-${ownerId}-${status}`;
  const days = { openedOn: '2026-11-01', lastActivityOn: '2026-11-20', closeOn: null } as const;
  const money = { account: 'Northwind', stage: 'Proposal', amount: 100, currency: 'EUR' };
  await saveDeal(
    office.store,
    { externalId, name: 'Renewal', ownerId, status, ...days, ...money },
    office.context.clock(),
  );
  return (await findDealByExternalId(office.store, externalId))?.id ?? 0;
}

describe('asking', () => {
  test('puts the ask with the manager, a card for them and the news for the rep', async () => {
    const { priya, dana } = office.people;
    const concerned = await ask(office.context, priya, input({ neededBy: '2026-11-23' }));
    const [asked] = await asksOf(office.store, { repId: priya.id, states: ['open'], limit: 10 });
    const [step] = await stepsOf(office.store, asked?.id ?? 0);
    expect(asked).toMatchObject({ holderId: dana.id, managerId: dana.id, askedOn: '2026-11-23', state: 'open' });
    expect(concerned).toEqual([priya.id, dana.id]);
    expect(await office.outbox()).toMatchObject([
      {
        kind: 'ask-card',
        recipientId: dana.id,
        subject: { ask: asked?.id, holder: dana.id },
        dueAt: office.context.clock(),
      },
      { kind: 'ask-news', recipientId: priya.id, subject: { ask: asked?.id, step: step?.id } },
    ]);
  });

  test('the same form twice is one ask', async () => {
    const { priya } = office.people;
    const same = input();
    await ask(office.context, priya, same);
    expect(await ask(office.context, priya, same)).toEqual([]);
    expect(await asksOf(office.store, { states: ['open'], limit: 10 })).toHaveLength(1);
    expect(await office.outbox()).toHaveLength(2);
  });

  test('without a manager on record it says what to do, and gives the words back', async () => {
    const refused = await ask(office.context, office.people.omar, input({ text: 'My words' })).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(UserError);
    expect(refused).toMatchObject({ typed: 'My words', message: expect.stringContaining('/firstline team') as string });
    expect(await office.outbox()).toEqual([]);
  });

  test('a refused form can be sent again', async () => {
    const { priya } = office.people;
    const same = input({ neededBy: '2026-11-22' });
    await expect(ask(office.context, priya, same)).rejects.toMatchObject({ field: 'neededBy' });
    expect(await ask(office.context, priya, { ...same, neededBy: '2026-11-23' })).toHaveLength(2);
  });

  test('takes only an open deal of the rep’s own', async () => {
    const { priya, sam } = office.people;
    const forged = [await dealOf(sam.id), await dealOf(priya.id, 'won'), 4711];
    for (const dealId of forged)
      await expect(ask(office.context, priya, input({ dealId }))).rejects.toBeInstanceOf(FieldError);
    expect(await ask(office.context, priya, input({ dealId: await dealOf(priya.id) }))).toHaveLength(2);
  });

  test('keeps an obstacle for a blocked deal only', async () => {
    const { priya } = office.people;
    await ask(office.context, priya, input({ kind: 'blocked-deal', obstacle: 'company' }));
    await ask(office.context, priya, input({ kind: 'training', obstacle: 'company' }));
    const asks = await asksOf(office.store, { repId: priya.id, states: ['open'], limit: 10 });
    expect(asks.map((asked) => asked.obstacle)).toEqual(['company', null]);
  });

  test('puts no words into the outbox or the audit', async () => {
    await ask(office.context, office.people.priya, input());
    const written = JSON.stringify([await office.outbox(), await auditEvents(office.store)]);
    expect(written).toContain('ask.asked');
    expect(written).not.toContain('Canary');
  });
});
