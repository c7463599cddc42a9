import type { KnownKind } from '../../leading/who-is-meant.ts';
import type { Person } from '../../store/people.ts';
import type { Reference } from './roster-rows.ts';

/** Somebody on record, or somebody whom a row of the file will put there: then the id is negative until it is written. */
export interface Member {
  id: number;
  email: string | null;
  name: string;
  readonly person: Person | undefined;
  /** The file itself says that nobody can report to them, to follow their name: `has left (line 3: terminated)`. */
  gone?: string;
  /** They had left, and a row has them back. */
  isBack?: boolean;
}

/** Everything that a row says of somebody, with its kind. */
export function cluesIn({ email, name, ownIds = [], slackId }: Reference): (readonly [KnownKind, string])[] {
  return [
    ...ownIds.map((id) => ['own-id', id] as const),
    ...(email === null ? [] : [['address', email] as const]),
    ...(slackId === null || slackId === undefined ? [] : [['slack-id', slackId] as const]),
    ...(name === null ? [] : [['name', name] as const]),
  ];
}
