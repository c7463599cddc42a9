/** Sentences about a roster as a whole, for whoever imported it. */
import type { Member } from './member.ts';
import { linesOf } from '../grouped.ts';
import { listNames } from '../list-names.ts';
import type { Directory } from './directory.ts';
import type { Completeness } from './roster-complete.ts';
import type { RosterPlan } from './roster-plan.ts';

export function noteAdded(added: readonly Member[]): string[] {
  if (added.length === 0) return [];
  const who =
    added.length === 1
      ? '1 person who has no row of their own was added'
      : `${added.length} people who have no row of their own were added`;
  return [`${who}: ${listNames(added)}.`];
}

export function notePlaced(lead: Member, placed: readonly Member[]): string {
  return placed.length === 0
    ? `${lead.name} was put above nobody new: every manager of reps has somebody above them.`
    : `${lead.name} is now above ${placed.length} ${placed.length === 1 ? 'manager' : 'managers'}: ${listNames(placed)}.`;
}

export function noteDepartures(gone: readonly Member[]): string[] {
  if (gone.length === 0) return [];
  return [
    `${people(gone.length)} on record ${gone.length === 1 ? 'has' : 'have'} left, by this file: ${listNames(gone)}.`,
  ];
}

/** Of a file that isn't said to hold everybody, or that can't be trusted to. */
export function noteMissing({ missing }: Completeness, isComplete: boolean, refused: number): string[] {
  if (missing.length === 0) return [];
  const who = `${people(missing.length)} of earlier rosters ${missing.length === 1 ? 'isn’t' : 'aren’t'} in this file`;
  if (!isComplete) return [`${who}. They stay as they are. If the file holds everybody, import it with --complete.`];
  return [
    `${who}. They stay as they are, because ${refused === 1 ? 'a row was' : 'rows were'} refused: put those right and import again.`,
  ];
}

export function noteTakenOut({ missing, emptied }: Completeness): string[] {
  return [
    ...(missing.length === 0
      ? []
      : [
          `${people(missing.length)} who ${missing.length === 1 ? 'isn’t' : 'aren’t'} in this file any more taken out: ${listNames(missing)}.`,
        ]),
    ...(emptied.length === 0
      ? []
      : [
          `${people(emptied.length)} whose manager’s cell is empty now ${emptied.length === 1 ? 'reports' : 'report'} to nobody: ${listNames(emptied)}.`,
        ]),
  ];
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** What the plan decided that isn’t said of a row: two rows taken as one person, people who are their own manager. */
export function notePlan({ twins, ownManagers, lookalikes, byNameAlone, isCut }: RosterPlan): string[] {
  const byPerson = Map.groupBy(twins, ({ member }) => member);
  const several = [...byPerson].map(([{ name }, rows]) => {
    const lines = rows.map(({ row }) => ({ line: row.line, reason: '' }));
    return `${name}: ${linesOf(lines)} say${lines.length === 1 ? 's' : ''} the same as line ${rows[0]?.before.line ?? 0}`;
  });
  const shown = several.slice(0, mostTwinsShown).join('; ');
  const more = several.length > mostTwinsShown ? `; and ${several.length - mostTwinsShown} more` : '';
  const own = ownManagers.map(({ person }) => ({ name: person.name ?? person.email ?? 'Somebody' }));
  return [
    ...(several.length === 0
      ? []
      : [`Taken as one person: ${shown}${more}. If they are two people, give each an e-mail address or an id.`]),
    ...(isCut
      ? ['Ids of managers were matched without the zeros that a spreadsheet cuts off or adds: 00123 and 123 are one.']
      : []),
    ...noteLookalikes(lookalikes),
    ...noteByNameAlone(byNameAlone),
    ...(own.length === 0
      ? []
      : [`${listNames(own)}: their own manager by this file, so they were brought in without one.`]),
  ];
}

function noteLookalikes(lookalikes: RosterPlan['lookalikes']): string[] {
  if (lookalikes.length === 0) return [];
  const before = [...new Set(lookalikes)].map(({ id, name }) => ({ name: `${name} (${id})` }));
  return [
    `Somebody new has the name of somebody on record, and another id or address: ${listNames(before)}. If the two are one person, merge them: firstline people merge.`,
  ];
}

const mostTwinsShown = 6;

/** Who reports to nobody and leads nobody once the rows are in, and what follows from it. */
export function noteWithoutManager(
  { decisions, managerOf }: RosterPlan,
  directory: Directory,
  hasManagers: boolean,
  lead: Member | undefined,
): string[] {
  if (decisions.length === 0) return [];
  const members = [...new Set(decisions.map(({ member }) => member))];
  if (!hasManagers && !members.some(({ id }) => managerOf.has(id)))
    return [
      'The file has no column for managers, so nobody reports to anybody yet, and there is nothing to plan. ' +
        'Add a column (Manager, Reports to, Manager email), or let each manager pick their people in Slack: /firstline team.',
    ];
  const leading = new Set(managerOf.values());
  const top = [...leading].flatMap((id) => (managerOf.has(id) ? [] : (directory.memberOf(id) ?? [])));
  const alone = members.filter(({ id, gone }) => gone === undefined && !managerOf.has(id) && !leading.has(id));
  return [
    ...(top.length === 0 || lead !== undefined ? [] : [`At the top, with nobody above: ${listNames(top)}.`]),
    ...(alone.length === 0
      ? []
      : [
          `${people(alone.length)} without a manager: ${listNames(alone)}. Nobody is nudged about them until they report to somebody.`,
        ]),
  ];
}

function noteByNameAlone(rows: RosterPlan['byNameAlone']): string[] {
  if (rows.length === 0) return [];
  const who = rows.map(({ line, person }) => ({ name: `${person.name ?? 'Somebody'} (line ${line})` }));
  return [
    `Taken for who is on record by the name alone, under another manager: ${listNames(who)}. If ${rows.length === 1 ? 'this is somebody else' : 'one of them is somebody else'}, undo it with import undo, and first give who is on record an id or an address.`,
  ];
}
