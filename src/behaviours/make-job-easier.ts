import type { Behaviour } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import { firstNameOf, lastOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** Essays 003 and 004: the team is the manager's customer; tools, training and technology are the manager's to get. */
export const makeJobEasier: Behaviour = {
  id: 'make-job-easier',
  name: 'Make the job easier',
  noun: { one: 'question about what would help', many: 'questions about what would help' },
  act: 'Ask what would make the job easier, then get the tool or training.',
  subject: 'clearing-the-way',
  essays: ['003', '004'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every 30 days',
  importance: 0.9,
  isCoaching: false,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between asking one rep what would help',
      unit: 'days',
      initial: 30,
      minimum: 7,
      maximum: 180,
    },
  ],
  rule: 'This comes up 30 days after you last asked a rep what would make the job easier.',
  asLogged: 'What would help them',
  isLoggedByHand: true,
  forRep: {
    heading: '{name} asked what would help you',
    noun: { one: 'question about what would help you', many: 'questions about what would help you' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'wish',
      label: 'What would make their job easier',
      placeholder: 'In their words',
      reader: 'by-share',
      forRep: 'What would help you, as {name} heard it',
      multiline: true,
    },
    {
      kind: 'choice',
      id: 'sort',
      label: 'What kind of thing is it?',
      reader: 'author',
      choices: [
        { value: 'tool', label: 'A tool or technology' },
        { value: 'training', label: 'Training' },
        { value: 'material', label: 'Material for customers' },
        { value: 'process', label: 'One of our processes' },
        { value: 'time', label: 'Time' },
        { value: 'nothing', label: 'Nothing for now' },
      ],
    },
  ],
  usualMinutes: 15,
  followUp: 'Did you ask {name} what would make the job easier?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const rhythm = { length: numberOf(settings, 'rhythmDays'), unit: 'days' as const };
      const evidence = rhythmEvidence(
        team,
        facts,
        'talk with {name} about making the job easier',
        lastOf(facts, makeJobEasier.id),
        rhythm,
      );
      if (evidence === undefined) return undefined;
      const name = firstNameOf(facts.rep);
      return dueAbout(makeJobEasier.id, facts, evidence, {
        headline: `Ask ${name} what would make the job easier`,
        act: 'Ask, write it down, and say when you’ll get back on it.',
        openingLine: `“${name}, if I could take one annoyance off your week, what would it be?”`,
      });
    }),
};
