/** On the wire: a blocked deal from both sides, and every open ask of a team. */
import { expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { addAsk, asksOf } from '../../../src/store/asks.ts';
import { findDeal, findDealByExternalId, saveDeal } from '../../../src/store/deals.ts';
import { addNudges } from '../../../src/store/nudges.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { dueFor } from '../../helpers/nudges.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { dealOf } from '../../helpers/records.ts';
import { openSandbox, teamId, testClock } from '../../helpers/sandbox.ts';
import { sendInteraction } from '../../helpers/signed.ts';
import { personCalled } from '../../helpers/store.ts';
import { dayNamed } from '../../../src/time/zoned.ts';

const canary = 'Canary: legal has had it for three weeks';

async function office(more: { httpPort?: number } = {}) {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug', ...more });
  const { store } = bot;
  const as = (key: 'dana' | 'priya' | 'lee' | 'sam') => sandbox.as(slackIdOf(key));
  const [manager, rep, lead] = [
    await personCalled(store, 'dana'),
    await personCalled(store, 'priya'),
    await personCalled(store, 'lee'),
  ];
  const trio = { store, manager: manager.id, rep: rep.id, lead: lead.id };
  await saveDeal(store, dealOf(trio, { amount: 48_000 }), clock.now());
  const dealId = (await findDealByExternalId(store, 'D1'))?.id ?? 0;
  return { clock, sandbox, bot, store, manager, rep, lead, trio, dealId, as };
}
type Office = Awaited<ReturnType<typeof office>>;

/** Dana is nudged about the deal that stands still. */
async function nudged({ clock, sandbox, bot, store, manager, rep, dealId, as }: Office) {
  const batch = 'between:2026-11-24';
  const due = dueFor(rep.id, { behaviour: 'blocked-deal', dealId, urgent: true });
  await addNudges(store, manager.id, batch, [due], clock.now());
  const subject = { person: manager.id, batch };
  const row = { occurrenceKey: 'nudged', deliveryId: 'nudged', kind: 'between', recipientId: manager.id } as const;
  await enqueue(store, { ...row, subject, dueAt: clock.now() }, clock.now());
  await bot.tick();
  const find = () =>
    as('dana')
      .messages()
      .find(({ text }) => text.includes('can’t wait'));
  const message = await sandbox.until('the nudge', find);
  return {
    message,
    shown: () => wordsOf(find()?.blocks),
    choose: (answer: string) => as('dana').press({ label: 'What will you do?', messageTs: message.ts, choose: answer }),
  };
}
function newest(person: SandboxUser): string {
  return wordsOf(person.newest()?.blocks);
}
/** The half minute in which an answer can be undone without a trace is over. */
async function later({ clock, bot }: Office): Promise<void> {
  clock.moveTo(new Date(clock.now().getTime() + 31_000));
  await bot.tick();
}
function said(person: SandboxUser, words: string): string | undefined {
  return person.messages().find((message) => wordsOf(message.blocks).includes(words))?.ts;
}

test('reported by the rep, removed by the manager, and confirmed: it moves again', async () => {
  const at = await office();
  const { sandbox, bot, store, dealId, as } = at;
  const [dana, priya] = [as('dana'), as('priya')];
  const words = { kind: 'blocked-deal', obstacle: 'company', companyObstacle: 'legal-review', neededBy: null } as const;
  await ask(bot.context, at.rep, { ...words, text: canary, dealId, once: 'view:reported' });
  bot.context.deliverSoon([at.rep.id]);
  const card = await sandbox.until('the card', () => said(dana, canary));
  const shown = () => dana.messages().find(({ ts }) => ts === card)?.blocks;
  expect(buttonsOf(shown())).toEqual(['I’ll clear it', 'Tackle it with Priya', 'Not blocked', 'Take it to my lead']);

  await dana.press({ label: 'I’ll clear it', messageTs: card });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ until: '2026-11-26' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the rep to hear', () => said(priya, 'will clear this by Thu, Nov 26'));

  await dana.openHome();
  await sandbox.until('the promise in Home', () => buttonsOf(dana.home()?.blocks).includes('Kept'));
  await dana.press({ label: 'Kept', home: true });
  await sandbox.until('Home without it', () => !buttonsOf(dana.home()?.blocks).includes('Kept'));
  await later(at);
  await sandbox.until('the rep to be asked', () => said(priya, 'Is the deal moving again?'));
  expect(buttonsOf(priya.newest()?.blocks)).toEqual(expect.arrayContaining(['It’s moving again', 'Still stuck']));
  await priya.press({ label: 'It’s moving again' });
  await sandbox.until('the card to be settled', () => wordsOf(shown()).includes('Settled.'));
  expect(await asksOf(store, { states: ['confirmed'], limit: 2 })).toHaveLength(1);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('seen in the data, promised and kept; still stuck comes back as an ask', async () => {
  const at = await office();
  const { sandbox, store, as } = at;
  const [dana, priya] = [as('dana'), as('priya')];
  const { shown, choose, message } = await nudged(at);
  expect(buttonsOf(message.blocks).slice(0, 3)).toEqual(['Book it', 'Done', 'Why?']);
  await choose('I’ll clear this by …');
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ text: canary, dueOn: '2026-11-23' });
  expect((await dana.submit()).errors).toHaveProperty('dueOn');
  dana.fill({ dueOn: '2026-11-26' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the nudge to say so', () => shown().includes('You’ll clear this by Thu, Nov 26.'));
  await sandbox.until('the rep to hear', () => said(priya, canary));
  await dana.openHome();
  await sandbox.until('the promise in Home', () => buttonsOf(dana.home()?.blocks).includes('Kept'));
  await dana.press({ label: 'Kept', home: true });
  await sandbox.until('the rep to be asked', () => said(priya, 'Is it moving again?'));
  await priya.press({ label: 'Still stuck' });
  await sandbox.until('the form', () => priya.modal());
  priya.fill({ text: 'They want another clause' });
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the card', () => said(dana, 'They want another clause'));
  expect(await asksOf(store, { states: ['open'], limit: 2 })).toMatchObject([{ dealId: at.dealId }]);
});

test('seen in the data, taken to the lead: the lead’s card in the manager’s words, and the rep follows it', async () => {
  const at = await office();
  const { sandbox, as } = at;
  const [dana, priya, lee] = [as('dana'), as('priya'), as('lee')];
  const { shown, choose } = await nudged(at);
  await choose('Take to my lead');
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ text: canary, companyObstacle: 'legal-review' });
  expect(await dana.submit()).toEqual({});
  await later(at);
  const card = await sandbox.until('the lead’s card', () => said(lee, canary));
  const leads = lee.messages().find(({ ts }) => ts === card);
  expect(wordsOf(leads?.blocks)).toContain('Northwind');
  expect(buttonsOf(leads?.blocks)).toEqual(['I’ll clear it', 'Not blocked']);
  await sandbox.until('the rep to hear', () => said(priya, 'took your blocked deal to'));
  expect(newest(priya)).toContain('Dana Osei wrote');
  await sandbox.until('the nudge to say so', () => shown().includes('It’s with your lead.'));
});

test('come with me: a date and a time, and the rep hears of it', async () => {
  const at = await office();
  const { sandbox, as } = at;
  const { choose } = await nudged(at);
  await choose('Tackle it together');
  const form = await sandbox.until('the form', () => as('dana').modal());
  expect(wordsOf(form.blocks)).toContain('Blocked deal with Priya Nair: Northwind – Renewal');
  expect(await as('dana').submit()).toEqual({});
  await sandbox.until('the rep to hear', () => newest(as('priya')).includes('wants to tackle'));
});

test('not blocked: quiet, and it can be undone', async () => {
  const at = await office();
  const { sandbox, store, dealId, as } = at;
  const { choose, shown, message } = await nudged(at);
  await choose('Not blocked');
  await sandbox.until('the nudge to say so', () => shown().includes('Not needed: '));
  expect((await findDeal(store, dealId))?.quietUntil).toBe('2026-12-08');
  await as('dana').press({ label: 'Undo', messageTs: message.ts });
  await sandbox.until('the nudge to be open', () => buttonsOf(as('dana').newest()?.blocks).includes('Book it'));
});

test('a forged choice about another’s nudge is refused, and changes nothing', async () => {
  const at = await office({ httpPort: 0 });
  const { sandbox, bot, store, dealId, as } = at;
  const [nudge] = await nudgesOf(at);
  const refusals = () =>
    as('sam')
      .messages()
      .filter(({ text }) => text.includes('That nudge isn’t yours')).length;
  const from = { user: { id: slackIdOf('sam'), team_id: teamId }, team: { id: teamId }, token: 'x' };
  for (const [number, answer] of ['remove', 'together', 'not-blocked', 'to-lead'].entries()) {
    const value = JSON.stringify({ nudge, answer });
    const selected = { value, text: { type: 'plain_text', text: answer } };
    const action = { type: 'static_select', action_id: 'deal.answer', block_id: 'n', selected_option: selected };
    await sendInteraction(bot.port ?? 0, {
      ...from,
      type: 'block_actions',
      trigger_id: `t${number}`,
      actions: [{ ...action, action_ts: '1.1' }],
    });
    await sandbox.until('the refusal', () => refusals() === number + 1);
  }
  expect((await findDeal(store, dealId))?.quietUntil).toBeNull();
});

async function nudgesOf({ clock, store, manager, rep, dealId }: Office): Promise<number[]> {
  const due = dueFor(rep.id, { behaviour: 'blocked-deal', dealId });
  await addNudges(store, manager.id, 'plan:2026-11-23', [due], clock.now());
  const rows = await store.database.selectFrom('nudge').select('id').execute();
  return rows.map(({ id }) => id);
}

test('/firstline asks: the manager sees the team by age, twenty on a page; the lead counts only', async () => {
  const at = await office();
  const { sandbox, store, clock, as, trio, dealId } = at;
  const blank = { repId: trio.rep, managerId: trio.manager, kind: 'help', neededBy: null } as const;
  for (let number = 1; number <= 21; number += 1)
    await addAsk(
      store,
      { ...blank, obstacle: null, dealId: null, text: canary, askedOn: dayNamed(2026, 11, number) },
      clock.now(),
    );
  const company = { kind: 'blocked-deal', obstacle: 'company', companyObstacle: 'legal-review' } as const;
  await addAsk(store, { ...blank, ...company, dealId, text: canary, askedOn: '2026-11-23' }, clock.now());

  const dana = as('dana');
  await dana.command('/firstline', 'asks');
  const first = await sandbox.until('the list', () => dana.modal());
  const words = wordsOf(first.blocks);
  expect(words).toContain('Waiting on you (22)');
  expect(words).toContain('Page 1 of 2, 22 asks in all.');
  expect(words).toContain('*Legal review*: 1 deal, €48,000');
  expect(words).not.toContain('Canary');
  expect(buttonsOf(first.blocks).filter((label) => label === 'Open')).toHaveLength(20);
  await dana.press({ label: 'More' });
  const second = await sandbox.until('the next page', () => {
    const shown = wordsOf(dana.modal()?.blocks);
    return shown.includes('Page 2 of 2') ? shown : undefined;
  });
  expect(second).toContain('Northwind – Renewal, €48,000');

  const lee = as('lee');
  await lee.command('/firstline', 'asks');
  const leads = wordsOf((await sandbox.until('the counts', () => lee.modal())).blocks);
  expect(leads).toContain('*Dana Osei*: 22 open, the oldest 23 days old');
  expect(leads).toContain('*Legal review*: 1 deal, €48,000');
  expect(leads).not.toContain('Priya');
  expect(leads).not.toContain('Northwind');

  const priya = as('priya');
  await priya.command('/firstline', 'asks');
  await sandbox.until('the rep’s own', () => newest(priya).includes('Your asks'));
  expect(priya.modal()).toBeUndefined();
});
