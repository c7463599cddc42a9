import { timeZoneOf } from '../leading/calendars.ts';
import { recordAudit } from '../store/audit.ts';
import type { Store } from '../store/db.ts';
import { addPerson, changePerson } from '../store/people.ts';
import type { Person, PersonChange } from '../store/people.ts';
import { setManager } from '../store/reporting-lines.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Member } from './directory.ts';
import type { Decision } from './roster-plan.ts';

/** What a row says about a person; null leaves what is on record. */
type Values = Pick<Person, 'email' | 'startedOn' | 'timeZone' | 'country' | 'region' | 'team'> & {
  readonly name: string | null;
};

export interface RosterWriter {
  /** Writes a row and whoever it needs. Call it in a transaction. */
  write(store: Store, decision: Decision): Promise<'added' | 'changed' | 'unchanged'>;
  /** Puts one under the other. Call it in a transaction. @returns false if it was so already */
  draw(store: Store, member: Member, manager: Member): Promise<boolean>;
  /** Everybody who was put on record, with or without a row of their own. */
  readonly added: ReadonlySet<Member>;
}

export interface WriterOptions {
  /** For whoever has no zone on record and in the file. */
  readonly timeZone: string | undefined;
  /** The workspace's, by whose calendar a line begins where no other zone is known. */
  readonly defaultZone: string;
  /** By id, as on record. */
  readonly managerOf: ReadonlyMap<number, number>;
}

/** Writes members by what they are now, so that the same row a second time changes nothing. */
export function rosterWriter(options: WriterOptions, now: Date): RosterWriter {
  const current = new Map<Member, Values>();
  const added = new Set<Member>();
  const rowed = new Set<Member>();
  const managerOf = new Map(options.managerOf);

  async function add(store: Store, member: Member, values: Values): Promise<void> {
    const timeZone = values.timeZone ?? options.timeZone ?? null;
    const person = { ...values, timeZone, name: values.name ?? member.name };
    member.id = await addPerson(store, person, now);
    current.set(member, person);
    added.add(member);
  }

  async function bringUpToDate(store: Store, member: Member, values: Values): Promise<boolean> {
    const known = current.get(member) ?? valuesOf(member);
    const wanted = { ...values, timeZone: values.timeZone ?? known.timeZone ?? options.timeZone ?? null };
    const change = Object.fromEntries(
      Object.entries(wanted).filter(([key, value]) => value !== null && value !== known[key as keyof Values]),
    ) as PersonChange;
    if (sameAddress(change.email, known.email)) Reflect.deleteProperty(change, 'email');
    if (Object.keys(change).length === 0) return false;
    await changePerson(store, member.id, change);
    current.set(member, { ...known, ...change });
    return true;
  }

  async function draw(store: Store, member: Member, manager: Member): Promise<boolean> {
    if (member.id < 0) await add(store, member, blank);
    if (manager.id < 0) await add(store, manager, { ...blank, email: manager.email });
    if (managerOf.get(member.id) === manager.id) return false;
    const zone = timeZoneOf({ timeZone: (current.get(member) ?? valuesOf(member)).timeZone }, options.defaultZone);
    await setManager(store, member.id, manager.id, localDateOf(now, zone));
    managerOf.set(member.id, manager.id);
    const details = { manager: manager.id };
    const event = { actorId: null, event: 'reporting-line.changed', subjectKind: 'person', subjectId: member.id };
    await recordAudit(store, { ...event, details }, now);
    return true;
  }

  return {
    added,
    draw,
    async write(store, { row, member, manager }) {
      const { startedOn, timeZone, country, region, team } = row;
      const values = { ...row.person, startedOn, timeZone, country, region, team };
      const isNew = (member.id < 0 || added.has(member)) && !rowed.has(member);
      rowed.add(member);
      const changed = member.id < 0 ? true : await bringUpToDate(store, member, values);
      if (member.id < 0) await add(store, member, values);
      const drawn = manager === undefined ? false : await draw(store, member, manager);
      return isNew ? 'added' : changed || drawn ? 'changed' : 'unchanged';
    },
  };
}

const blank: Values = {
  email: null,
  name: null,
  startedOn: null,
  timeZone: null,
  country: null,
  region: null,
  team: null,
};

function valuesOf(member: Member): Values {
  const { person } = member;
  if (person === undefined) return blank;
  const { email, name, startedOn, timeZone, country, region, team } = person;
  return { email, name, startedOn, timeZone, country, region, team };
}

function sameAddress(one: string | null | undefined, other: string | null): boolean {
  return typeof one === 'string' && one.toLowerCase() === other?.toLowerCase();
}
