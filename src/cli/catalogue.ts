/** The catalogue of behaviours, as it is printed: for people, for scripts, and for docs/behaviours.md. */
import type { Behaviour, EssayId, Setting } from '../behaviours/behaviour.ts';
import { citeEssay, essays } from '../behaviours/essays.ts';
import type { Essay } from '../behaviours/essays.ts';
import { markdownTable } from './markdown-table.ts';

/** One behaviour as JSON. A stable shape: scripts read it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly act: string;
  readonly essays: readonly (Essay & { readonly id: EssayId })[];
  readonly cadence: string;
  /** Who is nudged. */
  readonly nudges: Behaviour['nudges'];
  readonly rule: string;
  readonly settings: readonly Setting[];
}

/** The marks in docs/behaviours.md between which the table stands. */
export const tableMarks = { begin: '<!-- behaviours -->', end: '<!-- /behaviours -->' } as const;

export function catalogue(behaviours: readonly Behaviour[]): CatalogueEntry[] {
  return behaviours.map(({ id, name, act, essays: ids, cadence, nudges, rule, settings }) => ({
    id,
    name,
    act,
    essays: ids.map((essay) => ({ id: essay, ...essays[essay] })),
    cadence,
    nudges,
    rule,
    settings,
  }));
}

/** For people at a terminal: a few lines each. */
export function catalogueText(behaviours: readonly Behaviour[]): string {
  const entries = catalogue(behaviours).map((entry) =>
    [
      `${entry.id}: ${entry.act}`,
      `  who is nudged: ${nudged(entry)}, ${entry.cadence}`,
      ...entry.essays.map(({ id }) => `  essay: ${citeEssay(id)}`),
      ...entry.settings.map(
        ({ key, label, unit, initial, minimum, maximum }) =>
          `  setting ${key}: ${label}: ${initial} ${unit} (${minimum} to ${maximum})`,
      ),
    ].join('\n'),
  );
  return `${entries.join('\n\n')}\n\n${behaviours.length} behaviours.`;
}

/** For docs/behaviours.md: the table with its marks, and the essays that it names by number. */
export function catalogueMarkdown(behaviours: readonly Behaviour[]): string {
  const rows = [
    ['Behaviour', 'The act', 'Essays', 'When a nudge comes', 'Who is nudged'],
    ...catalogue(behaviours).map((entry) => [
      `\`${entry.id}\``,
      entry.act,
      entry.essays.map(({ id }) => id).join(', '),
      entry.cadence,
      nudged(entry),
    ]),
  ];
  const used = new Set(behaviours.flatMap((behaviour) => behaviour.essays));
  const cited = [...used].toSorted().map((id) => `- ${id}: ${citeEssay(id)}`);
  return [
    tableMarks.begin,
    '',
    markdownTable(rows),
    '',
    'The essays by their numbers:',
    '',
    ...cited,
    '',
    tableMarks.end,
  ].join('\n');
}

/** In words: `manager or lead`. */
function nudged({ nudges }: Pick<CatalogueEntry, 'nudges'>): string {
  return nudges === 'leader' ? 'manager or lead' : nudges;
}
