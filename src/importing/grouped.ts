/** What is the same is said once: three thousand rows with one fault are one line. */
import type { ImportReport, LeftBlank, LeftOutGroup, Refusal, WhyLeftOut } from './report.ts';

export interface Group<R extends Refusal> {
  readonly reason: string;
  readonly rows: readonly R[];
}

/** Rows by their reason, in the order of the first of each. */
export function grouped<R extends Refusal>(rows: readonly R[]): Group<R>[] {
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

/** A line of text for each reason. */
export function sentencesOf(rows: readonly Refusal[]): string[] {
  return grouped(rows).map(({ reason, rows: of }) =>
    of.length === 1 ? `${linesOf(of)}: ${reason}` : `${linesOf(of)} (${of.length.toLocaleString('en')}): ${reason}`,
  );
}

const whyWords: Readonly<Record<WhyLeftOut, readonly [one: string, several: string]>> = {
  left: ['has left', 'have left'],
  guest: ['is a guest', 'are guests'],
  'no person': [
    'is no person (a bot, a shared mailbox, a room, an open seat)',
    'are no people (bots, shared mailboxes, rooms, open seats)',
  ],
};
const mostNames = 6;

/** A line for each kind of reason why rows were left out, with how many and who. */
export function leftOutSentences(groups: readonly LeftOutGroup[]): string[] {
  return groups.map(({ why, names }) => {
    const more = names.length > mostNames ? ` and ${(names.length - mostNames).toLocaleString('en')} more` : '';
    const [one, several] = whyWords[why];
    const count = names.length.toLocaleString('en');
    return `Left out, ${count} who ${names.length === 1 ? one : several}: ${names.slice(0, mostNames).join(', ')}${more}.`;
  });
}

const mostReasons = 3;

/** What was left blank: a line for each reason, and one for the rest of a field where it has many. */
export function leftBlankSentences(rows: readonly LeftBlank[]): string[] {
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
    ...sentencesOf(report.refused),
    ...leftBlankSentences(report.leftBlank),
    ...leftOutSentences(report.whoIsLeftOut),
    ...report.notes,
    ...report.follows,
  ];
}
