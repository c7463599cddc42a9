import type { SlackUser } from '../acts/slack-users.ts';
import { UserError } from '../errors.ts';
import { comparableName } from '../leading/full-name.ts';
import type { Person } from '../store/people.ts';
import type { Reference } from './roster-rows.ts';

/** Somebody on record, or somebody whom a row of the file will put there: then the id is negative until it is written. */
export interface Member {
  id: number;
  email: string | null;
  name: string;
  readonly person: Person | undefined;
}

/** Everybody whom the rows of a roster can mean. */
export interface Directory {
  /**
   * Whom a reference means: by e-mail address, else by name.
   * @returns undefined for somebody new
   * @throws UserError for a name that several have, and for somebody who has left
   */
  find(reference: Reference): Member | undefined;
  /** Puts somebody new into it. */
  add(reference: Reference): Member;
  /** By the id that the member had first, which is negative for somebody new. */
  memberOf(id: number): Member | undefined;
  nameOf(id: number): string;
}

/**
 * @param slackUsers everybody in Slack, where that is known: a new name that two of them have is refused, not guessed
 */
export function directoryOf(people: readonly Person[], slackUsers: readonly SlackUser[]): Directory {
  const byId = new Map<number, Member>();
  const byEmail = new Map<string, Member>();
  const byName = new Map<string, Member[]>();
  const inSlack = new Map<string, number>();
  let lastNewId = 0;

  function put(member: Member): Member {
    byId.set(member.id, member);
    if (member.email !== null) byEmail.set(member.email.toLowerCase(), member);
    const name = comparableName(member.name);
    byName.set(name, [...(byName.get(name) ?? []), member]);
    return member;
  }
  for (const person of people) put({ id: person.id, email: person.email, name: person.name, person });
  const linked = new Set(people.map((person) => person.slackUserId));
  for (const user of slackUsers)
    if (!linked.has(user.id))
      for (const name of new Set(user.names.map(comparableName))) inSlack.set(name, (inSlack.get(name) ?? 0) + 1);

  function namedSo(name: string, wantsNoEmail: boolean): Member | undefined {
    const all = byName.get(comparableName(name)) ?? [];
    const fitting = wantsNoEmail ? all.filter((member) => member.email === null) : all;
    const present = fitting.filter((member) => !hasLeft(member));
    if (present.length > 1)
      throw new UserError(
        `${present.length} people on record are called “${name}”. Add an e-mail address to say which.`,
      );
    if (present.length === 0 && !wantsNoEmail) refuseSlackNamesakes(name);
    return present[0] ?? fitting[0];
  }

  function refuseSlackNamesakes(name: string): void {
    const count = inSlack.get(comparableName(name)) ?? 0;
    if (count > 1)
      throw new UserError(`${count} people in Slack are called “${name}”. Add an e-mail address to say which.`);
  }

  return {
    find({ email, name }) {
      const member =
        (email === null ? undefined : byEmail.get(email)) ??
        (name === null ? undefined : namedSo(name, email !== null));
      if (member !== undefined && hasLeft(member))
        throw new UserError(
          `${member.name} left on ${member.person?.leftOn ?? ''}, as far as is known. Leave the row out, or reactivate them in Slack first.`,
        );
      if (member !== undefined && email !== null && member.email === null) {
        member.email = email;
        byEmail.set(email, member);
      }
      return member;
    },
    add(reference) {
      lastNewId -= 1;
      const name = reference.name ?? nameFromEmail(reference.email ?? '');
      return put({ id: lastNewId, email: reference.email, name, person: undefined });
    },
    memberOf: (id) => byId.get(id),
    nameOf: (id) => byId.get(id)?.name ?? 'Somebody',
  };
}

function hasLeft(member: Member): boolean {
  return member.person !== undefined && member.person.leftOn !== null;
}

/** `Ana Lopez` for ana.lopez@example.com, until a row or Slack tells the name. */
export function nameFromEmail(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return name === '' ? email : name;
}
