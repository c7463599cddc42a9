/** On the wire: teams too small for a pulse of their own answer together, under their lead; or nobody is asked, and is told why. */
import { expect, test } from 'vitest';
import { addPerson } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { saveWorkspace } from '../../../src/store/workspaces.ts';
import { answer, askedTeam, messageTo, morningAfter } from '../../helpers/asked-team.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';

const bothAtWork = '2026-11-24T15:00:30Z';
const closed = '2026-12-01T18:00:30Z';
const whatTheySay = 'What these teams say: care';

test('two small teams answer together; the lead says what was heard, and both managers read it', async () => {
  const work = await askedTeam(3);
  const { sandbox, dana, lee } = work;
  const marco = sandbox.as(slackIdOf('marco'));
  const everybody = [...work.team, ...(['tom', 'uma'] as const).map((key) => sandbox.as(slackIdOf(key)))];
  await work.at(bothAtWork);
  for (const person of everybody) await sandbox.until('the asking', () => messageTo(person, 'Three statements'));
  const [priya] = work.team;
  const tom = sandbox.as(slackIdOf('tom'));
  if (priya === undefined) throw new Error('Nobody is on the team');
  expect(wordsOf(messageTo(priya, 'Three statements about Dana Osei')?.blocks)).toContain(
    'the teams of Dana Osei and Marco Bianchi',
  );
  expect(wordsOf(messageTo(tom, 'Three statements about Marco Bianchi')?.blocks)).toContain(
    'Lee tells you what comes of it',
  );

  for (const person of everybody) await answer(work, person, ['4', '4', '3']);
  await work.at(closed);
  await work.at(morningAfter);
  for (const person of [lee, dana, marco]) await sandbox.until('the result', () => messageTo(person, whatTheySay));
  expect(buttonsOf(messageTo(dana, whatTheySay)?.blocks)).toEqual([]);
  expect(wordsOf(messageTo(marco, whatTheySay)?.blocks)).toContain('Lee will tell the teams');

  await lee.press({ label: 'Say what I heard', messageTs: messageTo(lee, whatTheySay)?.ts ?? '' });
  await sandbox.until('the form', () => lee.modal()?.callbackId === 'log.save');
  lee.fill({ heard: 'That trust takes longer.', will: 'We keep what we promise.', dueOn: '2026-12-18' });
  expect(await lee.submit()).toEqual({});
  for (const person of everybody) await sandbox.until('what Lee heard', () => messageTo(person, 'What Lee heard'));
  await sandbox.until('that it was told', () =>
    wordsOf(messageTo(dana, whatTheySay)?.blocks).includes('Lee told the teams on Dec 2'),
  );

  await work.at('2026-12-18T15:00:30Z');
  const reminder = await sandbox.until('the reminder', () => messageTo(lee, 'Your promise to your teams'));
  const ids = reminder.blocks.map(({ block_id: id }) => (typeof id === 'string' ? id : ''));
  const at = reminder.blocks.findIndex((block) => wordsOf(block).includes('Your promise to your teams'));
  const blockId = ids.slice(at).find((id) => id.startsWith('nudge-')) ?? '';
  await lee.press({ label: 'Kept', messageTs: reminder.ts, blockId });
  for (const person of everybody)
    await sandbox.until('that it was kept', () => messageTo(person, 'Lee Park kept a promise to you'));
  await sandbox.until('that it is done', () =>
    wordsOf(lee.messages().find(({ ts }) => ts === reminder.ts)?.blocks).includes('Kept: *Your promise'),
  );
});

test('where even together they are too few, nobody is asked, and each manager is told why, once', async () => {
  const work = await askedTeam(3, {
    fill: async (store, now) => {
      await saveWorkspace(store, { name: 'Test & Co', botUserId: null }, now);
      const add = (name: string, key: 'lee' | 'dana' | 'priya') =>
        addPerson(
          store,
          { name, slackUserId: slackIdOf(key), timeZone: 'Europe/London', startedOn: '2026-01-01' },
          now,
        );
      const [lee, dana, priya] = [
        await add('Lee Park', 'lee'),
        await add('Dana Osei', 'dana'),
        await add('Priya Nair', 'priya'),
      ];
      await setManager(store, dana, lee, '2026-01-01');
      await setManager(store, priya, dana, '2026-01-01');
    },
  });
  await work.at(bothAtWork);
  await work.sandbox.until('the reason', () => messageTo(work.dana, 'I don’t run the pulse'));
  await work.at('2026-12-01T15:00:30Z');
  const told = work.dana.messages().filter(({ text }) => text.includes('don’t run the pulse'));
  expect(told).toHaveLength(1);
  expect(work.team.some((person) => messageTo(person, 'Three statements'))).toBe(false);
});
