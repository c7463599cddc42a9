/**
 * Who may see what: the one place. Every answer follows from how the acting person and the person concerned stand to each
 * other in the database; what a payload from Slack claims is a hint and never authority.
 */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Field, Reader } from '../behaviours/field.ts';

/** What is looked at. */
export type Guarded =
  | 'interaction'
  | 'private-note'
  | 'shared-note'
  | 'ask'
  | 'escalated-ask'
  | 'promise'
  | 'development'
  /** What a manager takes for the root of a gap: their own view, whoever else reads the cycle. */
  | 'root-cause'
  /** What a team answered together. The leader's own word on it is for the team, the result isn't. */
  | 'pulse-result'
  /** What somebody logged for themselves alone: a reflection, how their time was spent. */
  | 'own-entry';

/** How much of it: everything, numbers only, or nothing. */
export type Sight = 'all' | 'counts' | 'none';

/** How the acting person stands to the rep concerned. */
export interface Standing {
  readonly isRepConcerned: boolean;
  readonly isManagerNow: boolean;
  /** Was the rep's manager once, and isn't now. */
  readonly wasManager: boolean;
  /** Is above the rep's manager now. */
  readonly isLeadNow: boolean;
  /**
   * The thing looked at is live, or comes from a time in which they were the rep's manager, or the lead above: the past belongs to
   * whoever was it then.
   */
  readonly isFromMyTime: boolean;
  readonly isAdmin: boolean;
  /** Wrote the thing looked at. */
  readonly isAuthor: boolean;
  /** Has the ask looked at now, in the place of somebody who is away. */
  readonly standsIn?: boolean;
}

/** The table "Who may see what" of the product, as a rule. The most that any of the person's standings gives. */
export function maySee(what: Guarded, standing: Standing): Sight {
  switch (what) {
    case 'interaction':
      if (standing.isRepConcerned || standing.isManagerNow) return 'all';
      if (standing.wasManager && standing.isAuthor) return 'all';
      return standing.isLeadNow || standing.isAdmin ? 'counts' : 'none';
    case 'private-note':
    case 'root-cause':
      return standing.isAuthor && !standing.isRepConcerned ? 'all' : 'none';
    case 'shared-note':
      return standing.isRepConcerned || managesSinceThen(standing) || standing.isAuthor ? 'all' : 'none';
    case 'ask':
      return standing.isRepConcerned || managesSinceThen(standing) || standing.standsIn === true ? 'all' : 'none';
    case 'escalated-ask':
      return standing.isLeadNow && standing.isFromMyTime ? 'all' : maySee('ask', standing);
    case 'promise':
      if (standing.isRepConcerned || managesSinceThen(standing)) return 'all';
      if (standing.wasManager && standing.isAuthor) return 'all';
      return standing.isLeadNow ? 'counts' : 'none';
    case 'own-entry':
      return standing.isAuthor ? 'all' : 'none';
    case 'pulse-result':
      return standing.isManagerNow || standing.isLeadNow ? 'all' : 'none';
    case 'development':
      if (standing.isRepConcerned || managesSinceThen(standing)) return 'all';
      return standing.isLeadNow ? 'counts' : 'none';
  }
}

/** Is the manager now, and the thing is live or from a time of theirs. */
function managesSinceThen({ isManagerNow, isFromMyTime }: Standing): boolean {
  return isManagerNow && isFromMyTime;
}

/** A time in which somebody was the rep's manager, or the lead above; `until` is null while they are. */
export interface OwnTime {
  readonly since: Date;
  readonly until: Date | null;
}

/** When the thing looked at belongs to: it is live now, or it came about, or was settled, at an instant. */
export type Moment = 'live' | Date;

/** Does it belong to one of these times? */
export function isFromTimes(moment: Moment, times: readonly OwnTime[]): boolean {
  if (moment === 'live') return true;
  return times.some(({ since, until }) => since <= moment && (until === null || moment <= until));
}

/** As what it is guarded that an entry of this kind was made. */
export function guardOfEntry(behaviour: Pick<Behaviour, 'isOwnOnly'> | undefined): 'interaction' | 'own-entry' {
  return behaviour?.isOwnOnly === true ? 'own-entry' : 'interaction';
}

/** May the words of such an entry be shown to whom it is about? Of a talk with another manager's rep they stay the author's. */
export function canBeShared({ about, form }: Pick<Behaviour, 'about' | 'form'>): boolean {
  return (about === 'rep' || about === 'manager') && form.some(({ reader }) => reader === 'by-share');
}

/**
 * Who reads what stands in a field of an entry: the author alone, or whom it is about, too. A talk with another manager's rep and
 * what is said to a whole team without a record stay the author's.
 */
export function readersOf(reader: Reader, shared: boolean): 'author' | 'rep' {
  return reader === 'rep' || (reader === 'by-share' && shared) ? 'rep' : 'author';
}

/** Is anything written that can be shared with whom the entry is about? */
export function hasWordsToShare(form: readonly Field[], texts: Readonly<Record<string, string>>): boolean {
  return form.some(
    ({ id, kind, reader }) => kind === 'text' && reader === 'by-share' && (texts[id] ?? '').trim() !== '',
  );
}

/** The fields whose words whom an entry is about reads in the entry itself, with what stands above each for them. */
export function wordsForRep(
  form: readonly Field[],
  shared: boolean,
): { readonly id: string; readonly forRep: string }[] {
  return form.flatMap((field) =>
    field.kind === 'text' && field.forRep !== undefined && readersOf(field.reader, shared) === 'rep'
      ? [{ id: field.id, forRep: field.forRep }]
      : [],
  );
}

/**
 * Is this entry something that passed between the two, so that whom it is about sees it and it counts to them? A talk did, whatever
 * was written of it; a note that only its author reads didn't.
 */
function tookPlaceForRep(
  behaviour: Pick<Behaviour, 'isOwnOnly' | 'forRep'> | undefined,
  entry: { readonly shared: boolean },
): boolean {
  if (behaviour === undefined || behaviour.forRep === null || guardOfEntry(behaviour) === 'own-entry') return false;
  return behaviour.forRep.counts === 'always' || entry.shared;
}

/** The same for the store: kinds that never count to whom an entry is about, and those that do only once shared. */
export function kindsForRep(behaviours: readonly Behaviour[]): {
  readonly without: string[];
  readonly onlyShared: string[];
} {
  return {
    without: idsOf(behaviours.filter((behaviour) => !tookPlaceForRep(behaviour, { shared: true }))),
    onlyShared: idsOf(
      behaviours.filter(
        (behaviour) => tookPlaceForRep(behaviour, { shared: true }) && !tookPlaceForRep(behaviour, { shared: false }),
      ),
    ),
  };
}

function idsOf(behaviours: readonly Behaviour[]): string[] {
  return behaviours.map(({ id }) => id);
}

/** Ids of the kinds of which nobody but the author ever sees that there was one. */
export function ownOnlyKinds(behaviours: readonly Behaviour[]): string[] {
  return behaviours.filter((behaviour) => guardOfEntry(behaviour) === 'own-entry').map(({ id }) => id);
}
