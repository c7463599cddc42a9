import type { SlackUser } from '../acts/slack-users.ts';
import { UserError } from '../errors.ts';
import { repsOf } from '../leading/roles.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { everybody } from '../store/people.ts';
import { currentLines } from '../store/reporting-lines.ts';
import { findWorkspace } from '../store/workspaces.ts';
import type { Source } from './bytes.ts';
import { roster as rosterTable } from './columns.ts';
import { directoryOf } from './directory.ts';
import type { Directory, Member } from './directory.ts';
import { readTimeZone } from './places.ts';
import { placeRows } from './regions.ts';
import { reportOf, Tally } from './report.ts';
import type { ImportOptions, ImportReport } from './report.ts';
import { planRoster } from './roster-plan.ts';
import type { RosterPlan } from './roster-plan.ts';
import { readReference, readRosterRow } from './roster-rows.ts';
import type { RosterRow } from './roster-rows.ts';
import { rosterWriter } from './roster-writer.ts';
import { openTable, readRows } from './table.ts';

export interface RosterOptions extends ImportOptions {
  /** A name or an e-mail address: whoever manages reps and reports to nobody is put under this person. */
  readonly lead?: string;
  /** IANA name, for people whose zone neither the file nor the record tells. */
  readonly timeZone?: string;
  /** Everybody in Slack, where that is known: a new name that two of them have is refused. */
  readonly slackUsers?: readonly SlackUser[];
}

const rowsPerTransaction = 500;
const mostNamesListed = 12;

/**
 * Brings the people of a CSV file and their reporting lines into the log. People are known by e-mail address, else by name; who
 * stands only in a manager column is added too. A second run changes nothing, and a blank cell leaves what is on record.
 * @throws UserError if the file is no CSV, a needed column is missing, or lead or zone can't be understood; then nothing is stored
 */
export async function importRoster(
  store: Store,
  source: Source,
  options: RosterOptions,
  now: Date,
): Promise<ImportReport> {
  const tally = new Tally();
  const timeZone = readTimeZone(options.timeZone ?? '', 'The time zone') ?? undefined;
  const table = await openTable(rosterTable, source, options, tally);
  const rows: RosterRow[] = [];
  await readRows(table, tally, readRosterRow, (read) => void rows.push(...read));
  const { placed: placedRows, notes: placeNotes } = await placeRows(rows);
  const directory = directoryOf(await everybody(store), options.slackUsers ?? []);
  const lines = await currentLines(store);
  const plan = planRoster(placedRows, directory, lines, tally);
  const lead = options.lead === undefined ? undefined : findLead(options.lead, directory);
  const defaultZone = timeZone ?? (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
  const managerOf = new Map(lines.map((line) => [line.personId, line.managerId]));
  const writer = rosterWriter({ timeZone, defaultZone, managerOf }, now);
  const under = lead === undefined ? [] : managersUnder(lead, plan, directory);
  const placed: Member[] = [];

  await rehearsed(store, options.dryRun === true, async (tx) => {
    for (let from = 0; from < plan.decisions.length; from += rowsPerTransaction)
      await writing(tx, async (inner) => {
        for (const decision of plan.decisions.slice(from, from + rowsPerTransaction))
          tally[await writer.write(inner, decision)] += 1;
      });
    await writing(tx, async (inner) => {
      for (const manager of under)
        if (lead !== undefined && (await writer.draw(inner, manager, lead))) placed.push(manager);
    });
  });
  const rowed = new Set(plan.decisions.map(({ member }) => member));
  const notes = [...placeNotes, ...noteAdded([...writer.added].filter((member) => !rowed.has(member)))];
  if (lead !== undefined) notes.push(notePlaced(lead, placed));
  return reportOf(tally, table.header, options.dryRun === true, notes);
}

/** Does the work, and undoes it where it was only a rehearsal. */
async function rehearsed(store: Store, isRehearsal: boolean, work: (store: Store) => Promise<void>): Promise<void> {
  if (!isRehearsal) return work(store);
  const undo = new Error('The rehearsal is over');
  try {
    await writing(store, async (tx) => {
      await work(tx);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
}

function findLead(typed: string, directory: Directory): Member {
  const reference = readReference('', typed.trim().replace(/\s+/g, ' '), 'The lead');
  if (reference === null) throw new UserError('The lead has no name. Write it like --lead "Grace Hopper".');
  return directory.find(reference) ?? directory.add(reference);
}

/** Whoever manages reps and reports to nobody, the lead left out; as it will be once the rows are in. */
function managersUnder(lead: Member, plan: RosterPlan, directory: Directory): Member[] {
  const lines = [...plan.managerOf].map(([personId, managerId]) => ({ personId, managerId }));
  const ids = new Set(lines.map((line) => line.managerId));
  return [...ids].flatMap((id) => {
    const member = directory.memberOf(id);
    const isFree = id !== lead.id && !plan.managerOf.has(id) && repsOf(id, lines).length > 0;
    return member === undefined || !isFree || isAbove(id, lead.id, plan.managerOf) ? [] : [member];
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

function noteAdded(added: readonly Member[]): string[] {
  if (added.length === 0) return [];
  const who =
    added.length === 1
      ? '1 person who has no row of their own was added'
      : `${added.length} people who have no row of their own were added`;
  return [`${who}: ${list(added)}.`];
}

function notePlaced(lead: Member, placed: readonly Member[]): string {
  return placed.length === 0
    ? `${lead.name} was put above nobody new: every manager of reps has somebody above them.`
    : `${lead.name} is now above ${placed.length} ${placed.length === 1 ? 'manager' : 'managers'}: ${list(placed)}.`;
}

function list(members: readonly Member[]): string {
  const names = members.slice(0, mostNamesListed).map((member) => member.name);
  return names.join(', ') + (members.length > mostNamesListed ? ` and ${members.length - mostNamesListed} more` : '');
}
