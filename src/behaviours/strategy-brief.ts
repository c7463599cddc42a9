import { addDays, formatDate } from '../time/zoned.ts';
import type { Behaviour, Evidence, Settings } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { ConfidenceFact, ConfidenceTopic, RepFacts, TeamFacts } from './facts.ts';
import { elapsedBetween, firstNameOf, lastOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** The three questions as they stand in the check that a rep answers. */
const confidenceTopics: Readonly<Record<ConfidenceTopic, string>> = {
  'how-we-win': 'how we win',
  'dream-clients': 'who our dream clients are',
  'our-value': 'how we create value for our clients',
};

/** A rep's own answer of this or less is low, on a scale of 1 to 5. */
const lowConfidence = 2;

/** Essay 004: people asked how the business wins, for whom and why, should not have to guess. */
export const strategyBrief: Behaviour = {
  id: 'strategy-brief',
  name: 'Strategy brief',
  noun: { one: 'strategy brief', many: 'strategy briefs' },
  act: 'Make sure that the rep can say how we win, who our dream clients are and how we create value for them.',
  subject: 'direction',
  essays: ['004'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every 90 days; when a rep’s own confidence is low',
  importance: 0.9,
  isCoaching: true,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between strategy briefs for one rep',
      unit: 'days',
      initial: 90,
      minimum: 14,
      maximum: 365,
    },
    {
      key: 'afterLowDays',
      label: 'Days after a low answer before a nudge',
      unit: 'days',
      initial: 3,
      minimum: 0,
      maximum: 30,
    },
  ],
  rule: 'This comes up 90 days after the last time, or when a rep isn’t sure how we win, with whom, or what value we bring.',
  asLogged: 'How we win',
  isLoggedByHand: true,
  forRep: {
    heading: 'Talk with {name} about how we win',
    noun: { one: 'talk about how we win', many: 'talks about how we win' },
    counts: 'always',
  },
  form: [
    {
      kind: 'choices',
      id: 'topics',
      label: 'What did you go through?',
      reader: 'author',
      choices: [
        { value: 'how-we-win', label: 'How we win' },
        { value: 'dream-clients', label: 'Who our dream clients are' },
        { value: 'our-value', label: 'How we create value for them' },
      ],
    },
    {
      kind: 'choice',
      id: 'check',
      label: 'Ask them how confident they feel?',
      hint: 'Three questions, one tap each. Only you see the answers.',
      reader: 'rep',
      choices: [
        { value: 'yes', label: 'Yes, ask them' },
        { value: 'no', label: 'Not now' },
      ],
      initial: 'yes',
    },
    {
      kind: 'text',
      id: 'questions',
      label: 'What they asked',
      reader: 'by-share',
      forRep: 'What you asked',
      multiline: true,
      optional: true,
      place: 'more',
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you walk {name} through how we win?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const evidence = lowEvidence(team, facts, settings) ?? briefEvidence(team, facts, settings);
      if (evidence === undefined) return undefined;
      const name = firstNameOf(facts.rep);
      return dueAbout(strategyBrief.id, facts, evidence, {
        headline: `Walk ${name} through how we win`,
        act: `Let ${name} explain how we win, with whom and why. Fill in what’s missing.`,
        openingLine: `“${name}, if a dream client asked why us and not them, what would you say?”`,
      });
    }),
  changes: (entry) => (entry.details['check'] === 'yes' ? [{ kind: 'ask-confidence' }] : []),
};

function briefEvidence(team: TeamFacts, facts: RepFacts, settings: Settings): Evidence | undefined {
  return rhythmEvidence(team, facts, 'strategy talk', lastOf(facts, strategyBrief.id), {
    length: numberOf(settings, 'rhythmDays'),
    unit: 'days',
  });
}

function lowEvidence(team: TeamFacts, facts: RepFacts, settings: Settings): Evidence | undefined {
  const briefed = lastOf(facts, strategyBrief.id)?.happenedOn ?? '';
  const low = newestAnswers(facts).find((answer) => answer.value <= lowConfidence && answer.answeredOn >= briefed);
  const wait = numberOf(settings, 'afterLowDays');
  if (low === undefined || elapsedBetween(team, low.answeredOn, 'days') < wait) return undefined;
  return {
    sentence: `On ${formatDate(low.answeredOn, team.today)}, ${firstNameOf(facts.rep)} wasn’t sure ${confidenceTopics[low.topic]} (${low.value} of 5).`,
    record: null,
    elapsed: elapsedBetween(team, low.answeredOn, 'days') + 1,
    rhythm: wait + 1,
    dueSince: addDays(low.answeredOn, wait),
  };
}

function newestAnswers(facts: RepFacts): ConfidenceFact[] {
  const seen = new Set<string>();
  return facts.confidence.filter((answer) => (seen.has(answer.topic) ? false : seen.add(answer.topic) !== undefined));
}
