import { daysBetween, formatDate } from '../time/zoned.ts';
import { ago } from './number-words.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-calendar.ts';
import type { Behaviour, Due, Evidence, Settings } from './behaviour.ts';
import { cameToday, isLive } from './ask-state.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { AskFact, RepFacts, TeamFacts } from './facts.ts';
import { firstNameOf, numberOf } from './rhythm.ts';

/** Essays 000, 002 and 003: winning the rep the exception and the resource is the manager's work. A blocked deal has its own file. */
export const answerAsk: Behaviour = {
  id: 'answer-ask',
  name: 'Answer an ask',
  noun: { one: 'ask answered', many: 'asks answered' },
  act: 'Go to battle: answer what a rep asked for.',
  subject: 'clearing-the-way',
  essays: ['000', '002', '003'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'after 1 working day without an answer; on the day it is needed by',
  importance: 1.5,
  isCoaching: false,
  settings: [
    {
      key: 'waitWorkingDays',
      label: 'Working days that an ask may wait for a first answer',
      unit: 'working days',
      initial: 1,
      minimum: 1,
      maximum: 10,
    },
  ],
  rule: 'An ask comes up after a working day without an answer, and on the day it’s needed by.',
  asLogged: 'Answer to an ask',
  isLoggedByHand: false,
  forRep: {
    heading: '{name} got back to you about an ask',
    noun: { one: 'answer to an ask of yours', many: 'answers to asks of yours' },
    counts: 'always',
  },
  isWithoutTime: true,
  form: [
    {
      kind: 'choice',
      id: 'outcome',
      label: 'What I told them',
      reader: 'author',
      choices: [
        { value: 'granted', label: 'Yes' },
        { value: 'working', label: 'I’m on it' },
        { value: 'declined', label: 'No, and why' },
      ],
      initial: 'working',
    },
    {
      kind: 'text',
      id: 'did',
      label: 'What I did about it',
      reader: 'by-share',
      forRep: 'What {name} did',
      multiline: true,
      optional: true,
    },
  ],
  usualMinutes: 15,
  followUp: 'Did you get back to {name} about what they asked for?',
  due: (team, settings) =>
    forEachRep(team, (facts) =>
      facts.asks
        .filter(
          (ask) =>
            ask.kind !== 'blocked-deal' &&
            ask.holderId === team.manager.id &&
            isLive(ask.state) &&
            !cameToday(ask, team),
        )
        .flatMap((ask) => askDue(team, facts, ask, settings) ?? []),
    ),
};

function askDue(team: TeamFacts, facts: RepFacts, ask: AskFact, settings: Settings): Due | undefined {
  const evidence =
    pastNeededBy(team, facts, ask) ?? unanswered(team, facts, ask, numberOf(settings, 'waitWorkingDays'));
  if (evidence === undefined) return undefined;
  const name = firstNameOf(facts.rep);
  const words = {
    headline: `${name}’s ask`,
    headlineWith: `${name}’s ask: {subject}`,
    act: 'Say yes, no, or when you’ll know.',
    openingLine: `“${name}, I’ve read what you need. Here’s what I can do, and by when.”`,
  };
  return dueAbout(answerAsk.id, facts, evidence, words, { askId: ask.id, dealId: ask.dealId, urgent: true });
}

function pastNeededBy(team: TeamFacts, facts: RepFacts, ask: AskFact): Evidence | undefined {
  if (ask.neededBy === null || ask.neededBy > team.today) return undefined;
  const late = workingDaysBetween(team.calendar, ask.neededBy, team.today);
  const name = firstNameOf(facts.rep);
  const asked = formatDate(ask.askedOn, team.today);
  const days = daysBetween(ask.neededBy, team.today);
  return {
    sentence:
      days === 0
        ? `${name} needs an answer today (asked on ${asked}).`
        : `${name} needed an answer by ${formatDate(ask.neededBy, team.today)}, ${ago(days)} (asked on ${asked}).`,
    record: { kind: 'ask', id: ask.id },
    elapsed: late + 1,
    rhythm: 1,
    dueSince: ask.neededBy,
  };
}

function unanswered(team: TeamFacts, facts: RepFacts, ask: AskFact, patience: number): Evidence | undefined {
  const waited = workingDaysBetween(team.calendar, ask.askedOn, team.today);
  if (ask.state !== 'open' || waited < patience) return undefined;
  return {
    sentence: `${firstNameOf(facts.rep)} asked ${ago(waited, 'working day')} (${formatDate(ask.askedOn, team.today)}). No one has picked it up.`,
    record: { kind: 'ask', id: ask.id },
    elapsed: waited,
    rhythm: patience,
    dueSince: addWorkingDays(team.calendar, ask.askedOn, patience),
  };
}
