/** Somebody reads every message, every log line and every row while people answer in Slack as they do. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SandboxUser, TrafficEntry } from '@firstline/slack-sandbox';
import { afterClose, answer, askedTeam, messageTo, morningAfter, pulseDay } from '../helpers/asked-team.ts';
import { emptyFolder } from '../helpers/process.ts';
import { changedTables, everyRow } from '../helpers/pulse-company.ts';

const canary = 'Canary in the coal mine';

async function askedOnFile(reps: number) {
  const work = await askedTeam(reps, { databasePath: join(emptyFolder(), 'firstline.db') });
  await work.at(pulseDay);
  return work;
}

const saying = (entries: readonly TrafficEntry[], words: string) =>
  entries.filter(({ direction, sent }) => direction === 'to-slack' && JSON.stringify(sent).includes(words));

test('comparing every row before and after somebody answers in Slack finds no form, mark, refresh or time of theirs', async () => {
  const { bot, sandbox, team, ...work } = await askedOnFile(6);
  for (const person of team) await person.openHome();
  await sandbox.until('every Home tab', () => team.every((person) => person.home() !== undefined));
  for (const [index, person] of team.entries()) {
    work.clock.moveTo(new Date(`2026-11-25T1${index}:20:00Z`));
    await bot.tick();
    const before = await everyRow({ store: bot.store });
    const lines = bot.logged.length;
    await answer({ sandbox }, person, ['4', '4', '4'], canary);
    await sandbox.until('the message says so', () => messageTo(person, 'You’ve answered'));
    expect(changedTables(before, await everyRow({ store: bot.store })).toSorted()).toEqual([
      'pulse_answered',
      'pulse_box',
    ]);
    expect(bot.logged.slice(lines).filter((line) => line.includes(person.id) || line.includes('pulse'))).toEqual([]);
  }
});

test('reading every message: five sentences reach the leader alone, in no order of their coming, and nobody before the close', async () => {
  const work = await askedOnFile(6);
  const { bot, sandbox, team, dana } = work;
  for (const [index, person] of team.entries())
    await answer(work, person, ['4', '3', '5'], index === 5 ? '' : `${canary} ${index}`);
  await bot.tick();
  expect(saying(sandbox.traffic, 'Canary')).toEqual([]);
  await work.at(afterClose);
  await work.at(morningAfter);
  await sandbox.until('the result', () => messageTo(dana, 'What your team says'));
  await sandbox.until('the same for everybody', () =>
    team.every((person) => messageTo(person, 'This pulse is closed')),
  );
  for (const person of [...team, work.lee]) expect(everythingShown(person)).not.toContain('Canary');
  const receivers = new Set(saying(sandbox.traffic, 'Canary').map(({ sent }) => channelOf(sent)));
  expect([...receivers]).toEqual([messageTo(dana, 'What your team says')?.conversationId]);
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('reading every message of a result with four sentences finds none of them anywhere', async () => {
  const work = await askedOnFile(6);
  const { bot, sandbox, team, dana } = work;
  for (const [index, person] of team.entries())
    await answer(work, person, ['4', '3', '5'], index < 4 ? `${canary} ${index}` : '');
  await work.at(afterClose);
  await sandbox.until('the same for everybody', () =>
    team.every((person) => messageTo(person, 'This pulse is closed')),
  );
  expect(saying(sandbox.traffic, 'Canary')).toEqual([]);
  expect(everythingShown(dana)).not.toContain('Canary');
  expect(JSON.stringify([...(await everyRow({ store: bot.store })).values()])).not.toContain('Canary');
});

function everythingShown(person: SandboxUser): string {
  const own = person.messages().filter(({ userId }) => userId !== person.id);
  return JSON.stringify([own, person.home()?.blocks ?? []]);
}

function channelOf(sent: unknown): string | undefined {
  return /"channel":"(\w+)"/u.exec(JSON.stringify(sent))?.[1];
}
