import { formatDate } from '../time/zoned.ts';
import type { Behaviour, Due, Evidence } from './behaviour.ts';
import type { RepFacts, TeamFacts } from './facts.ts';
import { elapsedSinceTalk, lastTalkEvidence } from './last-talk.ts';
import { elapsedBetween, firstNameOf, isFromBefore, lastOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** How many check-ins about nothing but numbers make one about the person due. */
const numbersInARow = 3;

/** Essay 000: being asked for numbers is not attention. Essays 001 and 004: groundwork is time for the person. */
export const checkIn: Behaviour = {
  id: 'check-in',
  name: 'Check-in',
  noun: { one: 'check-in', many: 'check-ins' },
  act: 'Take time for the person, not the numbers.',
  subject: 'time-with-them',
  essays: ['000', '001', '004'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every 8 working days; when the last 3 were all about numbers',
  importance: 1,
  isCoaching: false,
  settings: [
    {
      key: 'rhythmWorkingDays',
      label: 'Working days between check-ins with one rep',
      unit: 'working days',
      initial: 8,
      minimum: 2,
      maximum: 60,
    },
  ],
  rule: 'A check-in is due eight working days after the last one, or when the last three were all about numbers.',
  asLogged: 'Check-in',
  isLoggedByHand: true,
  forRep: {
    heading: 'Check-in with {name}',
    noun: { one: 'check-in', many: 'check-ins' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'heard',
      label: 'What I heard',
      placeholder: 'In their words',
      reader: 'by-share',
      forRep: 'What {name} heard',
      multiline: true,
      optional: true,
    },
    {
      kind: 'choice',
      id: 'about',
      label: 'What was it mostly about?',
      reader: 'author',
      choices: [
        { value: 'person', label: 'Them: how they are, what they need' },
        { value: 'deals', label: 'Their deals' },
        { value: 'numbers', label: 'Numbers and forecast' },
      ],
      initial: 'person',
    },
    {
      kind: 'text',
      id: 'agreed',
      label: 'What we agreed',
      reader: 'by-share',
      forRep: 'What you two agreed',
      multiline: true,
      optional: true,
      place: 'more',
    },
  ],
  usualMinutes: 30,
  followUp: 'Did the check-in with {name} happen?',
  due: (team, settings) =>
    team.reps.flatMap((facts): Due[] => {
      const last = lastOf(facts, checkIn.id);
      const rhythm = { length: numberOf(settings, 'rhythmWorkingDays'), unit: 'working days' as const };
      const isSaid = last === undefined && elapsedSinceTalk(team, facts, rhythm.unit) !== undefined;
      const evidence = isSaid
        ? lastTalkEvidence(team, facts, rhythm)
        : (rhythmEvidence(team, facts, 'check-in', last, rhythm) ?? onlyNumbersEvidence(team, facts));
      if (evidence === undefined) return [];
      const name = firstNameOf(facts.rep);
      return [
        {
          behaviour: checkIn.id,
          repId: facts.rep.id,
          dealId: null,
          askId: null,
          item: null,
          evidence,
          words: {
            headline: `Check in with ${name}`,
            act: 'Half an hour. Leave the forecast out of it.',
            openingLine: `“${name}, no numbers today. How are you really doing?”`,
          },
          urgent: false,
          weight: 1,
          prefill: { about: 'person' },
        },
      ];
    }),
};

function onlyNumbersEvidence(team: TeamFacts, facts: RepFacts): Evidence | undefined {
  const newest = facts.interactions
    .filter((interaction) => interaction.behaviour === checkIn.id && !isFromBefore(team, facts, interaction))
    .slice(0, numbersInARow);
  const [last] = newest;
  if (
    last === undefined ||
    newest.length < numbersInARow ||
    newest.some((interaction) => interaction.details['about'] !== 'numbers')
  )
    return undefined;
  const days = newest.map((interaction) => formatDate(interaction.happenedOn, team.today)).toReversed();
  return {
    sentence: `Your last three check-ins with ${firstNameOf(facts.rep)} (${days.join(', ')}) were all about numbers.`,
    record: { kind: 'interaction', id: last.id },
    elapsed: numbersInARow + elapsedBetween(team, last.happenedOn, 'working days'),
    rhythm: numbersInARow,
    dueSince: last.happenedOn,
  };
}
