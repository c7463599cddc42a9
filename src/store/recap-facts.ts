/** What a manager's recap follows from, as the database has it. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { AskKind, TeamFacts } from '../behaviours/facts.ts';
import type { AskId, DealId, PersonId } from '../behaviours/ids.ts';
import { dealName } from '../behaviours/rhythm.ts';
import { asKnownTo } from '../leading/own-entries.ts';
import { clearedDays, recapOf } from '../leading/recap.ts';
import type { Moved, OpenPromise, Recap } from '../leading/recap.ts';
import { isInside, weekUntil } from '../leading/time-with-people.ts';
import type { Span } from '../leading/time-with-people.ts';
import { nameOfWeek } from '../time/working-week.ts';
import { addDays, instantOf, localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { comingPlanOf } from './coming-plan.ts';
import type { Store } from './db.ts';
import { findDeal } from './deals.ts';
import { dayOfMessageBefore } from './messages-before.ts';
import { namesByIds } from './people.ts';
import { loadPlanning } from './plan-input.ts';
import { promisesOf } from './promises.ts';
import type { PromiseRecord } from './promises.ts';
import { hasRun } from './weekly-marks.ts';

const mostPromises = 1000;

/** An answer that settled an ask. */
interface Answer {
  readonly askId: AskId;
  readonly repId: PersonId;
  readonly kind: AskKind;
  readonly dealId: DealId | null;
  readonly outcome: 'granted' | 'declined' | 'done';
  /** The manager's local day. */
  readonly on: LocalDate;
}

/**
 * The recap of one manager for the days up to `on` since the one before, as things stand at `now`; undefined for somebody who has no reps.
 * @param on the manager's local day
 */
export async function loadRecap(
  store: Store,
  behaviours: readonly Behaviour[],
  managerId: PersonId,
  on: LocalDate,
  now: Date,
): Promise<Recap | undefined> {
  const planning = await loadPlanning(store, behaviours, [managerId], now);
  const { facts } = planning;
  if (!facts.managerIds.includes(managerId)) return undefined;
  const team = asKnownTo(managerId, facts.team(managerId), behaviours);
  const promises = await promisesOf(store, { managerId, limit: mostPromises });
  const answers = (await answersBy(store, team, addDays(on, -clearedDays))).filter((answer) => answer.on <= on);
  const answered = new Set(answers.map(({ askId }) => askId));
  const before = await dayOfMessageBefore(store, { kind: 'recap', recipientId: managerId, on });
  const span = weekUntil(on, before);
  const names = await namesByIds(
    store,
    [...promises, ...answers].map(({ repId }) => repId),
  );
  const nameOf = (id: number) => names.get(id) ?? 'somebody who left';
  return recapOf({
    team,
    behaviours,
    on,
    before,
    coming: (await hasPlanCome(store, team, on)) ? [] : (await comingPlanOf(store, planning, managerId, now)).nudges,
    moved: [
      ...(await dealsMoved(store, team, { promises, answers }, span)),
      ...asksSettled(answers, nameOf, span),
      // A promise that answered an ask is told with the ask.
      ...promisesKept(
        promises.filter(({ askId }) => askId === null || !answered.has(askId)),
        nameOf,
        span,
      ),
    ],
    promises: openPromises(promises, nameOf),
  });
}

/** Has the plan come that this recap announced? */
async function hasPlanCome(store: Store, { manager, calendar, today }: TeamFacts, on: LocalDate): Promise<boolean> {
  const week = nameOfWeek(calendar.days, today);
  return week > nameOfWeek(calendar.days, on) && hasRun(store, 'plan', manager.id, week);
}

