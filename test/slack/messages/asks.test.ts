import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import type { AskInput } from '../../../src/acts/ask.ts';
import { stepAsk } from '../../../src/acts/step-ask.ts';
import type { AskStepInput } from '../../../src/acts/step-ask.ts';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import { summaryOf } from '../../../src/slack/loading/load-ask.ts';
import { askCardMessage } from '../../../src/slack/messages/ask-card.ts';
import { askNewsMessage } from '../../../src/slack/messages/ask-news.ts';
import type { RenderedMessage } from '../../../src/slack/kit/rendered-message.ts';
import { welcome } from '../../../src/slack/messages/welcome.ts';
import { readAsk } from '../../../src/acts/read-ask.ts';
import { askForm } from '../../../src/slack/views/ask/ask-form.ts';
import { declineForm, reopenForm, takeForm } from '../../../src/slack/views/ask/ask-step-forms.ts';
import { askKinds } from '../../../src/asks/index.ts';
import { asksOf, stepsOf } from '../../../src/store/asks.ts';
import { findDealByExternalId, saveDeal } from '../../../src/store/deals.ts';
import { claimNext, markSent } from '../../../src/store/outbox.ts';
import { findPerson } from '../../../src/store/people.ts';
import type { Person } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { asJson, buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

let keys = 0;
async function asked(acting: Person, more: Partial<AskInput> = {}): Promise<number> {
  keys += 1;
  const words = {
    kind: 'help',
    text: 'Come along to Northwind',
    dealId: null,
    obstacle: null,
    neededBy: null,
  } as const;
  await ask(office.context, acting, { ...words, once: `view:${keys}`, ...more });
  return (await asksOf(office.store, { repId: acting.id, states: ['open'], limit: 50 })).at(-1)?.id ?? 0;
}
async function step(acting: Person, askId: number, more: Partial<AskStepInput> & Pick<AskStepInput, 'step'>) {
  keys += 1;
  await stepAsk(office.context, acting, { askId, once: `trigger:${keys}`, ...more });
}
async function card(askId: number, holder: Person): Promise<RenderedMessage | undefined> {
  const subject = { ask: askId, holder: holder.id };
  const message = await askCardMessage.render(office.context, subject, holder, office.context.clock());
  expect(validateMessage({ ...asJson(message ?? {}), updates: true })).toEqual([]);
  return message;
}
async function news(askId: number, rep: Person, index: number): Promise<RenderedMessage | undefined> {
  const at = (await stepsOf(office.store, askId)).at(index);
  const subject = { ask: askId, step: at?.id ?? 0 };
  const message = await askNewsMessage.render(office.context, subject, rep, office.context.clock());
  expect(validateMessage({ ...asJson(message ?? {}), updates: true })).toEqual([]);
  return message;
}
async function sendAll(): Promise<void> {
  for (;;) {
    const delivery = await claimNext(office.store, office.context.clock());
    if (delivery === undefined) return;
    await markSent(office.store, delivery.id, { channel: 'D1', ts: String(delivery.id) }, office.context.clock());
  }
}

/** A field for every field there is, filled as full as it may be. */
function typedIn(text: string) {
  const short = Array.from(text).slice(0, 100).join('');
  return { text, stake: '1200000.5', currency: 'EUR', neededBy: '2026-11-30', urgency: short, links: short, deal: '1' };
}

const holderButtons = ['Take it', 'Say yes', 'Decline', 'Take it to my lead'];

describe('the card', () => {
  test('says who asks for what, about which deal, by when, since when, and offers what the holder can do', async () => {
    const { priya, dana } = office.people;
    const money = { account: 'Northwind', stage: 'Proposal', amount: 48_000, currency: 'EUR', ownerId: priya.id };
    const days = { openedOn: null, lastActivityOn: null, closeOn: null };
    await saveDeal(
      office.store,
      { externalId: 'D1', name: 'Renewal', status: 'open', ...money, ...days },
      office.context.clock(),
    );
    const dealId = (await findDealByExternalId(office.store, 'D1'))?.id ?? null;
    const more = { kind: 'blocked-deal', obstacle: 'company', dealId, neededBy: '2026-11-27' } as const;
    const id = await asked(priya, more);
    office.moveTo('2026-11-26T10:00:00Z');
    const message = await card(id, dana);
    const words = wordsOf(message);
    expect(words).toContain('Priya Nair has a blocked deal');
    expect(words).toContain('Come along to Northwind');
    expect(words).toContain('Northwind – Renewal, €48,000');
    expect(words).toContain('something at our own company');
    expect(words).toContain('Needed by Fri, Nov 27');
    expect(words).toContain('Asked Mon, Nov 23, 3 days ago');
    expect(buttonsOf(message)).toEqual(['I’ll clear it', 'Tackle it with Priya', 'Not blocked', 'Take it to my lead']);
    office.moveTo('2026-11-30T10:00:00Z');
    expect(wordsOf(await card(id, dana))).toContain('Was due Fri, Nov 27');
  });

  test('doesn’t offer a lead where there is none', async () => {
    const { dana, lee } = office.people;
    const id = await asked(dana);
    expect(buttonsOf(await card(id, lee))).toEqual(holderButtons.slice(0, 3));
  });

  test('keeps its history and follows each step', async () => {
    const { priya, dana } = office.people;
    const id = await asked(priya);
    await sendAll();
    await step(dana, id, { step: 'taken', until: '2026-11-24' });
    expect(wordsOf(await card(id, dana))).toContain('You took it, with an answer by Tue, Nov 24.');
    expect(buttonsOf(await card(id, dana))).toContain('Done');
    await step(dana, id, { step: 'granted' });
    expect(wordsOf(await card(id, dana))).toContain('Priya Nair hasn’t said yet if that settles it.');
    expect(buttonsOf(await card(id, dana))).toEqual(['Undo']);
    await step(priya, id, { step: 'reopened', text: 'The customer wants more' });
    expect(wordsOf(await card(id, dana))).toContain('The customer wants more');
    expect(buttonsOf(await card(id, dana))).toEqual(holderButtons);
    await step(priya, id, { step: 'withdrawn' });
    const settled = await card(id, dana);
    expect(wordsOf(settled)).toContain('Priya Nair withdrew it. No answer needed.');
    expect(wordsOf(settled)).toContain('Mon, Nov 23: Priya Nair asked · Mon, Nov 23: you took it');
    expect(buttonsOf(settled)).toEqual([]);
  });

  test('says that the lead has it, and what the lead did', async () => {
    const { priya, dana, lee } = office.people;
    const id = await asked(priya);
    await sendAll();
    await step(dana, id, { step: 'handed' });
    expect(wordsOf(await card(id, dana))).toContain('Lee Park has it now.');
    expect(buttonsOf(await card(id, dana))).toEqual(['Undo']);
    expect(wordsOf(await card(id, lee))).toContain('Dana Osei took it to you');
    expect(buttonsOf(await card(id, lee))).toEqual(holderButtons.slice(0, 3));
    await step(lee, id, { step: 'granted' });
    expect(wordsOf(await card(id, dana))).toContain('Lee Park said yes');
  });

  test('is not for anybody else, and loses its words where the manager changed', async () => {
    const { priya, dana, lee, sam, omar } = office.people;
    const id = await asked(priya);
    for (const person of [lee, sam, omar, priya]) {
      const subject = { ask: id, holder: dana.id };
      expect(await askCardMessage.render(office.context, subject, person, office.context.clock())).toBeUndefined();
    }
    for (const person of [lee, sam, omar]) expect(await card(id, person)).toBeUndefined();
    await setManager(office.store, priya.id, omar.id, '2026-11-23');
    expect(await card(id, dana)).toBeUndefined();
    await setManager(office.store, priya.id, dana.id, '2026-11-23');
    await sendAll();
    await setManager(office.store, priya.id, omar.id, '2026-11-23');
    const words = wordsOf(await card(id, dana));
    expect(words).toContain('somebody else now');
    expect(words).not.toContain('Northwind');
  });

  test('isn’t sent for what was withdrawn before', async () => {
    const { priya, dana } = office.people;
    const id = await asked(priya);
    await step(priya, id, { step: 'withdrawn' });
    expect(await card(id, dana)).toBeUndefined();
  });
});

describe('the news', () => {
  test('tells each step, and only the newest has buttons', async () => {
    const { priya, dana } = office.people;
    const id = await asked(priya);
    expect(wordsOf(await news(id, priya, 0))).toContain('Your ask has arrived. Dana Osei has it');
    expect(buttonsOf(await news(id, priya, 0))).toEqual(['Withdraw']);
    await step(dana, id, { step: 'taken', until: '2026-11-24' });
    expect(wordsOf(await news(id, priya, 1))).toContain('have an answer by Tue, Nov 24');
    expect(buttonsOf(await news(id, priya, 0))).toEqual([]);
    await step(dana, id, { step: 'done' });
    expect(buttonsOf(await news(id, priya, 2))).toEqual(['That helped', 'Not yet']);
    await step(priya, id, { step: 'confirmed' });
    expect(buttonsOf(await news(id, priya, 2))).toEqual([]);
    expect(wordsOf(await news(id, priya, 2))).toContain('Settled. You said that settles it.');
  });

  test('gives the reason of a no in its own words, and a way to talk', async () => {
    const { priya, dana } = office.people;
    const id = await asked(priya);
    await step(dana, id, { step: 'declined', text: 'Not <this> quarter' });
    expect(wordsOf(await news(id, priya, 1))).toContain('Not <this> quarter');
    expect(buttonsOf(await news(id, priya, 1))).toEqual(['Understood', "Let's talk"]);
  });

  test('is for the rep alone', async () => {
    const { priya, dana } = office.people;
    const id = await asked(priya);
    expect(await news(id, dana, 0)).toBeUndefined();
  });
});

describe('at the edge of what Slack takes', () => {
  const longest = '😀'.repeat(1500);
  const pinging = '<!channel> <@U1> <http://x|bank> *bold* & \u202Ereversed';

  test.each([longest, pinging, '`'.repeat(3000), '&'.repeat(3000)])('messages and forms carry %.20s', async (text) => {
    const long = 'Ä'.repeat(300);
    const rep = await office.hire(`Rep ${long}`, office.people.dana.id);
    const { dana } = office.people;
    const id = await asked(rep, { text });
    const message = await card(id, dana);
    expect(message?.text).not.toMatch(/<[!@h]/u);
    await step(dana, id, { step: 'declined', text });
    await card(id, dana);
    await news(id, rep, 1);
    const summary = await summaryOf(
      office.store,
      await readAsk(office.store, dana.id, id),
      dana,
      office.context.clock(),
    );
    const deals = Array.from({ length: 101 }, (_, number) => ({ id: number + 1, label: `${number} ${long}` }));
    const form = { managerName: long, currencies: ['EUR'], today: '2026-11-23' } as const;
    const forms = [
      ...[true, false].flatMap((more) => [
        ...askKinds.map((kind) => askForm({ ...form, deals, kind, typed: typedIn(text), more })),
        askForm({ ...form, deals: [], kind: 'help', typed: {}, more, isFromWords: true }),
      ]),
      takeForm(summary, '2026-11-24'),
      declineForm(summary),
      reopenForm(summary),
    ];
    for (const view of forms) expect(validateView(asJson(view), 'modal')).toEqual([]);
  });

  test('twenty steps are a history of ten', async () => {
    const { priya, dana } = office.people;
    const id = await asked(priya);
    for (let round = 0; round < 10; round += 1) {
      await step(dana, id, { step: 'granted' });
      await step(priya, id, { step: 'reopened', text: `Round ${round}` });
    }
    expect(wordsOf(await card(id, dana)).match(/said yes/gu)).toHaveLength(5);
  });
});

describe('the welcome', () => {
  test('says what this is, who sees what, and where to look', async () => {
    const { priya } = office.people;
    const message = await welcome.render(office.context, { person: priya.id }, priya, office.context.clock());
    expect(validateMessage(asJson(message))).toEqual([]);
    expect(wordsOf(message)).toContain('Hello Priya. I’m Firstline. I help Dana Osei make time for you and answer');
    expect(wordsOf(message)).toContain('You read notes once Dana shares them.');
    expect(wordsOf(message)).toContain('Lee sees counts, never words');
    expect(buttonsOf(message)).toEqual(['What’s stored about me', 'Ask for something']);
  });

  test('introduces nobody to whom it has written before, and speaks to a manager as to somebody who is led, too', async () => {
    const { priya, dana } = office.people;
    const hello = async (person: Person) =>
      wordsOf(await welcome.render(office.context, { person: person.id }, person, office.context.clock()));
    expect(await hello(dana)).toContain(
      'Hello Dana. I’m Firstline. I help you make time for your people. I’m here for you, too: I help Lee Park make time',
    );
    await asked(priya);
    for (;;) {
      const next = await claimNext(office.store, office.context.clock());
      if (next === undefined) break;
      await markSent(office.store, next.id, { channel: 'D1', ts: `${next.id}.0` }, office.context.clock());
    }
    expect(await hello(dana)).toContain('I’m here for you, too, Dana: I help Lee Park make time');
    expect(await hello(priya)).toContain('A word on what I do, Priya: I help Dana Osei make time for you');
    expect(await hello(priya)).not.toContain('Hello');
  });

  test('is not sent to somebody who reports to nobody', async () => {
    const omar = await findPerson(office.store, office.people.omar.id);
    expect(omar).toBeDefined();
    const subject = { person: office.people.omar.id };
    expect(await welcome.render(office.context, subject, office.people.omar, office.context.clock())).toBeUndefined();
  });
});
