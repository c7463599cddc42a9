/** What the company's life is given: who is there, when it is, and who acts for themselves because somebody plays them. */
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Person } from '../../store/people.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { DemoPerson } from '../people.ts';
import { chanceOf } from './chance-of.ts';
import type { Chance } from '../random.ts';
import type { Style } from './styles.ts';
import type { Visit } from './visits.ts';

/** Somebody of the made-up company as they are on record now. */
export interface Living extends Person {
  readonly handle: string;
  readonly demo: DemoPerson;
}

/** Somebody who leads people, and those who report to them now. */
export interface LivingTeam {
  readonly leader: Living;
  readonly reports: readonly Living[];
  readonly timeZone: string;
}

/** One visit to a team. */
export interface Moment {
  /** Its clock stands at the visit. */
  readonly context: Context;
  readonly visit: Visit;
  readonly team: LivingTeam;
  readonly style: Style;
  /** The local day on which the company was made up. */
  readonly began: LocalDate;
  /** Acts for themselves, or is away. */
  readonly isLeftAlone: (person: Living) => boolean;
}

/** Chance for one question of one visit about one person or thing. */
export function chanceAt(
  { visit, team }: Pick<Moment, 'visit' | 'team'>,
  what: string,
  about: string | number,
): Chance {
  return chanceOf(visit.day, visit.slot, team.leader.handle, what, about);
}

/** Names an act of this visit, so that it counts once. */
export function onceAt({ visit }: Pick<Moment, 'visit'>, what: string, about: string | number): string {
  return `demo|${visit.day}|${visit.slot}|${what}|${about}`;
}

/**
 * Does what a person would do by an act of the bot's. What the act refuses is left: somebody was faster, or things have changed.
 * @returns false if it was refused
 */
export async function attempt({ context }: Pick<Moment, 'context'>, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.log.debug({ err: error }, 'A made-up person was refused');
    return false;
  }
}
