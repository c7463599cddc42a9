import type { Detail } from '../behaviours/facts.ts';
import type { Texts } from '../store/interactions.ts';
import type { LocalDate } from '../time/zoned.ts';
import { dayAtWork } from './days.ts';
import type { DemoDeal } from './deals.ts';
import type { DemoPerson } from './people.ts';
import { daysOfHistory, vacations } from './profiles.ts';
import type { Profile, Series } from './profiles.ts';
import type { Chance } from './random.ts';
import {
  coachingNotes,
  seenOnTheRoad,
  talksAboutDeals,
  talksAboutNumbers,
  talksAboutThem,
  unblocked,
} from './words.ts';

/** An entry of the log before anybody has an id in the database. */
export interface DemoEntry {
  readonly behaviour: string;
  readonly rep: string;
  readonly happenedOn: LocalDate;
  readonly minutes: number;
  readonly deal: DemoDeal | undefined;
  readonly details: Readonly<Record<string, Detail>>;
  readonly texts: Texts;
  readonly shared: boolean;
}

/** A manager's words, dealt so that the same ones come again as late as possible. */
export interface Vocabulary {
  readonly note: () => (typeof coachingNotes)[number];
  readonly ride: () => string;
  readonly them: () => (typeof talksAboutThem)[number];
  readonly deals: () => (typeof talksAboutDeals)[number];
  readonly numbers: () => (typeof talksAboutNumbers)[number];
  readonly unblocked: () => string;
}

export function vocabulary(chance: Chance): Vocabulary {
  return {
    note: dealer(coachingNotes, chance),
    ride: dealer(seenOnTheRoad, chance),
    them: dealer(talksAboutThem, chance),
    deals: dealer(talksAboutDeals, chance),
    numbers: dealer(talksAboutNumbers, chance),
    unblocked: dealer(unblocked, chance),
  };
}

/** Deals from a shuffled pack, and shuffles anew when it is empty. */
export function dealer<T>(items: readonly T[], chance: Chance): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = chance.shuffled(items);
    return left.pop() ?? chance.pick(items);
  };
}

/** Ten weeks between a manager and one rep, oldest first. */
export function historyOf(
  person: DemoPerson,
  profile: Profile,
  deals: readonly DemoDeal[],
  today: LocalDate,
  words: Vocabulary,
  chance: Chance,
): DemoEntry[] {
  const own = deals.filter((deal) => deal.owner === person.handle);
  const name = person.name.split(' ')[0] ?? person.name;
  const context = { person, name, own, words, chance };
  const rides = daysIn(profile.rideAlongs, person, today, chance);
  const unsaid = profile.owesFeedback === true ? rides[0] : undefined;
  const entries = [
    ...daysIn(profile.checkIns, person, today, chance).map((day, index) =>
      checkIn(context, day, index < (profile.numbersInARow ?? 0)),
    ),
    ...rides.map((day) => rideAlong(context, day, day === unsaid)),
    ...daysIn(profile.notes, person, today, chance)
      .filter((day) => unsaid === undefined || day < unsaid)
      .map((day) => coachingNote(context, day)),
    ...dealHelp(context, profile, today),
  ];
  return entries.toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn));
}

interface Between {
  readonly person: DemoPerson;
  readonly name: string;
  readonly own: readonly DemoDeal[];
  readonly words: Vocabulary;
  readonly chance: Chance;
}

/** Newest first; a rep of five weeks has five weeks. */
function daysIn(series: Series, person: DemoPerson, today: LocalDate, chance: Chance): LocalDate[] {
  const days: LocalDate[] = [];
  const oldest = Math.min(daysOfHistory, person.daysHere - 3);
  for (let age = series.newest; age <= oldest; age += series.every + chance.between(-1, 2))
    days.push(dayAtWork(today, age, vacations[person.manager ?? '']));
  return [...new Set(days)];
}

function checkIn({ person, words, chance }: Between, happenedOn: LocalDate, isNumbers: boolean): DemoEntry {
  const about = isNumbers ? 'numbers' : chance.pick(['person', 'person', 'person', 'deals', 'numbers'] as const);
  const talk = about === 'person' ? words.them() : about === 'deals' ? words.deals() : words.numbers();
  const isWritten = chance.next() < 0.75;
  return {
    behaviour: 'check-in',
    rep: person.handle,
    happenedOn,
    minutes: chance.pick([20, 25, 30, 30, 45]),
    deal: undefined,
    details: { about },
    texts: isWritten ? { heard: talk.heard, ...(talk.agreed !== undefined && { agreed: talk.agreed }) } : {},
    shared: isWritten && talk.agreed !== undefined && chance.next() < 0.4,
  };
}

function rideAlong(between: Between, happenedOn: LocalDate, isUnsaid: boolean): DemoEntry {
  const { person, name, words, chance } = between;
  return {
    behaviour: 'ride-along',
    rep: person.handle,
    happenedOn,
    minutes: chance.pick([60, 75, 90, 90, 120]),
    deal: dealOn(between, happenedOn),
    details: { role: chance.pick(['observed', 'observed', 'assisted', 'led']), told: isUnsaid ? 'not-yet' : 'yes' },
    texts: { saw: words.ride().replaceAll('{name}', name) },
    shared: !isUnsaid && chance.next() < 0.3,
  };
}

function coachingNote({ person, words, chance }: Between, happenedOn: LocalDate): DemoEntry {
  return {
    behaviour: 'coaching-note',
    rep: person.handle,
    happenedOn,
    minutes: chance.pick([10, 15, 15, 20]),
    deal: undefined,
    details: {},
    texts: { ...words.note() },
    shared: chance.next() < 0.6,
  };
}

/** Whoever hasn't been seen for longer had no help with a deal either. */
const mostDaysForHelp = 20;

/** Now and then a manager clears the way for a deal. */
function dealHelp(between: Between, profile: Profile, today: LocalDate): DemoEntry[] {
  const { person, words, chance } = between;
  if (profile.checkIns.newest > mostDaysForHelp || chance.next() < 0.8) return [];
  const happenedOn = dayAtWork(today, chance.between(9, 40), vacations[person.manager ?? '']);
  const deal = dealOn(between, happenedOn);
  if (deal === undefined) return [];
  const obstacle = chance.pick(['external', 'company']);
  const outcome = chance.pick(['removed', 'theirs']);
  const named = obstacle === 'company' ? { companyObstacle: 'legal-review' } : {};
  return [
    {
      behaviour: 'blocked-deal',
      rep: person.handle,
      happenedOn,
      minutes: 30,
      deal,
      details: { obstacle, outcome, ...named },
      texts: { did: words.unblocked() },
      shared: false,
    },
  ];
}

/** One of the rep's deals that was open then and on which things still happen. */
function dealOn({ own, chance }: Between, day: LocalDate): DemoDeal | undefined {
  const then = own.filter((deal) => !deal.isIdle && deal.openedOn !== null && deal.openedOn <= day);
  const open = then.filter((deal) => deal.status === 'open' || (deal.closeOn ?? day) > day);
  return open.length === 0 ? undefined : chance.pick(open);
}
