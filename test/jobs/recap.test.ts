/** The week's and the month's recap on the wire: when they come, what is asked in them, and what updates them. */
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeEach, describe, expect, test } from 'vitest';
import { removeInteraction } from '../../src/acts/correct-interaction.ts';
import { timeBalance } from '../../src/behaviours/time-balance.ts';
import { checkIn } from '../../src/behaviours/check-in.ts';
import { keepPromise } from '../../src/behaviours/keep-promise.ts';
import { recognition } from '../../src/behaviours/recognition.ts';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { nudgesSince } from '../../src/store/nudges.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { addPromise, findPromise } from '../../src/store/promises.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { openOffice } from '../helpers/office.ts';
import { slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { logInteraction, personCalled } from '../helpers/store.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const friday = '2026-11-27T15:00:30Z';
const databasePath = join(mkdtempSync(join(tmpdir(), 'recap-')), 'firstline.db');
/** Check-ins are due on Monday, the others when something calls for them. */
const behaviours = [timeBalance, checkIn, keepPromise, recognition];

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;

beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock, behaviours });
});

async function at(instant: string): Promise<void> {
  clock.moveTo(new Date(instant));
  await bot.tick();
}

const personOf = (key: PersonKey) => personCalled(bot.store, key);

async function sent(kind: string, to: PersonKey = 'dana') {
  const { id } = await personOf(to);
  return (await deliveriesIn(bot.store, ['sent'])).filter((row) => row.kind === kind && row.recipientId === id);
}

/** The recap as the person sees it now. */
function shown(key: PersonKey, title: string) {
  const found = sandbox
    .as(slackIdOf(key))
    .messages()
    .find(({ text }) => text.startsWith(title));
  if (found === undefined) throw new Error(`${key} has no message ${title}`);
  return found;
}
const recapOf = (key: PersonKey) => shown(key, 'Your week with your people');
const monthOf = (key: PersonKey) => shown(key, 'Your November with');

async function nudgesOf(key: PersonKey) {
  return nudgesSince(bot.store, (await personOf(key)).id, new Date(0));
}

async function log(
  behaviour: string,
  rep: PersonKey,
  happenedOn: LocalDate,
  manager: PersonKey = 'dana',
): Promise<void> {
  const [managerId, repId] = [(await personOf(manager)).id, (await personOf(rep)).id];
  await logInteraction(bot.store, { behaviour, managerId, repId, happenedOn }, clock.now());
}

describe('the manager’s week', () => {
  test('comes once, on Friday at 15:00 of their own clock, to those who have reps', async () => {
    await at('2026-11-27T14:59:00Z');
    expect(await sent('recap')).toHaveLength(0);
    await at(friday);
    await at('2026-11-27T15:05:00Z');
    expect([(await sent('recap')).length, (await sent('recap', 'marco')).length]).toEqual([1, 0]);
    await at('2026-11-27T20:00:30Z');
    expect((await sent('recap', 'marco')).length).toBe(1);
    expect(await sent('recap', 'lee')).toHaveLength(0);
    expect(await sent('recap', 'priya')).toHaveLength(0);
    expect(wordsOf(recapOf('dana').blocks)).toContain('one line is enough');
  });

  test('asks about the week’s time, which comes in no message of its own; one tap answers it in place', async () => {
    await at('2026-11-27T10:00:00Z');
    expect((await nudgesOf('dana')).filter(({ behaviour }) => behaviour === timeBalance.id)).toEqual([]);
    await at(friday);
    const { ts, blocks } = recapOf('dana');
    expect(buttonsOf(blocks)).toEqual(expect.arrayContaining(['Hardly any', 'Half', 'Nearly all']));
    const asks = '*How much of your week went to your people?*\nNo answer from you yet. Only you can see this.';
    expect(wordsOf(blocks)).toContain(asks);
    expect(wordsOf(blocks)).not.toMatch(/One tap|Whom did I serve/u);
    await sandbox.as(slackIdOf('dana')).press({ label: 'Half', messageTs: ts });
    await sandbox.until('the answer in place', () => JSON.stringify(recapOf('dana').blocks).includes('Answered: '));
    expect(buttonsOf(recapOf('dana').blocks)).not.toContain('Half');
    expect(await interactionsBetween(bot.store, { limit: 5 })).toMatchObject([
      { behaviour: timeBalance.id, details: { people: '50' } },
    ]);
    expect(wordsOf(recapOf('dana').blocks)).toContain('Nothing written down');
    await at('2026-11-27T16:30:00Z');
    const asked = (await nudgesOf('dana')).filter(({ behaviour }) => behaviour === timeBalance.id);
    expect(asked.map(({ batch, state }) => [batch, state])).toEqual([['recap:2026-11-27', 'done']]);
    expect(await sent('between')).toHaveLength(0);
  });

  test('to whoever stopped it the question comes by itself, as it does where the recap comes on another day', async () => {
    const now = clock.now();
    await writeSetting(bot.store, `person:${(await personOf('dana')).id}`, 'weeklyRecap', false, now);
    await at('2026-11-23T09:00:30Z');
    await at('2026-11-27T10:00:00Z');
    await at(friday);
    expect([(await sent('recap')).length, (await sent('between')).length]).toEqual([0, 1]);
    await writeSetting(bot.store, 'workspace', 'digestDay', 4, now);
    await at('2026-11-30T14:00:30Z');
    await at('2026-12-03T20:00:30Z');
    await at('2026-12-04T15:00:30Z');
    expect([(await sent('recap', 'marco')).length, (await sent('between', 'marco')).length]).toEqual([1, 1]);
    const batches = (await nudgesOf('marco')).flatMap(({ behaviour, batch }) =>
      behaviour === timeBalance.id ? batch : [],
    );
    expect(batches).toEqual(['between:2026-12-04']);
  });

  test('is asked once where Friday’s plan would ask, too', async () => {
    const mark = { planDay: 5, planAt: '09:00' };
    const { id } = await personOf('dana');
    for (const [name, value] of Object.entries(mark))
      await writeSetting(bot.store, `person:${id}`, name, value, clock.now());
    await at('2026-11-27T09:01:00Z');
    await at(friday);
    const asked = (await nudgesOf('dana')).filter(({ behaviour }) => behaviour === timeBalance.id);
    expect(asked.map(({ batch }) => batch)).toEqual(['recap:2026-11-27']);
  });

  test('follows a promise that is kept, and what is logged', async () => {
    const [dana, priya] = [await personOf('dana'), await personOf('priya')];
    const promise = {
      managerId: dana.id,
      repId: priya.id,
      text: 'Call the CFO',
      madeOn: '2026-11-23',
      dueOn: '2026-11-30',
    } as const;
    const id = await addPromise(bot.store, promise, clock.now());
    await at(friday);
    expect(wordsOf(recapOf('dana').blocks)).toContain('What you promised');
    await sandbox.as(slackIdOf('dana')).press({ label: 'Kept', messageTs: recapOf('dana').ts });
    await sandbox.until('the promise among what moved', () =>
      wordsOf(recapOf('dana').blocks).includes('You kept a promise to Priya Nair (Fri): Call the CFO'),
    );
    expect((await findPromise(bot.store, id))?.state).toBe('kept');
    expect(wordsOf(recapOf('dana').blocks)).not.toContain('What you promised');
  });

  test('comes once in the year to which the clock was moved, and not again after a new start', async () => {
    await bot.stop();
    bot = await startBot({ sandbox, clock, behaviours, databasePath });
    await at('2027-11-26T15:30:00Z');
    await bot.stop();
    bot = await startBot({ sandbox, clock, behaviours, databasePath });
    await at('2027-11-26T16:30:00Z');
    expect(await sent('recap')).toMatchObject([{ subject: { on: '2027-11-26' } }]);
  });

  test('goes to nobody who is on holiday all week, and comes before a Friday that is one', async () => {
    const { id } = await personOf('dana');
    const off = (from: LocalDate, until: LocalDate) =>
      writeSetting(bot.store, `person:${id}`, 'daysOff', [{ from, until }], clock.now());
    await off('2026-11-27', '2026-11-27');
    await at('2026-11-26T15:00:30Z');
    expect(await sent('recap')).toMatchObject([{ subject: { on: '2026-11-26' } }]);
    await off('2026-11-30', '2026-12-06');
    for (const day of ['2026-12-03', '2026-12-04', '2026-12-07']) await at(`${day}T15:00:30Z`);
    expect(await sent('recap')).toHaveLength(1);
  });
});

