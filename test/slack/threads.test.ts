import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { addAsk, recordStep } from '../../src/store/asks.ts';
import { addPromise, settlePromise } from '../../src/store/promises.ts';
import type { Store } from '../../src/store/db.ts';
import { addPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addDays } from '../../src/time/zoned.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { logInteraction, personCalled } from '../helpers/store.ts';

const title = 'Last 12 weeks';
const today = '2026-11-23';

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;

beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock, behaviours: [] });
});

/** Dana sees Priya every week, and Sam and Nia since five weeks ago; she answers and keeps more than she did. */
async function fillWeeks(store: Store): Promise<void> {
  const now = clock.now();
  const [dana, priya, sam, nia] = await Promise.all(
    (['dana', 'priya', 'sam', 'nia'] as const).map((key) => personCalled(store, key)),
  );
  if (!dana || !priya || !sam || !nia) throw new Error('Somebody is missing');
  const seen = (repId: number, daysAgo: number) =>
    logInteraction(
      store,
      { behaviour: 'check-in', managerId: dana.id, repId, happenedOn: addDays(today, -daysAgo) },
      now,
    );
  for (let week = 0; week < 13; week += 1) await seen(priya.id, week * 7 + 3);
  for (let week = 0; week < 5; week += 1) for (const rep of [sam, nia]) await seen(rep.id, week * 7 + 3);
  for (const [daysAgo, kept] of [
    [70, false],
    [10, true],
  ] as const) {
    const dueOn = addDays(today, -daysAgo);
    const promise = {
      managerId: dana.id,
      repId: priya.id,
      text: 'A secret promise',
      madeOn: addDays(dueOn, -5),
      dueOn,
    };
    const id = await addPromise(store, promise, now);
    if (kept) await settlePromise(store, id, 'kept', dueOn);
    const ask = {
      repId: sam.id,
      managerId: dana.id,
      kind: 'help',
      obstacle: null,
      dealId: null,
      neededBy: dueOn,
      text: 'A secret ask',
      askedOn: addDays(dueOn, -5),
    } as const;
    const askId = await addAsk(store, ask, now);
    const step = { step: 'done', actorId: dana.id, until: null, text: null } as const;
    const at = new Date(`${addDays(dueOn, kept ? -1 : 3)}T12:00:00Z`);
    await recordStep(store, askId, { state: 'done', holderId: dana.id, takenUntil: null }, step, at);
  }
}

/** Dana has had one rep since today. */
async function fillYoung(store: Store, now: Date): Promise<void> {
  const add = (key: PersonKey) =>
    addPerson(store, { slackUserId: slackIdOf(key), name: key, timeZone: 'Europe/London' }, now);
  const dana = await add('dana');
  await setManager(store, await add('priya'), dana, today);
}

async function openFromHome(who: PersonKey): Promise<void> {
  await sandbox.as(slackIdOf(who)).openHome();
  await sandbox.until('the Home tab', () => sandbox.as(slackIdOf(who)).home());
  await sandbox.as(slackIdOf(who)).press({ label: title, home: true });
}

const blocksOf = (who: PersonKey) => sandbox.as(slackIdOf(who)).modal()?.blocks ?? [];
const typesOf = (who: PersonKey) => blocksOf(who).map((block) => String(Object(block).type));
const wordsFor = (who: PersonKey) => JSON.stringify(blocksOf(who));

test('a manager sees the four threads in words at once, and then the picture', async () => {
  await fillWeeks(bot.store);
  await openFromHome('dana');
  await sandbox.until('the picture', () => typesOf('dana').includes('image'));
  const opened = JSON.stringify(callsOf(sandbox, 'views.open')[0]?.sent);
  expect(opened).not.toContain('slack_file');
  for (const words of [wordsFor('dana'), opened]) {
    expect(words).toContain('*People not missed:* 100% this week, 33% in the week of Sep 7: up by 67 points.');
    expect(words).toContain('*Asks settled in time:* 1 of 1 in the last 6 weeks, 0 of 1 in the 6 before.');
    expect(words).toContain('*Promises kept:* 1 of 1 in the last 6 weeks, 0 of 1 in the 6 before.');
    expect(words).toContain('*Pulse:* no results in these weeks.');
    expect(words).not.toContain('secret');
  }
  expect(typesOf('dana')).toEqual(['section', 'image', 'context']);
});

