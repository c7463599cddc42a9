import type { RootCause } from '../behaviours/change.ts';
import type { AssignmentFact, CycleFact } from '../behaviours/facts.ts';
import type { AssignmentId, CycleId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

export interface Assignment extends AssignmentFact {
  readonly cycleId: CycleId;
  readonly text: string;
}

export interface CycleComment {
  readonly id: number;
  readonly authorId: PersonId;
  readonly text: string;
  readonly at: Date;
}

/** A development cycle with its words: for the rep and their manager. */
export interface Cycle extends Omit<CycleFact, 'assignments'> {
  readonly managerId: PersonId;
  readonly repId: PersonId;
  readonly gap: string;
  readonly rootCause: RootCause;
  /** Newest first. */
  readonly assignments: readonly Assignment[];
  /** Oldest first. */
  readonly comments: readonly CycleComment[];
}

export interface NewCycle {
  readonly managerId: PersonId;
  readonly repId: PersonId;
  readonly gap: string;
  readonly rootCause: RootCause;
  readonly assignment: string;
  /** The manager's local days. */
  readonly openedOn: LocalDate;
  readonly dueOn: LocalDate;
}

/** Opens a cycle with its first assignment. @returns the cycle's id */
export async function openCycle(store: Store, cycle: NewCycle, now: Date): Promise<number> {
  const { assignment, dueOn, ...columns } = cycle;
  const row = await store.database
    .insertInto('cycle')
    .values({
      ...columns,
      gap: store.secrets.seal(cycle.gap),
      workspaceId: store.workspaceId,
      evaluatedOn: null,
      closedOn: null,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addAssignment(store, { cycleId: row.id, text: assignment, agreedOn: cycle.openedOn, dueOn }, now);
  return row.id;
}

export async function addAssignment(
  store: Store,
  assignment: { cycleId: CycleId; text: string; agreedOn: LocalDate; dueOn: LocalDate },
  now: Date,
): Promise<number> {
  const row = await store.database
    .insertInto('assignment')
    .values({
      ...assignment,
      text: store.secrets.seal(assignment.text),
      workspaceId: store.workspaceId,
      state: 'open',
      settledOn: null,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Writes down what was seen of an assignment, and closes the cycle if the gap is closed.
 * @returns false if the assignment was settled already
 */
export async function settleAssignment(
  store: Store,
  assignment: {
    id: number;
    cycleId: CycleId;
    state: Exclude<AssignmentFact['state'], 'open'>;
    on: LocalDate;
    closesCycle: boolean;
  },
): Promise<boolean> {
  const result = await store.database
    .updateTable('assignment')
    .set({ state: assignment.state, settledOn: assignment.on })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', assignment.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await store.database
    .updateTable('cycle')
    .set({ evaluatedOn: assignment.on, ...(assignment.closesCycle ? { closedOn: assignment.on } : {}) })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', assignment.cycleId)
    .execute();
  return true;
}

/** @returns the new comment's id */
export async function addCycleComment(
  store: Store,
  comment: { cycleId: CycleId; authorId: PersonId; text: string },
  now: Date,
): Promise<number> {
  const row = await store.database
    .insertInto('cycleComment')
    .values({
      ...comment,
      text: store.secrets.seal(comment.text),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** One comment, with the cycle it is about. */
export async function findCycleComment(
  store: Store,
  id: CycleId,
): Promise<(CycleComment & { cycleId: CycleId }) | undefined> {
  const row = await store.database
    .selectFrom('cycleComment')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { cycleId, authorId, text, createdAt } = row;
  return { id, cycleId, authorId, text: store.secrets.open(text), at: new Date(createdAt) };
}

export async function findCycle(store: Store, id: CycleId): Promise<Cycle | undefined> {
  return (await readCycles(store, (query) => query.where('id', '=', id)))[0];
}

/** Newest first. */
export async function cyclesOf(store: Store, repId: PersonId): Promise<Cycle[]> {
  return readCycles(store, (query) => query.where('repId', '=', repId));
}

export async function findAssignment(
  store: Store,
  id: AssignmentId,
): Promise<(Assignment & { repId: PersonId; managerId: PersonId }) | undefined> {
  const row = await store.database
    .selectFrom('assignment')
    .innerJoin('cycle', 'cycle.id', 'assignment.cycleId')
    .select([
      'assignment.id',
      'cycleId',
      'text',
      'agreedOn',
      'dueOn',
      'state',
      'settledOn',
      'cycle.repId',
      'cycle.managerId',
    ])
    .where('assignment.workspaceId', '=', store.workspaceId)
    .where('assignment.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, text: store.secrets.open(row.text) };
}

/** Of these people, without words: for rules. Newest first. */
export async function cycleFacts(
  store: Store,
  repIds: readonly PersonId[],
): Promise<(CycleFact & { repId: PersonId })[]> {
  const cycles = await cyclesAbout(store, { repIds: asOneValue(repIds) });
  const assignments = await assignmentsIn(store, { cycleIds: asOneValue(cycles.map(({ id }) => id)) });
  const byCycle = Map.groupBy(assignments, (assignment) => assignment.cycleId);
  return cycles.map((cycle) => ({ ...cycle, assignments: byCycle.get(cycle.id) ?? [] }));
}

const cyclesAbout = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  selectCycles({ database, workspaceId })
    .where('repId', 'in', oneOfThose(repIds))
    .clearSelect()
    .select(['id', 'repId', 'openedOn', 'closedOn', 'evaluatedOn']),
);

const assignmentsIn = prepared((database, { workspaceId, cycleIds }: Given<{ readonly cycleIds: string }>) =>
  database
    .selectFrom('assignment')
    .select(['id', 'cycleId', 'agreedOn', 'dueOn', 'state', 'settledOn'])
    .where('workspaceId', '=', workspaceId)
    .where('cycleId', 'in', oneOfThose(cycleIds))
    .orderBy('id', 'desc'),
);

async function readCycles(
  store: Store,
  narrow: (query: ReturnType<typeof selectCycles>) => ReturnType<typeof selectCycles>,
): Promise<Cycle[]> {
  const { database, secrets, workspaceId } = store;
  const cycles: Cycle[] = [];
  for (const row of await narrow(selectCycles(store)).execute()) {
    const assignments = await database
      .selectFrom('assignment')
      .selectAll()
      .where('workspaceId', '=', workspaceId)
      .where('cycleId', '=', row.id)
      .orderBy('id', 'desc')
      .execute();
    const comments = await database
      .selectFrom('cycleComment')
      .selectAll()
      .where('workspaceId', '=', workspaceId)
      .where('cycleId', '=', row.id)
      .orderBy('id')
      .execute();
    const { workspaceId: _workspace, createdAt: _created, ...cycle } = row;
    cycles.push({
      ...cycle,
      gap: secrets.open(row.gap),
      assignments: assignments.map(({ id, cycleId, text, agreedOn, dueOn, state, settledOn }) => ({
        id,
        cycleId,
        text: secrets.open(text),
        agreedOn,
        dueOn,
        state,
        settledOn,
      })),
      comments: comments.map(({ id, authorId, text, createdAt }) => ({
        id,
        authorId,
        text: secrets.open(text),
        at: new Date(createdAt),
      })),
    });
  }
  return cycles;
}

function selectCycles(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database
    .selectFrom('cycle')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .orderBy('id', 'desc');
}
