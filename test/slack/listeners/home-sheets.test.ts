/** On the wire: forms that show how things stand, and follow what is done in them. */
import { expect, test } from 'vitest';
import { addPromise } from '../../../src/store/promises.ts';
import { buttonsOf } from '../../helpers/blocks.ts';
import { homeOf, modalOf, openHomes, opensMore } from '../../helpers/homes.ts';
import { dayNamed } from '../../../src/time/zoned.ts';

test('a form on a person follows what is done in it: a promise that is kept, and one that is moved', async () => {
  const { sandbox, bot, clock, dana, manager, rep } = await openHomes();
  const promise = { managerId: manager.id, repId: rep.id, madeOn: '2026-11-16' } as const;
  await addPromise(bot.store, { ...promise, text: 'Call the CFO', dueOn: '2026-11-27' }, clock.now());
  await opensMore(dana, rep.id);
  await sandbox.until('the form', () => modalOf(dana).includes('By Fri, Nov 27'));
  await dana.press({ label: 'Move' });
  await sandbox.until('the form over it', () => modalOf(dana).includes('You promised'));
  dana.fill({ dueOn: '2026-12-01' });
  await dana.submit();
  await sandbox.until('the new day', () => modalOf(dana).includes('By Tue, Dec 1'));
  await dana.press({ label: 'Kept' });
  await sandbox.until('it to be kept', () => modalOf(dana).includes('Kept on Nov 24'));
  await dana.press({ label: 'Log a conversation' });
  await sandbox.until('the log form', () => dana.modal()?.title === 'Log it');
  await addPromise(bot.store, { ...promise, text: 'Meanwhile', dueOn: '2026-11-30' }, clock.now());
  await dana.openHome();
  await sandbox.until('Home', () => homeOf(dana).includes('Meanwhile'));
  // What somebody types is never drawn over.
  expect(dana.modal()?.title).toBe('Log it');
});

test('what a manager has with their own manager is behind a button, and follows what is done in it', async () => {
  const { sandbox, dana } = await openHomes();
  await dana.press({ label: 'You and Lee', home: true });
  await sandbox.until('the form', () => modalOf(dana).includes('You report to Lee Park.'));
  await dana.press({ label: 'Add a goal' });
  await sandbox.until('the form over it', () => modalOf(dana).includes('What do you want from this job?'));
  dana.fill({ text: 'Lead a region' });
  await dana.submit();
  await sandbox.until('the goal', () => modalOf(dana).includes('Lead a region'));
  expect(modalOf(dana)).toContain('Your goals');
  expect(homeOf(dana)).not.toContain('Lead a region');
});

test('six promises: five stand on Home, and the number beside them opens all', async () => {
  const { sandbox, bot, clock, dana, manager, rep } = await openHomes();
  for (let number = 1; number <= 6; number += 1) {
    const promise = {
      managerId: manager.id,
      repId: rep.id,
      madeOn: '2026-11-16',
      dueOn: dayNamed(2026, 12, number),
    } as const;
    await addPromise(bot.store, { ...promise, text: `Promise ${number}` }, clock.now());
  }
  await dana.openHome();
  await sandbox.until('Home', () => homeOf(dana).includes('1 more promise'));
  expect(homeOf(dana)).not.toContain('Promise 6');
  await dana.press({ label: 'See all', home: true, blockId: 'all-promises' });
  await sandbox.until('all of them', () => modalOf(dana).includes('Promise 6'));
  await dana.press({ label: 'Kept', blockId: 'promise-6' });
  await sandbox.until('it to be gone', () => !modalOf(dana).includes('Promise 6'));
  expect(modalOf(dana)).toContain('Promise 5');
});

test('who is snowed under reads so on Home, and takes it back there', async () => {
  const { sandbox, bot, dana } = await openHomes();
  await bot.tick();
  await dana.openHome();
  await sandbox.until('the week', () => buttonsOf(dana.home()?.blocks).includes('I’m snowed under'));
  const asked = () => buttonsOf(dana.home()?.blocks).filter((label) => label === 'Why?').length;
  const all = asked();
  expect(all).toBeGreaterThan(1);
  await dana.press({ label: 'I’m snowed under', home: true });
  await sandbox.until('one thing', () => homeOf(dana).includes('just one thing this week'));
  expect(asked()).toBe(1);
  await dana.press({ label: 'Undo', home: true, blockId: 'snowed-under' });
  await sandbox.until('the whole week', () => asked() === all);
});