test('a lead sees the teams of their managers together, by command, and nobody’s name', async () => {
  await fillWeeks(bot.store);
  await sandbox.as(slackIdOf('lee')).command('/firstline', 'trends');
  await sandbox.until('the picture', () => typesOf('lee').includes('image'));
  expect(wordsFor('lee')).toContain('60% this week');
  expect(wordsFor('lee')).not.toMatch(/Dana|Marco|Priya|secret/);
});

test('who is manager and lead sees both, each with its picture', async () => {
  await fillWeeks(bot.store);
  const [lee, omar] = [await personCalled(bot.store, 'lee'), await personCalled(bot.store, 'omar')];
  await setManager(bot.store, omar.id, lee.id, '2026-09-01');
  await sandbox.as(slackIdOf('lee')).command('/firstline', 'trends');
  await sandbox.until('the pictures', () => typesOf('lee').includes('image'));
  expect(typesOf('lee')).toEqual(['header', 'section', 'image', 'header', 'section', 'image', 'context']);
});

test('the picture is uploaded once, however often it is looked at', async () => {
  await fillWeeks(bot.store);
  for (let time = 0; time < 2; time += 1) {
    await sandbox.as(slackIdOf('dana')).command('/firstline', 'trends');
    await sandbox.until('the picture', () => typesOf('dana').includes('image'));
    await sandbox.as(slackIdOf('dana')).close();
  }
  expect(callsOf(sandbox, 'files.completeUploadExternal')).toHaveLength(1);
});

test('a file that Slack still works on is tried again while the words are read', async () => {
  await fillWeeks(bot.store);
  sandbox.script('views.update', {
    kind: 'error',
    error: 'invalid_arguments',
    because: 'invalid slack file [json-pointer:/view/blocks/1/slack_file]',
  });
  await sandbox.as(slackIdOf('dana')).command('/firstline', 'trends');
  await sandbox.until('the picture', () => typesOf('dana').includes('image'));
  expect(callsOf(sandbox, 'views.update')).toHaveLength(2);
  expect(callsOf(sandbox, 'files.completeUploadExternal')).toHaveLength(1);
});

test('where nothing can be uploaded the words stay', async () => {
  await fillWeeks(bot.store);
  sandbox.script('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope', needed: 'files:write' });
  await sandbox.as(slackIdOf('dana')).command('/firstline', 'trends');
  await sandbox.until('the refusal', () => callsOf(sandbox, 'files.getUploadURLExternal').some(({ failed }) => failed));
  await bot.stop();
  expect(bot.logged.filter((line) => line.includes('could not be uploaded'))).toHaveLength(1);
  expect(typesOf('dana')).toEqual(['section', 'context']);
  expect(callsOf(sandbox, 'views.update')).toEqual([]);
});

test('a young workspace hears from when there is something to show', async () => {
  const young = await openSandbox({ clock });
  await startBot({ sandbox: young, clock, behaviours: [], fill: fillYoung });
  await young.as(slackIdOf('dana')).command('/firstline', 'trends');
  const view = await young.until('the form', () => young.as(slackIdOf('dana')).modal());
  expect(JSON.stringify(view.blocks)).toContain(
    'Too little to show yet. Two weeks can be compared from Mon, Dec 14 on.',
  );
  expect(callsOf(young, 'files.getUploadURLExternal')).toEqual([]);
});

test('somebody without a team is told where to set one up', async () => {
  await sandbox.as(slackIdOf('priya')).command('/firstline', 'trends');
  await sandbox.until('the answer', () => sandbox.as(slackIdOf('priya')).newest()?.text.includes('/firstline team'));
  expect(sandbox.as(slackIdOf('priya')).modal()).toBeUndefined();
});
