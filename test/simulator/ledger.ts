import { people } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';

/** The small model: what was written, who may read it, and what was promised. */
export interface Ledger {
  /**
   * Words of its own for something that is written.
   * @param readers who may ever see them
   * @param ifShared who may once its writer has pressed something that shares
   */
  word(kind: 'note' | 'ask', readers: readonly PersonKey[], ifShared?: PersonKey): string;
  /** Somebody pressed something, or sent a form, by which they may have shared what they wrote. */
  mayHaveShared(key: PersonKey): void;
  /** Its form was taken: the ask mustn't be lost. */
  asked(words: string): void;
  readonly words: ReadonlyMap<string, ReadonlySet<PersonKey>>;
  readonly asks: readonly string[];
  /** Somebody moves. */
  moves(key: PersonKey, zone: string): void;
  /** Where they are, and were before. */
  readonly zonesOf: (key: PersonKey) => readonly string[];
}

export function openLedger(): Ledger {
  const words = new Map<string, ReadonlySet<PersonKey>>();
  const asks: string[] = [];
  const sharable: { word: string; by: PersonKey | undefined; ifShared: PersonKey }[] = [];
  const zones = new Map<PersonKey, readonly string[]>(people.map(({ key, timeZone }) => [key, [timeZone]]));
  return {
    word(kind, readers, ifShared) {
      const word = `canary${kind}${words.size}x`;
      words.set(word, new Set(readers));
      if (ifShared !== undefined) sharable.push({ word, by: readers[0], ifShared });
      return word;
    },
    mayHaveShared(key) {
      for (const { word, by, ifShared } of sharable)
        if (by === key) words.set(word, new Set([...(words.get(word) ?? []), ifShared]));
    },
    asked: (word) => void asks.push(word),
    words,
    asks,
    moves: (key, zone) => void zones.set(key, [zone, ...(zones.get(key) ?? [])].slice(0, 3)),
    zonesOf: (key) => zones.get(key) ?? [],
  };
}
