/** A Home tab that Slack takes only later isn't lost. */
import { expect, test } from 'vitest';
import { refreshHomes } from '../../src/slack/opening/home.ts';
import { changePerson } from '../../src/store/people.ts';
import { homeOf, openHomes } from '../helpers/homes.ts';

const refused = { kind: 'rate-limit', retryAfterSeconds: 1 } as const;

test('who opens Home while Slack takes no more has it soon, without an error and without opening it again', async () => {
  const { sandbox, bot, priya } = await openHomes();
  await bot.tick();
  const before = sandbox.traffic.length;
  sandbox.script('views.publish', refused);
  await priya.openHome();
  const answers = () => sandbox.traffic.slice(before).filter(({ name, failed }) => name === 'views.publish' && !failed);
  await sandbox.until('Home', () => answers().length > 0);
  expect(bot.logged.filter((line) => line.includes('A listener failed'))).toEqual([]);
});

test('a Home that Slack refused follows by itself, as things stand by then; who acts sees theirs meanwhile', async () => {
  const { sandbox, bot, priya, dana, manager, rep } = await openHomes();
  await bot.tick();
  sandbox.script('views.publish', refused);
  await changePerson(bot.store, rep.id, { name: 'Priya Before' });
  await refreshHomes(bot.context, [manager.id]);
  expect(homeOf(dana)).not.toContain('Priya Before');
  await changePerson(bot.store, rep.id, { name: 'Priya After' });
  await changePerson(bot.store, manager.id, { name: 'Dana After' });
  await refreshHomes(bot.context, [manager.id, rep.id], rep.id);
  expect(homeOf(priya)).toContain('Dana After');
  expect(homeOf(dana)).not.toContain('Priya After');
  await sandbox.until('Home', () => homeOf(dana).includes('Priya After'));
  expect(homeOf(dana)).not.toContain('Priya Before');
});
