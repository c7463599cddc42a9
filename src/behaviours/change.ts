/** What follows from an entry in the log, beyond the entry itself. Behaviours name it; the store carries it out, all in one transaction. */
import type { LocalDate } from '../time/zoned.ts';
import type { AssignmentState, Detail, SkillFact } from './facts.ts';
import type { AssignmentId, IdeaId, PersonId, PromiseId } from './ids.ts';
import { isLocalDate } from '../time/zoned.ts';

/** Essay 001: the root of a gap. */
export type RootCause = 'skill' | 'will' | 'obstacle' | 'expectation';

/** What a manager just logged. `texts` holds all free text, also that which goes into records. */
export interface LoggedEntry {
  readonly repId: PersonId | null;
  /** The manager's local day. */
  readonly happenedOn: LocalDate;
  readonly details: Readonly<Record<string, Detail>>;
  readonly texts: Readonly<Record<string, string>>;
}

export type Change =
  | { readonly kind: 'make-promise'; readonly text: string; readonly dueOn: LocalDate }
  | { readonly kind: 'settle-promise'; readonly promiseId: PromiseId; readonly state: 'kept' | 'dropped' }
  | { readonly kind: 'move-promise'; readonly promiseId: PromiseId; readonly dueOn: LocalDate }
  | {
      readonly kind: 'open-cycle';
      readonly gap: string;
      readonly rootCause: RootCause;
      readonly assignment: string;
      readonly dueOn: LocalDate;
    }
  | {
      readonly kind: 'evaluate-assignment';
      readonly assignmentId: AssignmentId;
      readonly state: Exclude<AssignmentState, 'open'>;
      /** It was seen again and the gap is closed. */
      readonly closesCycle: boolean;
      readonly next: { readonly assignment: string; readonly dueOn: LocalDate } | null;
    }
  | { readonly kind: 'record-goals'; readonly text: string }
  | { readonly kind: 'revisit-goals' }
  | { readonly kind: 'state-expectation'; readonly text: string }
  | { readonly kind: 'hear-idea'; readonly text: string }
  | { readonly kind: 'use-idea'; readonly ideaId: IdeaId; readonly where: string | null }
  | { readonly kind: 'credit-idea'; readonly ideaId: IdeaId }
  | { readonly kind: 'note-skill'; readonly tag: string; readonly level: SkillFact['level'] }
  | { readonly kind: 'ask-confidence' }
  /** `isSaid`: they heard it in person, so no message tells them. It is kept among their thanks. */
  | { readonly kind: 'praise'; readonly text: string; readonly isPublic: boolean; readonly isSaid?: true }
  /** To the newest pulse that waits for the leader's word. `dueOn` is the day by which they will do it. */
  | { readonly kind: 'answer-pulse'; readonly heard: string; readonly will: string; readonly dueOn: LocalDate };

/** The text of a field, trimmed; undefined where nothing was written. */
export function textOf(entry: LoggedEntry, fieldId: string): string | undefined {
  const text = entry.texts[fieldId]?.trim() ?? '';
  return text === '' ? undefined : text;
}

/** A detail as text; undefined where the field was left empty. */
export function detailOf(entry: LoggedEntry, fieldId: string): string | undefined {
  const detail = entry.details[fieldId];
  return detail === undefined || detail === '' ? undefined : String(detail);
}

/** A chosen day; undefined where none was chosen. */
export function dayOf(entry: LoggedEntry, fieldId: string): LocalDate | undefined {
  const day = detailOf(entry, fieldId);
  return day !== undefined && isLocalDate(day) ? day : undefined;
}

/** The id of a chosen record; undefined where none was chosen. */
export function recordIdOf(entry: LoggedEntry, fieldId: string): number | undefined {
  const id = Number(detailOf(entry, fieldId));
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

/** A word after a `#` that begins a word: no part of an address, of `C#`, or of a channel as Slack writes it (`<#C123|general>`). */
const tagPattern = /(?<![\p{L}\p{M}\p{N}<&#/_])#(\p{L}[\p{L}\p{M}\p{N}]*(?:[-_][\p{L}\p{M}\p{N}]+)*)/gu;
const shortestTag = 2;
const longestTag = 40;

/** The skill tags in a text, in lower case, each once: `negotiation` of `#Negotiation`, `closing-calls` of `#closing_calls`. */
export function skillTags(text: string | undefined): string[] {
  const tags = Array.from((text ?? '').normalize('NFC').matchAll(tagPattern), ([, tag = '']) =>
    tag.toLowerCase().replaceAll('_', '-'),
  );
  return [...new Set(tags)].filter((tag) => tag.length >= shortestTag && tag.length <= longestTag);
}
