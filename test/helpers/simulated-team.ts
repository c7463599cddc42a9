/** A team without a database: what is on record about it, what happens to it by fate, and what an act changes. */
import { askKinds } from '../../src/asks/index.ts';
import type { Behaviour, Due } from '../../src/behaviours/behaviour.ts';
import type { Change } from '../../src/behaviours/change.ts';
import type { CycleFact, InteractionFact, RepFacts } from '../../src/behaviours/facts.ts';
import { chanceFrom } from '../../src/demo/random.ts';
import type { Chance } from '../../src/demo/random.ts';
import { addDays } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

/** A rep's facts, to be added to. Newest first, as the store loads them. */
export type Growing<T> = { -readonly [key in keyof T]: T[key] extends readonly (infer Item)[] ? Item[] : T[key] };
export type Member = Growing<RepFacts>;

const kindsWithRep = [
  'ride-along',
  'check-in',
  'coaching-note',
  'blocked-deal',
  'recognition',
  'ask-their-plan',
  'connect',
  'introduce',
  'make-job-easier',
  'strategy-brief',
  'grow-career',
] as const;
/** Whoever took an ask off the manager's desk. */
const someoneElse = 9999;
const tags = ['negotiation', 'discovery', 'closing'];

/** Chance, and ids, that come out the same for the same seed. */
export interface Fate extends Chance {
  newId(): number;
}

export function fateFrom(seed: number): Fate {
  let last = 10_000;
  return { ...chanceFrom(seed), newId: () => (last += 1) };
}

export function member(id: number, reportsSince: LocalDate, startedOn: LocalDate | null): Member {
  return {
    rep: { id, name: `Rep${id} Made-up`, startedOn },
    reportsSince,
    isOut: false,
    interactions: [],
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
  };
}

function entry(
  fate: Fate,
  behaviour: string,
  managerId: number,
  repId: number | null,
  on: LocalDate,
  more: Partial<InteractionFact> = {},
): InteractionFact {
  const details = { about: 'person', told: 'yes', people: '50' };
  return { id: fate.newId(), behaviour, managerId, repId, happenedOn: on, minutes: 30, dealId: null, details, ...more };
}

/** What was on record before the first simulated day: for some much, for some nothing. */
export function giveHistory(facts: Member, managerId: number, today: LocalDate, fate: Fate): void {
  const busy = fate.between(0, 12);
  const days = Array.from({ length: busy }, () => fate.between(1, 120)).toSorted((one, other) => one - other);
  for (const ago of days)
    facts.interactions.push(
      entry(fate, fate.pick(kindsWithRep), managerId, facts.rep.id, addDays(today, -ago), {
        minutes: fate.between(5, 120),
        details: { about: fate.pick(['person', 'numbers']), told: fate.pick(['yes', 'not-yet']) },
      }),
    );
  for (let deals = fate.between(0, 3); deals > 0; deals -= 1)
    openDeal(facts, addDays(today, -fate.between(0, 40)), fate);
  if (fate.next() < 0.5)
    facts.goals.push({
      id: fate.newId(),
      recordedOn: addDays(today, -100),
      revisitedOn: addDays(today, -fate.between(0, 95)),
    });
  if (fate.next() < 0.5)
    facts.expectations.push({
      id: fate.newId(),
      statedOn: addDays(today, -fate.between(0, 200)),
      acknowledgedOn: addDays(today, -1),
    });
  if (fate.next() < 0.5)
    facts.cycles.push(cycle(fate, addDays(today, -fate.between(1, 40)), addDays(today, fate.between(-5, 20))));
}

/** What one day brings for a rep without anybody's being asked: asks, promises, deals, ideas, and what the manager does unprompted. */
export function liveThrough(facts: Member, managerId: number, today: LocalDate, fate: Fate): void {
  const happens = (timesAWeek: number): boolean => fate.next() < timesAWeek / 7;
  if (happens(0.3))
    facts.interactions.unshift(
      entry(fate, fate.pick(kindsWithRep), managerId, facts.rep.id, today, {
        minutes: fate.between(5, 180),
        details: { about: 'person', told: fate.pick(['yes', 'not-yet']) },
        shared: fate.next() < 0.5,
      }),
    );
  if (happens(0.15)) ask(facts, managerId, today, fate);
  if (happens(0.15))
    facts.promises.unshift({
      id: fate.newId(),
      managerId,
      madeOn: today,
      dueOn: addDays(today, fate.between(0, 10)),
      state: 'open',
    });
  if (happens(0.2)) openDeal(facts, today, fate);
  if (happens(0.5))
    facts.deals = facts.deals.map((deal) =>
      deal.status === 'open' && fate.next() < 0.5 ? { ...deal, lastActivityOn: today } : deal,
    );
  if (happens(0.2))
    facts.deals = facts.deals.map((deal, at) =>
      at === 0 && deal.status === 'open' ? { ...deal, status: fate.pick(['won', 'lost']), closeOn: today } : deal,
    );
  if (happens(0.05)) facts.ideas.unshift({ id: fate.newId(), heardOn: today, usedOn: today, creditedOn: null });
  if (happens(0.1))
    facts.skills.unshift({
      managerId,
      tag: fate.pick(tags),
      level: fate.pick(['strength', 'learning']),
      notedOn: today,
    });
  if (happens(0.05)) facts.confidence.unshift({ topic: 'how-we-win', value: fate.between(1, 5), answeredOn: today });
  if (happens(0.3)) facts.asks = facts.asks.map((open) => (fate.next() < 0.5 ? { ...open, state: 'granted' } : open));
  if (happens(0.2))
    facts.asks = facts.asks.map((open) =>
      open.state === 'open' && fate.next() < 0.5 ? { ...open, state: 'taken', holderId: someoneElse } : open,
    );
  if (happens(0.05)) facts.isOut = !facts.isOut;
}

