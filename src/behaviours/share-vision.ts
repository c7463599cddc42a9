import type { Behaviour } from './behaviour.ts';
import { dueAbout } from './due.ts';
import { numberOf, teamRhythmEvidence } from './rhythm.ts';

/** Essay 002: they saw what could be, and said so regularly. */
export const shareVision: Behaviour = {
  id: 'share-vision',
  name: 'Share the vision',
  noun: { one: 'talk about where we are going', many: 'talks about where we are going' },
  act: 'Say why we do this and where we are going.',
  subject: 'direction',
  essays: ['002'],
  nudges: 'manager',
  about: 'team',
  cadence: 'every 30 days, once for the team',
  importance: 0.8,
  isCoaching: false,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between talks with the team about where we are going',
      unit: 'days',
      initial: 30,
      minimum: 7,
      maximum: 180,
    },
  ],
  rule: 'This comes up 30 days after you last told the team why we do this and where we’re headed.',
  asLogged: 'Talk about our vision',
  isLoggedByHand: true,
  forRep: null,
  form: [
    {
      kind: 'text',
      id: 'said',
      label: 'What I said, and what came back',
      reader: 'author',
      multiline: true,
      optional: true,
    },
  ],
  usualMinutes: 15,
  followUp: 'Did you get to tell the team where you are going?',
  due: (team, settings) => {
    const evidence = teamRhythmEvidence(
      team,
      shareVision.id,
      'talk with the team about where you’re headed',
      numberOf(settings, 'rhythmDays'),
    );
    if (evidence === undefined) return [];
    return [
      dueAbout(shareVision.id, null, evidence, {
        headline: 'Tell the team where you’re headed',
        act: 'Ten minutes in the next team meeting: one customer you helped, and what that says about where you’re headed.',
        openingLine: '“Before the pipeline: here’s why this work matters, and where I think we can be in a year.”',
      }),
    ];
  },
};
