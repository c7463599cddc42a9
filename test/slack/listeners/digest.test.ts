/** On the wire: the lead's digest, every button in it, and forged presses of each. */
import { expect, test } from 'vitest';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { addAsk, findAsk } from '../../../src/store/asks.ts';
import { plannedBookings } from '../../../src/store/bookings.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, teamId, testClock } from '../../helpers/sandbox.ts';
import { sendInteraction } from '../../helpers/signed.ts';
import { logInteraction, personCalled } from '../../helpers/store.ts';

const canary = 'Canary: I need 15% off for Northwind';

/** Priya's ask has waited on Dana's desk for six days, and Marco rode along with Tom. @param isOverHttp for forged requests */
async function friday(isOverHttp = false) {
  const clock = testClock('2026-11-27T08:30:00Z');
  const requestUrl = isOverHttp ? { httpPort: 0 } : {};
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug', ...requestUrl });
  const [priya, dana, marco, tom] = await Promise.all(
    (['priya', 'dana', 'marco', 'tom'] as const).map((key) => personCalled(bot.store, key)),
  );
  if (priya === undefined || dana === undefined || marco === undefined || tom === undefined) throw new Error('Nobody');
  const words = { kind: 'help', obstacle: null, dealId: null, neededBy: null, text: canary } as const;
  const askId = await addAsk(
    bot.store,
    { ...words, repId: priya.id, managerId: dana.id, askedOn: '2026-11-21' },
    clock.now(),
  );
  const ride = { behaviour: 'ride-along', managerId: marco.id, repId: tom.id, happenedOn: '2026-11-25' } as const;
  await logInteraction(bot.store, ride, clock.now());
  const as = (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key));
  return { clock, sandbox, bot, as, askId, priya, dana, marco, tom };
}

function digestOf(person: SandboxUser) {
  return person.messages().find(({ text }) => text.startsWith('Week ending'));
}

async function withDigest() {
  const at = await friday();
  at.clock.moveTo(new Date('2026-11-27T15:00:30Z'));
  await at.bot.tick();
  const lee = at.as('lee');
  const { ts } = await at.sandbox.until('the digest', () => digestOf(lee));
  const shown = () => wordsOf(digestOf(lee)?.blocks);
  return { ...at, lee, ts, shown };
}

