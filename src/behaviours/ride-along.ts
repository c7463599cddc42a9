import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour, Due, Evidence, Settings } from './behaviour.ts';
import type { DealFact, RepFacts, TeamFacts } from './facts.ts';
import { counted, dealAmount, dealName, firstNameOf, lastOf, median, numberOf, rhythmEvidence } from './rhythm.ts';

/** Essays 000 and 004: the work is done in the field, and the manager's presence can make the difference. */
export const rideAlong: Behaviour = {
  id: 'ride-along',
  name: 'Ride-along',
  noun: { one: 'ride-along', many: 'ride-alongs' },
  act: 'Go on a sales call with the rep: observe, assist or lead it; then say what you saw.',
  subject: 'coaching',
  essays: ['000', '002', '004'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every 30 days; every 14 in the first 90; earlier before a big deal closes',
  importance: 1.2,
  isCoaching: true,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between ride-alongs with one rep',
      unit: 'days',
      initial: 30,
      minimum: 5,
      maximum: 365,
    },
    { key: 'newRepRhythmDays', label: 'The same for a new rep', unit: 'days', initial: 14, minimum: 3, maximum: 365 },
    { key: 'newRepDays', label: 'How long a rep counts as new', unit: 'days', initial: 90, minimum: 0, maximum: 365 },
    {
      key: 'bigDealTimes',
      label: 'A deal is big from this many times the team’s median',
      unit: 'times',
      initial: 2,
      minimum: 1,
      maximum: 20,
    },
    {
      key: 'bigDealCloseDays',
      label: 'A big deal calls for a ride-along this many days before it should close',
      unit: 'days',
      initial: 21,
      minimum: 1,
      maximum: 120,
    },
    {
      key: 'bigDealRhythmDays',
      label: 'Days between ride-alongs while a big deal is close',
      unit: 'days',
      initial: 14,
      minimum: 3,
      maximum: 120,
    },
  ],
  rule: 'A ride-along is due 30 days after the last one, 14 in a new rep’s first 90 days, and sooner when a big deal is about to close.',
  asLogged: 'Ride-along',
  isLoggedByHand: true,
  proposesSharing: true,
  forRep: {
    heading: 'Ride-along with {name}',
    noun: { one: 'ride-along', many: 'ride-alongs' },
    counts: 'always',
  },
  form: [
    {
      kind: 'text',
      id: 'saw',
      label: 'What I noticed',
      placeholder: 'What went well, and one moment that could have gone further',
      reader: 'by-share',
      forRep: 'What {name} noticed',
      multiline: true,
      optional: true,
    },
    {
      kind: 'choice',
      id: 'told',
      label: 'Have you talked about it?',
      reader: 'author',
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'not-yet', label: 'Not yet' },
      ],
      initial: 'not-yet',
    },
    {
      kind: 'choice',
      id: 'role',
      label: 'What did you do on the call?',
      reader: 'author',
      choices: [
        { value: 'observed', label: 'Observed' },
        { value: 'assisted', label: 'Assisted' },
        { value: 'led', label: 'Led it' },
      ],
      initial: 'observed',
      place: 'more',
    },
    { kind: 'deal', id: 'deal', label: 'Which deal was it about?', reader: 'author', optional: true, place: 'more' },
  ],
  usualMinutes: 90,
  followUp: 'Did the ride-along with {name} happen?',
  due: (team, settings) => team.reps.flatMap((facts) => dueFor(team, facts, settings) ?? []),
};

function dueFor(team: TeamFacts, facts: RepFacts, settings: Settings): Due | undefined {
  const bigDeal = closingBigDeal(team, facts, settings);
  const byRhythm = rhythmEvidence(team, facts, 'ride-along', lastOf(facts, rideAlong.id), {
    length: rhythmDays(team, facts, settings),
    unit: 'days',
  });
  const byDeal = bigDeal && bigDealEvidence(team, facts, bigDeal, settings);
  const evidence = byRhythm ?? byDeal;
  if (evidence === undefined) return undefined;
  const name = firstNameOf(facts.rep);
  const deal = bigDeal?.id ?? null;
  return {
    behaviour: rideAlong.id,
    repId: facts.rep.id,
    dealId: null,
    askId: null,
    item: null,
    evidence,
    words: {
      headline: `Ride along with ${name}`,
      act:
        bigDeal === undefined
          ? 'Pick a call this week and go along.'
          : `Join ${name}’s next call on ${dealName(bigDeal)}.`,
      openingLine:
        bigDeal === undefined
          ? `“${name}, which call could I join this week? I’ll just listen.”`
          : `“${name}, would it help to have me along at ${bigDeal.account ?? dealName(bigDeal)}? You lead, I’ll back you up.”`,
    },
    urgent: false,
    weight: 1,
    prefill: deal === null ? {} : { deal: String(deal) },
  };
}

function rhythmDays(team: TeamFacts, facts: RepFacts, settings: Settings): number {
  const { startedOn } = facts.rep;
  const isNew = startedOn !== null && daysBetween(startedOn, team.today) <= numberOf(settings, 'newRepDays');
  return numberOf(settings, isNew ? 'newRepRhythmDays' : 'rhythmDays');
}

/** The rep's largest open deal that should close soon and is big for this team. */
function closingBigDeal(team: TeamFacts, facts: RepFacts, settings: Settings): DealFact | undefined {
  const amounts = team.reps
    .flatMap((rep) => rep.deals)
    .flatMap((deal) => (deal.status === 'open' && deal.amount !== null ? [deal.amount] : []));
  const big = median(amounts) * numberOf(settings, 'bigDealTimes');
  const lastDay = addDays(team.today, numberOf(settings, 'bigDealCloseDays'));
  return facts.deals
    .filter((deal) => deal.status === 'open' && deal.amount !== null && deal.amount >= big && big > 0)
    .filter((deal) => deal.closeOn !== null && deal.closeOn >= team.today && deal.closeOn <= lastDay)
    .toSorted((one, other) => (other.amount ?? 0) - (one.amount ?? 0) || one.id - other.id)[0];
}

function bigDealEvidence(team: TeamFacts, facts: RepFacts, deal: DealFact, settings: Settings): Evidence | undefined {
  const last = lastOf(facts, rideAlong.id);
  const rhythm = numberOf(settings, 'bigDealRhythmDays');
  if (last === undefined) return undefined;
  const elapsed = daysBetween(last.happenedOn, team.today);
  if (elapsed < rhythm) return undefined;
  const amount = dealAmount(deal);
  return {
    sentence: `${dealName(deal)}${amount === undefined ? '' : `, ${amount},`} should close on ${formatDate(deal.closeOn ?? team.today, team.today)}. No ride-along with ${firstNameOf(facts.rep)} since ${formatDate(last.happenedOn, team.today)} (${counted(elapsed, 'day')}).`,
    record: { kind: 'deal', id: deal.id },
    elapsed,
    rhythm,
    dueSince: addDays(last.happenedOn, rhythm),
  };
}
