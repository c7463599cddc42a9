import type { Selectable } from 'kysely';
import type { CompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { AskFact, AskState } from '../behaviours/facts.ts';
import type { AskId, PersonId } from '../behaviours/ids.ts';
import { emptyCase } from '../leading/ask-case.ts';
import type { AskCase } from '../leading/ask-case.ts';
import type { AskStepKind, Obstacle } from '../leading/ask-lifecycle.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { About } from './about.ts';
import { asOneValue, oneOf, oneOfThose, oneOfThoseTexts } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { Sealed } from './secrets.ts';
import type { AskTable } from './tables.ts';

/** A rep's request with its words. Only for those whom `leading/access.ts` lets read it. */
export interface Ask extends AskFact, AskCase {
  readonly managerId: PersonId;
  readonly obstacle: Obstacle | null;
  /** What exactly, where our own company put it there. */
  readonly companyObstacle: CompanyObstacle | null;
  readonly text: string;
  readonly askedAt: Date;
  readonly changedAt: Date;
}

export interface AskStep {
  readonly id: number;
  readonly step: AskStepKind;
  readonly actorId: PersonId;
  readonly until: LocalDate | null;
  readonly text: string | null;
  readonly at: Date;
  /** Who has it after this step; null in steps from before it was written down. */
  readonly holderId: PersonId | null;
}

type NewAskStep = Omit<AskStep, 'id' | 'at' | 'holderId'>;

export type NewAsk = Pick<
  Ask,
  'repId' | 'managerId' | 'kind' | 'obstacle' | 'dealId' | 'neededBy' | 'text' | 'askedOn'
> &
  Partial<AskCase> & {
    readonly companyObstacle?: CompanyObstacle | null;
    /** Who raised it, where that isn't the rep. */
    readonly askedBy?: PersonId;
  };

/** @returns the new ask's id. It is open, with the manager. */
export async function addAsk(store: Store, { askedBy, ...ask }: NewAsk, now: Date): Promise<AskId> {
  const row = await store.database
    .insertInto('ask')
    .values({
      companyObstacle: null,
      ...ask,
      workspaceId: store.workspaceId,
      holderId: ask.managerId,
      state: 'open',
      takenUntil: null,
      text: store.secrets.seal(ask.text),
      ...sealedCase(store, ask),
      askedAt: now.toISOString(),
      changedAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addStep(
    store,
    row.id,
    { step: 'asked', actorId: askedBy ?? ask.repId, until: null, text: null, holderId: ask.managerId },
    now,
  );
  return row.id;
}

/** Between the rep and us: nothing came to whoever has the ask. */
const asides: readonly AskStepKind[] = ['offered', 'waited'];

/**
 * Puts the ask into its new state and writes down the step. The caller has asked `stateAfter` and is in a transaction.
 * @returns the new step's id
 */
export async function recordStep(
  store: Store,
  askId: AskId,
  change: { state: AskState; holderId: PersonId; takenUntil: LocalDate | null; neededBy?: LocalDate },
  step: NewAskStep,
  now: Date,
): Promise<number> {
  await store.database
    .updateTable('ask')
    .set({ ...change, ...(asides.includes(step.step) ? {} : { changedAt: now.toISOString() }) })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', askId)
    .execute();
  return addStep(store, askId, { ...step, holderId: change.holderId }, now);
}

/** The last step is as if it had never been taken. The caller is in a transaction, and has made sure that it is the last. */
export async function dropStep(
  store: Store,
  askId: AskId,
  stepId: number,
  stands: { state: AskState; holderId: PersonId; takenUntil: LocalDate | null },
  now: Date,
): Promise<void> {
  await store.database
    .deleteFrom('askStep')
    .where('workspaceId', '=', store.workspaceId)
    .where('askId', '=', askId)
    .where('id', '=', stepId)
    .execute();
  const { state, holderId, takenUntil } = stands;
  await store.database
    .updateTable('ask')
    .set({ state, holderId, takenUntil, changedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', askId)
    .execute();
}

export async function findAsk(store: Store, id: AskId): Promise<Ask | undefined> {
  const row = await selectAsks(store).where('id', '=', id).executeTakeFirst();
  return row && toAsk(store, row);
}

/** Oldest first. */
export async function asksOf(
  store: Store,
  filter: { repId?: PersonId; holderId?: PersonId; states: readonly AskState[]; limit: number },
): Promise<Ask[]> {
  let query = selectAsks(store)
    .where('state', 'in', filter.states)
    .orderBy('askedAt')
    .orderBy('id')
    .limit(filter.limit);
  if (filter.repId !== undefined) query = query.where('repId', '=', filter.repId);
  if (filter.holderId !== undefined) query = query.where('holderId', '=', filter.holderId);
  return (await query.execute()).map((row) => toAsk(store, row));
}

/** Oldest first. */
export async function stepsOf(store: Store, askId: AskId): Promise<AskStep[]> {
  const rows = await store.database
    .selectFrom('askStep')
    .select(['id', 'step', 'actorId', 'until', 'text', 'at', 'holderId'])
    .where('workspaceId', '=', store.workspaceId)
    .where('askId', '=', askId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    text: row.text === null ? null : store.secrets.open(row.text),
    at: new Date(row.at),
  }));
}

/** Without words: for rules. */
export async function askFacts(
  store: Store,
  states: readonly AskState[],
  about?: { readonly repIds: readonly PersonId[]; readonly holderIds?: readonly PersonId[] },
): Promise<AskFact[]> {
  const rows =
    about === undefined
      ? await selectFacts(store).where('state', 'in', states).orderBy('id').execute()
      : await factsAbout(store, {
          states: asOneValue(states),
          repIds: asOneValue(about.repIds),
          holderIds: asOneValue(about.holderIds ?? []),
        });
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt) }));
}

