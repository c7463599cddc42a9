/** A check-in stands on what a new manager said of the time before the log, until something is logged. */
import { expect, test } from 'vitest';
import type { LastTalkAnswer } from '../../src/behaviours/facts.ts';
import { checkIn } from '../../src/behaviours/check-in.ts';
import { byMostMissed, daysUnseen } from '../../src/leading/attention.ts';
import { endsMissing } from '../../src/leading/most-missed.ts';
import { interaction, rep, team } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const aisha = { name: 'Aisha Bello', reportsSince: '2026-11-20' } as const;

function said(
  answer: LastTalkAnswer,
  today: LocalDate = '2026-11-23',
  interactions = [] as ReturnType<typeof interaction>[],
) {
  const facts = rep({ ...aisha, interactions, lastTalk: { managerId: 1, answer, givenOn: '2026-11-23' } });
  return checkIn.due(team([facts], { today }), { rhythmWorkingDays: 8 }).map(({ evidence }) => evidence.sentence);
}

test('an answer is evidence in the manager’s own words, and in the past once it is', () => {
  expect(said('weeks')).toEqual(['You said your last one-on-one with Aisha was two to three weeks ago.']);
  expect(said('longer', '2026-11-30')).toEqual([
    'On Nov 23 you said your last one-on-one with Aisha was more than three weeks back. Nothing since.',
  ]);
});

test('whoever was seen within the week isn’t due before a rhythm has passed', () => {
  expect(said('this-week')).toEqual([]);
  expect(said('this-week', '2026-12-03')).toHaveLength(1);
});

test('an entry goes before it, and not being sure says nothing', () => {
  expect(said('longer', '2026-11-30', [interaction('check-in', '2026-11-25')])).toEqual([]);
  expect(said('unsure').join()).not.toContain('You said');
});

test('who has waited longest by their manager’s word is missed most', () => {
  const people = (['this-week', 'longer', 'weeks'] as const).map((answer, at) =>
    rep({ ...aisha, id: at + 2, name: answer, lastTalk: { managerId: 1, answer, givenOn: '2026-11-23' } }),
  );
  const facts = team(people);
  expect(byMostMissed(facts).map((one) => [one.rep.name, daysUnseen(facts, one)])).toEqual([
    ['longer', 35],
    ['weeks', 17],
    ['this-week', 3],
  ]);
});

test.each([
  ['check-in', true],
  ['even-attention', true],
  ['a-new-act', true],
  ['coaching-note', false],
  ['recognition', false],
  ['keep-promise', false],
])('what ends being missed in a plan is what counts as time: %s, %s', (behaviour, isTime) => {
  expect(endsMissing({ behaviour })).toBe(isTime);
});
