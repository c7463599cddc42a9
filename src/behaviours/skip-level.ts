import type { Behaviour } from './behaviour.ts';
import { dueAbout } from './due.ts';
import { firstNameOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** Essay 002: the best connected downward through all the ranks. For leads. */
export const skipLevel: Behaviour = {
  id: 'skip-level',
  name: 'Skip-level',
  noun: { one: 'skip-level', many: 'skip-levels' },
  act: 'Sit down with a rep of one of your managers.',
  subject: 'as-lead',
  essays: ['002'],
  nudges: 'lead',
  about: 'rep-of-manager',
  cadence: 'every 90 days per rep, for leads',
  importance: 0.8,
  isCoaching: false,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between talks with one rep of your managers',
      unit: 'days',
      initial: 90,
      minimum: 14,
      maximum: 365,
    },
  ],
  rule: 'This comes up 90 days after you last sat down with one of your managers’ reps.',
  asLogged: 'Skip-level talk',
  isLoggedByHand: true,
  forRep: {
    heading: 'Talk with {name}',
    noun: { one: 'talk', many: 'talks' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'heard',
      label: 'What I heard',
      hint: 'About their work and what they need, not about their manager.',
      reader: 'author',
      multiline: true,
      optional: true,
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you and {name} sit down?',
  due: (team, settings) =>
    team.managers.flatMap(({ manager, reps }) =>
      reps.flatMap((facts) => {
        const last = facts.interactions.find(
          ({ behaviour, managerId }) => behaviour === skipLevel.id && managerId === team.manager.id,
        );
        const evidence = rhythmEvidence(team, facts, 'skip-level', last, {
          length: numberOf(settings, 'rhythmDays'),
          unit: 'days',
        });
        if (evidence === undefined) return [];
        const name = firstNameOf(facts.rep);
        return [
          dueAbout(skipLevel.id, facts, evidence, {
            headline: `Sit down with ${name} from ${firstNameOf(manager.rep)}’s team`,
            act: 'Half an hour: their work, their customers, what they need from the company.',
            openingLine: `“${name}, I’d like to hear from you directly: what should I know about how we sell?”`,
          }),
        ];
      }),
    ),
};
