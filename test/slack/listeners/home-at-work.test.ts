/** On the wire: what is done from the Home tab. Goals, promises, comments, confirmations, and the form on one person. */
import { expect, test } from 'vitest';
import { cyclesOf, openCycle } from '../../../src/store/cycles.ts';
import { addExpectation, expectationsOf } from '../../../src/store/expectations.ts';
import { addGoal, goalsOf } from '../../../src/store/goals.ts';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { addPerson } from '../../../src/store/people.ts';
import { addPromise, findPromise, promisesOf } from '../../../src/store/promises.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { startBot } from '../../helpers/bot.ts';
import { heard, homeOf, modalOf, openHomes, opensMore } from '../../helpers/homes.ts';
import { wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, teamId, testClock } from '../../helpers/sandbox.ts';
import { sendInteraction } from '../../helpers/signed.ts';
import { personCalled } from '../../helpers/store.ts';

test('a rep adds, changes and removes a goal; the manager reads it', async () => {
  const { sandbox, bot, dana, priya, rep } = await openHomes();
  await priya.press({ label: 'Add a goal', home: true });
  await sandbox.until('the form', () => priya.modal());
  priya.fill({ text: ' ' });
  expect((await priya.submit()).errors).toHaveProperty('text');
  priya.fill({ text: 'Canary: lead a team & <b>' });
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the goal', () => homeOf(priya).includes('Canary: lead a team'));
  await opensMore(dana, rep.id);
  await sandbox.until('the manager to read it', () => modalOf(dana).includes('Canary: lead a team'));
  await priya.press({ label: 'Change', home: true });
  await sandbox.until('the form', () => priya.modal());
  priya.fill({ text: 'Lead a region' });
  await priya.submit();
  await sandbox.until('the change', () => homeOf(priya).includes('Lead a region'));
  await priya.press({ label: 'Change', home: true });
  await sandbox.until('the form', () => priya.modal());
  await priya.press({ label: 'Remove' });
  await sandbox.until('it to be gone', () => !homeOf(priya).includes('Lead a region'));
  expect(await goalsOf(bot.store, rep.id)).toEqual([]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('a promise by hand is heard by the rep, moved, kept, and each step shows on both sides', async () => {
  const { sandbox, bot, dana, priya, manager, rep } = await openHomes();
  await opensMore(dana, rep.id);
  await sandbox.until('the form on Priya', () => modalOf(dana).includes('Log a conversation'));
  await dana.press({ label: 'Promise something' });
  await sandbox.until('the form', () => modalOf(dana).includes('To *Priya Nair*'));
  dana.fill({ text: 'Canary: get you the sandbox licence', dueOn: '2026-11-23' });
  expect((await dana.submit()).errors).toHaveProperty('dueOn');
  dana.fill({ dueOn: '2026-11-27' });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the form on Priya again', () => modalOf(dana).includes('By Fri, Nov 27'));
  await dana.close();
  await sandbox.until('Priya to hear it', () => heard(priya).includes('Canary: get you the sandbox licence'));
  await sandbox.until('Priya’s Home', () => homeOf(priya).includes('By Fri, Nov 27'));
  await sandbox.until('Dana’s Home', () => homeOf(dana).includes('*Priya Nair* · By Fri, Nov 27\nCanary: get you'));
  await dana.press({ label: 'Move', home: true });
  await sandbox.until('the form', () => modalOf(dana).includes('You promised *Priya Nair*'));
  dana.fill({ dueOn: '2026-12-01' });
  await dana.submit();
  await sandbox.until('the new day', () => homeOf(priya).includes('By Tue, Dec 1'));
  await dana.press({ label: 'Kept', home: true });
  await sandbox.until('it to be kept', () => homeOf(priya).includes('Kept on Nov 24'));
  await sandbox.until('it to be off Dana’s list', () => !homeOf(dana).includes('Promises'));
  await sandbox.until('Priya to hear that it was kept', () => heard(priya).includes('Dana Osei kept a promise to you'));
  await sandbox.until('the first message to say so', () => heard(priya).includes('Kept on Nov 24.'));
  expect(await promisesOf(bot.store, { managerId: manager.id, limit: 9 })).toMatchObject([
    { state: 'kept', dueOn: '2026-12-01' },
  ]);
  expect(await interactionsBetween(bot.store, { repId: rep.id, limit: 9 })).toMatchObject([
    { behaviour: 'keep-promise' },
  ]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('what the two say about a cycle reaches the other one, from the Home tab, the form and the message', async () => {
  const { sandbox, bot, dana, priya, manager, rep } = await openHomes();
  const words = { gap: 'Talks before asking', assignment: 'Two questions first', rootCause: 'skill' } as const;
  const days = { openedOn: '2026-11-16', dueOn: '2026-11-27' } as const;
  await openCycle(
    bot.store,
    { ...words, ...days, managerId: manager.id, repId: rep.id },
    new Date('2026-11-16T09:00:00Z'),
  );
  await priya.openHome();
  await sandbox.until('the cycle', () => homeOf(priya).includes('Talks before asking'));
  await priya.press({ label: 'Comment', home: true });
  await sandbox.until('the form', () => modalOf(priya).includes('What you two are working on'));
  priya.fill({ text: 'Canary: it went better' });
  await priya.submit();
  await sandbox.until('Dana to hear it', () => heard(dana).includes('Canary: it went better'));
  await dana.press({ label: 'Answer' });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ text: 'I saw it, too' });
  await dana.submit();
  await sandbox.until('Priya to hear it', () => heard(priya).includes('I saw it, too'));
  await opensMore(dana, rep.id);
  await sandbox.until('the form on Priya', () => modalOf(dana).includes('*You*, Nov 24: I saw it, too'));
  await dana.press({ label: 'Comment' });
  await sandbox.until('the form', () => modalOf(dana).includes('What you two are working on'));
  dana.fill({ text: 'Once more on Friday' });
  await dana.submit();
  await sandbox.until('the form on Priya again', () => modalOf(dana).includes('Once more on Friday'));
  const [cycle] = await cyclesOf(bot.store, rep.id);
  expect(cycle?.comments).toHaveLength(3);
  await dana.press({ label: 'Look again' });
  await sandbox.until('the log form', () => dana.modal()?.title === 'Log it');
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('the rep confirms what is expected, and the form on them says so', async () => {
  const { sandbox, bot, dana, priya, manager, rep } = await openHomes();
  const written = { managerId: manager.id, repId: rep.id, text: 'Ten calls a week', on: '2026-11-20' } as const;
  await addExpectation(bot.store, written, new Date('2026-11-20T09:00:00Z'));
  await priya.openHome();
  await sandbox.until('what is expected', () => homeOf(priya).includes('not confirmed yet'));
  await priya.press({ label: 'I’ve read it', home: true });
  await sandbox.until('it to be confirmed', () => homeOf(priya).includes('read on Nov 24'));
  expect(await expectationsOf(bot.store, rep.id)).toMatchObject([{ acknowledgedOn: '2026-11-24' }]);
  await opensMore(dana, rep.id);
  await sandbox.until('the manager to see it', () => modalOf(dana).includes('read on Nov 24'));
});

test('an interaction is logged from the form on a person, and the page of people stays while one looks', async () => {
  const { sandbox, bot, clock, dana, manager } = await openHomes();
  for (let number = 10; number < 40; number += 1) {
    const id = await addPerson(bot.store, { name: `Rep Number${number}`, slackUserId: `U0N${number}` }, clock.now());
    await setManager(bot.store, id, manager.id, '2026-11-01');
  }
  await dana.openHome();
  await sandbox.until('two pages', () => homeOf(dana).includes('page 1 of 2'));
  await dana.press({ label: 'More', home: true });
  await sandbox.until('the second page', () => homeOf(dana).includes('page 2 of 2'));
  const shown = /person-(\d+)/u.exec(JSON.stringify(dana.home()?.blocks))?.[1] ?? '0';
  await opensMore(dana, Number(shown));
  await sandbox.until('the form', () => modalOf(dana).includes('Log a conversation'));
  await dana.press({ label: 'Log a conversation' });
  await sandbox.until('the log form', () => dana.modal()?.title === 'Log it');
  await dana.submit();
  await sandbox.until('it is saved', () => dana.modal()?.title === 'Saved');
  // Who was just seen is missed least: the last one of the last page.
  await sandbox.until('Home to show it', () => homeOf(dana).includes('talked today'));
  expect(homeOf(dana)).toContain('page 2 of 2');
  await dana.close();
  await dana.openHome();
  await sandbox.until('the first page', () => homeOf(dana).includes('page 1 of 2'));
});

test('a lead logs a skip-level where it is due, and it is due no longer', async () => {
  const { sandbox, bot } = await openHomes();
  const lee = sandbox.as(slackIdOf('lee'));
  await bot.tick();
  await lee.openHome();
  const headline = 'Sit down with Tom from Marco’s team';
  await sandbox.until('what can wait', () => homeOf(lee).includes('more can wait'));
  await lee.press({ label: 'See all', home: true });
  await sandbox.until('what is due', () => modalOf(lee).includes(headline));
  const block = lee.modal()?.blocks.findIndex((one) => wordsOf(one).includes(headline)) ?? -1;
  const blockId = lee.modal()?.blocks[block + 1]?.['block_id'];
  await lee.press({ label: 'Done', ...(typeof blockId === 'string' ? { blockId } : {}) });
  await sandbox.until('the form', () => modalOf(lee).includes('Tom Webb'));
  expect(await lee.submit()).toEqual({});
  await sandbox.until('it is saved', () => lee.modal()?.title === 'Saved');
  await sandbox.until('it to be due no longer', () => !homeOf(lee).includes(headline));
  const tom = await personCalled(bot.store, 'tom');
  expect(await interactionsBetween(bot.store, { repId: tom.id, limit: 9 })).toMatchObject([
    { behaviour: 'skip-level' },
  ]);
});

test('forged presses about another one’s rep, promise, goal or cycle are refused and change nothing', async () => {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, httpPort: 0 });
  const [manager, rep] = [await personCalled(bot.store, 'dana'), await personCalled(bot.store, 'priya')];
  const people = { managerId: manager.id, repId: rep.id };
  const days = { openedOn: '2026-11-16', dueOn: '2026-11-27' } as const;
  const words = { gap: 'Canary gap', assignment: 'Canary assignment', rootCause: 'skill' } as const;
  const cycle = await openCycle(bot.store, { ...words, ...days, ...people }, clock.now());
  const promise = await addPromise(
    bot.store,
    { ...people, text: 'Canary promise', madeOn: '2026-11-16', dueOn: '2026-11-27' },
    clock.now(),
  );
  const goal = await addGoal(
    bot.store,
    { repId: rep.id, authorId: rep.id, text: 'Canary goal', on: '2026-11-16' },
    clock.now(),
  );
  const sam = sandbox.as(slackIdOf('sam'));
  const refusals = () =>
    sam.messages().filter(({ text }) => /report to you|isn’t yours|written for you|can’t read/u.test(text)).length;
  const presses = [
    ['person.open', { rep: rep.id, page: 0 }],
    ['person.log', { rep: rep.id }],
    ['promise.open', { rep: rep.id }],
    ['promise.keep', { promise }],
    ['promise.move', { promise }],
    ['promise.drop', { promise }],
    ['goal.change', { goal }],
    ['goal.remove', { goal }],
    ['cycle.open-comment', { cycle }],
    ['expectation.acknowledge', { expectation: 999 }],
  ] as const;
  for (const [number, [actionId, carried]] of presses.entries()) {
    const action = {
      type: 'button',
      action_id: actionId,
      block_id: 'b',
      value: JSON.stringify(carried),
      action_ts: '1.1',
    };
    await sendInteraction(bot.port ?? 0, {
      user: { id: slackIdOf('sam'), team_id: teamId },
      team: { id: teamId },
      token: 'x',
      type: 'block_actions',
      trigger_id: `t${number}`,
      actions: [action],
    });
    await sandbox.until(`the refusal of ${actionId}`, () => refusals() === number + 1);
  }
  expect(sam.modal()).toBeUndefined();
  expect(heard(sam)).not.toContain('Canary');
  expect(await findPromise(bot.store, promise)).toMatchObject({ state: 'open', dueOn: '2026-11-27' });
  expect(await goalsOf(bot.store, rep.id)).toMatchObject([{ text: 'Canary goal' }]);
});
