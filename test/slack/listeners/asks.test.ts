/** On the wire: a rep asks, the manager and the lead answer, the rep says whether it helped. */
import { expect, test } from 'vitest';
import { addAsk, asksOf, stepsOf } from '../../../src/store/asks.ts';
import { findDealByExternalId, saveDeal } from '../../../src/store/deals.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { dealOf } from '../../helpers/records.ts';
import { openSandbox, teamId, testClock } from '../../helpers/sandbox.ts';
import { sendInteraction } from '../../helpers/signed.ts';
import { personCalled } from '../../helpers/store.ts';

const canary = 'Canary: I need 15% off for Northwind';

async function office() {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const [priya, dana, lee] = (['priya', 'dana', 'lee'] as const).map((key) => sandbox.as(slackIdOf(key)));
  if (priya === undefined || dana === undefined || lee === undefined) throw new Error('Nobody is there');
  return { clock, sandbox, bot, priya, dana, lee };
}
type Office = Awaited<ReturnType<typeof office>>;

function cardsOf(person: SandboxUser) {
  return person.messages().filter((message) => wordsOf(message.blocks).includes(canary));
}
function newest(person: SandboxUser): string {
  return wordsOf(person.newest()?.blocks);
}

/** Priya asks, and Dana has the card. */
async function asked(more: Record<string, string> = {}) {
  const at = await office();
  const { sandbox, priya, dana } = at;
  await priya.command('/ask', canary);
  await sandbox.until('the form', () => priya.modal());
  if (Object.keys(more).length > 0) await openMore(at);
  priya.fill(more);
  expect(await priya.submit()).toEqual({});
  const card = await sandbox.until('the card', () => cardsOf(dana)[0]);
  await sandbox.until('the news', () => newest(priya).includes('Your ask has arrived'));
  return { ...at, card, shown: () => wordsOf(cardsOf(dana).find(({ ts }) => ts === card.ts)?.blocks) };
}
/** Everything that can be said of an ask stands open. */
async function openMore({ sandbox, priya }: Pick<Office, 'sandbox' | 'priya'>): Promise<void> {
  await priya.press({ label: 'More' });
  await sandbox.until('the rest', () => JSON.stringify(priya.modal()?.blocks).includes('"block_id":"links"'));
}
/** The half minute after an answer is over. */
async function later({ clock, bot }: Pick<Office, 'clock' | 'bot'>): Promise<void> {
  clock.moveTo(new Date(clock.now().getTime() + 31_000));
  await bot.tick();
}
async function statesOf({ bot }: Pick<Office, 'bot'>): Promise<string[]> {
  const states = ['open', 'taken', 'granted', 'declined', 'done', 'confirmed', 'withdrawn'] as const;
  return (await asksOf(bot.store, { states, limit: 10 })).map((ask) => ask.state);
}

