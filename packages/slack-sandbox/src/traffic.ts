import type { Json, SandboxClock, TrafficEntry } from './contract.ts';
import type { Changes } from './changes.ts';
import { limits } from './limits.ts';
import type { RealTime } from './real-time.ts';
import { isList, isObject } from './json.ts';

/** An entry that can still be given its answer. */
export interface OpenEntry {
  readonly number: number;
  answer(outcome: { answer?: Json; status?: number; failed: boolean }): void;
}

/** The record of everything that went over the wire. */
export interface Traffic {
  readonly entries: readonly TrafficEntry[];
  begin(entry: Pick<TrafficEntry, 'direction' | 'name' | 'transport' | 'sent'>): OpenEntry;
}

/** Hides the tokens in a text. */
export type Mask = (text: string) => string;

/** Hides these secrets. */
export function maskThese(secrets: readonly string[]): Mask {
  return (text) =>
    secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, `${secret.slice(0, 5)}…`)), text);
}

/** A new record that keeps the newest entries and hides tokens. */
export function createTraffic(clock: SandboxClock, realTime: RealTime, changes: Changes, mask: Mask): Traffic {
  const entries: TrafficEntry[] = [];
  let count = 0;
  return {
    entries,
    begin(entry) {
      count += 1;
      const begun = realTime.now();
      const kept: TrafficEntry = {
        ...entry,
        sent: masked(entry.sent, mask),
        number: count,
        at: clock.now().toISOString(),
        failed: false,
      };
      entries.push(kept);
      if (entries.length > limits.traffic) entries.shift();
      changes.changed();
      return {
        number: kept.number,
        answer(outcome) {
          if (outcome.answer !== undefined) kept.answer = masked(outcome.answer, mask);
          if (outcome.status !== undefined) kept.status = outcome.status;
          kept.milliseconds = realTime.now() - begun;
          kept.failed = outcome.failed;
          changes.changed();
        },
      };
    },
  };
}

function masked(value: Json, mask: Mask): Json {
  if (typeof value === 'string') return mask(value);
  if (isList(value)) return value.map((entry) => masked(entry, mask));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, entry === undefined ? undefined : masked(entry, mask)]),
  );
}
