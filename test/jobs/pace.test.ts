import { describe, expect, test } from 'vitest';
import { createPace } from '../../src/jobs/pace.ts';

/** Slack as it may count: @returns seconds to wait where it refuses */
type Server = (at: number) => number | undefined;

const begin = Date.parse('2026-11-23T09:00:00Z');
const carriers = 4;
const latency = 150;

/** So many a minute, counted over the minute that ends now. */
function slidingMinute(perMinute: number): Server {
  let taken: number[] = [];
  return (at) => {
    taken = taken.filter((one) => one > at - 60_000);
    const [oldest] = taken;
    if (taken.length < perMinute) taken.push(at);
    else if (oldest !== undefined) return Math.ceil((oldest + 60_000 - at) / 1000);
    return undefined;
  };
}

/** So many a minute, counted from each full minute on. */
function fullMinutes(perMinute: number): Server {
  const taken = new Map<number, number>();
  return (at) => {
    const minute = Math.floor(at / 60_000);
    const count = taken.get(minute) ?? 0;
    if (count >= perMinute) return Math.ceil(((minute + 1) * 60_000 - at) / 1000);
    taken.set(minute, count + 1);
    return undefined;
  };
}

/** A bucket that fills by so many a minute, and holds some for bursts. */
function bucket(perMinute: number, holds: number): Server {
  let level = holds;
  let last = begin;
  return (at) => {
    level = Math.min(holds, level + ((at - last) * perMinute) / 60_000);
    last = at;
    if (level < 1) return Math.ceil(((1 - level) * 60) / perMinute);
    level -= 1;
    return undefined;
  };
}

interface Step {
  readonly at: number;
  readonly act: () => void;
}

/** Messages to as many people, by carriers that each wait for an answer before the next. Time is played, not waited for. */
function send(messages: number, server: Server): { perMinute: number; refused: number } {
  const pace = createPace();
  const steps: Step[] = [];
  const after = (at: number, act: () => void) => void steps.push({ at, act });
  let [now, left, refused, resumeAt] = [begin, messages, 0, begin];

  function carry(): void {
    if (left <= 0) return;
    if (now < resumeAt) return after(resumeAt, carry);
    after(now + pace.turn(new Date(now)), () => {
      if (now < resumeAt) return carry();
      const seconds = server(now);
      after(now + latency, () => {
        hear(seconds);
        carry();
      });
    });
  }
  function hear(seconds: number | undefined): void {
    if (seconds === undefined) {
      left -= 1;
      return pace.sent(new Date(now));
    }
    refused += 1;
    const until = pace.refused({ recipientId: refused, seconds }, new Date(now));
    if (until !== undefined) resumeAt = until.getTime();
  }

  for (let carrier = 0; carrier < carriers; carrier += 1) carry();
  while (steps.length > 0) {
    const next = steps.reduce((one, other) => (other.at < one.at ? other : one));
    steps.splice(steps.indexOf(next), 1);
    now = next.at;
    next.act();
  }
  return { perMinute: messages / ((now - begin) / 60_000), refused };
}

describe.each([
  ['300 in a sliding minute', slidingMinute(300), 300],
  ['600 in a sliding minute', slidingMinute(600), 600],
  ['200 in a full minute', fullMinutes(200), 200],
  ['300 in a full minute', fullMinutes(300), 300],
  ['a bucket of 60 that fills by 300 a minute', bucket(300, 60), 300],
  ['a bucket of 10 that fills by 240 a minute', bucket(240, 10), 240],
] as const)('where Slack takes %s', (_name, server, perMinute) => {
  test('five thousand messages go out at 95 in 100 of that at least, and fewer than one in a hundred is refused', () => {
    const sent = send(5_000, server);
    expect(sent.perMinute).toBeGreaterThan(perMinute * 0.95);
    expect(sent.refused).toBeLessThan(50);
  });
});

test('a few messages wait for nothing', () => {
  const pace = createPace();
  expect(Array.from({ length: 20 }, () => pace.turn(new Date(begin)))).toEqual(Array.from({ length: 20 }, () => 0));
});

test('one refusal holds up nobody else; that of another person meanwhile holds up everybody until Slack takes more', () => {
  const pace = createPace();
  const now = new Date(begin);
  expect(pace.refused({ recipientId: 1, seconds: 30 }, now)).toBeUndefined();
  expect(pace.refused({ recipientId: 1, seconds: 30 }, now)).toBeUndefined();
  expect(pace.refused({ recipientId: 2, seconds: 30 }, now)).toEqual(new Date(begin + 30_000));
  expect(pace.turn(now)).toBeGreaterThanOrEqual(30_000);
});

test('a turn that wasn’t used is another’s', () => {
  const pace = createPace();
  for (let message = 0; message < 1_000; message += 1) {
    expect(pace.turn(new Date(begin))).toBe(0);
    pace.unused();
  }
});
