/** A report in words. */
import type { Report } from './soak.ts';
import type { Side } from './ledger.ts';

const isFine = ({ lost, doubled }: Side): boolean => lost.length === 0 && doubled.length === 0;
const lineOf = (name: string, { sent, received, lost, doubled }: Side): string =>
  `  ${name}: sent ${sent}, received ${received}, lost ${lost.length}, doubled ${doubled.length}`;

/** Is nothing lost, nothing doubled, and nothing still on its way? */
export function isClean({ comparison: { toBot, toPeople, unsettled } }: Report): boolean {
  return isFine(toBot) && isFine(toPeople) && unsettled.length === 0;
}

export function linesOf(report: Report): string[] {
  const { comparison, taken, memory, bytes, errors } = report;
  const { toBot, toPeople, unsettled } = comparison;
  const sum = (of: (side: Side) => number): string => (of(toBot) + of(toPeople)).toLocaleString('en-US');
  const problems = [toBot, toPeople].flatMap(({ lost, doubled }) => [...lost, ...doubled]).concat(unsettled);
  return [
    `${report.people} people, ${report.weeks.toFixed(1)} weeks; ${report.acts} acts, ${report.refused} of them unanswered`,
    `${report.faults} faults, ${report.sentTwice} requests sent twice, ${report.killed} × SIGKILL, ${report.ended} × SIGTERM`,
    `sent ${sum(({ sent }) => sent)}, received ${sum(({ received }) => received)}, lost ${sum(({ lost }) => lost.length)}, doubled ${sum(({ doubled }) => doubled.length)}`,
    lineOf(`${taken.ask} asks, ${taken.note} notes and ${taken.entry} entries, to the bot`, toBot),
    lineOf('messages, to people', toPeople),
    `  still on their way: ${unsettled.length}`,
    memory === undefined
      ? 'memory: this system doesn’t tell'
      : `memory of the last process: ${memory.start.toFixed(1)} MB at ${memory.from.toFixed(0)} s, ${memory.end.toFixed(1)} MB at ${memory.until.toFixed(0)} s, growth ${memory.percent.toFixed(1)}%`,
    `database: ${kilobytes(bytes.start)} at the start, ${kilobytes(bytes.end)} at the end, ${Math.round(bytes.perPersonAndWeek).toLocaleString('en-US')} bytes a person and week`,
    ...[...errors].map(([message, times]) => `logged as an error, ${times} ×: ${message}`),
    ...problems.map((problem) => `WRONG: ${problem}`),
  ];
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024).toLocaleString('en-US')} kB`;
