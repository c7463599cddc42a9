import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour, Evidence, NudgeWords, Settings } from './behaviour.ts';
import { textOf } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { ExpectationFact, RepFacts, TeamFacts } from './facts.ts';
import { counted, firstNameOf, knownSince, numberOf } from './rhythm.ts';

/** Essay 003: people are held to standards that they know. */
export const setStandards: Behaviour = {
  id: 'set-standards',
  name: 'Set standards',
  noun: { one: 'expectation stated', many: 'expectations stated' },
  act: 'Say what is expected; the rep confirms having read it.',
  subject: 'direction',
  essays: ['003'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'while none is acknowledged; every 180 days',
  importance: 0.8,
  isCoaching: false,
  settings: [
    {
      key: 'firstAfterDays',
      label: 'Days with a rep by which expectations should be acknowledged',
      unit: 'days',
      initial: 14,
      minimum: 1,
      maximum: 120,
    },
    {
      key: 'rhythmDays',
      label: 'Days after which expectations are looked at again',
      unit: 'days',
      initial: 180,
      minimum: 30,
      maximum: 720,
    },
  ],
  rule: 'This comes up when a rep hasn’t confirmed what you expect, or when that is 180 days old.',
  asLogged: 'What I expect',
  isLoggedByHand: true,
  forRep: {
    heading: 'What {name} expects of you',
    noun: { one: 'talk about expectations', many: 'talks about expectations' },
    counts: 'always',
  },
  isWithoutTime: true,
  form: [
    {
      kind: 'text',
      id: 'expectation',
      label: 'What I expect: results, behavior, how we work',
      hint: 'They confirm that they’ve read it.',
      reader: 'rep',
      forRep: 'What {name} expects of you',
      multiline: true,
      keptInRecord: 'expectation',
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you and {name} go through what you expect?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const evidence = standardEvidence(team, facts, settings);
      if (evidence === undefined) return undefined;
      return dueAbout(setStandards.id, facts, evidence, wordsFor(firstNameOf(facts.rep), facts.expectations[0]));
    }),
  changes: (entry) => {
    const text = textOf(entry, 'expectation');
    return text === undefined ? [] : [{ kind: 'state-expectation', text }];
  },
};

function wordsFor(name: string, newest: ExpectationFact | undefined): NudgeWords {
  if (newest === undefined)
    return {
      headline: `Tell ${name} what you expect`,
      act: `Write three sentences on what good looks like, and talk them through. ${name} confirms them.`,
      openingLine: `“${name}, here’s what I expect of you, and what you can expect of me. What’s missing?”`,
    };
  if (isConfirmed(newest))
    return {
      headline: `Update what you expect of ${name}`,
      act: `Read it together, and write down what’s changed.`,
      openingLine: `“${name}, this is what we said last time. What still fits, and what would you change?”`,
    };
  return {
    headline: `Talk ${name} through what you expect`,
    act: `Ask ${name} what’s unclear, change it if you need to, and have ${name} confirm it.`,
    openingLine: `“${name}, I wrote down what I expect. What’s unclear, and what do you need for it?”`,
  };
}

/** The rep has read it and said so. */
function isConfirmed(expectation: ExpectationFact | undefined): boolean {
  return expectation !== undefined && expectation.acknowledgedOn !== null;
}

function standardEvidence(team: TeamFacts, facts: RepFacts, settings: Settings): Evidence | undefined {
  const name = firstNameOf(facts.rep);
  const [newest] = facts.expectations;
  const rhythm = numberOf(settings, isConfirmed(newest) ? 'rhythmDays' : 'firstAfterDays');
  const from = newest?.statedOn ?? knownSince(facts);
  const elapsed = daysBetween(from, team.today);
  if (elapsed < rhythm) return undefined;
  const sentence =
    newest === undefined
      ? `No expectations for ${name} yet.`
      : `What you expect of ${name} was written on ${formatDate(from, team.today)} (${counted(elapsed, 'day')} ago).${isConfirmed(newest) ? '' : ` ${name} hasn’t confirmed it yet.`}`;
  return {
    sentence,
    record: newest === undefined ? null : { kind: 'expectation', id: newest.id },
    isAbsence: newest === undefined,
    elapsed,
    rhythm,
    dueSince: addDays(from, rhythm),
  };
}
