/** Promises, cycles, goals, expectations and ideas, ready to be drawn. The callers have made sure that the reader may see them. */
import { wasSaidNotKept } from '../../acts/promise-not-kept.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { maySee } from '../../leading/access.ts';
import { timeZoneOf } from '../../leading/calendars.ts';
import { cyclesOf } from '../../store/cycles.ts';
import type { Cycle } from '../../store/cycles.ts';
import type { Store } from '../../store/db.ts';
import { expectationsOf } from '../../store/expectations.ts';
import { findPeople } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { promisesOf } from '../../store/promises.ts';
import type { PromiseRecord } from '../../store/promises.ts';
import { shortNamesForReader } from '../../store/short-names.ts';
import { findWorkspace } from '../../store/workspaces.ts';
import { localDateOf } from '../../time/zoned.ts';
import type { CycleSummary, ExpectationRow, PromiseRow } from '../views/log/development-words.ts';

const mostPromises = 200;
const mostSettled = 3;

/** Everything of a rep's is theirs to read. */
export const asTheRep = (): boolean => true;

/**
 * Made to a rep: the open ones by their day, then the three settled last.
 * @param mayRead for the rep themselves `asTheRep`
 */
export async function promisesToRep(
  store: Store,
  repId: PersonId,
  mayRead: (promise: PromiseRecord) => boolean | Promise<boolean>,
): Promise<PromiseRow[]> {
  const promises = await readableOf(await promisesOf(store, { repId, limit: mostPromises }), mayRead);
  const settled = promises
    .filter(({ state }) => state !== 'open')
    .toSorted((one, other) => (other.settledOn ?? '').localeCompare(one.settledOn ?? '') || other.id - one.id);
  const shown = [...promises.filter(({ state }) => state === 'open'), ...settled.slice(0, mostSettled)];
  const rows = await withNames(store, shown, ({ managerId }) => managerId);
  const nameOf = await namesOf(
    store,
    shown.flatMap(({ holderId }) => holderId ?? []),
  );
  return Promise.all(
    rows.map(async (row, index) => {
      const holderId = shown[index]?.holderId ?? null;
      const saidNotKept = await wasSaidNotKept(store, row);
      return { ...row, saidNotKept, ...(holderId === null ? {} : { keeperName: nameOf(holderId) }) };
    }),
  );
}

/** A manager's to keep and open, by their day. */
export async function openPromisesBy(store: Store, managerId: PersonId): Promise<PromiseRow[]> {
  const promises = await promisesOf(store, { managerId, limit: mostPromises });
  const open = promises.filter(({ state }) => state === 'open');
  const rows = await withNames(store, open, ({ repId }) => repId);
  const shortNameOf = await shortNamesForReader(store, managerId);
  const makerOf = await namesOf(
    store,
    open.map((promise) => promise.managerId),
  );
  return rows.map((row, index) => {
    const promise = open[index];
    const isHeld = promise !== undefined && promise.holderId !== null;
    const maker = isHeld ? { makerName: makerOf(promise.managerId) } : {};
    return { ...row, ...maker, otherShortName: shortNameOf(row.otherName) };
  });
}

async function withNames(
  store: Store,
  promises: readonly PromiseRecord[],
  otherOf: (promise: PromiseRecord) => number,
): Promise<PromiseRow[]> {
  const nameOf = await namesOf(store, promises.map(otherOf));
  return promises.map((promise) => {
    const { id, text, dueOn, state, settledOn, pulseId } = promise;
    const isToTeam = pulseId !== null;
    return { id, text, dueOn, state, settledOn, otherName: nameOf(otherOf(promise)), isToTeam };
  });
}

/**
 * The rep's live cycle, else the newest; and how many there were before it, of those that the reader may read.
 * @param mayRead for the rep themselves `asTheRep`
 */
export async function currentCycle(
  store: Store,
  repId: PersonId,
  reader: Person,
  mayRead: (cycle: Cycle) => boolean | Promise<boolean>,
): Promise<{ cycle: CycleSummary; before: number } | undefined> {
  const cycles = await readableOf(await cyclesOf(store, repId), mayRead);
  const current = cycles.find(({ closedOn }) => closedOn === null) ?? cycles[0];
  if (current === undefined) return undefined;
  return { cycle: await summaryOfCycle(store, current, reader), before: cycles.length - 1 };
}

/** Those that may be read, in their order. */
export async function readableOf<Row>(
  rows: readonly Row[],
  mayRead: (row: Row) => boolean | Promise<boolean>,
): Promise<Row[]> {
  const readable: Row[] = [];
  for (const row of rows) if (await mayRead(row)) readable.push(row);
  return readable;
}

async function summaryOfCycle(store: Store, cycle: Cycle, reader: Person): Promise<CycleSummary> {
  const zone = timeZoneOf(reader, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
  const nameOf = await namesOf(
    store,
    cycle.comments.map(({ authorId }) => authorId),
  );
  return {
    ...cycle,
    rootCause: maySeeRootCause(cycle, reader) ? cycle.rootCause : undefined,
    comments: cycle.comments.map(({ authorId, text, at }) => ({
      authorName: nameOf(authorId),
      isOwn: authorId === reader.id,
      text,
      on: localDateOf(at, zone),
    })),
  };
}

/** It is the view of whoever agreed on the gap, and theirs alone. */
function maySeeRootCause({ managerId, repId }: Cycle, reader: Person): boolean {
  const nothing = { isManagerNow: false, wasManager: false, isLeadNow: false, isFromMyTime: false, isAdmin: false };
  const standing = { ...nothing, isRepConcerned: repId === reader.id, isAuthor: managerId === reader.id };
  return maySee('root-cause', standing) === 'all';
}

/** What is to be confirmed first, then the newest. */
export async function expectationsForRep(store: Store, repId: PersonId): Promise<ExpectationRow[]> {
  const expectations = await expectationsOf(store, repId);
  const nameOf = await namesOf(
    store,
    expectations.map(({ managerId }) => managerId),
  );
  return expectations
    .map(({ managerId, ...expectation }) => ({ ...expectation, managerName: nameOf(managerId) }))
    .toSorted((one, other) => Number(one.acknowledgedOn !== null) - Number(other.acknowledgedOn !== null));
}

/** Names by id; of somebody unknown, a word that fits. */
export async function namesOf(store: Store, ids: readonly number[]): Promise<(id: number) => string> {
  const people = new Map((await findPeople(store, [...new Set(ids)])).map(({ id, name }) => [id, name]));
  return (id) => people.get(id) ?? 'somebody who left';
}
