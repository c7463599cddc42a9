/** What was passed over in a file, in words. */
import type { Tally } from '../report.ts';
import type { LeftOut } from './body.ts';
import { withoutArrow } from './groups.ts';
import type { Plan } from './plan.ts';

export function noteLeftOut(leftOut: LeftOut, { groups, names }: Plan): string[] {
  const notes: string[] = [];
  if (groups.labels.size > 0) {
    const labels = [...groups.labels.keys()].map((label) => `“${label}”`).join(', ');
    notes.push(`The report is grouped: ${labels} of each row is what the line above it says.`);
  }
  if (groups.filledDown.length > 0) {
    const columns = groups.filledDown.map((column) => `“${withoutArrow(names[column] ?? '')}”`).join(', ');
    notes.push(`The report is grouped: a blank ${columns} was filled in from the row above it.`);
  }
  const { totals, repeatedHeaders, cut, remarks, continued } = leftOut;
  if (totals > 0) notes.push(`${lines(totals)} of totals and the report’s own footer were left out.`);
  if (repeatedHeaders > 0)
    notes.push(
      `${lines(repeatedHeaders)} that ${repeatedHeaders === 1 ? 'repeats the header was' : 'repeat the header were'} left out.`,
    );
  if (remarks.length > 0) {
    const shown = remarks.slice(0, mostRemarks).map((text) => `“${shortened(text)}”`);
    const more = remarks.length > mostRemarks ? ` and ${remarks.length - mostRemarks} more` : '';
    notes.push(
      `${lines(remarks.length)} of one cell left out, because no row looks like that: ${shown.join(', ')}${more}.`,
    );
  }
  if (continued > 0) notes.push(`${lines(continued)} left out: nothing stands there in any column that is read.`);
  if (cut > 0)
    notes.push(
      `${cut === 1 ? '1 row ends' : `${cut} rows end`} early: the cells that aren’t there were taken as blank.`,
    );
  return notes;
}

/** Another table under the first is one refusal, whatever it holds. */
export function refuseOtherTable({ other }: LeftOut, tally: Tally): void {
  if (other === undefined) return;
  const shown = other.names.slice(0, 6).join(', ').slice(0, 120);
  tally.rows += 1;
  tally.refuse(
    other.line,
    `Another table begins here (${shown}). Its ${other.rows === 1 ? '1 row was' : `${other.rows} rows were`} not read: save it in a file of its own, or leave it out.`,
  );
}

const mostRemarks = 4;
const mostLetters = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > mostLetters ? `${line.slice(0, mostLetters).trimEnd()}…` : line;
}

function lines(count: number): string {
  return `${count} ${count === 1 ? 'line' : 'lines'}`;
}
