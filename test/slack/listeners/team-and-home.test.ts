/** On the wire: the first visit, the team form, the Home tab, the words after /firstline, and messages to the bot. */
import { expect, test } from 'vitest';
import { currentLines, managerIdOf } from '../../../src/store/reporting-lines.ts';
import { findPersonBySlackId } from '../../../src/store/people.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { guestId, slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

async function office(fill?: () => Promise<void>, start?: string) {
  const clock = testClock(start);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, ...(fill === undefined ? {} : { fill }) });
  const as = (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key));
  return { clock, sandbox, bot, as };
}
/** Everybody in London is at work. */
const atWork = '2026-11-23T10:00:00Z';
async function nobodyOnRecord(): Promise<void> {}

function homeOf(person: SandboxUser): string {
  return wordsOf(person.home()?.blocks);
}

test('a first visit becomes a team: each rep says yes with one tap and is welcomed once, and Home shows them', async () => {
  const { sandbox, bot, as } = await office(nobodyOnRecord, atWork);
  const dana = as('dana');
  const priya = as('priya');
  await dana.openHome();
  await sandbox.until('the first visit', () => homeOf(dana).includes('Who sees what'));
  await dana.press({ label: 'Set up your team', home: true });
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ reps: [slackIdOf('priya'), slackIdOf('sam')], lead: slackIdOf('lee') });
  expect(await dana.submit()).toEqual({});
  const saved = await sandbox.until(
    'the answer',
    () => wordsOf(dana.modal()?.blocks).includes('Saved.') && dana.modal(),
  );
  expect(wordsOf(saved.blocks)).toContain('3 asked, no answer yet.');
  expect(await currentLines(bot.store)).toEqual([]);
  for (const key of ['priya', 'sam', 'lee'] as const) {
    const person = as(key);
    await sandbox.until(`the question to ${key}`, () => person.newest()?.text.includes('Is that right?'));
    await person.press({ label: 'Yes' });
    await sandbox.until(`the answer of ${key}`, () =>
      person.messages().some(({ text }) => text.startsWith('You said yes.')),
    );
  }
  await sandbox.until('Home to show them', () => homeOf(dana).includes('Priya Nair'));
  await sandbox.until('the welcome', () =>
    priya.messages().some(({ text }) => text.startsWith('A word on what I do, Priya')),
  );
  expect(await currentLines(bot.store)).toHaveLength(3);

  await dana.close();
  await dana.command('/firstline', 'team');
  const form = await sandbox.until('the form', () => dana.modal());
  expect(JSON.stringify(form.blocks)).toContain(slackIdOf('sam'));
  dana.fill({ reps: [slackIdOf('sam')] });
  expect(await dana.submit()).toEqual({});
  expect(await managerIdOf(bot.store, (await personCalled(bot.store, 'priya')).id)).toBeUndefined();
  await dana.close();
  await dana.command('/firstline', 'team');
  await sandbox.until('the form', () => dana.modal());
  dana.fill({ reps: [slackIdOf('sam'), slackIdOf('priya')] });
  expect(await dana.submit()).toEqual({});
  await sandbox.until('the second question', () => buttonsOf(priya.newest()?.blocks).includes('Yes'));
  await priya.press({ label: 'Yes' });
  await priya.openHome();
  await sandbox.until('the rep’s Home', () => homeOf(priya).includes('You report to Dana Osei.'));
  await bot.tick();
  expect(priya.messages().filter(({ text }) => text.startsWith('A word on what I do,'))).toHaveLength(1);
});

