/** Whatever people do and whoever goes away: an ask is always with somebody, and each step is told. */
import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { askFor } from '../../src/acts/read-ask.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import type { AskStepTaken } from '../../src/acts/step-ask.ts';
import { UserError } from '../../src/errors.ts';
import { standsInFor, unsettledAskStates } from '../../src/leading/ask-lifecycle.ts';
import { followAsks } from '../../src/jobs/asks.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { asksOf } from '../../src/store/asks.ts';
import { changePerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { utcDateOf } from '../../src/time/zoned.ts';

const roles = ['rep', 'manager', 'lead', 'standIn', 'stranger'] as const;
type Role = (typeof roles)[number];
const holderSteps = ['taken', 'granted', 'declined', 'done', 'handed'] as const satisfies AskStepTaken[];
const repSteps = ['confirmed', 'reopened', 'waited', 'renewed', 'withdrawn'] as const satisfies AskStepTaken[];
const allSteps = [...holderSteps, ...repSteps];

type Event =
  | { readonly does: 'step'; readonly who: Role; readonly step: AskStepTaken }
  | { readonly does: 'away' | 'back'; readonly who: 'manager' | 'lead' | 'standIn' }
  | { readonly does: 'wait'; readonly hours: number };

const events: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('step' as const),
      who: fc.constantFrom(...roles),
      step: fc.constantFrom(...allSteps),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('step' as const),
      who: fc.constant('rep' as const),
      step: fc.constantFrom('waited' as const, 'renewed' as const, 'handed' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('away' as const, 'back' as const),
      who: fc.constantFrom('manager' as const, 'lead' as const, 'standIn' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);

async function openCase() {
  const office = await openOffice();
  const { dana, lee, priya, omar } = office.people;
  const standIn = await office.hire('Nia Stone');
  await writeSetting(office.store, `person:${dana.id}`, 'standIn', standIn.id, office.context.clock());
  const words = { kind: 'help', text: 'Come along', dealId: null, obstacle: null, neededBy: '2026-11-26' } as const;
  await ask(office.context, priya, { ...words, once: 'view:first' });
  const people: Record<Role, Person> = { rep: priya, manager: dana, lead: lee, standIn, stranger: omar };
  return { office, people, askId: (await asksOf(office.store, { states: ['open'], limit: 1 }))[0]?.id ?? 0 };
}
type Case = Awaited<ReturnType<typeof openCase>>;

async function read({ office, people, askId }: Case) {
  const found = await askFor(office.store, people.rep.id, askId);
  if (found === undefined) throw new Error('The ask is lost');
  return found;
}

async function happen(at: Case, event: Event, number: number): Promise<void> {
  const { office, people, askId } = at;
  const now = office.context.clock();
  if (event.does === 'wait') {
    office.moveTo(new Date(now.getTime() + event.hours * 3_600_000).toISOString());
    await followAsks(office.context, beginRound(office.context));
  } else if (event.does === 'step') await tryStep(at, event, number);
  else
    await changePerson(office.store, people[event.who].id, {
      outSince: event.does === 'away' ? now : null,
      outUntil: null,
    });
  const mayRead = await askFor(office.store, people.stranger.id, askId);
  expect(mayRead).toBeUndefined();
}

async function tryStep(at: Case, { who, step }: Extract<Event, { does: 'step' }>, number: number): Promise<void> {
  const { office, people, askId } = at;
  const before = await read(at);
  const acting = people[who];
  const today = utcDateOf(office.context.clock());
  const input = { askId, step, until: today, text: 'Because', once: `trigger:${number}` };
  const problem = await stepAsk(office.context, acting, input).then(
    () => undefined,
    (error: unknown) => error,
  );
  const taken = (await read(at)).steps[before.steps.length];
  const wasOffered = before.steps.some((past) => past.step === 'offered') || today > (before.ask.neededBy ?? today);
  const isTheirs =
    who === 'rep'
      ? (step === 'handed' && wasOffered) || repSteps.some((own) => own === step)
      : holderSteps.some((own) => own === step) && before.ask.holderId === acting.id;
  expect(problem === undefined || problem instanceof UserError).toBe(true);
  expect(problem === undefined || taken === undefined).toBe(true);
  expect(taken === undefined || (isTheirs && taken.step === step && taken.actorId === acting.id)).toBe(true);
}

async function check(at: Case): Promise<void> {
  const { office, people, askId } = at;
  const { ask: now, steps } = await read(at);
  const allowed = [people.manager.id, people.lead.id, people.standIn.id];
  expect(allowed).toContain(now.holderId);
  expect(steps.at(-1)?.holderId).toBe(now.holderId);
  const isStandIn = now.holderId === people.standIn.id;
  expect((await askFor(office.store, people.standIn.id, askId)) !== undefined).toBe(isStandIn);
  expect(!isStandIn || standsInFor(steps) === people.manager.id).toBe(true);

  const sent = await office.store.database.selectFrom('outbox').selectAll().execute();
  expect(new Set(sent.map(({ occurrenceKey }) => occurrenceKey)).size).toBe(sent.length);
  const holdersCard = sent.find(({ kind, recipientId }) => kind === 'ask-card' && recipientId === now.holderId);
  expect(holdersCard !== undefined || !unsettledAskStates.includes(now.state)).toBe(true);
  const toRep = sent.filter(({ kind, recipientId }) => kind === 'ask-news' && recipientId === people.rep.id);
  const keys = toRep.map(({ occurrenceKey }) => occurrenceKey);
  const told = steps.filter(({ step, actorId }) => isNews(step) && (step === 'asked' || actorId !== people.rep.id));
  expect(keys).toEqual(told.map(({ id }) => `ask-news|${askId}|${id}`));
  const cards = new Set(sent.filter(({ kind }) => kind === 'ask-card').map(({ occurrenceKey }) => occurrenceKey));
  const brought = steps.filter(({ step }) => ['handed', 'covered', 'reopened', 'renewed'].includes(step));
  for (const { id, holderId } of brought) expect(cards).toContain(`ask-card|${askId}|${holderId}|${id}`);
  expect(replayed(steps.map(({ step }) => step))).toBe(now.state);
  const offers = sent.filter(({ kind }) => kind === 'ask-offer');
  expect(offers).toHaveLength(steps.filter(({ step }) => step === 'offered').length);
}

function isNews(step: string): boolean {
  return step === 'asked' || step === 'covered' || holderSteps.some((own) => own === step);
}

/** The state to which the history alone leads. */
function replayed(steps: readonly string[]): string {
  let state = 'open';
  for (const step of steps)
    if (['asked', 'handed', 'reopened'].includes(step)) state = 'open';
    else if (!['offered', 'waited', 'renewed', 'covered', 'moved'].includes(step)) state = step;
  return state;
}

test('no ask is without an owner or lost; only the right person acts; each step is told once; the history is whole', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(events, { minLength: 4, maxLength: 24 }), async (happening) => {
      const at = await openCase();
      try {
        for (const [number, event] of happening.entries()) {
          await happen(at, event, number);
          await check(at);
        }
        for (const { step } of (await read(at)).steps) seen.add(step);
      } finally {
        await at.office.close();
      }
    }),
    { numRuns: 100, seed: 20261123 },
  );
  expect([...seen].toSorted()).toEqual([...allSteps, 'asked', 'covered', 'offered'].toSorted());
}, 120_000);

test('nobody there: it waits, and the rep is told so once', async () => {
  const office: Office = await openOffice();
  const { dana, lee, priya } = office.people;
  for (const away of [dana, lee]) await changePerson(office.store, away.id, { outSince: office.context.clock() });
  const words = { kind: 'training', text: 'A course', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, priya, { ...words, once: 'view:first' });
  for (const hour of ['11', '12']) {
    office.moveTo(`2026-11-23T${hour}:00:00Z`);
    await followAsks(office.context, beginRound(office.context));
  }
  const kinds = (await office.outbox()).map(({ kind, recipientId }) => [kind, recipientId]);
  expect(kinds).toEqual([
    ['ask-news', priya.id],
    ['ask-card', dana.id],
    ['ask-waits', priya.id],
  ]);
  await office.close();
});
