import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import { stepAsk } from '../../../src/acts/step-ask.ts';
import { takeOverAsk } from '../../../src/acts/take-over-ask.ts';
import { validateMessage } from '@firstline/slack-sandbox/blocks';
import { askCardMessage } from '../../../src/slack/messages/ask-card.ts';
import type { RenderedMessage } from '../../../src/slack/kit/rendered-message.ts';
import { asksOf, findAsk, recordStep } from '../../../src/store/asks.ts';
import { claimNext, enqueue, markSent } from '../../../src/store/outbox.ts';
import type { Person } from '../../../src/store/people.ts';
import { asJson, wordsOf } from '../../helpers/blocks.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';

const takenOver = '*Lee Park has this now.* You don’t need to do anything.';

let office: Office;
let askId: number;
beforeEach(async () => {
  office = await openOffice();
  const words = { kind: 'help', text: 'Come along', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, office.people.priya, { ...words, once: 'view:first' });
  askId = (await asksOf(office.store, { states: ['open'], limit: 1 }))[0]?.id ?? 0;
  await sendAll();
  office.moveTo('2026-11-27T10:00:00Z');
});
afterEach(() => office.close());

async function card(holder: Person): Promise<RenderedMessage | undefined> {
  const subject = { ask: askId, holder: holder.id };
  const message = await askCardMessage.render(office.context, subject, holder, office.context.clock());
  expect(validateMessage({ ...asJson(message ?? {}), updates: true })).toEqual([]);
  return message;
}
async function firstLine(holder: Person): Promise<string | undefined> {
  const [first] = (await card(holder))?.blocks ?? [];
  return first?.type === 'section' ? first.text?.text : undefined;
}
async function sendAll(): Promise<void> {
  for (;;) {
    const delivery = await claimNext(office.store, office.context.clock());
    if (delivery === undefined) return;
    await markSent(office.store, delivery.id, { channel: 'D1', ts: String(delivery.id) }, office.context.clock());
  }
}
async function covers(away: Person, standIn: Person): Promise<void> {
  const found = await findAsk(office.store, askId);
  const step = { step: 'covered', actorId: away.id, until: null, text: null } as const;
  const change = { state: found?.state ?? 'open', holderId: standIn.id, takenUntil: null };
  await recordStep(office.store, askId, change, step, office.context.clock());
  const sent = {
    occurrenceKey: 'ask-card|cover',
    deliveryId: 'cover',
    kind: 'ask-card',
    recipientId: standIn.id,
  } as const;
  const subject = { ask: askId, holder: standIn.id };
  await enqueue(office.store, { ...sent, subject, dueAt: office.context.clock() }, office.context.clock());
  await sendAll();
}
function takes(lead: Person): Promise<readonly number[]> {
  return takeOverAsk(office.context, lead, { askId, once: 'trigger:take' });
}

test('who had an ask reads first who took it over, and that nothing is to be done', async () => {
  const { dana, lee } = office.people;
  expect(await firstLine(dana)).toBe('*Priya Nair asks for help*');
  await takes(lee);
  expect(await firstLine(dana)).toBe(takenOver);
  expect((await card(dana))?.text).toMatch(/^\*Lee Park has this now\.\* You don’t need to do anything\. Priya Nair/u);
  expect(wordsOf(await card(dana))).not.toContain('has it now');
  expect(await firstLine(lee)).toBe('*Priya Nair asks for help* · Dana Osei’s team');
});

test('it stays so once the lead has answered, and what was answered is told below', async () => {
  const { dana, lee } = office.people;
  await takes(lee);
  await stepAsk(office.context, lee, { askId, step: 'granted', once: 'trigger:granted' });
  expect(await firstLine(dana)).toBe(takenOver);
  expect(wordsOf(await card(dana))).toContain('Lee Park said yes');
});

test('who stood in hears it without the words of the ask, and the one they stood in for hears it, too', async () => {
  const { dana, lee, omar } = office.people;
  await covers(dana, omar);
  await takes(lee);
  expect(await firstLine(omar)).toBe('*Lee Park has this ask now.* You don’t need to do anything.');
  expect(wordsOf(await card(omar))).not.toMatch(/Come along|Priya/u);
  expect(await firstLine(dana)).toBe(takenOver);
});

test('an ask that the manager took to the lead was taken over by nobody', async () => {
  const { dana } = office.people;
  await stepAsk(office.context, dana, { askId, step: 'handed', once: 'trigger:handed' });
  expect(await firstLine(dana)).toBe('*Priya Nair asks for help*');
});

test('what comes back to somebody’s desk is theirs to answer again', async () => {
  const { dana, lee } = office.people;
  await takes(lee);
  await recordStep(
    office.store,
    askId,
    { state: 'open', holderId: dana.id, takenUntil: null },
    { step: 'moved', actorId: dana.id, until: null, text: null },
    office.context.clock(),
  );
  expect(await firstLine(dana)).toBe('*Priya Nair asks for help*');
});
