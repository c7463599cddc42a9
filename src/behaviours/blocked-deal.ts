import { ago } from './number-words.ts';
import { companyObstacleChoices } from './company-obstacles.ts';
import { formatDate } from '../time/zoned.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-calendar.ts';
import type { Behaviour, Due, Settings } from './behaviour.ts';
import { cameToday, isLive } from './ask-state.ts';
import { dealSettings, dealSigns } from './deal-signs.ts';
import type { AskFact, RepFacts, TeamFacts } from './facts.ts';
import { dealName, firstNameOf, numberOf } from './rhythm.ts';

/** A deal that nobody has touched for longer is seldom rescued: others come first. Our own judgement. */
const hopefulIdleDays = 90;
const faintHope = 0.5;

/** Essays 000 and 004: removing what stands in a rep's way, inside the rep, in the pipeline or in the company. */
export const blockedDeal: Behaviour = {
  id: 'blocked-deal',
  name: 'Blocked deal',
  noun: { one: 'deal unblocked', many: 'deals unblocked' },
  act: 'Remove the obstacle.',
  subject: 'clearing-the-way',
  essays: ['000', '004'],
  nudges: 'manager',
  about: 'rep',
  cadence: '1 working day after a report; 14 days without activity, stuck or pushed',
  importance: 1.1,
  isCoaching: false,
  settings: [
    ...dealSettings,
    {
      key: 'askWorkingDays',
      label: 'Working days that a blocked deal reported by a rep may wait',
      unit: 'working days',
      initial: 1,
      minimum: 1,
      maximum: 10,
    },
  ],
  rule: 'A deal comes up a working day after a rep flagged it, or when an open deal had no activity for 14 days, has been in its stage twice as long as usual, or had its close date pushed three times.',
  asLogged: 'Stuck deal',
  isLoggedByHand: false,
  forRep: {
    heading: '{name} looked into a stuck deal',
    noun: { one: 'stuck deal looked into', many: 'stuck deals looked into' },
    counts: 'always',
  },
  form: [
    { kind: 'deal', id: 'deal', label: 'Which deal?', reader: 'author' },
    {
      kind: 'choice',
      id: 'obstacle',
      label: 'What was in the way?',
      reader: 'author',
      choices: [
        { value: 'internal', label: 'Something the rep has to learn' },
        { value: 'external', label: 'Something on the customer’s side' },
        { value: 'company', label: 'Something in our own company' },
        { value: 'nothing', label: 'Nothing: it isn’t blocked' },
      ],
    },
    {
      kind: 'choice',
      id: 'outcome',
      label: 'Where does it stand now?',
      reader: 'author',
      choices: [
        { value: 'removed', label: 'Cleared' },
        { value: 'working', label: 'I’m working on it' },
        { value: 'theirs', label: 'The rep takes it from here' },
        { value: 'given-up', label: 'We let the deal go' },
      ],
      initial: 'removed',
    },
    {
      kind: 'choice',
      id: 'companyObstacle',
      label: 'What in our company?',
      hint: 'Your lead sees how many deals it holds up, never your words.',
      reader: 'author',
      choices: companyObstacleChoices,
      optional: true,
      shownIf: { field: 'obstacle', is: ['company'] },
    },
    {
      kind: 'text',
      id: 'did',
      label: 'What I did',
      reader: 'by-share',
      forRep: 'What {name} did',
      multiline: true,
      optional: true,
      place: 'more',
    },
  ],
  usualMinutes: 30,
  followUp: 'Did you get to talk with {name} about the blocked deal?',
  due: (team, settings) =>
    team.reps.flatMap((facts) => [...askedDues(team, facts, settings), ...unmovedDues(team, facts, settings)]),
};

/** Deals that the rep marked as blocked. */
function askedDues(team: TeamFacts, facts: RepFacts, settings: Settings): Due[] {
  const patience = numberOf(settings, 'askWorkingDays');
  return facts.asks
    .filter(
      (ask) =>
        ask.kind === 'blocked-deal' &&
        ask.state === 'open' &&
        ask.holderId === team.manager.id &&
        !cameToday(ask, team),
    )
    .flatMap((ask) => {
      const waited = workingDaysBetween(team.calendar, ask.askedOn, team.today);
      return waited < patience ? [] : [askedDue(team, facts, ask, waited, patience)];
    });
}

function askedDue(team: TeamFacts, facts: RepFacts, ask: AskFact, waited: number, patience: number): Due {
  const name = firstNameOf(facts.rep);
  const deal = facts.deals.find((candidate) => candidate.id === ask.dealId);
  const which = deal === undefined ? 'a deal' : dealName(deal);
  return {
    behaviour: blockedDeal.id,
    repId: facts.rep.id,
    dealId: ask.dealId,
    askId: ask.id,
    item: null,
    evidence: {
      sentence: `${name} flagged ${which} as blocked ${ago(waited, 'working day')} (${formatDate(ask.askedOn, team.today)}). No one has picked it up.`,
      record: { kind: 'ask', id: ask.id },
      elapsed: waited,
      rhythm: patience,
      dueSince: addWorkingDays(team.calendar, ask.askedOn, patience),
    },
    words: {
      headline: `${name}’s blocked deal${deal === undefined ? '' : `: ${which}`}`,
      headlineWith: `${name}’s blocked deal: {subject}`,
      act: `Tell ${name} when you’ll have an answer, or take it to your lead.`,
      openingLine: `“${name}, I’ve read what’s blocking ${deal?.account ?? which}. Here’s what I’ll do, and by when.”`,
    },
    urgent: true,
    weight: 10,
    prefill: ask.dealId === null ? {} : { deal: String(ask.dealId) },
  };
}

/** Open deals whose record says that they don't move, and that nobody has an ask about: whoever has it sees to the deal. */
function unmovedDues(team: TeamFacts, facts: RepFacts, settings: Settings): Due[] {
  const inHand = new Set(facts.asks.flatMap(({ state, dealId }) => (isLive(state) ? (dealId ?? []) : [])));
  const signs = dealSigns(team, facts, settings).filter(({ deal }) => !inHand.has(deal.id));
  const largest = Math.max(1, ...signs.map(({ deal }) => deal.amount ?? 0));
  const name = firstNameOf(facts.rep);
  return signs.map(({ deal, kind, sentence, elapsed, rhythm, dueSince }): Due => {
    const which = dealName(deal);
    const isHopeful = kind !== 'idle' || elapsed <= hopefulIdleDays;
    return {
      behaviour: blockedDeal.id,
      repId: facts.rep.id,
      dealId: deal.id,
      askId: null,
      item: null,
      evidence: { sentence, record: { kind: 'deal', id: deal.id }, elapsed, rhythm, dueSince },
      words: {
        headline: `Help ${name} move ${which}`,
        act: `Ask what’s in the way, and take one thing off ${name}’s plate.`,
        openingLine: `“${name}, what’s holding up ${deal.account ?? which}, and which part can I take off your plate?”`,
      },
      urgent: false,
      weight: (isHopeful ? 1 : faintHope) * (0.5 + (deal.amount ?? largest / 2) / largest),
      prefill: { deal: String(deal.id) },
    };
  });
}
