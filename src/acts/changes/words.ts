import type { Change } from '../../behaviours/change.ts';
import type { WordsOnRecord } from '../../behaviours/field.ts';

export type RecordWords = Readonly<Partial<Record<WordsOnRecord, string>>>;

/** The free text that a change puts on record, by what it is. */
export function wordsIn(change: Change): RecordWords {
  switch (change.kind) {
    case 'open-cycle':
      return { gap: change.gap, assignment: change.assignment };
    case 'evaluate-assignment':
      return change.next === null ? {} : { 'next-assignment': change.next.assignment };
    case 'record-goals':
      return { goals: change.text };
    case 'state-expectation':
      return { expectation: change.text };
    case 'hear-idea':
      return { idea: change.text };
    case 'use-idea':
      return change.where === null ? {} : { 'idea-use': change.where };
    case 'praise':
      return { praise: change.text };
    case 'answer-pulse':
      return { 'pulse-heard': change.heard, 'pulse-will': change.will };
    case 'make-promise':
    case 'settle-promise':
    case 'move-promise':
    case 'revisit-goals':
    case 'credit-idea':
    case 'note-skill':
    case 'ask-confidence':
      return {};
  }
}
