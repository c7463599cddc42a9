/** On the wire: a fresh roster, and what a new manager and a new lead get before anything is asked of them. */
import { expect, test } from 'vitest';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { addNudges } from '../../src/store/nudges.ts';
import { lastTalks } from '../../src/store/last-talks.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { fillStore, logInteraction, personCalled } from '../helpers/store.ts';

/** Monday, a minute past nine in London, the day after the roster came in. */
async function firstMonday() {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, fill: (store, now) => fillStore(store, now, true) });
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  const dana = sandbox.as(slackIdOf('dana'));
  await sandbox.until('the plan', () => dana.messages().find(({ text }) => text.startsWith('This week')));
  const hello = () => dana.messages().find(({ text }) => text.startsWith('Hello'));
  return { clock, sandbox, bot, dana, hello, lee: sandbox.as(slackIdOf('lee')) };
}

test('a new manager is told what this is, how much to expect and who sees what, and only then gets a plan', async () => {
  const { dana, hello } = await firstMonday();
  expect(dana.messages().map(({ text }) => text.split(/[:.]/u)[0])).toEqual(['Hello Dana', 'This week']);
  expect(wordsOf(hello()?.blocks)).toContain(
    [
      'Hello Dana. I’m Firstline. I help you make time for your people: who you haven’t seen lately, what you promised, what they asked.',
      '*What to expect*',
      'Mondays at 9:00 AM: three nudges at most; five things in a whole week, two about one person. Fridays at 3:00 PM: your week in short. Nothing after hours or on days off.',
      'Change my hour',
      '*Who sees what*',
      'You and a rep can both see when you talked, and the notes you share. Private notes are yours alone. Lee sees counts, never words.',
      '*When was your last one-on-one?*',
    ].join('\n'),
  );
});

test('a new lead is told their side of it, once', async () => {
  const { clock, bot, lee } = await firstMonday();
  const hellos = () => lee.messages().filter(({ text }) => text.startsWith('Hello'));
  expect(hellos().map(({ text }) => text)).toEqual([
    'Hello Lee. I’m Firstline. I help Dana and Marco make time for their people, and show you where you can help.',
  ]);
  clock.moveTo(new Date('2026-11-30T09:00:30Z'));
  await bot.tick();
  expect(hellos()).toHaveLength(1);
});

test('one tap a person says when the last one-on-one was: it is no entry, can be taken back, and rules know it', async () => {
  const { clock, sandbox, bot, dana, hello } = await firstMonday();
  const rowOf = (name: string) =>
    wordsOf(hello()?.blocks)
      .split('\n')
      .find((line) => line.startsWith(`*${name}`));
  const idOf = async (key: 'nia' | 'priya' | 'sam') => (await personCalled(bot.store, key)).id;
  const tap = async (key: 'nia' | 'priya' | 'sam', label: string) =>
    dana.press({ label, messageTs: hello()?.ts ?? '', blockId: `last-talk-${await idOf(key)}` });
  await tap('nia', 'Past week');
  await sandbox.until('the answer', () => rowOf('Nia Cole')?.includes('Past week'));
  await tap('priya', '2–3 weeks');
  await sandbox.until('the answer', () => rowOf('Priya Nair')?.includes('2–3 weeks'));
  await tap('sam', 'Longer');
  await sandbox.until('the answer', () => rowOf('Sam Ruiz')?.includes('Longer'));
  const { id: managerId } = await personCalled(bot.store, 'dana');
  expect(await lastTalks(bot.store, [managerId])).toHaveLength(3);
  expect(await interactionsBetween(bot.store, { managerId, limit: 10 })).toEqual([]);
  expect(JSON.stringify(sandbox.as(slackIdOf('nia')).messages())).not.toContain('one-on-one');
  await tap('nia', 'Undo');
  await sandbox.until('it to be taken back', () => rowOf('Nia Cole') === '*Nia Cole*');
  await tap('nia', 'Past week');
  await sandbox.until('the answer', () => rowOf('Nia Cole')?.includes('Past week'));
  const { facts } = await loadPlanning(bot.store, [], [managerId], clock.now());
  const said = facts.team(managerId).reps.map(({ rep, lastTalk }) => [rep.name, lastTalk?.answer]);
  expect(Object.fromEntries(said)).toEqual({
    'Nia Cole': 'this-week',
    'Priya Nair': 'weeks',
    'Sam Ruiz': 'longer',
  });
});

test('whoever got nudges before, or has logged with their people, isn’t greeted as new', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({
    sandbox,
    clock,
    fill: async (store, now) => {
      await fillStore(store, now, true);
      const [dana, marco, tom, lee] = [
        await personCalled(store, 'dana'),
        await personCalled(store, 'marco'),
        await personCalled(store, 'tom'),
        await personCalled(store, 'lee'),
      ];
      const words = { headline: 'x', act: 'x', openingLine: 'x' };
      const evidence = { sentence: 'x', record: null, elapsed: 1, rhythm: 1, dueSince: '2026-11-01' } as const;
      const due = { repId: null, dealId: null, askId: null, item: null, evidence, words, urgent: false, weight: 1 };
      const nudge = { ...due, prefill: {}, fingerprint: 'x', need: 1, asksWhy: false };
      await addNudges(store, dana.id, 'plan:2026-11-16', [{ ...nudge, behaviour: 'share-vision' }], now);
      await addNudges(store, lee.id, 'plan:2026-11-16', [{ ...nudge, behaviour: 'skip-level', repId: tom.id }], now);
      const checkIn = { behaviour: 'check-in', managerId: marco.id, repId: tom.id, happenedOn: '2026-11-20' } as const;
      await logInteraction(store, checkIn, now);
    },
  });
  clock.moveTo(new Date('2026-11-23T15:00:30Z'));
  await bot.tick();
  const marco = sandbox.as(slackIdOf('marco'));
  await sandbox.until('a plan', () => marco.messages().find(({ text }) => text.startsWith('This week')));
  for (const key of ['dana', 'marco', 'lee'] as const)
    expect(JSON.stringify(sandbox.as(slackIdOf(key)).messages())).not.toContain('Hello');
  expect(buttonsOf(marco.messages()[0]?.blocks ?? [])).not.toContain('Past week');
});
