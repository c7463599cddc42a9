import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Behaviour, Evidence, NudgeWords, Settings } from './behaviour.ts';
import { dayOf, detailOf, textOf } from './change.ts';
import type { RootCause } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { CycleFact, RepFacts, TeamFacts } from './facts.ts';
import { counted, firstNameOf, knownSince, later, numberOf } from './rhythm.ts';

const rootCauses: readonly RootCause[] = ['skill', 'will', 'obstacle', 'expectation'];

/** Essay 001: the gap between behaviour now and the seller's own target, its root, and an assignment agreed together. Essay 003: quality first. */
export const developmentGap: Behaviour = {
  id: 'development-gap',
  name: 'Development gap',
  noun: { one: 'development cycle begun', many: 'development cycles begun' },
  act: 'Find the gap between how it goes now and the rep’s own target, its root cause, and agree an assignment.',
  subject: 'coaching',
  essays: ['001', '003'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'while there is no live cycle; after a quarter without evaluation',
  importance: 1.1,
  isCoaching: true,
  settings: [
    {
      key: 'firstAfterDays',
      label: 'Days with a rep before the first cycle',
      unit: 'days',
      initial: 14,
      minimum: 1,
      maximum: 120,
    },
    {
      key: 'unevaluatedDays',
      label: 'Days after which a cycle without evaluation is looked at again',
      unit: 'days',
      initial: 90,
      minimum: 14,
      maximum: 365,
    },
  ],
  rule: 'Each rep works on one thing at a time. This comes up when there’s none, or when no one has looked again for a quarter.',
  asLogged: 'Something to work on',
  isLoggedByHand: true,
  forRep: {
    heading: 'What to work on, with {name}',
    noun: { one: 'talk about what to work on', many: 'talks about what to work on' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'gap',
      label: 'How it goes now, and where they want to be',
      reader: 'rep',
      forRep: 'How it goes now, and where you want to be',
      multiline: true,
      keptInRecord: 'gap',
    },
    {
      kind: 'text',
      id: 'assignment',
      label: 'What they’ll try',
      hint: 'Small enough to see on one call.',
      reader: 'rep',
      forRep: 'What you try',
      multiline: true,
      keptInRecord: 'assignment',
    },
    {
      kind: 'choice',
      id: 'rootCause',
      label: 'What’s behind it?',
      reader: 'author',
      choices: [
        { value: 'skill', label: 'Skill: they don’t know how yet' },
        { value: 'will', label: 'Will: they don’t want to, or don’t dare' },
        { value: 'obstacle', label: 'Obstacle: something stands in the way' },
        { value: 'expectation', label: 'Expectation: nobody said it clearly' },
      ],
    },
    {
      kind: 'date',
      id: 'assignmentBy',
      label: 'When will you look again?',
      inLine: 'look again {day}',
      reader: 'rep',
      initialInDays: 14,
      place: 'more',
    },
    {
      kind: 'text',
      id: 'ownView',
      label: 'My own view',
      reader: 'author',
      multiline: true,
      optional: true,
      place: 'more',
    },
  ],
  usualMinutes: 45,
  followUp: 'Did you and {name} agree on what to work on?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const live = facts.cycles.find((cycle) => cycle.closedOn === null);
      const evidence =
        live === undefined ? noCycleEvidence(team, facts, settings) : staleEvidence(team, facts, live, settings);
      return evidence && dueAbout(developmentGap.id, facts, evidence, wordsFor(firstNameOf(facts.rep), live));
    }),
  changes: (entry) => {
    const gap = textOf(entry, 'gap');
    const assignment = textOf(entry, 'assignment');
    const dueOn = dayOf(entry, 'assignmentBy');
    const rootCause = rootCauses.find((cause) => cause === detailOf(entry, 'rootCause'));
    if (gap === undefined || assignment === undefined || dueOn === undefined || rootCause === undefined) return [];
    return [{ kind: 'open-cycle', gap, assignment, dueOn, rootCause }];
  },
};

function wordsFor(name: string, live: CycleFact | undefined): NudgeWords {
  return live === undefined
    ? {
        headline: `Agree with ${name} on one thing to work on`,
        act: `Ask where ${name} wants to be, then find the gap and its cause together.`,
        openingLine: `“${name}, where would you like to be in six months, and what one thing would get you there?”`,
      }
    : {
        headline: `See how ${name} is coming along`,
        headlineWith: `See how ${name} is coming along: {subject}`,
        act: `Join one of ${name}’s calls, or agree on something that matters more by now.`,
        openingLine: `“${name}, how’s it going with what we set out to work on? Is it still the right thing?”`,
      };
}

/** Nobody has watched again for too long. */
function staleEvidence(team: TeamFacts, facts: RepFacts, live: CycleFact, settings: Settings): Evidence | undefined {
  const watchedOn = live.evaluatedOn ?? live.openedOn;
  const rhythm = numberOf(settings, 'unevaluatedDays');
  const sentence = `No one has looked at ${firstNameOf(facts.rep)}’s progress since ${formatDate(watchedOn, team.today)} (${counted(daysBetween(watchedOn, team.today), 'day')}).`;
  // Who took the rep over has a whole rhythm for what they found.
  return since(team, later(watchedOn, facts.reportsSince), rhythm, sentence, { kind: 'cycle', id: live.id });
}

function noCycleEvidence(team: TeamFacts, facts: RepFacts, settings: Settings): Evidence | undefined {
  const name = firstNameOf(facts.rep);
  const closedOn = facts.cycles[0]?.closedOn ?? null;
  const from = closedOn ?? knownSince(facts);
  const sentence =
    closedOn === null
      ? `No development goal for ${name} yet.`
      : `${name} reached the last development goal on ${formatDate(closedOn, team.today)}. There’s no new one.`;
  const evidence = since(team, from, numberOf(settings, 'firstAfterDays'), sentence, null);
  return evidence && { ...evidence, isAbsence: closedOn === null };
}

function since(
  team: TeamFacts,
  from: LocalDate,
  rhythm: number,
  sentence: string,
  record: Evidence['record'],
): Evidence | undefined {
  const elapsed = daysBetween(from, team.today);
  return elapsed < rhythm ? undefined : { sentence, record, elapsed, rhythm, dueSince: addDays(from, rhythm) };
}
