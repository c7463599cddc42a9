/** What is the same is said once: three thousand rows with one fault are one line. */
import type { ImportReport, LeftBlank, LeftOutGroup, Refusal, WhyLeftOut } from './report.ts';

export interface Group<R extends Refusal> {
  readonly reason: string;
  readonly rows: readonly R[];
}

/** Rows by their reason, in the order of the first of each. */
function grouped<R extends Refusal>(rows: readonly R[]): Group<R>[] {
  return [...Map.groupBy(rows, ({ reason }) => reason)].map(([reason, of]) => ({ reason, rows: of }));
}

const mostLines = 8;

/** `line 3`, `lines 3 and 5`, `lines 3, 5, 9, 12, 15, 20, 21, 30 and 2,992 more`. */
export function linesOf(rows: readonly Refusal[]): string {
  const shown = rows.slice(0, mostLines).map(({ line }) => String(line));
  const more = rows.length - shown.length;
  const last = more > 0 ? `${more.toLocaleString('en')} more` : shown.pop();
  return shown.length === 0 ? `line ${last}` : `lines ${shown.join(', ')} and ${last}`;
}

/** Nobody reads more of them on a screen; a column that was read as another one has a reason of its own in every row. */
const mostRefusalsShown = 20;

/** A line of text for each of the first twenty reasons, and one on how many more there are and how to see them. */
export function refusedSentences(rows: readonly Refusal[]): string[] {
  const groups = grouped(rows);
  // One line more is no longer than the line that says so.
  const count = groups.length <= mostRefusalsShown + 1 ? groups.length : mostRefusalsShown;
  const rest = groups.slice(count);
  const more = rest.reduce((sum, group) => sum + group.rows.length, 0);
  return [
    ...groups
      .slice(0, count)
      .map(({ reason, rows: of }) =>
        of.length === 1 ? `${linesOf(of)}: ${reason}` : `${linesOf(of)} (${of.length.toLocaleString('en')}): ${reason}`,
      ),
    ...(rest.length === 0
      ? []
      : [
          `And ${more.toLocaleString('en')} more rows refused for ${rest.length.toLocaleString('en')} other reasons. ` +
            'To have all of them in a file, each with its reason, import with --refused FILE.',
        ]),
  ];
}

const whyWords: Readonly<Record<WhyLeftOut, readonly [one: string, several: string]>> = {
  left: ['who has left', 'who have left'],
  guest: ['who is a guest', 'who are guests'],
  deleted: ['deal that was deleted in the CRM', 'deals that were deleted in the CRM'],
  'no person': [
    'who is no person (a bot, a shared mailbox, a room, an open seat)',
    'who are no people (bots, shared mailboxes, rooms, open seats)',
  ],
};
const mostNames = 6;

/** A line for each kind of reason why rows were left out, with how many and who. */
export function leftOutSentences(groups: readonly LeftOutGroup[]): string[] {
  return groups.map(({ why, names, remarks }) => {
    const shown = names.slice(0, mostNames).map((name, at) => (remarks[at] ? `${name} (${remarks[at]})` : name));
    const more = names.length > mostNames ? ` and ${(names.length - mostNames).toLocaleString('en')} more` : '';
    const [one, several] = whyWords[why];
    const count = names.length.toLocaleString('en');
    return `Left out, ${count} ${names.length === 1 ? one : several}: ${shown.join(', ')}${more}.`;
  });
}

const mostReasons = 3;

/** What was left blank: a line for each reason, and one for the rest of a field where it has many. */
function leftBlankSentences(rows: readonly LeftBlank[]): string[] {
  return [...Map.groupBy(rows, ({ field }) => field)].flatMap(([field, of]) => {
    const groups = grouped(of);
    const rest = groups.slice(mostReasons).flatMap((group) => group.rows);
    return [
      ...groups.slice(0, mostReasons).map((group) => `Left blank, ${linesOf(group.rows)}: ${group.reason}`),
      ...(rest.length === 0
        ? []
        : [
            `Left blank, ${rest.length.toLocaleString('en')} more cells of ${field} that can’t be read: ${linesOf(rest)}.`,
          ]),
    ];
  });
}

/** Everything that a report has to say but its counts: what was refused, left blank and left out, each with its reason; then the rest. */
export function sentencesOn(report: Omit<ImportReport, 'rows'>): string[] {
  return [
    ...refusedSentences(report.refused),
    ...leftBlankSentences(report.leftBlank),
    ...leftOutSentences(report.whoIsLeftOut),
    ...report.notes,
    ...report.follows,
  ];
}
