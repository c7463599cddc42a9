import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Behaviour, RecordReference, Settings } from './behaviour.ts';
import { detailOf, textOf } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepFacts, TeamFacts } from './facts.ts';
import { onPastDay } from './number-words.ts';
import { dealName, firstNameOf, lastOf, later, numberOf } from './rhythm.ts';

/** Something concrete to thank for. */
interface Event {
  readonly on: LocalDate;
  /** To follow "thank Priya for". */
  readonly what: string;
  readonly record: RecordReference;
}

/** Essay 002: enjoy their success with them. Essay 003: people who feel valued go further. Only ever for something concrete. */
export const recognition: Behaviour = {
  id: 'recognition',
  name: 'Recognition',
  noun: { one: 'recognition', many: 'recognitions' },
  act: 'Thank somebody for something concrete; in public if they like that.',
  subject: 'thanks-and-ideas',
  essays: ['002', '003'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'after 14 days without, when there is something to thank for',
  importance: 1,
  isCoaching: false,
  passes: true,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between recognitions of one rep',
      unit: 'days',
      initial: 14,
      minimum: 1,
      maximum: 120,
    },
    { key: 'eventDays', label: 'Days that an event stays fresh', unit: 'days', initial: 14, minimum: 1, maximum: 60 },
  ],
  rule: 'This comes up after 14 days without thanks, and only for something concrete: a won deal, a skill that improved, an idea that was used.',
  asLogged: 'Thanks',
  isLoggedByHand: true,
  forRep: {
    heading: 'Thanks from {name}',
    noun: { one: 'thanks', many: 'thanks' },
    counts: 'always',
  },
  isWithoutTime: true,
  form: [
    {
      kind: 'text',
      id: 'thanks',
      label: 'What I thank them for',
      reader: 'rep',
      forRep: 'In {name}’s words',
      multiline: true,
      keptInRecord: 'praise',
    },
    {
      kind: 'choice',
      id: 'where',
      label: 'How?',
      reader: 'rep',
      choices: [
        { value: 'private', label: 'Just to them' },
        { value: 'public', label: 'In the wins channel, too, if they like that' },
        { value: 'said', label: 'I’ve said it already: just keep it' },
      ],
      initial: 'private',
    },
  ],
  usualMinutes: 5,
  followUp: 'Did you get to thank {name}?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const event = newestEvent(team, facts, settings);
      const last = lastOf(facts, recognition.id)?.happenedOn;
      const rhythm = numberOf(settings, 'rhythmDays');
      if (event === undefined || (last !== undefined && (daysBetween(last, team.today) < rhythm || last >= event.on)))
        return undefined;
      const name = firstNameOf(facts.rep);
      const before = last === undefined ? 'No thanks yet' : `Last thanks: ${formatDate(last, team.today)}`;
      return dueAbout(
        recognition.id,
        facts,
        {
          sentence: `${event.what} ${onPastDay(event.on, team.today)}. ${before}.`,
          record: event.record,
          elapsed: Math.max(rhythm, last === undefined ? rhythm : daysBetween(last, team.today)),
          rhythm,
          dueSince: last === undefined ? event.on : later(event.on, addDays(last, rhythm)),
        },
        {
          headline: `Thank ${name}`,
          ...(event.record.kind === 'idea' && { headlineWith: `Thank ${name} for the idea: {subject}` }),
          act: `Say what ${name} did and what it changed. Two sentences will do.`,
          openingLine: `“${name}, I noticed how you did that. It made a difference, and here’s how.”`,
        },
      );
    }),
  changes: (entry) => {
    const text = textOf(entry, 'thanks');
    const where = detailOf(entry, 'where');
    return text === undefined
      ? []
      : [
          {
            kind: 'praise',
            text,
            isPublic: where === 'public',
            ...(where === 'said' ? { isSaid: true as const } : {}),
          },
        ];
  },
};

function newestEvent(team: TeamFacts, facts: RepFacts, settings: Settings): Event | undefined {
  const from = addDays(team.today, -numberOf(settings, 'eventDays'));
  const name = firstNameOf(facts.rep);
  const wins = facts.deals.flatMap((deal): Event[] =>
    deal.status === 'won' && deal.closeOn !== null
      ? [{ on: deal.closeOn, what: `${name} won ${dealName(deal)}`, record: { kind: 'deal', id: deal.id } }]
      : [],
  );
  const improved = facts.cycles
    .flatMap((cycle) => cycle.assignments)
    .flatMap((assignment): Event[] =>
      assignment.state === 'improved' && assignment.settledOn !== null
        ? [
            {
              on: assignment.settledOn,
              what: `${name} got better at something they’d been working on`,
              record: { kind: 'assignment', id: assignment.id },
            },
          ]
        : [],
    );
  const used = facts.ideas.flatMap((idea): Event[] =>
    idea.usedOn === null
      ? []
      : [{ on: idea.usedOn, what: `You used ${name}’s idea`, record: { kind: 'idea', id: idea.id } }],
  );
  return [...wins, ...improved, ...used]
    .filter((event) => event.on > from && event.on <= team.today)
    .toSorted((one, other) => other.on.localeCompare(one.on) || one.what.localeCompare(other.what))[0];
}
