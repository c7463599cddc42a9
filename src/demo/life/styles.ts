/** How each made-up manager leads: most are middling, one is exemplary, one has gone quiet. */
import { addDays, daysBetween, mondayOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { chanceOf } from './chance-of.ts';

export interface Style {
  /** Of the nudges that they get: done within the week, and put off. */
  readonly does: number;
  readonly putsOff: number;
  /** Talks that come of themselves, with one rep in four weeks. */
  readonly talks: number;
  /** Chance a day that an ask which waits is answered. */
  readonly answers: number;
  /** Chance a day that a promise whose day has come is kept. */
  readonly keeps: number;
  /** Chance that a win is thanked for. */
  readonly thanks: number;
}

const middling: Style = { does: 0.5, putsOff: 0.15, talks: 3, answers: 0.5, keeps: 0.45, thanks: 0.35 };

const styles: Readonly<Record<string, Style>> = {
  dana: middling,
  weilin: { ...middling, talks: 3.2, answers: 0.4 },
  katrin: { does: 0.8, putsOff: 0.1, talks: 2.6, answers: 0.75, keeps: 0.75, thanks: 0.75 },
  marcus: { does: 0.35, putsOff: 0.1, talks: 2.4, answers: 0.25, keeps: 0.25, thanks: 0.2 },
  marisol: { does: 0.5, putsOff: 0.15, talks: 0, answers: 0.5, keeps: 0.5, thanks: 0 },
  henrik: { does: 0.4, putsOff: 0.15, talks: 0, answers: 0.4, keeps: 0.5, thanks: 0 },
};

/** Somebody with too much else to do: nothing is logged, and asks wait. */
const quiet: Style = { does: 0, putsOff: 0, talks: 0, answers: 0.08, keeps: 0.06, thanks: 0 };

/** The one who has gone quiet finds back after so many more days. */
const quietDaysOfMarcus = 11;
const blockDays = 28;
const quietDaysInBlock = 14;
const quietBlocks = 0.12;

/**
 * How this manager leads on this day. Now and then a middling one has two weeks in which nothing gets done.
 * @param began the day on which the sandbox was filled
 */
export function styleOn(handle: string, day: LocalDate, began: LocalDate): Style {
  const days = daysBetween(began, day);
  if (handle === 'marcus' && days <= quietDaysOfMarcus) return quiet;
  const style = styles[handle] ?? middling;
  const block = Math.floor(days / blockDays);
  const isIn = days - block * blockDays < quietDaysInBlock;
  const isSteady = block < 1 || style.does > middling.does || style.talks === 0;
  return !isSteady && isIn && chanceOf('quiet', handle, block).next() < quietBlocks ? quiet : style;
}

const vacationWeeks = 0.07;

/** Is the person on vacation in the week of this day? Nobody is in the week in which the sandbox was filled, or the next. */
export function isOnVacation(handle: string, day: LocalDate, began: LocalDate): boolean {
  if (day < addDays(mondayOf(began), 14)) return false;
  return chanceOf('vacation', handle, mondayOf(day)).next() < vacationWeeks;
}

/** Some people get more of a manager's time than others, as everywhere. */
export function shareOf(handle: string): number {
  return 0.5 + chanceOf('share', handle).next();
}