/** What this manager answered for those who are theirs now, newest first. */
async function answersBy(store: Store, team: TeamFacts, since: LocalDate): Promise<Answer[]> {
  const { timeZone } = team.calendar;
  const theirs = new Set([...team.reps, ...team.managers.flatMap(({ reps }) => reps)].map(({ rep }) => rep.id));
  const rows = await store.database
    .selectFrom('askStep')
    .innerJoin('ask', 'ask.id', 'askStep.askId')
    .select(['askStep.askId', 'askStep.step', 'askStep.at', 'ask.repId', 'ask.kind', 'ask.dealId'])
    .where('askStep.workspaceId', '=', store.workspaceId)
    .where('askStep.actorId', '=', team.manager.id)
    .where('askStep.at', '>=', instantOf(since, '00:00', timeZone).toISOString())
    .where('ask.state', 'in', ['granted', 'declined', 'done', 'confirmed'])
    .orderBy('askStep.id', 'desc')
    .execute();
  return rows.flatMap(({ askId, step, at, repId, kind, dealId }) =>
    (step === 'granted' || step === 'declined' || step === 'done') && theirs.has(repId)
      ? [{ askId, repId, kind, dealId, outcome: step, on: localDateOf(new Date(at), timeZone) }]
      : [],
  );
}

/** Deals of the manager's own reps that went on this week, after the manager had cleared what was in their way. */
async function dealsMoved(
  store: Store,
  team: TeamFacts,
  { promises, answers }: { readonly promises: readonly PromiseRecord[]; readonly answers: readonly Answer[] },
  span: Span,
): Promise<Moved[]> {
  const { on } = span;
  const earliest = addDays(on, -clearedDays);
  const cleared = new Map<number, { readonly repId: PersonId; readonly on: LocalDate; readonly moves: boolean }>();
  for (const { dealId, repId, kind, outcome, on: day } of answers)
    if (dealId !== null && kind === 'blocked-deal' && outcome !== 'declined')
      cleared.set(dealId, { repId, on: day, moves: false });
  for (const { dealId, repId, state, settledOn, found } of promises)
    if (dealId !== null && state === 'kept' && settledOn !== null && settledOn > earliest && settledOn <= on)
      cleared.set(dealId, { repId, on: settledOn, moves: found === 'moves' && isInside(span, settledOn) });
  const moved: Moved[] = [];
  for (const [dealId, { repId, on: since, moves }] of cleared) {
    const rep = team.reps.find((facts) => facts.rep.id === repId)?.rep;
    const deal = await findDeal(store, dealId);
    if (rep === undefined || deal === undefined) continue;
    const stage = await stageReached(store, dealId, since, span);
    if (stage !== undefined || moves)
      moved.push({ what: 'deal', name: rep.name, deal: dealName(deal), how: stage ?? null });
  }
  return moved;
}

/** The last stage or good end that an import showed for the deal this week, not before it was cleared. */
async function stageReached(
  store: Store,
  dealId: DealId,
  since: LocalDate,
  { after, on }: Span,
): Promise<string | undefined> {
  const row = await store.database
    .selectFrom('dealChange')
    .select('after')
    .where('workspaceId', '=', store.workspaceId)
    .where('dealId', '=', dealId)
    .where('what', 'in', ['stage', 'status'])
    .where('before', 'is not', null)
    .where('after', 'not in', ['lost', 'open'])
    .where('seenOn', '>=', since)
    .where('seenOn', '>', after)
    .where('seenOn', '<=', on)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.after ?? undefined;
}

function asksSettled(answers: readonly Answer[], nameOf: (id: number) => string, span: Span): Moved[] {
  return answers
    .filter((answer) => isInside(span, answer.on))
    .map(({ repId, kind, outcome, on: day }) => ({ what: 'ask', name: nameOf(repId), kind, outcome, on: day }));
}

function promisesKept(promises: readonly PromiseRecord[], nameOf: (id: number) => string, span: Span): Moved[] {
  return promises.flatMap((promise): Moved[] => {
    const { state, settledOn, text } = promise;
    if (state !== 'kept' || !isInside(span, settledOn)) return [];
    return [{ what: 'promise', name: otherOf(promise, nameOf), text, on: settledOn }];
  });
}

function openPromises(promises: readonly PromiseRecord[], nameOf: (id: number) => string): OpenPromise[] {
  return promises
    .filter(({ state }) => state === 'open')
    .map((promise) => ({
      id: promise.id,
      name: otherOf(promise, nameOf),
      text: promise.text,
      dueOn: promise.dueOn,
    }));
}

function otherOf({ pulseId, repId }: PromiseRecord, nameOf: (id: number) => string): string | null {
  return pulseId === null ? nameOf(repId) : null;
}
