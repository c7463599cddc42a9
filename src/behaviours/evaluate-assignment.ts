import { daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dayOf, detailOf, recordIdOf, textOf } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import { ago } from './number-words.ts';
import { firstNameOf } from './rhythm.ts';

/** Essay 001: an assignment is evaluated by what is seen afterwards, and the circle repeats until the gap is closed. */
export const evaluateAssignment: Behaviour = {
  id: 'evaluate-assignment',
  name: 'Evaluate an assignment',
  noun: { one: 'assignment evaluated', many: 'assignments evaluated' },
  act: 'Watch again: was it done, and did the skill improve?',
  subject: 'coaching',
  essays: ['001'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'on the assignment’s day',
  importance: 1.3,
  isCoaching: true,
  settings: [],
  rule: 'An assignment comes up on the day you agreed to look again. A goal is reached when you have seen it, not when a box is ticked.',
  asLogged: 'Look again',
  isLoggedByHand: true,
  forRep: {
    heading: '{name} looked again at what you work on',
    noun: { one: 'progress check', many: 'progress checks' },
    counts: 'always',
  },
  form: [
    {
      kind: 'choice',
      id: 'result',
      label: 'How did it go?',
      reader: 'rep',
      asList: true,
      choices: [
        { value: 'closed', label: 'Better: goal reached' },
        { value: 'improved', label: 'Better, with a next step' },
        { value: 'repeated', label: 'More to do' },
        { value: 'missed', label: 'Not done' },
      ],
    },
    {
      kind: 'text',
      id: 'nextAssignment',
      label: 'The next step',
      reader: 'rep',
      forRep: 'What you try next',
      multiline: true,
      optional: true,
      keptInRecord: 'next-assignment',
      shownIf: { field: 'result', is: ['improved', 'repeated', 'missed'] },
    },
    {
      kind: 'text',
      id: 'saw',
      label: 'What I saw',
      reader: 'by-share',
      forRep: 'What {name} saw',
      multiline: true,
      optional: true,
    },
    {
      kind: 'date',
      id: 'nextBy',
      label: 'When will you look at the next step?',
      inLine: 'look again {day}',
      reader: 'rep',
      initialInDays: 14,
      optional: true,
      place: 'more',
      shownIf: { field: 'result', is: ['improved', 'repeated', 'missed'] },
    },
    { kind: 'record', of: 'assignment', id: 'assignmentSeen', label: 'What did you look at?', reader: 'rep' },
  ],
  usualMinutes: 60,
  followUp: 'Did you get to see how {name} is doing?',
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
  problem: (entry) => {
    const next = textOf(entry, 'nextAssignment');
    if (next === undefined && detailOf(entry, 'result') === 'improved')
      return { field: 'nextAssignment', message: 'Write the next step, or choose how it went instead.' };
    return next !== undefined && dayOf(entry, 'nextBy') === undefined
      ? { field: 'nextBy', message: 'Choose the day you look at the next step.' }
      : undefined;
  },
  changes: (entry) => {
    const assignmentId = recordIdOf(entry, 'assignmentSeen');
    const result = detailOf(entry, 'result');
    if (assignmentId === undefined || result === undefined) return [];
    const assignment = textOf(entry, 'nextAssignment');
    const dueOn = dayOf(entry, 'nextBy');
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