describe('the rep’s month', () => {
  const firstFriday = '2026-12-04T15:00:30Z';

  test('comes on the first Friday of the next month, once, and only to those for whom there is something', async () => {
    await log('check-in', 'priya', '2026-11-20');
    await log('check-in', 'tom', '2026-11-20', 'marco');
    await at('2026-11-27T15:00:30Z');
    await at('2026-12-04T14:59:00Z');
    expect(await sent('rep-recap', 'priya')).toHaveLength(0);
    await at(firstFriday);
    await at('2026-12-04T20:01:00Z');
    await at('2026-12-11T15:00:30Z');
    expect((await sent('rep-recap', 'priya')).length).toBe(1);
    expect((await sent('welcome', 'priya'))[0]?.id).toBeLessThan((await sent('rep-recap', 'priya'))[0]?.id ?? 0);
    expect((await sent('rep-recap', 'tom')).length).toBe(1);
    expect((await sent('rep-recap', 'sam')).length).toBe(0);
    expect((await sent('rep-recap', 'dana')).length).toBe(0);
    expect(buttonsOf(monthOf('priya').blocks)).toContain('What’s stored about me');
    await sandbox.as(slackIdOf('priya')).press({ label: 'What’s stored about me', messageTs: monthOf('priya').ts });
    await sandbox.until('what is stored', () => sandbox.as(slackIdOf('priya')).modal());
  });

  test('is stopped by whoever doesn’t want it', async () => {
    await log('check-in', 'priya', '2026-11-20');
    await writeSetting(bot.store, `person:${(await personOf('priya')).id}`, 'monthlyRecap', false, clock.now());
    await at(firstFriday);
    expect(await sent('rep-recap', 'priya')).toHaveLength(0);
  });

  test('never tells of a manager’s private words, nor of what was shared and is no longer', async () => {
    const [dana, priya] = [await personOf('dana'), await personOf('priya')];
    const note = { behaviour: 'check-in', managerId: dana.id, repId: priya.id, happenedOn: '2026-11-20' } as const;
    const secret = { ...note, texts: { heard: 'Private canary' } };
    await logInteraction(bot.store, secret, clock.now());
    const sharedNote = { ...note, texts: { heard: 'Shared canary' }, shared: true };
    const shared = await logInteraction(bot.store, sharedNote, clock.now());
    const omar = await personOf('omar');
    await setManager(bot.store, priya.id, omar.id, '2026-11-25');
    await at(firstFriday);
    expect(wordsOf(monthOf('priya').blocks)).toContain('Shared canary');
    expect(JSON.stringify(sandbox.traffic)).not.toContain('Private canary');
    expect(wordsOf(recapOf('dana').blocks)).not.toContain('canary');
    const office = await openOffice();
    await removeInteraction({ ...office.context, store: bot.store, clock: () => clock.now() }, dana, shared);
    await office.close();
    await bot.tick();
    expect(wordsOf(monthOf('priya').blocks)).not.toContain('Shared canary');
  });
});
