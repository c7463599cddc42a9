/** The kinds of ask, as they are printed for docs/asks.md. */
import type { AskField } from '../asks/ask-kind.ts';
import { askKinds, describeAskKind } from '../asks/index.ts';
import { called } from '../slack/views/ask/ask-form.ts';
import { markedTable } from './markdown-table.ts';

export const askMarks = { begin: '<!-- asks -->', end: '<!-- /asks -->' } as const;

export function askCatalogue(): string {
  const rows = askKinds
    .map(describeAskKind)
    .map(({ kind, label, fields, first, sample }) => [
      `\`${kind}\``,
      label,
      sample,
      called(first),
      fields.map(told).join(', '),
    ]);
  return markedTable(askMarks, [['Kind', 'In the form', 'For example', 'Asked first', 'Behind More'], ...rows]);
}

/** A field that not everybody on the ask reads says so. */
function told(field: AskField): string {
  const isForManager = typeof field !== 'string' && field.readers === 'manager';
  return isForManager ? `${called(field)} (only the manager who was asked)` : called(field);
}
