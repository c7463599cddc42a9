import { addDays, formatDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepFacts, TeamFacts } from './facts.ts';
import { capital, spelled } from './number-words.ts';
import { firstNameOf, lastOf, numberOf } from './rhythm.ts';

/** How far back it is shown what the manager has put in. */
const lookedBackDays = 60;

/** Essay 003: talk about it early and in the open. Essay 000: ask first whether they failed, or were failed. */
export const earlyConversation: Behaviour = {
  id: 'early-conversation',
  name: 'Early conversation',
  noun: { one: 'early conversation', many: 'early conversations' },
  act: 'Missed twice: talk now, in private, after looking at what you have put in.',
  subject: 'direction',
  essays: ['000', '003'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'after two missed assignments in 30 days',
  importance: 1.3,
  isCoaching: false,
  settings: [
    {
      key: 'misses',
      label: 'Missed assignments that call for a talk',
      unit: 'times',
      initial: 2,
      minimum: 1,
      maximum: 5,
    },
    {
      key: 'withinDays',
      label: 'Days within which they count together',
      unit: 'days',
      initial: 30,
      minimum: 7,
      maximum: 120,
    },
  ],
  rule: 'This comes up when two assignments were missed within 30 days. It shows what you put in first: has this person failed me, or have I failed them?',
  asLogged: 'Early talk',
  isLoggedByHand: true,
  forRep: {
    heading: 'Talk with {name}',
    noun: { one: 'talk', many: 'talks' },
    counts: 'always',
  },
  form: [
    {
      kind: 'choice',
      id: 'mine',
      label: 'What was missing on my side?',
      reader: 'author',
      choices: [
        { value: 'time', label: 'My time' },
        { value: 'clarity', label: 'Clear words on what I expect' },
        { value: 'means', label: 'Tools, training or support' },
        { value: 'nothing', label: 'Nothing that I can see' },
      ],
    },
    {
      kind: 'text',
      id: 'agreed',
      label: 'What we agreed',
      reader: 'by-share',
      forRep: 'What you two agreed',
      multiline: true,
      optional: true,
    },
    {
      kind: 'text',
      id: 'heard',
      label: 'What they said',
      reader: 'by-share',
      forRep: 'What you said, as {name} heard it',
      multiline: true,
      optional: true,
      place: 'more',
    },
  ],
  usualMinutes: 45,
  followUp: 'Did you and {name} talk?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const from = addDays(team.today, -numberOf(settings, 'withinDays'));
      const talkedOn = lastOf(facts, earlyConversation.id)?.happenedOn ?? '';
      const missed = facts.cycles
        .flatMap((cycle) => cycle.assignments)
        .flatMap(({ id, state, settledOn }) =>
          state === 'missed' && settledOn !== null && settledOn > from && settledOn > talkedOn
            ? [{ id, on: settledOn }]
            : [],
        )
        .toSorted((one, other) => other.on.localeCompare(one.on));
      const [newest] = missed;
      const needed = numberOf(settings, 'misses');
      if (newest === undefined || missed.length < needed) return undefined;
      const name = firstNameOf(facts.rep);
      const days = missed.map((assignment) => formatDate(assignment.on, team.today)).toReversed();
      return dueAbout(
        earlyConversation.id,
        facts,
        {
          sentence: `${capital(spelled(missed.length, 'assignment'))} of ${name}’s ${missed.length === 1 ? 'wasn’t' : 'weren’t'} done (${days.join(', ')}). Your last ${lookedBackDays} days with ${name}: ${putIn(team, facts)}.${lostLately(facts, from, team.today)}`,
          record: { kind: 'assignment', id: newest.id },
          elapsed: missed.length,
          rhythm: needed,
          dueSince: newest.on,
        },
        {
          headline: `Talk with ${name} in private`,
          act: `Think first about what ${name} needed from you. Then talk, before it grows.`,
          openingLine: `“${name}, this is between us. What we agreed on didn’t happen. What got in the way, and what did you need from me?”`,
        },
      );
    }),
};

function putIn(team: TeamFacts, facts: RepFacts): string {
  const from = addDays(team.today, -lookedBackDays);
  const mine = facts.interactions.filter(
    (interaction) => interaction.happenedOn > from && interaction.managerId === team.manager.id,
  );
  const number = (...ids: readonly string[]): number =>
    mine.filter((interaction) => ids.includes(interaction.behaviour)).length;
  return `${spelled(number('ride-along'), 'ride-along')}, ${spelled(number('check-in'), 'check-in')}, ${spelled(number('coaching-note'), 'note')}`;
}

/** Lost deals alone call for no talk: they are part of what happened, and only told beside what was missed. */
function lostLately(facts: RepFacts, from: LocalDate, today: LocalDate): string {
  const lost = facts.deals.filter(
    ({ status, closeOn }) => status === 'lost' && closeOn !== null && closeOn > from && closeOn <= today,
  ).length;
  return lost === 0
    ? ''
    : ` ${capital(spelled(lost, 'deal'))} ${lost === 1 ? 'was' : 'were'} lost since ${formatDate(from, today)}.`;
}
