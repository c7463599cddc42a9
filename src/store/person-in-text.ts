/** A person's id within a text that is stored: a key, a mark, a subject, a record. Each gives the text as it is once `from` is `to`. */

/** The whole text is an id. */
export function personInText<T extends string | null>(text: T, from: number, to: number): T | string {
  return text === String(from) ? String(to) : text;
}

/** The parts of a key at these positions, from 0. */
export function personInKey(
  key: string,
  separator: string,
  positions: readonly number[],
  from: number,
  to: number,
): string {
  const parts = key.split(separator);
  return parts.map((part, at) => (positions.includes(at) ? personInText(part, from, to) : part)).join(separator);
}

/** A job's mark is the job, a person's id and perhaps a day: `plan|12|2026-11-23`, `home-page:12`. */
export function personInMark(name: string, from: number, to: number): string {
  return name.replace(
    /^([a-z][a-z-]*)([|:])(\d+)(?=$|[|:])/u,
    (whole: string, job: string, separator: string, id: string) =>
      id === String(from) ? `${job}${separator}${to}` : whole,
  );
}

/** Under these names in the subject of a message stand people. */
const people = ['person', 'manager', 'rep', 'lead', 'leader', 'holder', 'recipient', 'actor', 'whom'];

/** What a message is about. */
export function personInSubject(subject: string, from: number, to: number): string {
  return personInRecord(subject, people, from, to);
}

/** JSON of one record, in which these fields hold people. Where nothing changes the text stays as it is, to the letter. */
export function personInRecord(json: string, fields: readonly string[], from: number, to: number): string {
  if (fields.length === 0) return json;
  const record = JSON.parse(json) as Record<string, unknown>;
  const found = fields.filter((field) => record[field] === from || record[field] === String(from));
  if (found.length === 0) return json;
  for (const field of found) record[field] = typeof record[field] === 'number' ? to : String(to);
  return JSON.stringify(record);
}