test('the form says beside the field who can’t be in a team, and nothing is saved', async () => {
  const { sandbox, bot, as } = await office();
  const omar = as('omar');
  const before = await currentLines(bot.store);
  await omar.command('/firstline', 'team');
  await sandbox.until('the form', () => omar.modal());
  const refusals = [
    [{ reps: [guestId] }, 'reps', /Gus Guest is a guest/u],
    [{ reps: [sandbox.botUserId] }, 'reps', /is an app/u],
    [{ reps: [slackIdOf('omar')] }, 'reps', /can’t report to yourself/u],
    [{ reps: [], lead: slackIdOf('omar') }, 'lead', /be your own lead/u],
  ] as const;
  for (const [values, field, reason] of refusals) {
    omar.fill(values);
    const { errors } = await omar.submit();
    expect(errors?.[field]).toMatch(reason);
  }
  expect(await currentLines(bot.store)).toEqual(before);
  expect(await findPersonBySlackId(bot.store, guestId)).toBeUndefined();
});

test('a rep is welcomed when they open their Home, and a Home that was never opened is not published', async () => {
  const { sandbox, bot, as } = await office(undefined, atWork);
  const nia = as('nia');
  await nia.openHome();
  await sandbox.until('the welcome', () => nia.messages().some(({ text }) => text.startsWith('Hello Nia')));
  await nia.openHome();
  await bot.tick();
  expect(nia.messages().filter(({ text }) => text.startsWith('Hello Nia'))).toHaveLength(1);
  await nia.press({ label: 'What’s stored about me', home: true });
  await sandbox.until('the list', () => nia.modal());
  const published = sandbox.traffic.filter(({ name }) => name === 'views.publish');
  expect(new Set(published.map(({ sent }) => JSON.stringify(sent).includes(slackIdOf('nia'))))).toEqual(
    new Set([true]),
  );
});

test('a lead’s Home has the digest', async () => {
  const { sandbox, as } = await office();
  const lee = as('lee');
  await lee.openHome();
  await sandbox.until('the digest', () => homeOf(lee).includes('*Dana Osei* · time with 0 of 3 people'));
  expect(homeOf(lee)).toContain('One thing you can do');
});

test('the words after /firstline, for a manager and for somebody new', async () => {
  const { sandbox, as } = await office();
  const dana = as('dana');
  const omar = as('omar');
  const answers: [SandboxUser, string, RegExp][] = [
    [dana, '', /See your week, note a conversation/u],
    [dana, 'plan', /more can wait/u],
    [dana, 'help', /\/ask 12% for Northwind/u],
    [dana, 'plna', /Did you mean `\/firstline plan`\?/u],
    [omar, 'plan', /no one reports to you/u],
    [omar, '', /Nobody is connected to you here yet/u],
    [omar, '<!channel> now', /I don’t know “/u],
  ];
  for (const [person, words, expected] of answers) {
    await person.command('/firstline', words);
    const answer = await sandbox.until(words, () => {
      const newest = person.newest();
      return newest !== undefined && expected.test(wordsOf(newest.blocks)) && newest;
    });
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).not.toContain('<!channel>');
  }
  await dana.command('/firstline', 'log');
  await sandbox.until('the list', () => dana.modal());
  await dana.close();
  await dana.command('/firstline');
  await sandbox.until('the buttons', () => buttonsOf(dana.newest()?.blocks).includes('Your plan'));
  await dana.press({ label: 'Help' });
  await sandbox.until('the help', () => wordsOf(dana.newest()?.blocks).includes('/ask 12% for Northwind'));
});

test('a message to the bot gets one short answer, which repeats and keeps nothing of it', async () => {
  const { sandbox, bot, as } = await office();
  const omar = as('omar');
  await omar.send('Canary: log a ride-along with everybody');
  const answer = await sandbox.until('the answer', () =>
    omar.messages().find(({ text }) => text.includes('can’t read messages here')),
  );
  expect(answer.text).not.toContain('Canary');
  expect(buttonsOf(answer.blocks)).toContain('Set up your team');
  await omar.send('And again');
  await sandbox.until(
    'the second answer',
    () => omar.messages().filter(({ text }) => text.includes('can’t read messages here'))[1],
  );
  await bot.tick();
  expect(omar.messages().filter(({ text }) => text.includes('can’t read messages here'))).toHaveLength(2);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});
