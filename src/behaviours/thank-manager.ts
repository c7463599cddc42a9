import { addDays, daysBetween, formatDate, longAgo } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dueAbout } from './due.ts';
import type { InteractionFact, ManagerFacts } from './facts.ts';
import { spelled } from './number-words.ts';
import { entriesFrom, firstNameOf, lastOf, later, numberOf } from './rhythm.ts';
import { isTimeWith } from './time-with.ts';

/** Essay 002: leaders enjoy the success of those they lead. For leads, and only for a concrete act of leadership. */
export const thankManager: Behaviour = {
  id: 'thank-manager',
  name: 'Thank a manager',
  noun: { one: 'manager thanked', many: 'managers thanked' },
  act: 'Thank a manager for a concrete act of leadership.',
  subject: 'as-lead',
  essays: ['002'],
  nudges: 'lead',
  about: 'manager',
  cadence: 'after 30 days without, when there is something to thank for, for leads',
  importance: 0.8,
  isCoaching: false,
  passes: true,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between thanking one manager',
      unit: 'days',
      initial: 30,
      minimum: 7,
      maximum: 180,
    },
    { key: 'eventDays', label: 'Days that an act stays fresh', unit: 'days', initial: 14, minimum: 3, maximum: 60 },
  ],
  rule: 'This comes up after 30 days without thanks, and only when a manager rode along or saw everyone on the team lately.',
  asLogged: 'Thank a manager',
  isLoggedByHand: true,
  forRep: {
    heading: 'Thanks from {name}',
    noun: { one: 'thanks', many: 'thanks' },
    counts: 'if-shared',
  },
  isWithoutTime: true,
  form: [
    {
      kind: 'text',
      id: 'thanks',
      label: 'What I thank them for',
      reader: 'by-share',
      forRep: 'In {name}’s words',
      multiline: true,
      optional: true,
    },
  ],
  toldAs: 'thanks you',
  formWords: { title: 'Thank a manager', submit: 'Save' },
  usualMinutes: 5,
  followUp: 'Did you get to thank {name}?',
  due: (team, settings) =>
    team.managers.flatMap((managed) => {
      const last = lastOf(managed.manager, thankManager.id)?.happenedOn;
      const rhythm = numberOf(settings, 'rhythmDays');
      if (last !== undefined && daysBetween(last, team.today) < rhythm) return [];
      const from = later(
        addDays(team.today, 1 - numberOf(settings, 'eventDays')),
        last === undefined ? longAgo : addDays(last, 1),
      );
      const act = concreteAct(managed, from);
      if (act === undefined) return [];
      const name = firstNameOf(managed.manager.rep);
      const before = last === undefined ? 'No thanks yet' : `Last thanks: ${formatDate(last, team.today)}`;
      return [
        dueAbout(
          thankManager.id,
          managed.manager,
          {
            sentence: `Since ${formatDate(from, team.today)}, ${name} has ${act.what}. ${before}.`,
            record: null,
            elapsed: last === undefined ? rhythm : daysBetween(last, team.today),
            rhythm,
            dueSince: last === undefined ? act.on : later(act.on, addDays(last, rhythm)),
          },
          {
            headline: `Thank ${name}`,
            act: `Say what you noticed about how ${name} leads, not about the numbers.`,
            openingLine: `“${name}, I see how much of your time goes to your people. Thank you. It shows.”`,
          },
        ),
      ];
    }),
};

/** What a manager did for their people from a day on, to follow "Sam has", and when last. A number, never which day with whom. */
function concreteAct({ manager, reps }: ManagerFacts, from: LocalDate): { what: string; on: LocalDate } | undefined {
  const lately = reps
    .flatMap((facts) => entriesFrom(facts.interactions, from))
    .filter((interaction) => interaction.managerId === manager.rep.id && isTimeWith(interaction))
    .toSorted((one, other) => other.happenedOn.localeCompare(one.happenedOn));
  const rideAlongs = lately.filter((interaction) => interaction.behaviour === 'ride-along');
  if (rideAlongs[0] !== undefined)
    return { what: `gone on ${spelled(rideAlongs.length, 'ride-along')}`, on: rideAlongs[0].happenedOn };
  return sawEverybody(lately, reps.length) && lately[0] !== undefined
    ? { what: 'made time for everyone on the team', on: lately[0].happenedOn }
    : undefined;
}

function sawEverybody(lately: readonly InteractionFact[], people: number): boolean {
  return new Set(lately.map((interaction) => interaction.repId)).size === people;
}
