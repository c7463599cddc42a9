import { outOfOfficeBy } from '../leading/out-of-office.ts';
import type { Store } from '../store/db.ts';
import { hasten, outsideWorkingTime } from '../store/outbox-waits.ts';
import { changePerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { isLifted, statusMarkOf } from './open-absence.ts';

/** What Slack tells of a status; what is left out has not changed. */
export interface SlackProfile {
  readonly status_emoji?: string | undefined;
  readonly status_text?: string | undefined;
  /** Seconds since 1970; 0 where it doesn't expire. */
  readonly status_expiration?: number | undefined;
}

/**
 * Keeps whether the person is out, by their status in Slack. Who is back gets what waited for them.
 * @returns the person as they are now
 */
export async function followStatus(
  store: Store,
  person: Person,
  profile: SlackProfile | undefined,
  now: Date,
): Promise<Person> {
  const { status_emoji: emoji, status_text: text, status_expiration: expiresAt } = profile ?? {};
  if (emoji === undefined && text === undefined) return person;
  const status = { emoji: emoji ?? '', text: text ?? '', expiresAt: expiresAt ?? 0 };
  const said = outOfOfficeBy(status, person, now);
  const isOver = await isLifted(store, person, { ...said, mark: statusMarkOf(status) });
  const out = isOver ? { outSince: null, outUntil: null } : said;
  if (isSame(out.outSince, person.outSince) && isSame(out.outUntil, person.outUntil)) return person;
  await changePerson(store, person.id, out);
  await hasten(store, person.id, outsideWorkingTime, now);
  return { ...person, ...out };
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
