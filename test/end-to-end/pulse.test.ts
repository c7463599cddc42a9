/** Two pulses as a team lives them, on the wire: one that stays hidden, and one from the first answer to the kept promise. */
import { expect, it } from 'vitest';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { afterClose, answer, askedTeam, fillIn, messageTo, morningAfter, pulseDay } from '../helpers/asked-team.ts';
import { callsOf } from '../helpers/posts.ts';

const nextPulse = '2026-12-22T10:00:30Z';
const afterNext = '2026-12-29T18:00:30Z';
const morningAfterNext = '2026-12-30T10:00:30Z';
const sentence = 'Ask how my week was before you ask for the forecast.';

function said(person: SandboxUser, start: string): string {
  return wordsOf(messageTo(person, start)?.blocks);
}

it('is hidden where one takes back the fifth answer; the next is heard, answered with a promise, and the promise kept', async () => {
  const work = await askedTeam(6);
  const { sandbox, dana, lee, team } = work;
  await work.at(pulseDay);
  for (const person of team.slice(0, 4)) await answer(work, person, ['1', '1', '1'], sentence);
  const fifth = team[4];
  const [priya] = team;
  if (fifth === undefined || priya === undefined) throw new Error('The team is too small');
  await fillIn(work, fifth, ['1', '1', '1'], sentence);
  await fifth.submit();
  await sandbox.until('the thanks', () => fifth.modal()?.callbackId === 'pulse.thanked');
  await fifth.press({ label: 'Take it back' });
  await sandbox.until('it is taken back', () => wordsOf(fifth.modal()?.blocks).includes('Your answer is gone'));
  await fifth.close();

  await work.at(afterClose);
  await work.at(morningAfter);
  await sandbox.until('that too few answered', () => messageTo(dana, 'Fewer than five answered'));
  await dana.openHome();
  await sandbox.until('the same at home', () => wordsOf(dana.home()?.blocks).includes('Fewer than five answered'));

  await work.at(nextPulse);
  for (const person of team) await answer(work, person, ['5', '4', '2'], sentence);
  expect(messageTo(dana, 'What your team says: care')).toBeUndefined();
  await work.at(afterNext);
  await work.at(morningAfterNext);
  await sandbox.until('the result', () => messageTo(dana, 'What your team says: care'));
  const result = said(dana, 'What your team says: care');
  expect(result).toContain('*4.5 or more of 5*');
  expect(result).toContain('*2 of 5*');
  expect(JSON.stringify(messageTo(dana, 'What your team says: care')?.blocks).split(sentence)).toHaveLength(7);
  expect(messageTo(lee, 'What your team says')).toBeUndefined();

  await dana.press({ label: 'Say what I heard', messageTs: messageTo(dana, 'What your team says: care')?.ts ?? '' });
  await sandbox.until('the form', () => dana.modal()?.callbackId === 'log.save');
  const heard = 'That you can’t always rely on my word.';
  const will = 'I’ll answer every ask within a day.';
  dana.fill({ heard, will, dueOn: '2027-01-08' });
  expect(await dana.submit()).toEqual({});
  for (const person of team) await sandbox.until('what Dana heard', () => messageTo(person, 'What Dana heard'));
  await sandbox.until('that it is answered', () =>
    said(dana, 'What your team says').includes('You told your team on Dec 30'),
  );
  expect(said(priya, 'What Dana heard')).toContain('*What Dana will do, by Fri, Jan 8, 2027*');
  await priya.openHome();
  await sandbox.until('the promise', () =>
    wordsOf(priya.home()?.blocks).includes('*What Dana will do, by Fri, Jan 8, 2027*'),
  );
  expect(wordsOf(priya.home()?.blocks)).toContain('*What Dana heard*');

  await dana.openHome();
  await sandbox.until('one promise to the team', () => buttonsOf(dana.home()?.blocks).includes('Kept'));
  expect(buttonsOf(dana.home()?.blocks).filter((label) => label === 'Kept')).toHaveLength(1);
  await dana.press({ label: 'Kept', home: true });
  await sandbox.until('that it was kept', () => wordsOf(priya.home()?.blocks).includes('promised, and kept on Dec 30'));

  const posted = ['chat.postMessage', 'chat.update', 'views.publish', 'chat.postEphemeral'].flatMap((method) =>
    callsOf(sandbox, method).filter(({ sent }) => JSON.stringify(sent).includes(sentence)),
  );
  const danaSaw = posted.filter(({ sent }) => JSON.stringify(sent).includes('What your team says'));
  expect(posted.length).toBeGreaterThan(0);
  expect(danaSaw).toHaveLength(posted.length);
}, 60_000);
