import { weekOf } from '../time/working-week.ts';
import { addDays, formatDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepBelowFacts, TeamFacts } from './facts.ts';
import { capital, spelled } from './number-words.ts';
import { entriesFrom, firstNameOf, knownSince, median, numberOf } from './rhythm.ts';
import { isTimeWith } from './time-with.ts';

/** Over how many days attention is compared. */
const attentionDays = 28;

/** Essay 002: fair at all times, and no favourites. */
export const evenAttention: Behaviour = {
  id: 'even-attention',
  name: 'Even attention',
  noun: { one: 'talk to even things out', many: 'talks to even things out' },
  act: 'Look at who got your time in 28 days, and give some to whoever had least.',
  subject: 'time-with-them',
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
  rule: 'This comes up when one of at least three reps got under half the team’s median of your time in 28 days.',
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
      const since = formatDate(addDays(team.today, 1 - attentionDays), team.today);
      return dueAbout(
        evenAttention.id,
        facts,
        {
          sentence: `${capital(spelled(own, 'conversation'))} with ${name} in ${attentionDays} days (since ${since}). Most of your team had ${Math.ceil(usual)} or more.`,
          record: null,
          elapsed: Math.min(4, usual / Math.max(0.5, own)),
          rhythm: 1,
          dueSince: weekOf(team.calendar.days, team.today),
        },
        {
          headline: `Catch up with ${name}`,
          act: `Half an hour this week. ${name} picks the topic.`,
          openingLine: `“${name}, what are you working on, and where could I join you?”`,
        },
      );
    });
  },
};

/** How often this manager had time with the rep in 28 days. */
export function attentionOf(team: TeamFacts, facts: RepBelowFacts): number {
  return entriesFrom(facts.interactions, addDays(team.today, 1 - attentionDays)).filter(
    (interaction) => interaction.managerId === team.manager.id && isTimeWith(interaction),
  ).length;
}
