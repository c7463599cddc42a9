import type { CompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { AskKind } from '../behaviours/facts.ts';
import type { DealId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import { checkedCase, emptyCase, fitsKind } from '../leading/ask-case.ts';
import type { AskCase } from '../leading/ask-case.ts';
import type { Obstacle } from '../leading/ask-lifecycle.ts';
import { addAsk, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findDeal } from '../store/deals.ts';
import type { Deal } from '../store/deals.ts';
import { receiveOnce } from '../store/inbound.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import type { LocalDate } from '../time/zoned.ts';
import { localDayOf } from './local-day.ts';
import { coverIfAway, isAway, loadAroundAsk } from './cover-ask.ts';
import { sendCard, sendNews } from './tell-of-ask.ts';

export interface AskInput extends Partial<AskCase> {
  readonly kind: AskKind;
  readonly text: string;
  readonly dealId: DealId | null;
  /** Kept for a blocked deal only. */
  readonly obstacle: Obstacle | null;
  /** What exactly, kept where our own company put it there. */
  readonly companyObstacle?: CompanyObstacle | null;
  readonly neededBy: LocalDate | null;
  /** Names what came in from Slack, so that it counts once. */
  readonly once: string;
}

/**
 * A person asks their manager for something. The manager gets it at once, or who stands in while they are away, and the person hears that it arrived.
 * @returns who is concerned, for their Home tabs; nobody if this came in before
 * @throws UserError if there is nobody to ask; FieldError for a day in the past or a deal that isn't theirs
 */
export async function ask(context: Context, acting: Person, input: AskInput): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    if (!(await receiveOnce(store, input.once, now))) return [];
    const managerId = await managerToAsk(store, acting, input.text);
    const today = await localDayOf(store, acting, now);
    if (input.neededBy !== null && input.neededBy < today)
      throw new FieldError('neededBy', 'That day has passed. Choose today or later, or leave it empty.');
    const deal = fitsKind(input.kind, 'deal') ? await dealAskedAbout(store, acting, input.dealId) : undefined;
    const { once: _once, ...words } = input;
    const obstacle = fitsKind(input.kind, 'obstacle') ? input.obstacle : null;
    const record = {
      ...words,
      ...checkedCase(input.kind, { ...emptyCase, ...input }, deal?.currency ?? null),
      dealId: deal?.id ?? null,
      obstacle,
      companyObstacle: obstacle === 'company' ? (input.companyObstacle ?? null) : null,
    };
    const id = await addAsk(store, { ...record, repId: acting.id, managerId, askedOn: today }, now);
    const stepId = (await stepsOf(store, id))[0]?.id ?? 0;
    const event = { actorId: acting.id, event: 'ask.asked', subjectKind: 'ask', subjectId: id };
    await recordAudit(store, { ...event, details: { kind: input.kind, manager: managerId } }, now);
    const { organisation } = await loadAroundAsk(store, { repId: acting.id, holderId: managerId });
    const managerIsAway = isAway(organisation, managerId, now);
    if (!managerIsAway) await sendCard(context, store, { id, holderId: managerId }, stepId, now);
    await sendNews(context, store, { id, repId: acting.id }, stepId, now);
    if (!managerIsAway) return [acting.id, managerId];
    const isNew = { id, repId: acting.id, managerId, holderId: managerId, state: 'open' } as const;
    return coverIfAway(context, store, isNew, now);
  });
}

/**
 * The id of the manager who would get an ask.
 * @param typed what the person wrote so far: it is handed back
 * @throws UserError if nobody would
 */
export async function managerToAsk(store: Store, acting: Person, typed: string): Promise<number> {
  const managerId = await managerIdOf(store, acting.id);
  if (managerId !== undefined) return managerId;
  throw new UserError(
    'I don’t know who your manager is, so no one would get this. Name them with /firstline team, then send it again.',
    { typed },
  );
}

async function dealAskedAbout(store: Store, acting: Person, dealId: DealId | null): Promise<Deal | undefined> {
  if (dealId === null) return undefined;
  const deal = await findDeal(store, dealId);
  if (deal?.ownerId !== acting.id || deal.status !== 'open')
    throw new FieldError('deal', 'That isn’t one of your open deals. Choose another, or leave it empty.');
  return deal;
}
