import { timeZoneOf } from '../../leading/calendars.ts';
import { foldedClue } from '../../leading/who-is-meant.ts';
import type { Known } from '../../leading/who-is-meant.ts';
import { recordAudit } from '../../store/audit.ts';
import type { Store } from '../../store/db.ts';
import { noteKnown } from '../../store/known-as.ts';
import { setLastDay } from '../../store/last-days.ts';
import { addPerson, changePerson } from '../../store/people.ts';
import type { Person, PersonChange } from '../../store/people.ts';
import { endLine, setManager } from '../../store/reporting-lines.ts';
import { addDays, localDateOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { cluesIn } from './member.ts';
import type { Member } from './member.ts';
import type { Departure } from './roster-members.ts';
import type { Decision } from './roster-plan.ts';
import type { Reference, RosterRow } from './roster-rows.ts';

/** What a row says about a person; null leaves what is on record. */
type Values = Pick<Person, 'email' | 'startedOn' | 'timeZone' | 'country' | 'region' | 'team'> & {
  readonly name: string | null;
};

export interface RosterWriter {
  /** Writes a row and whoever it needs. Call it in a transaction. */
  write(store: Store, decision: Decision): Promise<'added' | 'changed' | 'unchanged'>;
  /** Puts one under the other. Call it in a transaction. @returns false if it was so already */
  draw(store: Store, member: Member, manager: Member): Promise<boolean>;
  /** They report to nobody. Call it in a transaction. */
  end(store: Store, member: Member): Promise<void>;
  /** They have left, by the file or by not being in it any more. Call it in a transaction. */
  leave(store: Store, departure: Pick<Departure, 'member'> & { row?: RosterRow }): Promise<void>;
  /** Everybody who was put on record, with or without a row of their own. */
  readonly added: ReadonlySet<Member>;
  today(member: Member): LocalDate;
}

export interface WriterOptions {
  /** For whoever has no zone on record and in the file. */
  readonly timeZone: string | undefined;
  /** The workspace's, by whose calendar a line begins where no other zone is known. */
  readonly defaultZone: string;
  /** By id, as on record. */
  readonly managerOf: ReadonlyMap<number, number>;
  /** What the roster itself said before, as it was written, by person: `known_as`. */
  readonly said: ReadonlyMap<number, readonly (Known & { readonly value: string })[]>;
  /** Addresses that stand in somebody's own row: no two may have one. */
  readonly taken: Set<string>;
  /** Whose last day is known, by id. */
  readonly lastDays: ReadonlyMap<number, LocalDate>;
  /** Does the file say when people leave? Then a blank cell says that they stay. */
  readonly saysLastDay: boolean;
}

/** Writes members by what they are now, so that the same row a second time changes nothing. */
export function rosterWriter(options: WriterOptions, now: Date): RosterWriter {
  const current = new Map<Member, Values>();
  const added = new Set<Member>();
  const rowed = new Set<Member>();
  const said = new Set<string>();
  const managerOf = new Map(options.managerOf);
  const valuesOf = (member: Member) => current.get(member) ?? valuesOnRecord(member);

  async function add(store: Store, member: Member, values: Values): Promise<void> {
    const timeZone = values.timeZone ?? options.timeZone ?? null;
    const person = { ...values, email: free(values.email), timeZone, name: values.name ?? member.name };
    member.id = await addPerson(store, person, now);
    current.set(member, person);
    added.add(member);
    for (const [kind, value] of cluesIn({ ...person, name: person.name })) said.add(`${member.id}|${kind}|${value}`);
  }

  /** In their own row stands only an address that stands in nobody else's. */
  function free(email: string | null): string | null {
    if (email === null || options.taken.has(email.toLowerCase())) return null;
    options.taken.add(email.toLowerCase());
    return email;
  }

  async function bringUpToDate(store: Store, member: Member, values: Values): Promise<boolean> {
    const known = valuesOf(member);
    const isInSlack = (member.person?.slackUserId ?? null) !== null;
    const wanted: Values = {
      ...values,
      timeZone: values.timeZone ?? known.timeZone ?? options.timeZone ?? null,
      // What Slack calls them is shown, and where Slack reaches them is theirs: the roster's word is noted beside it.
      name: isInSlack ? null : values.name,
      email: isInSlack && known.email !== null ? null : values.email,
    };
    if (sameAddress(wanted.email, known.email)) Reflect.deleteProperty(wanted, 'email');
    else if (wanted.email !== null) Object.assign(wanted, { email: free(wanted.email) });
    const change = Object.fromEntries(
      Object.entries(wanted).filter(([key, value]) => value !== null && value !== known[key as keyof Values]),
    ) as PersonChange;
    const isBack = member.isBack === true && member.person?.leftOn !== null && !rowed.has(member);
    if (Object.keys(change).length === 0 && !isBack) return false;
    await changePerson(store, member.id, { ...change, ...(isBack && { leftOn: null, leftWhy: null }) });
    if (isBack) await setLastDay(store, member.id, null);
    current.set(member, { ...known, ...change });
    return true;
  }

  /** What the row calls them is what the roster says of them from now on. */
  async function noteSaid(store: Store, member: Member, reference: Reference): Promise<boolean> {
    let isNew = false;
    for (const [kind, value] of cluesIn(reference)) {
      const key = `${member.id}|${kind}|${value}`;
      const before = options.said.get(member.id) ?? [];
      const isSaid =
        said.has(key) ||
        before.some((one) => one.kind === kind && one.value === value && one.source === 'roster' && one.isCurrent);
      said.add(key);
      if (!isSaid && (await noteKnown(store, { personId: member.id, kind, value, source: 'roster' }, now)))
        isNew = true;
    }
    return isNew;
  }

  /** A manager whom a row names as no row of theirs does: from now on that means them. */
  async function noteManager(store: Store, manager: Member, reference: Reference): Promise<void> {
    const known = options.said.get(manager.id) ?? [];
    for (const [kind, value] of cluesIn(reference)) {
      const key = `${manager.id}|${kind}|${foldedClue(kind, value)}`;
      if (said.has(key)) continue;
      said.add(key);
      const isKnown = known.some(
        (one) => one.kind === kind && one.folded === foldedClue(kind, value) && one.source !== 'slack',
      );
      if (!isKnown && !added.has(manager))
        await noteKnown(store, { personId: manager.id, kind, value, source: 'admin' }, now);
    }
  }

  async function noteLastDay(store: Store, member: Member, { lastDay }: RosterRow): Promise<boolean> {
    const known = options.lastDays.get(member.id) ?? null;
    if (!options.saysLastDay || known === lastDay) return false;
    await setLastDay(store, member.id, lastDay);
    return true;
  }

  async function draw(store: Store, member: Member, manager: Member): Promise<boolean> {
    if (member.id < 0) await add(store, member, blank);
    if (manager.id < 0) await add(store, manager, { ...blank, email: manager.email });
    if (managerOf.get(member.id) === manager.id) return false;
    await setManager(store, member.id, manager.id, today(member));
    managerOf.set(member.id, manager.id);
    await audit(store, 'reporting-line.changed', member, { manager: manager.id });
    return true;
  }

  async function end(store: Store, member: Member, on = today(member)): Promise<void> {
    if (!(await endLine(store, member.id, on))) return;
    managerOf.delete(member.id);
    await audit(store, 'reporting-line.ended', member, { manager: null });
  }

  function today(member: Member): LocalDate {
    return localDateOf(now, timeZoneOf({ timeZone: valuesOf(member).timeZone }, options.defaultZone));
  }

  async function audit(store: Store, event: string, member: Member, details: Record<string, number | null>) {
    await recordAudit(store, { actorId: null, event, subjectKind: 'person', subjectId: member.id, details }, now);
  }

  return {
    added,
    draw,
    today,
    end: (store, member) => end(store, member),
    async leave(store, { member, row }) {
      const day = today(member);
      const lastDay = row?.lastDay ?? day;
      const dayAfter = addDays(lastDay, 1);
      await end(store, member, dayAfter < day ? dayAfter : day);
      await changePerson(store, member.id, { leftOn: lastDay, leftWhy: 'roster' });
      await audit(store, 'person.left', member, {});
    },
    async write(store, { row, member, manager }) {
      const { startedOn, timeZone, country, region, team } = row;
      const { email, name } = row.person;
      const values = { email, name, startedOn, timeZone, country, region, team };
      const isNew = (member.id < 0 || added.has(member)) && !rowed.has(member);
      const isChanged = member.id < 0 ? true : await bringUpToDate(store, member, values);
      rowed.add(member);
      if (member.id < 0) await add(store, member, values);
      const isNoted = await noteSaid(store, member, row.person);
      const isDated = await noteLastDay(store, member, row);
      const isDrawn = manager === undefined ? false : await draw(store, member, manager);
      if (manager !== undefined && row.manager !== null) await noteManager(store, manager, row.manager);
      return isNew ? 'added' : isChanged || isNoted || isDated || isDrawn ? 'changed' : 'unchanged';
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

function valuesOnRecord({ person }: Member): Values {
  if (person === undefined) return blank;
  const { email, name, startedOn, timeZone, country, region, team } = person;
  return { email, name, startedOn, timeZone, country, region, team };
}

function sameAddress(one: string | null | undefined, other: string | null): boolean {
  return typeof one === 'string' && one.toLowerCase() === other?.toLowerCase();
}
