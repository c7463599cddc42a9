/** A status without an end that its owner forgets, on the wire. */
import { expect, test } from 'vitest';
import { findOpenAbsence } from '../../src/store/open-absences.ts';
import { readMark } from '../../src/store/marks.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

const inVacation = { text: 'Vacationing', emoji: ':palm_tree:' };

async function start(instant: string) {
  const clock = testClock(instant);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const dana = sandbox.as(slackIdOf('dana'));
  const row = () => personCalled(bot.store, 'dana');
  const at = async (next: string) => {
    clock.moveTo(new Date(next));
    await bot.tick();
  };
  const isOut = async () => (await row()).outSince !== null;
  return { clock, sandbox, bot, dana, at, row, isOut, said: () => said(dana.messages()) };
}

function said(messages: readonly { readonly text: string; readonly blocks: readonly unknown[] }[]): string {
  return JSON.stringify(messages.map(({ text, blocks }) => [text, blocks]));
}

async function onVacation(office: Awaited<ReturnType<typeof start>>): Promise<void> {
  await office.dana.setStatus(inVacation);
  await expect.poll(office.isOut).toBe(true);
}

test('Home, the plan, the bare command and settings name the pause and promise no day', async () => {
  const office = await start('2026-11-20T16:00:00Z');
  const { dana, at, sandbox, said: all } = office;
  await onVacation(office);
  await at('2026-12-14T10:00:00Z');
  await dana.openHome();
  await sandbox.until('Home', () => dana.home());
  await dana.command('/firstline', 'plan');
  await dana.command('/firstline');
  await sandbox.until('both answers', () => dana.messages().length === 2);
  for (const shown of [JSON.stringify(dana.home()), all()]) {
    expect(shown).toContain('Paused since Nov 20 by your Slack status.');
    expect(shown).not.toMatch(/plan comes (?!while)/u);
    expect(shown).not.toContain('Vacationing');
  }
  await dana.command('/firstline', 'settings');
  const modal = await sandbox.until('settings', () => dana.modal());
  expect(JSON.stringify(modal)).toContain('Paused since Nov 20 by your Slack status.');
  await dana.close();
  const answer = dana.messages().at(-1);
  await dana.press({ label: 'I’m back', messageTs: answer?.ts ?? '' });
  await sandbox.until('what holds now', () =>
    dana.messages().some(({ text }) => text.startsWith('Welcome back. Your next plan comes in a few minutes.')),
  );
});

test('“I’m back” lifts the pause until the status is another one: the plan comes, and the way back is there', async () => {
  const office = await start('2026-11-20T16:00:00Z');
  const { dana, at, isOut, row, bot, sandbox } = office;
  await onVacation(office);
  await at('2026-12-15T10:00:00Z');
  await dana.openHome();
  await sandbox.until('Home', () => dana.home());
  await dana.press({ label: 'I’m back', home: true });
  await sandbox.until('Home follows', () =>
    JSON.stringify(dana.home()).includes('You’re back, so everything comes as usual'),
  );
  expect(JSON.stringify(dana.home())).toContain('Your next plan comes in a few minutes.');
  await at('2026-12-15T10:01:00Z');
  expect(dana.messages().filter(({ text }) => text.startsWith('This week'))).toHaveLength(1);
  // Slack tells of the same status again, in an event and in the list.
  await dana.setTimeZone('Europe/Paris');
  await expect.poll(async () => (await row()).timeZone).toBe('Europe/Paris');
  await at('2026-12-16T10:00:00Z');
  expect(await isOut()).toBe(false);
  await dana.press({ label: 'Still away', home: true });
  await sandbox.until('Home is paused', () => JSON.stringify(dana.home()).includes('by your Slack status'));
  expect(await isOut()).toBe(true);
  await dana.press({ label: 'I’m back', home: true });
  await expect.poll(isOut).toBe(false);
  await dana.setStatus({ text: 'Out sick', emoji: ':face_with_thermometer:' });
  await expect.poll(isOut).toBe(true);
  await dana.setStatus({});
  await expect.poll(isOut).toBe(false);
  expect(await findOpenAbsence(bot.store, (await row()).id)).toBeUndefined();
});

test('who works for a week while “out” is asked once, in their hours, and the answer holds', async () => {
  const office = await start('2026-11-20T16:00:00Z');
  const { dana, at, isOut, sandbox } = office;
  await onVacation(office);
  const asked = () => dana.messages().filter(({ text }) => text.startsWith('Are you back?'));
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27']) {
    await at(`${day}T10:00:00Z`);
    await dana.command('/firstline', 'help');
    await dana.command('/firstline', 'help');
  }
  await at('2026-11-30T22:00:00Z');
  await dana.command('/firstline', 'help');
  await at('2026-11-30T22:01:00Z');
  expect(asked()).toEqual([]);
  await at('2026-12-01T10:00:00Z');
  await dana.command('/firstline', 'help');
  await sandbox.until('the question', () => asked().length === 1);
  expect(asked()[0]?.text).toContain('since Nov 20');
  await dana.press({ label: 'Still away', messageTs: asked()[0]?.ts ?? '' });
  await sandbox.until('the answer stands there', () =>
    dana.messages().some(({ text }) => text.startsWith('OK. I’ll hold what can wait')),
  );
  for (const day of ['2026-12-02', '2026-12-03', '2026-12-09', '2026-12-14']) {
    await at(`${day}T10:00:00Z`);
    await dana.command('/firstline', 'help');
    await at(`${day}T10:01:00Z`);
  }
  expect(asked()).toEqual([]);
  expect(await isOut()).toBe(true);
});

test('a look at Home now and then is no work: nobody is asked, and a rep’s messages come when they are back', async () => {
  const office = await start('2026-11-20T16:00:00Z');
  const { dana, at, bot, row } = office;
  await onVacation(office);
  for (const day of ['2026-11-23', '2026-11-25', '2026-12-01', '2026-12-03']) {
    await at(`${day}T10:00:00Z`);
    await dana.openHome();
  }
  expect((await findOpenAbsence(bot.store, (await row()).id))?.daysWorked).toBe(0);
  expect(await readMark(bot.store, 'plan')).toBeUndefined();
});

test('linked at 09:00:25 on a Monday: what is said of the next plan is what happens', async () => {
  const office = await start('2026-11-23T09:00:25Z');
  const { dana, at, sandbox } = office;
  await dana.openHome();
  await sandbox.until('Home', () => dana.home());
  const shown = JSON.stringify(dana.home());
  const came = dana.messages().some(({ text }) => text.startsWith('This week'));
  expect(came || shown.includes('Your next plan comes in a few minutes.')).toBe(true);
  await at('2026-11-23T09:01:03Z');
  expect(dana.messages().filter(({ text }) => text.startsWith('This week'))).toHaveLength(1);
  await dana.command('/firstline', 'plan');
  await sandbox.until('the answer', () => dana.messages().at(-1)?.text.includes('Next plan: Mon, Nov 30, 9:00 AM.'));
});