test('an ageing ask is taken off a desk in one press, and read only then; the rep and the manager hear of it', async () => {
  const { sandbox, bot, as, lee, ts, shown, askId } = await withDigest();
  expect(shown()).toContain('Take an ask off Dana’s desk.\n_It has been there since Nov 21.');
  expect(buttonsOf(digestOf(lee)?.blocks)).toEqual(['Take an ask from Dana', 'Thank Marco', 'Last 12 weeks']);
  expect(JSON.stringify(lee.messages())).not.toContain('Canary');
  await lee.press({ label: 'Take an ask from Dana', messageTs: ts });
  await sandbox.until('the card', () => lee.messages().some(({ text }) => text.includes(canary)));
  await sandbox.until('the digest to say so', () => shown().includes('Answer Priya Nair.'));
  expect(buttonsOf(digestOf(lee)?.blocks)[0]).toBe('Open');
  await sandbox.until('the rep to hear', () =>
    as('priya')
      .messages()
      .some(({ text }) => text.includes('Lee Park has taken over your ask')),
  );
  await sandbox.until('the manager to see', () =>
    as('dana')
      .messages()
      .some(({ blocks }) => wordsOf(blocks).includes('Lee Park took it over')),
  );
  await lee.press({ label: 'Open', messageTs: ts });
  const form = await sandbox.until('the ask', () => lee.modal());
  expect(wordsOf(form.blocks)).toContain(canary);
  expect((await findAsk(bot.store, askId))?.holderId).toBe((await personCalled(bot.store, 'lee')).id);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('a manager is thanked for what they did, and the digest says so', async () => {
  const { sandbox, lee, ts, shown } = await withDigest();
  expect(shown()).toContain('*Went well:* Marco went on a ride-along.');
  await lee.press({ label: 'Thank Marco', messageTs: ts });
  const form = await sandbox.until('the form', () => lee.modal());
  expect(JSON.stringify(form)).toContain('This week you went on a ride-along.');
  expect(JSON.stringify(form)).toContain('Marco Bianchi');
  expect(JSON.stringify(form)).not.toContain('What was it?');
  expect(await lee.submit()).toEqual({});
  await sandbox.until('the digest to say so', () => shown().includes('You thanked Marco Bianchi.'));
  expect(buttonsOf(digestOf(lee)?.blocks)).not.toContain('Thank Marco');
});

test('a talk is booked with somebody chosen, and the digest says when', async () => {
  const { sandbox, bot, lee, ts, shown, tom } = await withDigest();
  await lee.press({ actionId: 'digest.sit-down-with', messageTs: ts, choose: 'Tom Webb, with Marco' });
  const form = await sandbox.until('the form', () => lee.modal());
  expect(wordsOf(form)).toContain('Skip-level with Tom Webb');
  lee.fill({ date: '2026-12-01', time: '10:00' });
  expect(await lee.submit()).toEqual({});
  await sandbox.until('the digest to say so', () =>
    shown().includes('You’ll sit down with Tom Webb (Tue, Dec 1, 10:00 AM).'),
  );
  expect(await plannedBookings(bot.store)).toMatchObject([{ behaviour: 'skip-level', repId: tom.id }]);
});

test('a lead’s Home has the same words and buttons', async () => {
  const { sandbox, as } = await friday();
  const lee = as('lee');
  await lee.openHome();
  await sandbox.until('the digest', () => wordsOf(lee.home()?.blocks).includes('off Dana’s desk'));
  await lee.press({ label: 'Take an ask from Dana', home: true });
  await sandbox.until('Home to follow', () => wordsOf(lee.home()?.blocks).includes('Waiting on you'));
  // It has a row of its own now: it isn’t the one thing to do as well.
  expect(wordsOf(lee.home()?.blocks)).not.toContain('One thing you can do');
  expect(wordsOf(lee.home()?.blocks)).toContain('*Marco Bianchi* · time with 1 of 2 people');
});

test('forged presses take no ask, book nobody and thank nobody who isn’t theirs', async () => {
  const { sandbox, bot, as, askId, priya, dana, clock } = await friday(true);
  clock.moveTo(new Date('2026-11-27T12:00:00Z'));
  const presses = [
    ['omar', 'digest.take-over', { ask: askId }],
    ['dana', 'digest.take-over', { ask: askId }],
    ['marco', 'digest.take-over', { ask: askId }],
    ['lee', 'digest.take-over', { ask: 987_654 }],
    ['lee', 'digest.take-over', { ask: 'all' }],
    ['marco', 'log.open', { behaviour: 'thank-manager', rep: dana.id, text: 'x' }],
    ['marco', 'booking.open', { behaviour: 'skip-level', rep: priya.id }],
    ['marco', 'digest.sit-down-with', { rep: priya.id }],
  ] as const;
  const refused = /isn’t yours to take|older version|isn’t a manager who reports|doesn’t report/u;
  for (const [number, [key, actionId, carried]] of presses.entries()) {
    const value = JSON.stringify(carried);
    const type = actionId === 'digest.sit-down-with' ? 'static_select' : 'button';
    const action = {
      type,
      action_id: actionId,
      block_id: 'digest',
      value,
      selected_option: { value },
      action_ts: '1.1',
    };
    const before = as(key).messages().length;
    await sendInteraction(bot.port ?? 0, {
      user: { id: slackIdOf(key), team_id: teamId },
      team: { id: teamId },
      token: 'x',
      type: 'block_actions',
      trigger_id: `forged-${number}`,
      actions: [action],
    });
    const said = await sandbox.until('the refusal', () => as(key).messages()[before]);
    expect(said.text).toMatch(refused);
    expect(as(key).modal()).toBeUndefined();
  }
  expect((await findAsk(bot.store, askId))?.holderId).toBe(dana.id);
  expect(await plannedBookings(bot.store)).toEqual([]);
  for (const key of ['omar', 'marco', 'lee'] as const)
    expect(JSON.stringify(as(key).messages())).not.toContain('Canary');
});
