/** Sentences about a roster as a whole, for whoever imported it. */
import type { Member } from './member.ts';
import { listNames } from '../list-names.ts';
import type { Completeness } from './roster-complete.ts';

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
