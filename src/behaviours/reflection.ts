import type { LocalDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dueAbout } from './due.ts';
import { numberOf, teamRhythmEvidence } from './rhythm.ts';

/** After the closing questions of essays 000, 002 and 004, in our own words. One a month, in turn. */
export const reflectionQuestions: readonly string[] = [
  'Whose success did you care about most this month, and how would they know?',
  'What would you have wanted from a leader when you started, and who on your team could use that now?',
  'Which hour for the business could have gone to a person instead?',
  'What did the best leader you ever had do that you don’t do yet?',
  'Who on your team would say that you went to battle for them lately?',
  'If somebody is struggling: what have you not yet given them?',
];

/** Essays 000, 002 and 004 each end with questions to oneself. */
export const reflection: Behaviour = {
  id: 'reflection',
  name: 'Reflection',
  noun: { one: 'reflection', many: 'reflections' },
  act: 'Answer one private question a month.',
  subject: 'team-and-you',
  essays: ['000', '002', '004'],
  nudges: 'manager',
  about: 'team',
  cadence: 'monthly, private',
  importance: 0.5,
  isCoaching: false,
  isOwnOnly: true,
  settings: [
    { key: 'rhythmDays', label: 'Days between questions', unit: 'days', initial: 30, minimum: 7, maximum: 180 },
  ],
  rule: 'Once a month you get one question to think about. Only you can see what you write.',
  asLogged: 'Reflection',
  isLoggedByHand: false,
  forRep: null,
  isWithoutTime: true,
  form: [{ kind: 'text', id: 'thought', label: 'Your thoughts', reader: 'author', multiline: true }],
  usualMinutes: 10,
  followUp: 'Did you find ten minutes to think?',
  due: (team, settings) => {
    const evidence = teamRhythmEvidence(team, reflection.id, 'reflection', numberOf(settings, 'rhythmDays'));
    if (evidence === undefined) return [];
    return [
      dueAbout(reflection.id, null, evidence, {
        headline: 'One question, just for you',
        act: 'Ten quiet minutes, two sentences. Only you can see them.',
        openingLine: `“${questionFor(team.today)}”`,
      }),
    ];
  },
};

/** The question of a day's month; the same for everybody. */
export function questionFor(date: LocalDate): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return reflectionQuestions[months % reflectionQuestions.length] ?? '';
}
