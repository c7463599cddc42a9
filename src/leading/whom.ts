/** Whom an entry in the log may be about: the one place, from the reporting lines as they are now. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { managersOf, reportsOf, repsOf } from './roles.ts';
import type { Line } from './roles.ts';

export type About = Behaviour['about'];

/**
 * The ids of the people about whom `leaderId` may log what is `about` that: everybody who reports to them directly for 'rep', also
 * one who has a team of their own; nobody for 'team'.
 */
export function peopleFor(about: About, leaderId: PersonId, lines: readonly Line[]): readonly number[] {
  switch (about) {
    case 'rep':
      return reportsOf(leaderId, lines);
    case 'team':
      return [];
    case 'manager':
      return managersOf(leaderId, lines);
    case 'rep-of-manager':
      return managersOf(leaderId, lines).flatMap((managerId) => repsOf(managerId, lines));
  }
}

/** May `leaderId` log this kind about this person, or with null about nobody? */
export function mayLog(about: About, leaderId: PersonId, personId: PersonId | null, lines: readonly Line[]): boolean {
  if (personId === null) return about === 'team';
  return peopleFor(about, leaderId, lines).includes(personId);
}
