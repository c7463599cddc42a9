/** Why a plan holds what it holds, as it is printed: kinds, names, days and numbers, never what anybody wrote. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { batchOf } from '../leading/nudge-answer.ts';
import type { ExplainedDue, NotDue, Verdict } from '../leading/explain-plan.ts';
import type { NudgeState } from '../leading/nudge.ts';
import type { Nudge } from '../store/nudges.ts';
import { localDateOf } from '../time/zoned.ts';
import { columned } from './columned.ts';

/** What is said of each verdict; `{day}` is the day of the last nudge about the same act, `{until}` the one until which it was put off. */
const sentences: Readonly<Record<Verdict, string>> = {
  'in-plan': 'in the plan',
  'stopped-by-rep': 'stopped by whom it is about',
  stopped: 'this kind is stopped',
  'coached-enough': 'enough coaching this month',
  'called-wrong': 'called wrong on {day}: never again for this record',
  'said-booked': 'answered on {day}: a date is set, quiet for a week',
  'put-off': 'put off until {until}',
  'said-done': 'answered on {day}: done, quiet for one rhythm',
  'backed-off': 'back-off: nudges like this were passed over, the last on {day}',
  booked: 'a date for it stands',
  away: 'they are away',
  'like-another': 'a weightier one of the same kind comes first',
  'in-the-recap': 'today’s recap asks it',
  'said-this-week': 'said this week already, on {day}',
  'week-full': 'the week is full',
  'in-a-row': 'the last nudge about them was of this kind',
  'enough-about-them': 'enough about this person this week',
  'turn-of-others': 'others have waited longer',
  'plan-full': 'others need it more, and the plan is full',
};

const states: Readonly<Record<NudgeState, string>> = {
  open: 'open',
  booked: 'answered',
  done: 'answered',
  snoozed: 'answered',
  'not-needed': 'answered',
  wrong: 'answered',
  stopped: 'answered',
  untrue: 'no longer true',
  ignored: 'passed over',
  'set-aside': 'folded away',
};

/** What names and zones the tables are written with. */
export interface Reading {
  readonly timeZone: string;
  readonly nameOf: (personId: PersonId) => string;
  readonly behaviour: (id: string) => Behaviour | undefined;
}

/** A line for everything that is due, and why it is in the plan or not. */
export function dueTable(dues: readonly ExplainedDue[], reading: Reading): string {
  return columned([
    ['kind', 'about', 'due', 'verdict'],
    ...dues.map((one) => [
      one.due.behaviour,
      about(one.due.repId, reading),
      evidenceOf(one, reading),
      verdictOf(one, reading),
    ]),
  ]);
}

/** A line for everything that isn't due, and the rule that says so. */
export function notDueTable(rows: readonly NotDue[], reading: Reading): string {
  return columned([
    ['kind', 'about', 'last', 'due'],
    ...rows.map(({ behaviour, repId, lastOn }) => [
      behaviour.id,
      about(repId, reading),
      behaviour.isOwnOnly === true ? 'theirs alone' : (lastOn ?? 'never'),
      behaviour.cadence,
    ]),
  ]);
}

/** The last nudges, newest first. */
export function nudgeTable(nudges: readonly Nudge[], reading: Reading): string {
  return columned([
    ['day', 'message', 'kind', 'about', 'now'],
    ...nudges.map(({ createdAt, batch, behaviour, repId, state }) => [
      localDateOf(createdAt, reading.timeZone),
      batchOf(batch).kind,
      behaviour,
      about(repId, reading),
      isTheirsAlone(behaviour, reading) ? 'theirs alone' : states[state],
    ]),
  ]);
}

function about(personId: PersonId | null, { nameOf }: Reading): string {
  return personId === null ? '-' : `${nameOf(personId)} (${personId})`;
}

/** Of what only its author ever sees, not even the day is told, nor what they answered. */
function isTheirsAlone(behaviour: string, reading: Reading): boolean {
  return reading.behaviour(behaviour)?.isOwnOnly === true;
}

function evidenceOf({ due: { behaviour, evidence, urgent, item, askId } }: ExplainedDue, reading: Reading): string {
  if (isTheirsAlone(behaviour, reading)) return 'due';
  const { dueSince, elapsed, rhythm, isAbsence } = evidence;
  const what = item ?? (askId === null ? undefined : `ask:${askId}`);
  return [
    `since ${dueSince}`,
    `${rounded(elapsed)} against ${rounded(rhythm)}`,
    ...(isAbsence === true ? ['nothing on record'] : []),
    ...(what === undefined ? [] : [what]),
    ...(urgent ? ['urgent'] : []),
  ].join(', ');
}

function verdictOf({ due: { behaviour }, verdict, place, last }: ExplainedDue, reading: Reading): string {
  const day: string = last?.answeredOn ?? last?.nudgedOn ?? 'an earlier day';
  const said = isTheirsAlone(behaviour, reading)
    ? sentences[verdict].replace(/,? (?:the last )?(?:on|until) \{\w+\}/u, '')
    : sentences[verdict].replace('{day}', day).replace('{until}', last?.quietUntil ?? day);
  return place === undefined ? said : `${said}, place ${place}`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
