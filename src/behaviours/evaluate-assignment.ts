import { daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { detailOf, recordIdOf, textOf } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import { ago } from './number-words.ts';
import { firstNameOf } from './rhythm.ts';

/** Essay 001: an assignment is evaluated by what is seen afterwards, and the circle repeats until the gap is closed. */
export const evaluateAssignment: Behaviour = {
  id: 'evaluate-assignment',
  name: 'Evaluate an assignment',
  noun: { one: 'assignment evaluated', many: 'assignments evaluated' },
  act: 'Watch again: was it done, and did the skill improve?',
  essays: ['001'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'on the assignment’s day',
  importance: 1.3,
  isCoaching: true,
  settings: [],
  rule: 'An assignment comes up on the day you agreed to look again. A goal is reached when you have seen it, not when a box is ticked.',
  form: [
    { kind: 'record', of: 'assignment', id: 'assignmentSeen', label: 'Which assignment?' },
    {
      kind: 'choice',
      id: 'result',
      label: 'What did you see when you watched again?',
      choices: [
        { value: 'closed', label: 'Better, and the gap is closed' },
        { value: 'improved', label: 'Better, and there is a next step' },
        { value: 'repeated', label: 'Not there yet: once more' },
        { value: 'missed', label: 'It wasn’t done' },
      ],
    },
    { kind: 'text', id: 'saw', label: 'What was different?', multiline: true, optional: true },
    {
      kind: 'text',
      id: 'nextAssignment',
      label: 'The next assignment, if the gap is still open',
      multiline: true,
      optional: true,
      keptInRecord: 'next-assignment',
    },
    { kind: 'date', id: 'nextBy', label: 'When will you watch again?', optional: true },
  ],
  usualMinutes: 60,
  followUp: 'Could you watch {name} again?',
  due: (team) =>
    forEachRep(team, (facts) =>
      facts.cycles
        .filter((cycle) => cycle.closedOn === null)
        .flatMap((cycle) => cycle.assignments)
        .filter((assignment) => assignment.state === 'open' && assignment.dueOn <= team.today)
        .map((assignment) => {
          const name = firstNameOf(facts.rep);
          const late = daysBetween(assignment.dueOn, team.today);
          return dueAbout(
            evaluateAssignment.id,
            facts,
            {
              sentence: `You agreed on ${formatDate(assignment.agreedOn, team.today)} to look again ${late === 0 ? 'today' : `on ${formatDate(assignment.dueOn, team.today)}, ${ago(late)}`}.`,
              record: { kind: 'assignment', id: assignment.id },
              elapsed: late + 1,
              rhythm: 1,
              dueSince: assignment.dueOn,
            },
            {
              headline: `See how ${name} is doing`,
              headlineWith: `See how ${name} is doing: {subject}`,
              act: `Join one of ${name}’s calls and look for just that.`,
              openingLine: `“${name}, mind if I listen in again? I’d like to see what’s changed.”`,
            },
            { item: `assignment:${assignment.id}`, urgent: true, prefill: { assignmentSeen: String(assignment.id) } },
          );
        }),
    ),
  changes: (entry) => {
    const assignmentId = recordIdOf(entry, 'assignmentSeen');
    const result = detailOf(entry, 'result');
    if (assignmentId === undefined || result === undefined) return [];
    const assignment = textOf(entry, 'nextAssignment');
    const dueOn = detailOf(entry, 'nextBy');
    const closesCycle = result === 'closed';
    return [
      {
        kind: 'evaluate-assignment',
        assignmentId,
        state: result === 'missed' ? 'missed' : result === 'repeated' ? 'repeated' : 'improved',
        closesCycle,
        next: closesCycle || assignment === undefined || dueOn === undefined ? null : { assignment, dueOn },
      },
    ];
  },
};
