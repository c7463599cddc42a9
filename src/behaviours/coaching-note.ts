import { addWorkingDays, workingDaysBetween } from '../time/working-calendar.ts';
import type { Behaviour, Due, Evidence } from './behaviour.ts';
import { skillTags, textOf } from './change.ts';
import type { Change } from './change.ts';
import type { InteractionFact, RepFacts, TeamFacts } from './facts.ts';
import { onPastDay } from './number-words.ts';
import { firstNameOf, lastOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** Essay 003: feedback that is personal and can be acted on. Essay 004: training, coaching and developing is the real work. */
export const coachingNote: Behaviour = {
  id: 'coaching-note',
  name: 'Coaching note',
  noun: { one: 'coaching note', many: 'coaching notes' },
  act: 'Give specific, personal feedback and one thing to try.',
  subject: 'coaching',
  essays: ['000', '002', '003', '004'],
  nudges: 'manager',
  about: 'rep',
  cadence: '2 working days after a ride-along, else every 14 days',
  importance: 1,
  isCoaching: true,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between coaching notes for one rep',
      unit: 'days',
      initial: 14,
      minimum: 3,
      maximum: 120,
    },
    {
      key: 'afterRideAlongWorkingDays',
      label: 'Working days after a ride-along by which a note is due',
      unit: 'working days',
      initial: 2,
      minimum: 1,
      maximum: 10,
    },
  ],
  rule: 'A coaching note is due two working days after a ride-along you haven’t talked over yet, otherwise 14 days after the last one.',
  asLogged: 'Coaching note',
  isLoggedByHand: true,
  forRep: {
    heading: 'Note from {name}',
    noun: { one: 'note for you', many: 'notes for you' },
    counts: 'if-shared',
  },
  form: [
    {
      kind: 'text',
      id: 'saw',
      takesTags: true,
      label: 'What I noticed',
      hint: 'Tag a strength with #, e.g. #negotiation.',
      placeholder: 'On Tuesday’s call you let the silence work after the price',
      reader: 'by-share',
      forRep: 'What {name} noticed',
      multiline: true,
    },
    {
      kind: 'text',
      id: 'try',
      takesTags: true,
      label: 'One thing to try next',
      hint: 'Tag a skill to learn with #, e.g. #discovery.',
      placeholder: 'Ask who else has to agree before you send the offer',
      reader: 'by-share',
      forRep: 'One thing to try next',
      multiline: true,
      optional: true,
    },
    {
      kind: 'choice',
      id: 'told',
      label: 'Did you say it in person?',
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'not-yet', label: 'Not yet' },
      ],
      reader: 'author',
      optional: true,
      place: 'more',
    },
  ],
  usualMinutes: 15,
  followUp: 'Did you get to the coaching note for {name}?',
  due: (team, settings) =>
    team.reps.flatMap((facts): Due[] => {
      const afterRideAlong = rideAlongEvidence(team, facts, numberOf(settings, 'afterRideAlongWorkingDays'));
      const last = lastOf(facts, coachingNote.id) ?? toldOnRideAlong(facts);
      const evidence =
        afterRideAlong ??
        rhythmEvidence(team, facts, 'coaching note for {name}', last, {
          length: numberOf(settings, 'rhythmDays'),
          unit: 'days',
        });
      if (evidence === undefined) return [];
      const name = firstNameOf(facts.rep);
      return [
        {
          behaviour: coachingNote.id,
          repId: facts.rep.id,
          dealId: null,
          askId: null,
          item: null,
          evidence,
          words: {
            headline: afterRideAlong === undefined ? `Write ${name} a coaching note` : `Tell ${name} what you saw`,
            act:
              afterRideAlong === undefined
                ? `One thing ${name} does well, and one thing to try.`
                : 'Two sentences while it’s fresh: what worked, and one thing to try.',
            openingLine: `“${name}, here’s one thing that worked, and one to try.”`,
          },
          urgent: afterRideAlong !== undefined,
          weight: 1,
          prefill: {},
        },
      ];
    }),
  changes: (entry) => {
    const learning = skillTags(textOf(entry, 'try'));
    const strengths = skillTags(textOf(entry, 'saw')).filter((tag) => !learning.includes(tag));
    return [
      ...strengths.map((tag): Change => ({ kind: 'note-skill', tag, level: 'strength' })),
      ...learning.map((tag): Change => ({ kind: 'note-skill', tag, level: 'learning' })),
    ];
  },
};

/** A ride-along after which both talked counts as feedback given. */
function toldOnRideAlong(facts: RepFacts) {
  return facts.interactions.find((interaction) => interaction.behaviour === 'ride-along' && isTold(interaction));
}

/** What the rep can read, of the call itself or in a note, or the manager's word that it was said. A private note tells nobody anything. */
function isTold({ behaviour, shared, details }: InteractionFact): boolean {
  const isOfCall = behaviour === coachingNote.id || behaviour === 'ride-along';
  return isOfCall && (shared === true || details['told'] === 'yes');
}

function rideAlongEvidence(team: TeamFacts, facts: RepFacts, workingDays: number): Evidence | undefined {
  const rideAlong = lastOf(facts, 'ride-along');
  if (rideAlong?.managerId !== team.manager.id || rideAlong.details['told'] !== 'not-yet') return undefined;
  if (facts.interactions.some((entry) => entry.happenedOn >= rideAlong.happenedOn && isTold(entry))) return undefined;
  const elapsed = workingDaysBetween(team.calendar, rideAlong.happenedOn, team.today);
  if (elapsed < workingDays) return undefined;
  return {
    sentence: `You rode along with ${firstNameOf(facts.rep)} ${onPastDay(rideAlong.happenedOn, team.today)} and haven’t shared what you saw.`,
    record: { kind: 'interaction', id: rideAlong.id },
    elapsed,
    rhythm: workingDays,
    dueSince: addWorkingDays(team.calendar, rideAlong.happenedOn, workingDays),
  };
}
