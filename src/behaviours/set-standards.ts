import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour, Evidence, Settings } from './behaviour.ts';
import { textOf } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepFacts, TeamFacts } from './facts.ts';
import { firstNameOf, knownSince, numberOf } from './rhythm.ts';

/** Essay 003: people are held to standards that they know. */
export const setStandards: Behaviour = {
  id: 'set-standards',
  name: 'Set standards',
  noun: { one: 'expectation stated', many: 'expectations stated' },
  act: 'Say what is expected; the rep confirms having read it.',
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
  rule: 'A nudge comes when a rep has no expectations on record that they confirmed having read, or when those are 180 days old.',
  form: [
    {
      kind: 'text',
      id: 'expectation',
      label: 'What do you expect: results, behaviour, manner of work?',
      hint: 'The rep reads this and confirms it.',
      multiline: true,
      keptInRecord: true,
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you and {name} go through what you expect?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const evidence = standardEvidence(team, facts, settings);
      if (evidence === undefined) return undefined;
      const name = firstNameOf(facts.rep);
      return dueAbout(setStandards.id, facts, evidence, {
        headline: `Tell ${name} what you expect`,
        act: `Write three sentences on what good looks like, talk them through, and let ${name} confirm them.`,
        openingLine: `“${name}, here is what I expect of you, and what you can expect of me. What is missing?”`,
      });
    }),
  changes: (entry) => {
    const text = textOf(entry, 'expectation');
    return text === undefined ? [] : [{ kind: 'state-expectation', text }];
  },
};

function standardEvidence(team: TeamFacts, facts: RepFacts, settings: Settings): Evidence | undefined {
  const name = firstNameOf(facts.rep);
  const acknowledged = facts.expectations.find((expectation) => expectation.acknowledgedOn !== null);
  const waiting = facts.expectations.find(
    (expectation) => expectation.acknowledgedOn === null && expectation.statedOn >= (acknowledged?.statedOn ?? ''),
  );
  const newest = waiting ?? acknowledged;
  const rhythm = numberOf(settings, newest === undefined || newest === waiting ? 'firstAfterDays' : 'rhythmDays');
  const from = newest?.statedOn ?? knownSince(facts);
  const elapsed = daysBetween(from, team.today);
  if (elapsed < rhythm) return undefined;
  const sentence =
    newest === undefined
      ? `No expectations for ${name} on record yet.`
      : newest === waiting
        ? `What you wrote for ${name} on ${formatDate(from, team.today)} isn’t confirmed yet, ${elapsed} days on (your rhythm: ${rhythm}).`
        : `What you expect of ${name} is from ${formatDate(from, team.today)}, ${elapsed} days ago (your rhythm: ${rhythm}).`;
  return {
    sentence,
    record: newest === undefined ? null : { kind: 'expectation', id: newest.id },
    elapsed,
    rhythm,
    dueSince: addDays(from, rhythm),
  };
}
