/** Facts for rules, written down as shortly as a test wants to say them. */
import type { AskFact, DealFact, InteractionFact, RepFacts, TeamFacts } from '../../src/behaviours/facts.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { instantOf } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

/** A Monday. */
export const today: LocalDate = '2026-11-23';

export const calendar: WorkingCalendar = {
  timeZone: 'Etc/UTC',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '18:00',
  isDayOff: () => false,
};

let nextId = 1000;

export function interaction(
  behaviour: string,
  happenedOn: LocalDate,
  more: Partial<InteractionFact> = {},
): InteractionFact {
  nextId += 1;
  return { id: nextId, behaviour, managerId: 1, repId: 2, happenedOn, minutes: 30, dealId: null, details: {}, ...more };
}

export function deal(more: Partial<DealFact> = {}): DealFact {
  nextId += 1;
  return {
    id: nextId,
    name: `Deal ${nextId}`,
    account: 'Northwind',
    ownerId: 2,
    stage: 'Proposal',
    amount: 10_000,
    currency: 'EUR',
    openedOn: '2026-09-01',
    lastActivityOn: today,
    closeOn: null,
    status: 'open',
    quietUntil: null,
    stageSince: null,
    timesPushed: 0,
    pushedOn: null,
    isMissing: false,
    ...more,
  };
}

export function ask(more: Partial<AskFact> = {}): AskFact {
  nextId += 1;
  return {
    id: nextId,
    repId: 2,
    holderId: 1,
    kind: 'help',
    state: 'open',
    dealId: null,
    askedOn: today,
    neededBy: null,
    takenUntil: null,
    ...more,
  };
}

/** A rep of ten years, without any history, unless said otherwise. Entries are sorted newest first, as the store does. */
export function rep(
  more: Partial<Omit<RepFacts, 'rep'>> & { id?: number; name?: string; startedOn?: LocalDate | null } = {},
): RepFacts {
  const { id = 2, name = 'Priya Raman', startedOn = '2016-11-01', ...facts } = more;
  return {
    rep: { id, name, startedOn },
    reportsSince: '2026-01-05',
    isOut: false,
    deals: [],
    asks: [],
    bookings: [],
    promises: [],
    cycles: [],
    goals: [],
    expectations: [],
    ideas: [],
    skills: [],
    confidence: [],
    ...facts,
    interactions: (facts.interactions ?? []).toSorted((one, other) => other.happenedOn.localeCompare(one.happenedOn)),
  };
}

export function team(reps: readonly RepFacts[], more: Partial<TeamFacts> = {}): TeamFacts {
  const day = more.today ?? today;
  return {
    manager: { id: 1, name: 'Sam Okafor', startedOn: null },
    now: instantOf(day, '09:00', 'Etc/UTC'),
    today: day,
    calendar,
    reps,
    managers: [],
    teamwide: [],
    usualStageDays: new Map(),
    pulses: [],
    teamPromises: [],
    ...more,
  };
}

/** Kinds of interaction that are logged with a rep. */
const withRep = [
  'check-in',
  'coaching-note',
  'blocked-deal',
  'personal-goals',
  'recognition',
  'ask-their-plan',
  'connect',
  'introduce',
  'make-job-easier',
  'strategy-brief',
  'grow-career',
];

/** Somebody with whom everything happened today: nothing is due. */
export function lookedAfter(id: number, name = `Rep ${id}`): RepFacts {
  const about = { repId: id };
  return rep({
    id,
    name,
    interactions: [
      interaction('ride-along', today, { ...about, details: { told: 'yes' } }),
      ...withRep.map((behaviour) =>
        interaction(behaviour, today, { ...about, minutes: 0, details: { about: 'person' } }),
      ),
    ],
    cycles: [{ id: id * 10, openedOn: today, closedOn: null, evaluatedOn: null, assignments: [] }],
    goals: [{ id: id * 10, recordedOn: today, revisitedOn: today }],
    expectations: [{ id: id * 10, statedOn: today, acknowledgedOn: today }],
  });
}

/** What a manager logged today about the team and for themselves. */
export function teamLookedAfter(): InteractionFact[] {
  return ['share-vision', 'reflection', 'time-balance'].map((behaviour) =>
    interaction(behaviour, today, { repId: null, details: { people: '50' } }),
  );
}
