import type { SlackUser } from '../../acts/slack-users.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { UserError } from '../../errors.ts';
import { repsOf } from '../../leading/roles.ts';
import { writing } from '../../store/db.ts';
import type { Store } from '../../store/db.ts';
import { everythingKnown } from '../../store/known-as.ts';
import { lastDays } from '../../store/last-days.ts';
import { everybody } from '../../store/people.ts';
import { currentLines } from '../../store/reporting-lines.ts';
import { rosterJournal } from '../../store/roster-journal.ts';
import { linedByRoster, rosterPeople } from '../../store/roster-people.ts';
import { findWorkspace } from '../../store/workspaces.ts';
import { localDateOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { Source } from '../reading/bytes.ts';
import { roster as rosterTable } from '../columns/columns.ts';
import type { RosterField } from '../columns/columns.ts';
import { directoryOf } from './directory.ts';
import type { Directory } from './directory.ts';
import type { Member } from './member.ts';
import { readTimeZone } from '../values/places.ts';
import { placeRows } from './regions.ts';
import { keeping } from '../keeping.ts';
import { rehearsed } from '../rehearse.ts';
import { reportOf, Tally } from '../report.ts';
import type { ImportOptions, ImportReport } from '../report.ts';
import { completenessOf, refuseTooMany } from './roster-complete.ts';
import {
  noteAdded,
  noteDepartures,
  noteMissing,
  notePlaced,
  notePlan,
  noteTakenOut,
  noteWithoutManager,
} from './roster-notes.ts';
import { planRoster } from './roster-plan.ts';
import type { RosterPlan } from './roster-plan.ts';
import { readReference } from './roster-rows.ts';
import type { RosterRow } from './roster-rows.ts';
import { rosterRowsIn } from './roster-file.ts';
import { rosterWriter } from './roster-writer.ts';
import { openTable } from '../reading/table.ts';

export interface RosterOptions extends ImportOptions {
  /** A name or an e-mail address: whoever manages reps and reports to nobody is put under this person. */
  readonly lead?: string;
  /** IANA name, for people whose zone neither the file nor the record tells. */
  readonly timeZone?: string;
  /** Everybody in Slack, where that is known: a new name that two of them have is refused. */
  readonly slackUsers?: readonly SlackUser[];
  /** Whoever imports it has seen whom its names mean in Slack, and said yes. */
  readonly linkByName?: boolean;
  /** Take out so many, even if that is most of them. */
  readonly isSure?: boolean;
}

export interface RosterResult extends ImportReport {
  /** Everybody whom the file names and who is there, by id. */
  readonly peopleIds: readonly PersonId[];
}

const rowsPerTransaction = 500;

/**
 * Brings the people of a CSV file and their reporting lines into the log. Whom a row means is found by own id, address, former
 * address and Slack id, then by a name of an earlier roster; who stands only in a manager column is added too. A second run changes
 * nothing, and a blank cell leaves what is on record. Rows of people who have left go in nowhere; who is on record then has left.
 * @throws UserError if the file is no CSV, a needed column is missing, lead or zone can't be understood, or a file that is said to
 *   hold everybody leaves out too many; then nothing is stored
 */
export async function importRoster(
  store: Store,
  source: Source,
  options: RosterOptions,
  now: Date,
): Promise<RosterResult> {
  const tally = new Tally();
  const timeZone = readTimeZone(options.timeZone ?? '', 'The time zone') ?? undefined;
  const kept = keeping(store, 'roster', options, now);
  const table = await openTable(rosterTable, source, kept.options, tally);
  const cellsByLine = new Map<number, readonly string[]>();
  const rows = await rosterRowsIn(table, tally, table.options, cellsByLine);
  const { positions } = table.header;
  const { placed: placedRows, notes: placeNotes } = await placeRows(rows);
  const defaultZone = timeZone ?? (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
  const people = await everybody(store);
  const known = await everythingKnown(store);
  const directory = directoryOf({
    people,
    known,
    slackUsers: options.slackUsers ?? [],
    isNameEnough: options.linkByName === true,
  });
  const lines = await currentLines(store);
  const plan = planRoster(placedRows, directory, lines, tally, (row) => whyGone(row, localDateOf(now, defaultZone)));
  const lead = options.lead === undefined ? undefined : findLead(options.lead, directory);
  const onRoster = await rosterPeople(store);
  const complete = completenessOf(plan, directory, onRoster, await linedByRoster(store), hasManagers(positions));
  const takesOut = options.isComplete === true && tally.refused.length === 0;
  if (takesOut) refuseTooMany(complete, onRoster.size, options.isSure === true);
  const writer = rosterWriter(
    {
      timeZone,
      defaultZone,
      managerOf: new Map(lines.map((line) => [line.personId, line.managerId])),
      said: Map.groupBy(known, ({ personId }) => personId),
      taken: new Set(people.flatMap(({ email }) => email?.toLowerCase() ?? [])),
      lastDays: await lastDays(store),
      saysLastDay: positions.has('last_day'),
    },
    now,
  );
  const under = lead === undefined ? [] : managersUnder(lead, plan, directory);
  // Said by the ids of before: whoever is new has another one once written.
  tally.follows.push(...notePlan(plan), ...noteWithoutManager(plan, directory, hasManagers(positions), lead));
  const placed: Member[] = [];
  const journal = rosterJournal(now);

  await rehearsed(store, options.dryRun === true, async (tx) => {
    for (let from = 0; from < plan.decisions.length; from += rowsPerTransaction)
      await writing(tx, async (inner) => {
        const part = plan.decisions.slice(from, from + rowsPerTransaction);
        const concerned = part.flatMap(({ member, manager }) => [member, manager]);
        await journal.keep(inner, idsOf(concerned), async () => {
          for (const decision of part) tally[await writer.write(inner, decision)] += 1;
        });
      });
    await writing(tx, async (inner) => {
      const leaving = plan.departures.map(({ member }) => member);
      const taken = takesOut ? [...complete.missing, ...complete.emptied] : [];
      await journal.keep(inner, idsOf([...under, ...leaving, ...taken, lead]), async () => {
        for (const departure of plan.departures) await writer.leave(inner, departure);
        if (takesOut) for (const member of complete.missing) await writer.leave(inner, { member });
        if (takesOut) for (const member of complete.emptied) await writer.end(inner, member);
        for (const manager of under)
          if (lead !== undefined && (await writer.draw(inner, manager, lead))) placed.push(manager);
      });
    });
  });
  const rowed = new Set(plan.decisions.map(({ member }) => member));
  const notes = [
    ...kept.notes(),
    ...table.notes,
    ...placeNotes,
    ...noteAdded([...writer.added].filter((member) => !rowed.has(member))),
    ...noteDepartures(plan.departures.map(({ member }) => member)),
    ...(takesOut ? noteTakenOut(complete) : noteMissing(complete, options.isComplete === true, tally.refused.length)),
    ...(lead === undefined ? [] : [notePlaced(lead, placed)]),
    ...(await kept.finish(tally, table.ownNames)),
  ];
  for (const refusal of tally.refused)
    options.onRefused?.({ ...refusal, cells: cellsByLine.get(refusal.line) ?? [], names: table.names });
  const named = plan.decisions.flatMap(({ member, manager }) => [member, manager]);
  const peopleIds = [...new Set([...named, lead].flatMap((member) => member?.id ?? []))];
  return { ...reportOf(tally, table.header, options.dryRun === true, notes), peopleIds };
}

/** Asked anew each time: who is new has another id once written. */
function idsOf(members: readonly (Member | undefined)[]): () => number[] {
  return () => members.flatMap((member) => member?.id ?? []);
}

/** Whoever has a last day to come stays until then, whatever their status says. */
function whyGone({ lastDay, goneWord }: RosterRow, today: LocalDate): string | undefined {
  if (lastDay !== null) return lastDay < today ? `last day ${lastDay}` : undefined;
  return goneWord === null ? undefined : `“${goneWord}”`;
}

const managerFields = ['manager_name', 'manager_email', 'manager_id', 'manager_last_name'] as const;

function hasManagers(positions: ReadonlyMap<RosterField, unknown>): boolean {
  return managerFields.some((field) => positions.has(field));
}

function findLead(typed: string, directory: Directory): Member {
  const reference = readReference('', typed.trim().replace(/\s+/g, ' '), 'The lead');
  if (reference === null) throw new UserError('The lead has no name. Write it like --lead "Grace Hopper".');
  return directory.findPresent(reference) ?? directory.add(reference);
}

/** Whoever manages reps and reports to nobody, the lead left out; as it will be once the rows are in. */
function managersUnder(lead: Member, plan: RosterPlan, directory: Directory): Member[] {
  const lines = [...plan.managerOf].map(([personId, managerId]) => ({ personId, managerId }));
  const ids = new Set(lines.map((line) => line.managerId));
  return [...ids].flatMap((id) => {
    const member = directory.memberOf(id);
    const isFree = id !== lead.id && !plan.managerOf.has(id) && repsOf(id, lines).length > 0;
    return member === undefined || member.gone !== undefined || !isFree || isAbove(id, lead.id, plan.managerOf)
      ? []
      : [member];
  });
}

function isAbove(id: number, otherId: number, managerOf: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  for (let above = managerOf.get(otherId); above !== undefined && !seen.has(above); above = managerOf.get(above)) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