type Asked = { readonly states: string; readonly repIds: string; readonly holderIds: string };

const factsAbout = prepared((database, { workspaceId, states, repIds, holderIds }: Given<Asked>) =>
  selectFacts({ database, workspaceId })
    .where('state', 'in', oneOfThoseTexts<AskState>(states))
    .where((where) =>
      where.or([where('repId', 'in', oneOfThose(repIds)), where('holderId', 'in', oneOfThose(holderIds))]),
    )
    .orderBy('id'),
);

/**
 * The same, of those alone whose holder isn't the manager to whom the rep reports now; by or with one of these, or by somebody who reports
 * to one of them: it may have been taken to the next above.
 */
export async function asksBesideTheLines(store: Store, states: readonly AskState[], about: About): Promise<AskFact[]> {
  let beside = selectFacts(store)
    .where('state', 'in', states)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('reportingLine')
            .innerJoin('person', 'person.id', 'reportingLine.personId')
            .select('reportingLine.id')
            .where('reportingLine.workspaceId', '=', store.workspaceId)
            .whereRef('reportingLine.personId', '=', 'ask.repId')
            .whereRef('reportingLine.managerId', '=', 'ask.holderId')
            .where('reportingLine.endedOn', 'is', null)
            .where('person.leftOn', 'is', null),
        ),
      ),
    )
    .orderBy('id');
  if (about !== 'everybody')
    beside = beside.where((where) =>
      where.or([
        where('holderId', 'in', oneOf(about)),
        where('repId', 'in', oneOf(about)),
        where('repId', 'in', reportsTo(store, about)),
      ]),
    );
  const rows = await beside.execute();
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt) }));
}

/** Ids of who reports to one of these. */
function reportsTo(store: Store, managerIds: readonly PersonId[]) {
  return store.database
    .selectFrom('reportingLine')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('managerId', 'in', oneOf(managerIds))
    .where('endedOn', 'is', null);
}

function selectFacts(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database
    .selectFrom('ask')
    .select(['id', 'repId', 'holderId', 'kind', 'state', 'dealId', 'askedOn', 'neededBy', 'takenUntil', 'changedAt'])
    .where('workspaceId', '=', store.workspaceId);
}

async function addStep(
  store: Store,
  askId: AskId,
  step: NewAskStep & Pick<AskStep, 'holderId'>,
  now: Date,
): Promise<number> {
  const row = await store.database
    .insertInto('askStep')
    .values({
      ...step,
      workspaceId: store.workspaceId,
      askId,
      text: step.text === null ? null : store.secrets.seal(step.text),
      at: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

function sealedCase(store: Store, given: Partial<AskCase>) {
  const { exception, stake, currency, fields } = { ...emptyCase, ...given };
  const isEmpty = Object.keys(fields).length === 0;
  return { exception, stake, currency, fields: isEmpty ? null : store.secrets.seal(JSON.stringify(fields)) };
}

function fieldsIn(store: Store, { fields, urgency, links }: Selectable<AskTable>): AskCase['fields'] {
  const open = (stored: Sealed) => store.secrets.open(stored);
  return {
    ...(urgency === null ? {} : { urgency: open(urgency) }),
    ...(links === null ? {} : { links: (JSON.parse(open(links)) as string[]).join('\n') }),
    ...(fields === null ? {} : (JSON.parse(open(fields)) as AskCase['fields'])),
  };
}

function selectAsks(store: Store) {
  return store.database.selectFrom('ask').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toAsk(store: Store, row: Selectable<AskTable>): Ask {
  const { workspaceId: _workspace, urgency: _urgency, links: _links, ...columns } = row;
  return {
    ...columns,
    text: store.secrets.open(row.text),
    fields: fieldsIn(store, row),
    askedAt: new Date(row.askedAt),
    changedAt: new Date(row.changedAt),
  };
}
