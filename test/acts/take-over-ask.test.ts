import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { askFor } from '../../src/acts/read-ask.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import { takeOverAsk } from '../../src/acts/take-over-ask.ts';
import { asksOf, findAsk, stepsOf } from '../../src/store/asks.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import type { Person } from '../../src/store/people.ts';
import { auditEvents } from '../helpers/audit.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
let askId: number;
let presses = 0;
beforeEach(async () => {
  office = await openOffice();
  const words = { kind: 'help', text: 'Canary words', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, office.people.priya, { ...words, once: 'view:first' });
  askId = (await asksOf(office.store, { states: ['open'], limit: 1 }))[0]?.id ?? 0;
  office.moveTo('2026-11-27T10:00:00Z');
});
afterEach(() => office.close());

function take(acting: Person, id = askId): Promise<readonly number[]> {
  presses += 1;
  return takeOverAsk(office.context, acting, { askId: id, once: `trigger:take-${presses}` });
}
async function expectRefused(acting: Person, id = askId): Promise<void> {
  const before = await findAsk(office.store, askId);
  await expect(take(acting, id)).rejects.toThrow('isn’t yours to take');
  expect(await findAsk(office.store, askId)).toEqual(before);
}

describe('an ask that has waited for four days on a manager’s desk', () => {
  test('goes to the lead, who reads it from then on; the manager and the rep are told', async () => {
    const { lee, dana, priya } = office.people;
    expect(await askFor(office.store, lee.id, askId)).toBeUndefined();
    const concerned = await take(lee);
    expect(new Set(concerned)).toEqual(new Set([lee.id, dana.id, priya.id]));
    expect(await findAsk(office.store, askId)).toMatchObject({ state: 'open', holderId: lee.id });
    expect((await askFor(office.store, lee.id, askId))?.ask.text).toBe('Canary words');
    const told = (await office.outbox()).slice(-3).map(({ kind, recipientId }) => [kind, recipientId]);
    expect(told).toEqual([
      ['ask-news', priya.id],
      ['ask-card', lee.id],
      ['ask-card', dana.id],
    ]);
    expect(JSON.stringify(await auditEvents(office.store))).not.toContain('Canary');
  });

  test('is taken once, however often it is pressed', async () => {
    const { lee } = office.people;
    const press = { askId, once: 'trigger:same' };
    await takeOverAsk(office.context, lee, press);
    expect(await takeOverAsk(office.context, lee, press)).toEqual([]);
    expect(await stepsOf(office.store, askId)).toHaveLength(2);
    await expectRefused(lee);
  });

  test('is nobody else’s to take: not the rep’s, the manager’s, a stranger’s, or another lead’s', async () => {
    const { priya, dana, omar, sam } = office.people;
    const otherLead = await office.hire('Otto Lead');
    await setManager(office.store, omar.id, otherLead.id, '2026-09-01');
    for (const acting of [priya, dana, omar, sam, otherLead]) await expectRefused(acting);
  });

  test('isn’t taken by an id that doesn’t exist, nor from a team that is no longer under this lead', async () => {
    const { lee, dana, omar } = office.people;
    await expectRefused(lee, 999_999);
    await setManager(office.store, dana.id, omar.id, '2026-11-26');
    await expectRefused(lee);
  });
});

test('before three days are over its words stay with the two', async () => {
  office.moveTo('2026-11-26T10:00:00Z');
  await expectRefused(office.people.lee);
  expect(await askFor(office.store, office.people.lee.id, askId)).toBeUndefined();
});

test('while the manager has said by when there is an answer, it is left to them', async () => {
  const { dana, lee } = office.people;
  await stepAsk(office.context, dana, { askId, step: 'taken', until: '2026-11-30', once: 'trigger:dana' });
  await expectRefused(lee);
  office.moveTo('2026-12-01T10:00:00Z');
  await take(lee);
  expect(await findAsk(office.store, askId)).toMatchObject({ state: 'open', holderId: lee.id, takenUntil: null });
});

test('a settled ask is nobody’s to take', async () => {
  const { dana, lee } = office.people;
  await stepAsk(office.context, dana, { askId, step: 'granted', once: 'trigger:dana' });
  await expectRefused(lee);
});
