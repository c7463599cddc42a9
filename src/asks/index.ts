/** What people can ask their manager for. */
import type { AskField, AskKindDescription, CaseField, WordsField } from './ask-kind.ts';
import { blockedDeal } from './kinds/blocked-deal.ts';
import { exception } from './kinds/exception.ts';
import { help } from './kinds/help.ts';
import { resource } from './kinds/resource.ts';
import { training } from './kinds/training.ts';

/** In the order in which they are offered. A kind that isn't in here is none. */
const kinds = [help, exception, resource, training, blockedDeal] as const satisfies readonly AskKindDescription[];

export type AskKind = (typeof kinds)[number]['kind'];

type Described = AskKindDescription & { readonly kind: AskKind };

const byKind = new Map(kinds.map((described): [AskKind, Described] => [described.kind, described]));

/** In the order in which they are offered. */
export const askKinds: readonly AskKind[] = kinds.map(({ kind }) => kind);

export function describeAskKind(kind: AskKind): Described {
  const described = byKind.get(kind);
  if (described === undefined) throw new Error(`No kind of ask is called ${kind}`);
  return described;
}

/** The name of a field in a form. */
export function idOfField(field: AskField): string {
  return typeof field === 'string' ? field : field.id;
}

/** The fields of a kind that stand in columns. */
export function caseFieldsOf(kind: AskKind): readonly CaseField[] {
  return describeAskKind(kind).fields.filter((field) => typeof field === 'string');
}

/** The fields of a kind in which the rep writes. */
export function wordsFieldsOf(kind: AskKind): readonly WordsField[] {
  return describeAskKind(kind).fields.filter((field) => typeof field !== 'string');
}

/** The fields of words of all kinds, each once. */
export const wordsFields: readonly WordsField[] = [...new Set(askKinds.flatMap(wordsFieldsOf))];
