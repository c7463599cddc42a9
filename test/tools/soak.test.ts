/** The soak runs for minutes by hand; here for some seconds, and what it would find is planted. */
import { expect, test } from 'vitest';
import { clockAt, weeksBetween } from '../../tools/soak/calendar.ts';
import { compare } from '../../tools/soak/ledger.ts';
import type { Books, Said, Written } from '../../tools/soak/ledger.ts';
import { growthOf } from '../../tools/soak/memory.ts';
import { isClean, linesOf } from '../../tools/soak/print.ts';
import { restartsFor } from '../../tools/soak/restarts.ts';
import { soak } from '../../tools/soak/soak.ts';
import { dice } from '../helpers/dice.ts';
import { emptyFolder } from '../helpers/process.ts';

test('in some seconds of load, faults and restarts nothing is lost and nothing doubled', async () => {
  const options = { minutes: 0.12, seed: 2, managers: 3, actsPerSecond: 8, hangs: false };
  const report = await soak({ ...options, folder: emptyFolder(), say: () => undefined });
  const { toBot, toPeople, unsettled } = report.comparison;
  expect([toBot.lost, toBot.doubled, toPeople.lost, toPeople.doubled, unsettled]).toEqual([[], [], [], [], []]);
  // How much that is depends on the machine.
  expect(toBot.sent).toBeGreaterThan(0);
  expect(toBot.sent).toBe(report.taken.ask + report.taken.note + report.taken.entry);
  expect(toBot.received).toBe(toBot.sent);
  expect(toPeople.sent).toBeGreaterThan(0);
  expect(toPeople.received).toBe(toPeople.sent);
  expect(report.killed).toBeGreaterThan(0);
  expect(report.faults).toBeGreaterThan(0);
  expect(report.bytes.end).toBeGreaterThan(report.bytes.start);
  expect(isClean(report)).toBe(true);
  expect(linesOf(report)).toContain(
    `sent ${toBot.sent + toPeople.sent}, received ${toBot.sent + toPeople.sent}, lost 0, doubled 0`,
  );
});

const ask = (number: number, isTaken = true): Said => ({ kind: 'ask', word: `soakask${number}`, isTaken });
const message = (deliveryId: string, more: Partial<Written> = {}): Written => ({
  deliveryId,
  kind: 'plan',
  state: 'sent',
  isCarried: false,
  isForLater: false,
  problem: null,
  ...more,
});
const books = (more: Partial<Books>): Books => ({ said: [], kept: [], written: [], posted: [], ...more });

test('an ask that was acknowledged and isn’t on record is found, and one that nobody was told is taken isn’t', () => {
  const said = [ask(1), ask(7), ask(8, false)];
  const { toBot } = compare(books({ said, kept: ['soakask1 please', '{"saw":"soakask70 and soakask17"}'] }));
  expect(toBot).toEqual({
    sent: 2,
    received: 1,
    lost: ['ask soakask7 was acknowledged, and isn’t on record'],
    doubled: [],
  });
});

test('an ask that is on record twice is found, acknowledged or not', () => {
  const kept = ['soakask1 please', 'soakask1 please', 'soakask2', 'soakask2', 'soakask3 soakask3'];
  const { toBot } = compare(books({ said: [ask(1), ask(2, false), ask(3)], kept }));
  expect(toBot).toMatchObject({ sent: 2, received: 2, lost: [] });
  expect(toBot.doubled).toEqual(['ask soakask1 is on record 2 times', 'ask soakask2 is on record 2 times']);
});

test('a message that came twice, one that never came and one that was given up are found; one that goes along with another isn’t missed', () => {
  const written = [
    message('a'),
    message('b'),
    message('c', { isCarried: true }),
    message('d', { state: 'parked', problem: 'no reason' }),
    message('e', { state: 'skipped' }),
  ];
  const { toPeople } = compare(books({ written, posted: ['a', 'a'] }));
  expect(toPeople).toEqual({
    sent: 2,
    received: 1,
    lost: ['plan b is sent by the bot’s books, and wasn’t received', 'plan d was given up: no reason'],
    doubled: ['a was received 2 times'],
  });
});

test('what is on its way when all is over is said, and what is for later isn’t', () => {
  const written = [
    message('a', { state: 'uncertain', problem: 'connection lost' }),
    message('b', { state: 'pending', isForLater: true }),
  ];
  expect(compare(books({ written })).unsettled).toEqual(['plan a is uncertain: connection lost']);
});

test('ten minutes have restarts by turns 20 to 40 seconds apart, and a last third without', () => {
  const restarts = restartsFor(600_000, dice(1));
  const gaps = restarts.map(({ at }, index) => at - (restarts[index - 1]?.at ?? 0));
  expect(gaps.every((gap) => gap >= 20_000 && gap < 40_000)).toBe(true);
  expect(restarts.at(-1)?.at).toBeLessThanOrEqual(400_000);
  expect(restarts.length).toBeGreaterThanOrEqual(9);
  expect(restarts.slice(0, 3).map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGTERM', 'SIGKILL']);
});

test('each start is later than the one before, three a week', () => {
  const starts = Array.from({ length: 7 }, (_, start) => clockAt(start).getTime());
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  expect(new Set(starts).size).toBe(starts.length);
  expect(weeksBetween(clockAt(0), clockAt(6))).toBe(2);
});

test('memory grows from when a process is warm, and a peak before that is no shrinking', () => {
  const samples = Array.from({ length: 201 }, (_, age) => ({ age, megabytes: age < 60 ? 500 : 100 + (age - 60) / 14 }));
  const growth = growthOf(samples);
  expect(growth?.from).toBe(60);
  expect(growth?.start).toBeCloseTo(101, 0);
  expect(growth?.end).toBeCloseTo(109, 0);
  expect(growth?.percent).toBeCloseTo(7.9, 0);
  expect(growthOf([])).toBeUndefined();
});