test('asked, taken, granted, confirmed: the card and the rep follow each step', async () => {
  const at = await asked({ kind: 'exception', neededBy: '2026-11-27' });
  const { sandbox, bot, priya, dana, card, shown } = at;
  expect(shown()).toContain('Priya Nair asks for a discount');
  expect(shown()).toContain('Needed by Fri, Nov 27');
  expect(buttonsOf(card.blocks)).toEqual(['Take it', 'Say yes', 'Decline', 'Take it to my lead']);

  await dana.press({ label: 'Take it', messageTs: card.ts });
  const form = await sandbox.until('the form', () => dana.modal());
  expect(JSON.stringify(form.blocks)).toContain('"initial_date":"2026-11-24"');
  dana.fill({ until: '2026-11-20' });
  expect((await dana.submit()).errors).toHaveProperty('until');
  dana.fill({ until: '2026-11-25' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the card to say so', () => shown().includes('You took it, with an answer by Wed, Nov 25.'));
  await sandbox.until('the rep to hear', () => newest(priya).includes('have an answer by Wed, Nov 25'));

  await dana.press({ label: 'Say yes', messageTs: card.ts });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ words: 'Only this once' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the card to say so', () => shown().includes('You said yes.'));
  await later(at);
  await sandbox.until('the rep to hear', () => newest(priya).includes('says yes. Did that help?'));
  expect(newest(priya)).toContain('Only this once');
  await priya.press({ label: 'That helped' });
  await sandbox.until('the card to be settled', () => shown().includes('Settled. Priya Nair said that settles it.'));
  expect(await statesOf(at)).toEqual(['confirmed']);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('declined with a reason, and talked about: the ask is open again', async () => {
  const at = await asked();
  const { sandbox, priya, dana, card, shown } = at;
  await dana.press({ label: 'Decline', messageTs: card.ts });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ reason: '   ' });
  expect((await dana.submit()).errors).toHaveProperty('reason');
  dana.fill({ reason: 'Not before the price list is out' });
  expect(await dana.submit()).toEqual({});
  await later(at);
  await sandbox.until('the rep to hear', () => newest(priya).includes('Not before the price list is out'));
  await priya.press({ label: "Let's talk" });
  await sandbox.until('the form', () => priya.modal());
  priya.fill({ missing: 'They decide this week' });
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the card to be open', () => shown().includes('They decide this week'));
  expect(await statesOf(at)).toEqual(['open']);
});

test('taken to the lead: the lead has the card, and what the lead does stands on the manager’s', async () => {
  const at = await asked();
  const { sandbox, priya, dana, lee, card, shown } = at;
  expect(cardsOf(lee)).toEqual([]);
  await dana.press({ label: 'Take it to my lead', messageTs: card.ts });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ words: 'Worth it: they are ours for three years' });
  expect(await dana.submit()).toEqual({});
  await later(at);
  const leads = await sandbox.until('the lead’s card', () => cardsOf(lee)[0]);
  await sandbox.until('the manager’s card to say so', () => shown().includes('Lee Park has it now.'));
  await sandbox.until('the rep to hear', () => newest(priya).includes('took your ask to Lee Park'));
  expect(wordsOf(leads.blocks)).toContain('*Priya Nair asks for a discount* · Dana Osei’s team');
  expect(wordsOf(leads.blocks)).toContain('Dana Osei wrote:\nWorth it: they are ours for three years');
  await lee.press({ label: 'Say yes', messageTs: leads.ts });
  await sandbox.until('the form', () => lee.modal());
  expect(await lee.submit()).toEqual({});
  await later(at);
  await sandbox.until('the manager’s card to say so', () => shown().includes('Lee Park said yes'));
  await sandbox.until('the rep to hear', () => newest(priya).includes('Lee Park says yes'));
});

test('two presses at once have one effect', async () => {
  const at = await asked();
  const { sandbox, bot, priya, dana, card } = at;
  await dana.press({ label: 'Take it', messageTs: card.ts });
  await sandbox.until('the form', () => dana.modal());
  expect(await dana.submit()).toEqual({});
  const press = () => dana.press({ label: 'Done', messageTs: card.ts });
  await sandbox.until('the button', () => buttonsOf(cardsOf(dana)[0]?.blocks).includes('Done'));
  await Promise.all([press(), press(), press()]);
  await expect.poll(() => statesOf(at)).toEqual(['done']);
  await later(at);
  await sandbox.until('the rep to hear', () => newest(priya).includes('Did that help?'));
  await bot.tick();
  expect((await stepsOf(bot.store, 1)).map(({ step }) => step)).toEqual(['asked', 'taken', 'done']);
  expect(priya.messages().filter(({ text }) => text.includes('Did that help?'))).toHaveLength(1);
  expect(dana.messages().filter(({ ephemeral }) => ephemeral)).toEqual([]);
});

test('withdrawn from Home while the manager looks at an old card', async () => {
  const at = await asked();
  const { sandbox, priya, dana, card, shown } = at;
  await priya.openHome();
  await sandbox.until('the ask in Home', () => wordsOf(priya.home()?.blocks).includes(canary));
  await priya.press({ label: 'Withdraw', home: true });
  await sandbox.until('Home without it', () => !wordsOf(priya.home()?.blocks).includes(canary));
  expect(buttonsOf(priya.home()?.blocks)).toContain('Ask for something');
  await sandbox.until('the card to say so', () => shown().includes('No answer needed'));
  expect(buttonsOf(cardsOf(dana).find(({ ts }) => ts === card.ts)?.blocks)).toEqual([]);
  expect(await statesOf(at)).toEqual(['withdrawn']);
});

test('without a manager the words come back with what to do', async () => {
  const { sandbox, bot } = await office();
  const omar = sandbox.as(slackIdOf('omar'));
  await omar.command('/ask', canary);
  const answer = await sandbox.until('the answer', () => omar.newest());
  expect(answer.ephemeral).toBe(true);
  expect(wordsOf(answer.blocks)).toContain('with /firstline team');
  expect(wordsOf(answer.blocks)).toContain(canary);
  expect(omar.modal()).toBeUndefined();
  expect(await asksOf(bot.store, { states: ['open'], limit: 10 })).toEqual([]);
});

test('what was typed is filled in as it was typed, people by their names', async () => {
  const { sandbox, priya } = await office();
  await priya.command('/ask', `Can @dana call R&D about <this>?`);
  const form = await sandbox.until('the form', () => priya.modal());
  expect(JSON.stringify(form.blocks)).toContain('"initial_value":"Can @Dana Osei call R&D about <this>?"');
});

