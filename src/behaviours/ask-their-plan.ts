import type { Behaviour, Due, Settings } from './behaviour.ts';
import { detailOf, recordIdOf, textOf } from './change.ts';
import type { Change, LoggedEntry } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepFacts, TeamFacts } from './facts.ts';
import { onPastDay } from './number-words.ts';
import { elapsedBetween, firstNameOf, lastOf, numberOf, rhythmEvidence } from './rhythm.ts';

/** Essay 002: ask for the result, and for how they mean to get there; use what they suggest, and say whose idea it was. */
export const askTheirPlan: Behaviour = {
  id: 'ask-their-plan',
  name: 'Ask for their plan',
  noun: { one: 'plan asked for', many: 'plans asked for' },
  act: 'Ask for the rep’s own plan; listen; use the idea and name its author.',
  subject: 'thanks-and-ideas',
  essays: ['002'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every 30 days; when an idea was used and not yet credited',
  importance: 0.9,
  isCoaching: true,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between asking one rep for their plan',
      unit: 'days',
      initial: 30,
      minimum: 7,
      maximum: 180,
    },
  ],
  rule: 'This comes up 30 days after you last asked a rep for their own plan, or when an idea of theirs was used and no one has credited them.',
  asLogged: 'Their plan or idea',
  isLoggedByHand: true,
  forRep: {
    heading: 'Your plan and ideas, with {name}',
    noun: { one: 'talk about your plan and ideas', many: 'talks about your plan and ideas' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'plan',
      label: 'Their plan',
      placeholder: 'In their words',
      reader: 'by-share',
      forRep: 'Your plan, as {name} heard it',
      multiline: true,
      optional: true,
    },
    {
      kind: 'text',
      id: 'idea',
      label: 'An idea of theirs worth trying',
      hint: 'Kept under their name.',
      reader: 'rep',
      forRep: 'Your idea',
      multiline: true,
      optional: true,
      keptInRecord: 'idea',
    },
    {
      kind: 'record',
      of: 'idea',
      id: 'earlierIdea',
      label: 'An earlier idea of theirs',
      reader: 'rep',
      optional: true,
      place: 'more',
    },
    {
      kind: 'choice',
      id: 'earlierIdeaNow',
      label: 'What came of it?',
      reader: 'rep',
      optional: true,
      place: 'more',
      choices: [
        { value: 'used', label: 'We used it' },
        { value: 'credited', label: 'I credited them in front of the others' },
      ],
    },
    {
      kind: 'text',
      id: 'usedWhere',
      label: 'Where did we use it?',
      reader: 'rep',
      forRep: 'Where it was used',
      optional: true,
      place: 'more',
      keptInRecord: 'idea-use',
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you ask {name} for their plan?',
  due: (team, settings) => forEachRep(team, (facts) => uncredited(team, facts) ?? byRhythm(team, facts, settings)),
  problem: (entry) => {
    const isUsed = recordIdOf(entry, 'earlierIdea') !== undefined && detailOf(entry, 'earlierIdeaNow') === 'used';
    return textOf(entry, 'usedWhere') === undefined || isUsed
      ? undefined
      : { field: 'usedWhere', message: 'Choose the idea above, and that you used it.' };
  },
  changes: (entry) => {
    const text = textOf(entry, 'idea');
    return [...(text === undefined ? [] : [{ kind: 'hear-idea', text } satisfies Change]), ...earlierIdea(entry)];
  },
};

function earlierIdea(entry: LoggedEntry): Change[] {
  const ideaId = recordIdOf(entry, 'earlierIdea');
  const now = detailOf(entry, 'earlierIdeaNow');
  if (ideaId === undefined) return [];
  if (now === 'credited') return [{ kind: 'credit-idea', ideaId }];
  return now === 'used' ? [{ kind: 'use-idea', ideaId, where: textOf(entry, 'usedWhere') ?? null }] : [];
}

function uncredited(team: TeamFacts, facts: RepFacts): Due | undefined {
  const idea = facts.ideas.find(
    (candidate) => candidate.usedOn !== null && candidate.usedOn <= team.today && candidate.creditedOn === null,
  );
  if (idea === undefined || idea.usedOn === null) return undefined;
  const name = firstNameOf(facts.rep);
  const waited = elapsedBetween(team, idea.usedOn, 'days');
  return dueAbout(
    askTheirPlan.id,
    facts,
    {
      sentence: `You used ${name}’s idea ${onPastDay(idea.usedOn, team.today)}. No one has credited ${name} yet.`,
      record: { kind: 'idea', id: idea.id },
      elapsed: waited + 1,
      rhythm: 1,
      dueSince: idea.usedOn,
    },
    {
      headline: `Credit ${name} for the idea`,
      headlineWith: `Credit ${name} for the idea: {subject}`,
      act: `Name ${name} in the next team meeting.`,
      openingLine: `“This was ${name}’s idea. It worked, and here’s what we learned.”`,
    },
    { item: `idea:${idea.id}`, prefill: { earlierIdea: String(idea.id), earlierIdeaNow: 'credited' } },
  );
}

function byRhythm(team: TeamFacts, facts: RepFacts, settings: Settings): Due | undefined {
  const rhythm = { length: numberOf(settings, 'rhythmDays'), unit: 'days' as const };
  const evidence = rhythmEvidence(team, facts, 'planning talk', lastOf(facts, askTheirPlan.id), rhythm);
  if (evidence === undefined) return undefined;
  const name = firstNameOf(facts.rep);
  return dueAbout(askTheirPlan.id, facts, evidence, {
    headline: `Ask ${name} for a plan`,
    act: `Name the result you need, ask how ${name} would get there, then just listen.`,
    openingLine: `“${name}, how would you go about it if it were up to you?”`,
  });
}