function ask(facts: Member, managerId: number, today: LocalDate, fate: Fate): void {
  const kind = fate.pick(askKinds);
  facts.asks.unshift({
    id: fate.newId(),
    repId: facts.rep.id,
    holderId: managerId,
    kind,
    state: 'open',
    dealId: kind === 'blocked-deal' ? (facts.deals[0]?.id ?? null) : null,
    askedOn: today,
    neededBy: fate.next() < 0.5 ? addDays(today, fate.between(1, 10)) : null,
    takenUntil: null,
  });
}

function openDeal(facts: Member, on: LocalDate, fate: Fate): void {
  const id = fate.newId();
  facts.deals.unshift({
    id,
    name: `Deal ${id}`,
    account: null,
    ownerId: facts.rep.id,
    stage: 'Proposal',
    amount: fate.between(1, 90) * 1000,
    currency: null,
    openedOn: on,
    lastActivityOn: on,
    closeOn: addDays(on, fate.between(20, 90)),
    status: 'open',
    quietUntil: null,
    stageSince: null,
    timesPushed: 0,
    pushedOn: null,
    isMissing: false,
  });
}

function cycle(fate: Fate, openedOn: LocalDate, dueOn: LocalDate): CycleFact {
  const assignments = [{ id: fate.newId(), agreedOn: openedOn, dueOn, state: 'open' as const, settledOn: null }];
  return { id: fate.newId(), openedOn, closedOn: null, evaluatedOn: null, assignments };
}

/** The manager does what was asked for, and logs it. `facts` are missing where it is about the team. */
export function doAct(
  due: Due,
  behaviour: Behaviour,
  facts: Member | undefined,
  managerId: number,
  today: LocalDate,
  fate: Fate,
): InteractionFact {
  const details = {
    about: 'person',
    told: 'yes',
    people: '50',
    outcome: 'kept',
    rootCause: 'skill',
    assignmentBy: addDays(today, 14),
    nextBy: addDays(today, 14),
    result: fate.pick(['closed', 'improved', 'repeated', 'missed']),
    ...due.prefill,
  };
  const texts = {
    gap: 'gap',
    assignment: 'assignment',
    nextAssignment: 'next',
    goals: 'goals',
    expectation: 'expectation',
  };
  const logged = entry(fate, due.behaviour, managerId, due.repId, today, {
    minutes: behaviour.usualMinutes,
    dealId: due.dealId,
    details,
  });
  if (facts === undefined) return logged;
  facts.interactions.unshift(logged);
  facts.asks = facts.asks.map((one) => (one.id === due.askId ? { ...one, state: 'done' } : one));
  const changes = behaviour.changes?.({ repId: due.repId, happenedOn: today, details, texts }) ?? [];
  for (const change of changes) follow(facts, change, today, fate);
  return logged;
}

/** What the store would write down. */
function follow(facts: Member, change: Change, today: LocalDate, fate: Fate): void {
  switch (change.kind) {
    case 'settle-promise':
      facts.promises = facts.promises.map((one) =>
        one.id === change.promiseId ? { ...one, state: change.state } : one,
      );
      return;
    case 'open-cycle':
      facts.cycles.unshift(cycle(fate, today, change.dueOn));
      return;
    case 'evaluate-assignment':
      facts.cycles = facts.cycles.map((one) => evaluated(one, change, today, fate));
      return;
    case 'record-goals':
      facts.goals.unshift({ id: fate.newId(), recordedOn: today, revisitedOn: today });
      return;
    case 'state-expectation':
      facts.expectations.unshift({ id: fate.newId(), statedOn: today, acknowledgedOn: today });
      return;
    case 'credit-idea':
      facts.ideas = facts.ideas.map((one) => (one.id === change.ideaId ? { ...one, creditedOn: today } : one));
      return;
    default:
  }
}

function evaluated(
  one: CycleFact,
  change: Extract<Change, { kind: 'evaluate-assignment' }>,
  today: LocalDate,
  fate: Fate,
): CycleFact {
  if (!one.assignments.some(({ id }) => id === change.assignmentId)) return one;
  const { state, closesCycle, next } = change;
  const settled = one.assignments.map((assignment) =>
    assignment.id === change.assignmentId ? { ...assignment, state, settledOn: today } : assignment,
  );
  const added =
    next === null
      ? []
      : [{ id: fate.newId(), agreedOn: today, dueOn: next.dueOn, state: 'open' as const, settledOn: null }];
  return { ...one, evaluatedOn: today, closedOn: closesCycle ? today : null, assignments: [...added, ...settled] };
}
