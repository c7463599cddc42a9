import { people } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';

type Kind = 'note' | 'ask';

interface Written {
  readonly kind: Kind;
  readonly by: PersonKey;
  /** Who may ever see it. */
  readonly readers: ReadonlySet<PersonKey>;
  /** Who may once its writer has pressed something that shares. */
  readonly ifShared: PersonKey | undefined;
}

/** The small model: what was written, who may read it, and what was promised. */
export interface Ledger {
  /** Words of its own for something that this person writes. */
  word(kind: Kind, by: PersonKey, readers: readonly PersonKey[], ifShared?: PersonKey): string;
  /** Somebody pressed something, or sent a form, by which they may have shared what they wrote. */
  mayHaveShared(key: PersonKey): void;
  /** Somebody may lead this rep from now on: they read what the rep asks, and what is shared with the rep. */
  mayLead(rep: PersonKey, manager: PersonKey): void;
  /** Its form was taken: the ask mustn't be lost. */
  asked(words: string): void;
  readonly words: ReadonlyMap<string, Written>;
  readonly asks: readonly string[];
  /** A message that wasn't looked at before. */
  isNew(message: string): boolean;
  /** Somebody moves. */
  moves(key: PersonKey, zone: string): void;
  /** Where they are, and were before. */
  readonly zonesOf: (key: PersonKey) => readonly string[];
  /** A week may ask this person for so many things: the most that they ever chose counts. @returns it */
  mayAskFor(person: string, things: number): number;
}

export function openLedger(): Ledger {
  const words = new Map<string, Written>();
  const asks: string[] = [];
  const zones = new Map<PersonKey, readonly string[]>(people.map(({ key, timeZone }) => [key, [timeZone]]));
  const leaders = new Map<PersonKey, ReadonlySet<PersonKey>>();
  const seen = new Set<string>();
  const most = new Map<string, number>();

  function alsoFor(reader: PersonKey, concerns: (written: Written) => boolean): void {
    for (const [word, written] of words)
      if (concerns(written)) words.set(word, { ...written, readers: new Set([...written.readers, reader]) });
  }

  return {
    word(kind, by, readers, ifShared) {
      const word = `canary${kind}${words.size}x`;
      const those = new Set([by, ...readers, ...(kind === 'ask' ? (leaders.get(by) ?? []) : [])]);
      words.set(word, { kind, by, readers: those, ifShared });
      return word;
    },
    mayHaveShared(key) {
      for (const { by, ifShared } of words.values()) {
        if (by !== key || ifShared === undefined) continue;
        for (const reader of [ifShared, ...(leaders.get(ifShared) ?? [])])
          alsoFor(reader, (written) => written.by === key && written.ifShared === ifShared);
      }
    },
    mayLead(rep, manager) {
      leaders.set(rep, new Set([...(leaders.get(rep) ?? []), manager]));
      alsoFor(manager, ({ kind, by, ifShared, readers }) =>
        kind === 'ask' ? by === rep : ifShared === rep && readers.has(rep),
      );
    },
    asked: (word) => void asks.push(word),
    words,
    asks,
    isNew(message) {
      const known = seen.size;
      return seen.add(message).size > known;
    },
    moves: (key, zone) => void zones.set(key, [zone, ...(zones.get(key) ?? [])].slice(0, 3)),
    zonesOf: (key) => zones.get(key) ?? [],
    mayAskFor(person, things) {
      const highest = Math.max(things, most.get(person) ?? 0);
      most.set(person, highest);
      return highest;
    },
  };
}
