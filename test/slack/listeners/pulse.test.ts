/** On the wire: reps answer the pulse, and nothing of an answer is told but what all say together. */
import { expect, test } from 'vitest';
import { reportsOfPerson } from '../../../src/acts/own.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { isOnServer } from '../../helpers/place.ts';
import { afterClose, answer, askedTeam, fillIn, messageTo, morningAfter, pulseDay } from '../../helpers/asked-team.ts';
import { callsOf } from '../../helpers/posts.ts';
import { personCalled } from '../../helpers/store.ts';

const canary = 'Canary <!channel> *stars*';

function words(person: SandboxUser, start: string): string {
  return wordsOf(messageTo(person, start)?.blocks);
}

test('everybody on the team is asked, in words that say who could see what', async () => {
  const work = await askedTeam(6);
  await work.at(pulseDay);
  for (const person of work.team) {
    const said = words(person, 'Three statements about Dana Osei');
    expect(said).toContain('I can trust my manager.');
    expect(said).toContain('With fewer than five answers, no one sees anything.');
    expect(said).toContain('knows how you write');
    expect(said).toContain('that you answered');
    expect(said).toContain(
      isOnServer
        ? 'Archives still show when you answered, and boxes no one can open unless the key was copied while open'
        : 'Older backups show that you answered, and a box no one can open unless its key was copied while open',
    );
    expect(said).toContain('Open until Tue, Dec 1, 6:00 PM');
  }
  expect(messageTo(work.dana, 'Three statements')).toBeUndefined();
  expect(messageTo(work.lee, 'Three statements')).toBeUndefined();
});

test('an answer: the form reads it, the message says so, and only the open window can take it back', async () => {
  const work = await askedTeam(6);
  const { sandbox, bot } = work;
  await work.at(pulseDay);
  const [priya] = work.team;
  if (priya === undefined) throw new Error('Nobody is on the team');
  await fillIn(work, priya, ['5', '4', '3'], canary);
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the thanks', () => priya.modal()?.callbackId === 'pulse.thanked');
  await sandbox.until('the message says so', () => messageTo(priya, 'You’ve answered'));
  expect(words(priya, 'You’ve answered')).not.toContain('Canary');
  expect(buttonsOf(messageTo(priya, 'You’ve answered')?.blocks)).toEqual([]);

  await priya.press({ label: 'Take it back' });
  await sandbox.until('it is taken back', () => wordsOf(priya.modal()?.blocks).includes('Your answer is gone'));
  await sandbox.until('the message asks again', () => messageTo(priya, 'Three statements'));
  await priya.press({ label: 'Answer again' });
  await sandbox.until('the form', () => priya.modal()?.callbackId === 'pulse.send');
  priya.fill({ cares: '2', helps: '2', trusts: '2' });
  expect(await priya.submit()).toEqual({});
  await sandbox.until('the message says so', () => messageTo(priya, 'You’ve answered'));
  expect(JSON.stringify(callsOf(sandbox, 'chat.update').concat(callsOf(sandbox, 'chat.postMessage')))).not.toContain(
    'Canary',
  );
  expect(bot.logged.join('\n')).not.toContain('Canary');
  expect(bot.logged.join('\n')).not.toContain('receipt');
});

test('a form without a choice is handed back with what was typed', async () => {
  const work = await askedTeam(5);
  await work.at(pulseDay);
  const [priya] = work.team;
  if (priya === undefined) throw new Error('Nobody is on the team');
  await fillIn(work, priya, ['5', '4', '3'], canary);
  priya.fill({ helps: null });
  expect((await priya.submit()).errors).toHaveProperty('helps');
  priya.fill({ helps: '3' });
  expect(await priya.submit()).toEqual({});
});

test('who has answered, isn’t asked or comes too late hears so', async () => {
  const work = await askedTeam(5);
  const { sandbox } = work;
  await work.at(pulseDay);
  const [priya, sam] = work.team;
  if (priya === undefined || sam === undefined) throw new Error('Nobody is on the team');
  const ts = messageTo(priya, 'Three statements')?.ts ?? '';
  await answer(work, priya, ['5', '4', '3']);
  await sandbox.until('the message says so', () => messageTo(priya, 'You’ve answered')?.ts === ts);
  await priya.command('/firstline', 'pulse');
  await sandbox.until('what stands', () =>
    JSON.stringify(priya.messages()).includes('You answered the three statements'),
  );

  await work.lee.command('/firstline', 'pulse');
  await sandbox.until('nothing for Lee', () => messageTo(work.lee, 'No questions for you right now'));

  await fillIn(work, sam, ['1', '1', '1']);
  await work.at(afterClose);
  const late = Object.values((await sam.submit()).errors ?? {}).join(' ');
  expect(late).toContain('closed');
  await sandbox.until('the same for everybody', () =>
    work.team.every((person) => messageTo(person, 'This pulse is closed')),
  );
  const closed = work.team.map((person) => JSON.stringify(messageTo(person, 'This pulse is closed')?.blocks));
  expect(new Set(closed.map((blocks) => blocks.replaceAll(/"block_id":"[^"]*"/gu, ''))).size).toBe(1);
});

test('four answers, or five with one taken back: nobody hears anything', async () => {
  const work = await askedTeam(6);
  const { sandbox } = work;
  await work.at(pulseDay);
  for (const person of work.team.slice(0, 4)) await answer(work, person, ['5', '5', '5'], canary);
  const fifth = work.team[4];
  if (fifth === undefined) throw new Error('The team is too small');
  await fillIn(work, fifth, ['5', '5', '5'], canary);
  await fifth.submit();
  await sandbox.until('the thanks', () => fifth.modal()?.callbackId === 'pulse.thanked');
  await fifth.press({ label: 'Take it back' });
  await sandbox.until('it is taken back', () => wordsOf(fifth.modal()?.blocks).includes('Your answer is gone'));
  await work.at(afterClose);
  await work.at(morningAfter);
  await sandbox.until('the news', () => messageTo(work.dana, 'Fewer than five answered'));
  expect(JSON.stringify(sandbox.traffic.filter(({ name }) => name.startsWith('chat.')))).not.toContain('Canary');
  expect(buttonsOf(messageTo(work.dana, 'Fewer than five answered')?.blocks)).toEqual([]);
});

test('who no longer leads the team reads nothing of it any more, whatever button is left over', async () => {
  const work = await askedTeam(6);
  const { sandbox, bot, dana } = work;
  await work.at(pulseDay);
  for (const person of work.team) await answer(work, person, ['5', '5', '5'], canary);
  await work.at(afterClose);
  await work.at(morningAfter);
  await sandbox.until('the result', () => messageTo(dana, 'What your team says'));
  await dana.openHome();
  await sandbox.until('it at home', () => buttonsOf(dana.home()?.blocks).includes('In their words'));
  const { id: marcoId } = await personCalled(bot.store, 'marco');
  const team = await reportsOfPerson(bot.store, await personCalled(bot.store, 'dana'));
  for (const rep of team) await setManager(bot.store, rep.id, marcoId, '2026-12-01');
  await dana.press({ label: 'In their words', home: true });
  await sandbox.until('the refusal', () => messageTo(dana, 'can’t read that'));
  expect(dana.modal()).toBeUndefined();
  await dana.openHome();
  await sandbox.until('nothing of it', () => !wordsOf(dana.home()?.blocks).includes('of 5'));
});
