import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour, Evidence, Settings } from './behaviour.ts';
import { textOf } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepFacts, TeamFacts } from './facts.ts';
import { counted, firstNameOf, knownSince, numberOf } from './rhythm.ts';

/** Essay 001: know what somebody wants from this job, and commit to helping them get it. */
export const personalGoals: Behaviour = {
  id: 'personal-goals',
  name: 'Personal goals',
  noun: { one: 'talk about goals', many: 'talks about goals' },
  act: 'Know what the rep wants from this job, and help.',
  subject: 'time-with-them',
  essays: ['001'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'after 30 days without goals; every 90 days',
  importance: 1,
  isCoaching: false,
  settings: [
    {
      key: 'firstAfterDays',
      label: 'Days with a rep until you ask for their goals',
      unit: 'days',
      initial: 30,
      minimum: 1,
      maximum: 180,
    },
    {
      key: 'revisitDays',
      label: 'Days between looking at them again',
      unit: 'days',
      initial: 90,
      minimum: 14,
      maximum: 365,
    },
  ],
  rule: 'This comes up when a rep has no goals here after 30 days, or when no one has looked at them for 90.',
  asLogged: 'Their goals',
  isLoggedByHand: true,
  forRep: {
    heading: 'Talk with {name} about what you want',
    noun: { one: 'talk about what you want', many: 'talks about what you want' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'goals',
      label: 'What they want from this job',
      hint: 'They can change it. Leave it empty if nothing is new.',
      placeholder: 'In their words',
      reader: 'rep',
      forRep: 'What you want from this job',
      multiline: true,
      optional: true,
      keptInRecord: 'goals',
    },
    {
      kind: 'text',
      id: 'help',
      label: 'How I can help',
      reader: 'by-share',
      forRep: 'How {name} can help',
      multiline: true,
      optional: true,
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you get to talk with {name} about what they want?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const evidence = goalEvidence(team, facts, settings);
      if (evidence === undefined) return undefined;
      const name = firstNameOf(facts.rep);
      return dueAbout(personalGoals.id, facts, evidence, {
        headline: `Ask ${name} what they want from this job`,
        act: `Listen first. Then name one thing you’ll do to help ${name} get there.`,
        openingLine: `“${name}, forget targets for a minute: what would you like this job to give you in the next two years?”`,
      });
    }),
  changes: (entry) => {
    const text = textOf(entry, 'goals');
    return text === undefined ? [{ kind: 'revisit-goals' }] : [{ kind: 'record-goals', text }];
  },
};

function goalEvidence(team: TeamFacts, facts: RepFacts, settings: Settings): Evidence | undefined {
  const name = firstNameOf(facts.rep);
  const newest = facts.goals.toSorted((one, other) => other.revisitedOn.localeCompare(one.revisitedOn))[0];
  const from = newest?.revisitedOn ?? knownSince(facts);
  const rhythm = numberOf(settings, newest === undefined ? 'firstAfterDays' : 'revisitDays');
  const elapsed = daysBetween(from, team.today);
  if (elapsed < rhythm) return undefined;
  return {
    sentence:
      newest === undefined
        ? `No goals from ${name} yet.`
        : `No look at ${name}’s goals since ${formatDate(from, team.today)} (${counted(elapsed, 'day')}).`,
    record: newest === undefined ? null : { kind: 'goal', id: newest.id },
    isAbsence: newest === undefined,
    elapsed,
    rhythm,
    dueSince: addDays(from, rhythm),
  };
}
