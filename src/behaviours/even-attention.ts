import { weekOf } from '../time/working-week.ts';
import { addDays, formatDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepFacts, TeamFacts } from './facts.ts';
import { counted, firstNameOf, knownSince, median, numberOf } from './rhythm.ts';

/** Over how many days attention is compared. */
export const attentionDays = 28;

/** Essay 002: fair at all times, and no favourites. */
export const evenAttention: Behaviour = {
  id: 'even-attention',
  name: 'Even attention',
  noun: { one: 'talk to even things out', many: 'talks to even things out' },
  act: 'Look at who got your time in 28 days, and give some to whoever had least.',
  essays: ['002'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'when one rep had under half the team’s median in 28 days',
  importance: 1,
  isCoaching: false,
  settings: [
    {
      key: 'sharePercent',
      label: 'Less than this share of the team’s median is too little',
      unit: 'percent',
      initial: 50,
      minimum: 10,
      maximum: 90,
    },
    {
      key: 'leastReps',
      label: 'Reps from which on attention is compared',
      unit: 'times',
      initial: 3,
      minimum: 3,
      maximum: 20,
    },
  ],
  rule: 'A nudge comes when one of at least 3 reps got under half the team’s median of your time in 28 days.',
  asLogged: 'Time together',
  isLoggedByHand: false,
  forRep: {
    heading: 'Time with {name}',
    noun: { one: 'time together', many: 'times together' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'what',
      label: 'What we did together',
      reader: 'by-share',
      forRep: 'From {name}',
      multiline: true,
      optional: true,
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you find time for {name}?',
  due: (team, settings) => {
    if (team.reps.length < numberOf(settings, 'leastReps')) return [];
    const usual = median(team.reps.map((facts) => attentionOf(team, facts)));
    return forEachRep(team, (facts) => {
      const own = attentionOf(team, facts);
      const hasBeenHere = knownSince(facts) <= addDays(team.today, -attentionDays);
      if (usual === 0 || !hasBeenHere || own >= (usual * numberOf(settings, 'sharePercent')) / 100) return undefined;
      const name = firstNameOf(facts.rep);
      const logged = own === 0 ? 'nothing' : counted(own, 'thing');
      return dueAbout(
        evenAttention.id,
        facts,
        {
          sentence: `Since ${formatDate(addDays(team.today, 1 - attentionDays), team.today)} you logged ${logged} with ${name}; with half of your team it was ${Math.ceil(usual)} or more.`,
          record: null,
          elapsed: Math.min(4, usual / Math.max(0.5, own)),
          rhythm: 1,
          dueSince: weekOf(team.calendar.days, team.today),
        },
        {
          headline: `Give ${name} some of your time`,
          act: `Put half an hour with ${name} into this week, about whatever ${name} likes.`,
          openingLine: `“${name}, I’d like to see more of you. What are you busy with, and where would you like me along?”`,
        },
      );
    });
  },
};

/** How many things this manager logged with the rep in 28 days. */
export function attentionOf(team: TeamFacts, facts: RepFacts): number {
  const from = addDays(team.today, -attentionDays);
  return facts.interactions.filter(
    (interaction) => interaction.happenedOn > from && interaction.managerId === team.manager.id,
  ).length;
}
