/** What can be set, as it is printed for docs/settings.md. */
import { defaultPolicy } from '../leading/policy.ts';
import { ownTopics, workspaceTopics } from '../leading/topics/index.ts';
import type { Setting } from '../leading/topics/setting.ts';
import type { Topic } from '../leading/topics/topic.ts';
import { nameOfWeekday } from '../leading/topics/weekly.ts';
import type { Weekday } from '../time/zoned.ts';
import { markedTable } from './markdown-table.ts';

export const settingMarks = { begin: '<!-- settings -->', end: '<!-- /settings -->' } as const;

export function settingCatalogue(): string {
  const rows = [
    ...rowsOf(workspaceTopics, 'an admin, for everybody'),
    ...rowsOf(ownTopics, 'everybody, for themselves'),
  ];
  return markedTable(settingMarks, [['Setting', 'Who sets it', 'In the form', 'To begin with', 'Range'], ...rows]);
}

function rowsOf(topics: readonly Topic[], who: string): string[][] {
  return topics.flatMap(({ settings }) =>
    Object.entries(settings).map(([name, setting]) => [
      `\`${name}\``,
      who,
      labelOf(setting),
      initialOf(setting),
      rangeOf(setting),
    ]),
  );
}

function labelOf(setting: Setting<unknown> & { readonly called?: string }): string {
  const label = setting.field?.label ?? setting.called ?? '';
  return typeof label === 'string' ? label : label(defaultPolicy);
}

function initialOf({ initial, field, isAnswer }: Setting<unknown>): string {
  if (isAnswer === true) return 'not said';
  if (initial === null || (Array.isArray(initial) && initial.length === 0)) return 'none';
  switch (field?.kind) {
    case 'weekday':
      return nameOfWeekday(initial as Weekday);
    case 'weekdays':
      return (initial as Weekday[]).map(nameOfWeekday).join(', ');
    case 'yes-no':
      return initial === true ? field.yes : field.no;
    case 'choice':
      return field.choices[initial as string] ?? '';
    default:
      return typeof initial === 'string' ? initial : JSON.stringify(initial);
  }
}

function rangeOf({ field }: Setting<unknown>): string {
  if (field?.kind === 'number' || field?.kind === 'number-or-none') return `${field.minimum} to ${field.maximum}`;
  return field?.kind === 'choice' ? Object.values(field.choices).join(' · ') : '';
}