test('the form is filled in with what the words say, says so, and leaves the rest to the words', async () => {
  const { sandbox, bot, priya, dana, clock } = await office();
  const [rep, manager, lead] = [
    await personCalled(bot.store, 'priya'),
    await personCalled(bot.store, 'dana'),
    await personCalled(bot.store, 'lee'),
  ];
  const trio = { store: bot.store, rep: rep.id, manager: manager.id, lead: lead.id };
  const about = { account: 'Northwind', name: 'Northwind – Renewal', amount: 48_000, currency: 'USD' };
  await saveDeal(bot.store, dealOf(trio, about), clock.now());
  await priya.command('/ask', 'Canary: 12% for Northwind by Friday');
  const form = await sandbox.until('the form', () => priya.modal());
  expect(wordsOf(form.blocks)).toContain('From your words: A discount · Northwind – Renewal, $48,000 · by Fri, Nov 27');
  expect(form.blocks.filter((block) => block['type'] === 'input').map((block) => block['block_id'])).toEqual([
    'text',
    'kind',
  ]);
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the card', () => cardsOf(dana).length === 0 && newest(dana).includes('asks for a discount'));
  const dealId = (await findDealByExternalId(bot.store, 'D1'))?.id;
  expect(await asksOf(bot.store, { states: ['open'], limit: 10 })).toMatchObject([
    {
      kind: 'exception',
      exception: 'discount',
      dealId,
      neededBy: '2026-11-27',
      text: 'Canary: 12% for Northwind by Friday',
    },
  ]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('words that say nothing clearly open the form as it was', async () => {
  const { sandbox, priya } = await office();
  await priya.command('/ask', 'A word on my quarter, next Friday or so');
  const form = await sandbox.until('the form', () => priya.modal());
  expect(wordsOf(form.blocks)).not.toContain('From your words');
  expect(JSON.stringify(form.blocks)).not.toContain('initial_date');
});

test('a forged press or form about another’s ask is refused, and changes nothing', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, httpPort: 0 });
  const [priya, dana] = [await personCalled(bot.store, 'priya'), await personCalled(bot.store, 'dana')];
  const words = { kind: 'help', obstacle: null, dealId: null, neededBy: null, text: canary } as const;
  const id = await addAsk(
    bot.store,
    { ...words, repId: priya.id, managerId: dana.id, askedOn: '2026-11-23' },
    clock.now(),
  );
  const sam = sandbox.as(slackIdOf('sam'));
  const from = { user: { id: slackIdOf('sam'), team_id: teamId }, team: { id: teamId }, token: 'x' };
  const value = JSON.stringify({ ask: id });
  for (const [number, actionId] of ['ask.grant', 'ask.take', 'ask.decline', 'ask.hand', 'ask.withdraw'].entries()) {
    const action = { type: 'button', action_id: actionId, block_id: 'ask-1', value, action_ts: '1.1' };
    await sendInteraction(bot.port ?? 0, {
      ...from,
      type: 'block_actions',
      trigger_id: `t${number}`,
      actions: [action],
    });
    await sandbox.until('the refusal', () => sam.messages().length === number + 1);
    expect(newest(sam)).toContain('That ask isn’t with you');
  }
  const state = { values: { until: { value: { type: 'datepicker', selected_date: '2026-11-24' } } } };
  const view = { id: 'V1', type: 'modal', callback_id: 'ask.take-by', private_metadata: value, state };
  const response = await sendInteraction(bot.port ?? 0, { ...from, type: 'view_submission', view });
  expect(await response.json()).toMatchObject({
    errors: { until: expect.stringContaining('isn’t with you') as string },
  });
  expect(JSON.stringify(sam.messages())).not.toContain('Canary');
  expect((await stepsOf(bot.store, id)).map(({ step }) => step)).toEqual(['asked']);
});

test('of two kinds chosen in quick succession the form shows the last', async () => {
  const { sandbox, priya: rep } = await office();
  await rep.command('/ask', 'a discount');
  await sandbox.until('the form', () => rep.modal());
  await Promise.all(['training', 'exception'].map((kind) => rep.press({ blockId: 'kind', choose: kind })));
  // What it was filled in from is forgotten by then, so that the line says “A discount” alone.
  await sandbox.until('what is said of an exception', () =>
    wordsOf(rep.modal()?.blocks).split('\n').includes('A discount'),
  );
  await openMore({ sandbox, priya: rep });
  expect(wordsOf(rep.modal()?.blocks)).toContain('How much is at stake?');
});
