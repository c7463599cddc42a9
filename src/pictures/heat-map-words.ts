import type { WeeksOfPeople } from './picture.ts';
import { counted, listedWithin } from './words.ts';

/** What the heat map shows, sentence by sentence, the most important first. */
export function heatMapAlt({ groups, weeks }: WeeksOfPeople): string[] {
  const people = groups.flatMap((group) => group.people);
  if (people.length === 0) return ['There is nobody to show yet.'];
  const now = (person: (typeof people)[number]) => person.weeks[weeks.length - 1];
  const missed = people.filter((person) => now(person) === 'missed');
  const out = people.filter((person) => now(person) === 'out');
  const others = people.filter((person) => now(person) === 'seen' || now(person) === 'quiet');
  const seen = others.filter((person) => person.weeks.slice(0, weeks.length).slice(-2).includes('seen'));
  const teams = groups.length > 1 ? ` in ${groups.length} teams` : '';
  const listed = (those: typeof people, room: number) =>
    listedWithin(
      those.map(({ name }) => name),
      room,
    );
  return [
    `${counted(people.length, 'person', 'people')}${teams} over ${counted(weeks.length, 'week', 'weeks')}.`,
    missed.length === 0 ? 'Nobody is missed now.' : `Missed now: ${listed(missed, 420)}.`,
    out.length === 0 ? '' : `Out: ${listed(out, 160)}.`,
    seenWords(seen.length, others.length, missed.length + out.length > 0),
  ];
}

function seenWords(seen: number, others: number, hasExceptions: boolean): string {
  if (others === 0) return '';
  const all = hasExceptions ? 'Everybody else' : 'Everybody';
  if (seen === others) return `${all} was seen in the last two weeks.`;
  const whom = hasExceptions ? `the other ${others}` : `${others}`;
  return seen === 0
    ? `Of ${whom}, nobody was seen in the last two weeks.`
    : `Of ${whom}, ${seen} ${seen === 1 ? 'was' : 'were'} seen in the last two weeks.`;
}
