/** What is wrong in the lines of a calendar file, with their numbers: the library that reads it takes a 39th of a month as a day. */
import { isLocalDate } from '../time/zoned.ts';

interface Event {
  readonly line: number;
  name: string;
  start?: { readonly line: number; readonly value: string; readonly isDay: boolean };
  end?: { readonly line: number; readonly value: string; readonly isDay: boolean };
}

/** Sentences, in the order of the file; none where it can be read. */
export function problemsIn(text: string): string[] {
  const lines = unfolded(text);
  if (!lines.some(({ line }) => /^BEGIN:VCALENDAR\s*$/iu.test(line)))
    return [
      'This is no calendar file: it has no line BEGIN:VCALENDAR. Export the calendar as .ics (iCalendar), and import that file.',
    ];
  const problems: string[] = [];
  let event: Event | undefined;
  let depth = 0;
  for (const { line, number } of lines) {
    const property = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/iu.exec(line);
    const [, name = '', parameters = '', value = ''] = property ?? [];
    const word = name.toUpperCase();
    if (word === 'BEGIN' && value.trim().toUpperCase() === 'VEVENT') {
      if (event !== undefined) problems.push(unended(event));
      event = { line: number, name: '' };
    } else if (word === 'BEGIN' && event !== undefined) depth += 1;
    else if (word === 'END' && value.trim().toUpperCase() === 'VEVENT') {
      problems.push(...(event === undefined ? [] : problemsOf(event)));
      event = undefined;
      depth = 0;
    } else if (word === 'END' && event !== undefined) depth -= 1;
    else if (event !== undefined && depth === 0) {
      if (word === 'SUMMARY') event.name = value.trim().slice(0, 60);
      const stamp = { line: number, value: value.trim(), isDay: /VALUE=DATE(?!-)/iu.test(parameters) };
      if (word === 'DTSTART') event.start = stamp;
      if (word === 'DTEND') event.end = stamp;
    }
  }
  if (event !== undefined) problems.push(unended(event));
  else if (!lines.some(({ line }) => /^END:VCALENDAR\s*$/iu.test(line)))
    problems.push(
      `The file breaks off after line ${lines.at(-1)?.number ?? 0}: END:VCALENDAR is missing. Export it again, and import that file.`,
    );
  return problems;
}

/** Lines with their numbers, those that were broken in two made one again; without blank ones. */
function unfolded(text: string): { line: string; readonly number: number }[] {
  const found: { line: string; readonly number: number }[] = [];
  for (const [at, line] of text.split(/\r\n|\n|\r/u).entries()) {
    const last = found.at(-1);
    if (/^[ \t]/u.test(line) && last !== undefined) last.line += line.slice(1);
    else if (line.trim() !== '') found.push({ line, number: at + 1 });
  }
  return found;
}

function problemsOf(event: Event): string[] {
  const { start, end } = event;
  if (start === undefined)
    return [`line ${event.line}: ${called(event)} has no DTSTART. Give it a first day, or take it out.`];
  const wrong = [start, ...(end === undefined ? [] : [end])].filter((stamp) => !isStamp(stamp));
  if (wrong.length > 0)
    return wrong.map(
      ({ line, value }) =>
        `line ${line}: ${called(event)} has “${value.slice(0, 40)}”, which is no day. Write it like 20261224, or take the event out.`,
    );
  if (end !== undefined && start.isDay && end.isDay && end.value < start.value)
    return [`line ${end.line}: ${called(event)} ends before it begins. Correct its DTEND.`];
  return [];
}

/** A day that exists, with an hour where it isn't a whole day. */
function isStamp({ value, isDay }: { readonly value: string; readonly isDay: boolean }): boolean {
  const [, year, month, day, hour] = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/u.exec(value) ?? [];
  return isLocalDate(`${year}-${month}-${day}`) && (!isDay || hour === undefined);
}

function called({ name, line }: Event): string {
  return name === '' ? `the event that begins in line ${line}` : `the event “${name}”`;
}

function unended(event: Event): string {
  return `line ${event.line}: ${called(event)} has no END:VEVENT. Export the file again, and import that one.`;
}
