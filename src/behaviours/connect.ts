import type { Behaviour } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import { firstNameOf, lastOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** Essay 002: leaders spend time with people outside work, and are open about themselves. */
export const connect: Behaviour = {
  id: 'connect',
  name: 'Connect',
  noun: { one: 'lunch or coffee together', many: 'lunches or coffees together' },
  act: 'Know them as a person, outside work.',
  subject: 'time-with-them',
  essays: ['002'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every 45 days',
  importance: 0.7,
  isCoaching: false,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between times outside work with one rep',
      unit: 'days',
      initial: 45,
      minimum: 7,
      maximum: 365,
    },
  ],
  rule: 'This comes up 45 days after you last spent time with a rep outside of work.',
  asLogged: 'Time outside work',
  isLoggedByHand: true,
  forRep: {
    heading: 'Time outside work with {name}',
    noun: { one: 'time outside work', many: 'times outside work' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'what',
      label: 'What we did, or what I learned',
      reader: 'by-share',
      forRep: 'From {name}',
      multiline: true,
      optional: true,
    },
  ],
  usualMinutes: 60,
  followUp: 'Did you and {name} get together?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const rhythm = { length: numberOf(settings, 'rhythmDays'), unit: 'days' as const };
      const evidence = rhythmEvidence(
        team,
        facts,
        'time with {name} outside of work',
        lastOf(facts, connect.id),
        rhythm,
      );
      if (evidence === undefined) return undefined;
      const name = firstNameOf(facts.rep);
      return dueAbout(connect.id, facts, evidence, {
        headline: `Have lunch with ${name}`,
        act: 'Coffee, a walk or lunch. No deal talk.',
        openingLine: `“${name}, lunch on Thursday? I’d like to hear how life is outside of here.”`,
      });
    }),
};
