import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Change } from '../behaviours/change.ts';
import type { Texts } from '../store/interactions.ts';
import { wordsIn } from './changes/words.ts';
import type { Entry } from './check-entry.ts';

/** What follows from an entry: what its kind says, and the promise that was made with it. */
export function changesFrom(behaviour: Behaviour, entry: Entry): Change[] {
  const { repId, happenedOn, details, texts, promise } = entry;
  const changes = behaviour.changes?.({ repId, happenedOn, details, texts }) ?? [];
  return promise?.text === undefined || promise.by === undefined
    ? [...changes]
    : [...changes, { kind: 'make-promise', text: promise.text, dueOn: promise.by }];
}

/** The words that stay in the entry: without those that go on record. Words for a record that doesn't come about are not lost. */
export function noteTexts(behaviour: Behaviour, texts: Texts, changes: readonly Change[]): Texts {
  const kept = new Set(changes.flatMap((change) => Object.keys(wordsIn(change))));
  const isOnRecord = (fieldId: string) =>
    behaviour.form.some(
      (field) =>
        field.id === fieldId &&
        field.kind === 'text' &&
        field.keptInRecord !== undefined &&
        kept.has(field.keptInRecord),
    );
  return Object.fromEntries(Object.entries(texts).filter(([fieldId]) => !isOnRecord(fieldId)));
}

/** The records of which an entry tells how they stand now, as nudges name them: `promise:12`. */
export function itemsOf(behaviour: Behaviour, entry: Pick<Entry, 'details'>): string[] {
  return behaviour.form.flatMap((field) => {
    const id = entry.details[field.id];
    return field.kind === 'record' && id !== undefined ? [`${field.of}:${String(id)}`] : [];
  });
}
