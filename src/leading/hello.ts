/** Silence is no answer, and no reason to fall silent: when to ask somebody whether to go on. */
import type { PlanInput } from './dues.ts';
import { allowedDues } from './dues.ts';
import { remember } from './memory.ts';
import type { NudgeState, PlannedNudge } from './nudge.ts';
import { daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** At most once in so many days. */
const everyDays = 28;
/** So long without a word from the bot, though something is due: the plan of the fourth week is never empty. */
const silentDays = 21;
/** So many messages in a row, over so many days, without an answer. */
const unansweredMessages = 4;
const unansweredDays = 28;

const passedOverStates: readonly NudgeState[] = ['open', 'ignored'];
/** Neither an answer nor none. */
const unclearStates: readonly NudgeState[] = ['untrue', 'set-aside'];

/**
 * Does the plan of today ask whether to go on? Where nothing has been answered for four weeks; and where all that is due is kept back,
 * because it was passed over before, so that there would be no plan for a fourth week.
 * @param input in its `past` nothing of an earlier week is open any more
 * @param greetedOn the local day of the last such question
 */
export function asksWhetherToGoOn(
  input: PlanInput,
  planned: readonly PlannedNudge[],
  greetedOn: LocalDate | undefined,
): boolean {
  const { team, past, thinned } = input;
  if (thinned !== undefined) return false;
  if (greetedOn !== undefined && daysBetween(greetedOn, team.today) < everyDays) return false;
  if (planned.length === 0) {
    const said = past.find(({ state }) => state !== 'set-aside')?.nudgedOn;
    const isKeptBack = allowedDues(input, remember(past), true).length > 0;
    return isKeptBack && said !== undefined && daysBetween(said, team.today) >= silentDays;
  }
  const heard = past.findIndex(({ state }) => !passedOverStates.includes(state) && !unclearStates.includes(state));
  const unheard = past.slice(0, heard < 0 ? past.length : heard).filter(({ state }) => state === 'ignored');
  const days = [...new Set(unheard.map(({ nudgedOn }) => nudgedOn))].toSorted();
  const [oldest] = days;
  return oldest !== undefined && days.length >= unansweredMessages && daysBetween(oldest, team.today) >= unansweredDays;
}
