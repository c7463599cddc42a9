import type { Behaviour } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import { firstNameOf, lastOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** Essay 002: a leader's job is to help people grow and advance as far as they want. */
export const growCareer: Behaviour = {
  id: 'grow-career',
  name: 'Grow a career',
  noun: { one: 'career talk', many: 'career talks' },
  act: 'Help them advance as far as they want.',
  subject: 'time-with-them',
  essays: ['002'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every 120 days',
  importance: 0.8,
  isCoaching: false,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between career talks with one rep',
      unit: 'days',
      initial: 120,
      minimum: 30,
      maximum: 365,
    },
  ],
  rule: 'This comes up 120 days after the last career talk with a rep.',
  asLogged: 'Career talk',
  isLoggedByHand: true,
  forRep: {
    heading: 'Career talk with {name}',
    noun: { one: 'career talk', many: 'career talks' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'towards',
      label: 'Where they want to go',
      reader: 'by-share',
      forRep: 'Where you want to go, as {name} heard it',
      multiline: true,
      optional: true,
    },
    {
      kind: 'text',
      id: 'step',
      label: 'The next step, and what I’ll do',
      reader: 'by-share',
      forRep: 'The next step',
      multiline: true,
      optional: true,
    },
  ],
  usualMinutes: 45,
  followUp: 'Did you and {name} talk about where they want to go?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const rhythm = { length: numberOf(settings, 'rhythmDays'), unit: 'days' as const };
      const evidence = rhythmEvidence(team, facts, 'career talk', lastOf(facts, growCareer.id), rhythm);
      if (evidence === undefined) return undefined;
      const name = firstNameOf(facts.rep);
      return dueAbout(growCareer.id, facts, evidence, {
        headline: `Talk with ${name} about what’s next`,
        act: `Ask how far ${name} wants to go, and agree on one step you’ll help with.`,
        openingLine: `“${name}, what job would you like after this one, and what would it take to get there?”`,
      });
    }),
};
