/** Whom the jobs of each minute look at: those whose due time has come, some dozens at a time, and nobody else. */
import { setImmediate as whoeverWaits } from 'node:timers/promises';
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import type { DueJobName } from '../leading/due-times.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { changedPeople, dueFor, dueTimesOf, replaceDueTimes, setDueTime } from '../store/due.ts';
import type { DuePlace, DueTime } from '../store/due.ts';
import { dueTimeNow, dueTimesNow } from '../store/due-facts.ts';
import { clearMark, readMark, writeMark } from '../store/marks.ts';
import { loadPeopleAtWork } from '../store/organisation.ts';
import type { Organisation } from '../store/organisation.ts';
import { peopleAfter } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import type { Planning } from '../store/plan-input.ts';
import { isTime, nextTimeLater } from './now-and-then.ts';
import { mostAtOnce, oneByOne, pageByPage } from './one-by-one.ts';
import type { Round } from './round.ts';

/** What a job is given beside the person it looks at. */
export interface AtHand {
  /** Of those who are looked at together. */
  readonly organisation: Organisation;
  readonly planning: () => Promise<Planning>;
}

/** Writes what a look has found: in one transaction with when to look next, all of it or nothing. */
export type Write = (tx: Store) => Promise<void>;

/** Reads and decides; undefined where there is nothing to write. */
export type Look = (person: Person, atHand: AtHand) => Promise<Write | undefined>;

/**
 * Has a job look at everybody for whom it is time, and writes down what it found and when to look at each of them next. Some are looked
 * at one after the other and then stored together, so that the disk is waited for once. Whoever can't be looked at, or stored, because
 * something fails is looked at again by the next tick, and holds up nobody else.
 * @throws Error the first failure, once all were looked at
 */
export async function lookAtDue(context: Context, round: Round, job: DueJobName, look: Look): Promise<void> {
  const { store } = context;
  await lookAtChanged(context, round.now, round.troubled);
  const failures: unknown[] = [];
  const fail = (troubles: readonly Trouble[]): void => {
    for (const { personId, error } of troubles) {
      context.log.error({ err: error, job, person: personId }, 'A job failed for somebody');
      failures.push(error);
    }
  };
  const next = (after: DuePlace | undefined) => dueFor(store, job, round.now, { after, most: mostAtOnce });
  for await (const places of pageByPage(next)) {
    const ids = places.map(({ personId }) => personId);
    const lookAtThose = async (those: readonly PersonId[]): Promise<void> => {
      const organisation = await loadPeopleAtWork(store, those);
      const planningOf = planningInParts(round, organisation);
      const people = [...organisation.people.values()];
      for (let from = 0; from < people.length; from += storedTogether) {
        const some = people.slice(from, from + storedTogether);
        const { found, troubles } = await findAll(some, look, { organisation, planningOf });
        await whoeverWaits();
        fail([...troubles, ...(await storeAll(store, found, organisation, job, round.now))]);
      }
    };
    fail(await togetherOrOneByOne(ids, lookAtThose));
  }
  if (failures.length > 0) throw failures[0];
}

/** What is found of so many people is stored together. */
const storedTogether = 8;

interface Found {
  readonly person: Person;
  readonly write: Write | undefined;
}

/** What a look at each of them finds, and of whom none was possible. */
async function findAll(
  people: readonly Person[],
  look: Look,
  { organisation, planningOf }: { organisation: Organisation; planningOf: (personId: PersonId) => Promise<Planning> },
): Promise<{ found: Found[]; troubles: Trouble[] }> {
  const found: Found[] = [];
  const troubles: Trouble[] = [];
  for await (const person of oneByOne(people))
    try {
      found.push({ person, write: await look(person, { organisation, planning: () => planningOf(person.id) }) });
    } catch (error) {
      troubles.push({ personId: person.id, error });
    }
  return { found, troubles };
}

/** @returns what failed; nothing of those people is stored then */
async function storeAll(
  store: Store,
  found: readonly Found[],
  organisation: Organisation,
  job: DueJobName,
  now: Date,
): Promise<Trouble[]> {
  const storing = found.map(({ person, write }) =>
    writing(store, async (tx) => {
      await write?.(tx);
      await setDueTime(tx, person.id, job, await dueTimeNow(tx, organisation, person, job, now));
    }),
  );
  const results = await Promise.allSettled(storing);
  return results.flatMap((result, at) => {
    const personId = found[at]?.person.id;
    return result.status === 'rejected' && personId !== undefined
      ? [{ personId, error: result.reason as unknown }]
      : [];
  });
}

/** So many managers' teams are loaded together: more than are read at once, so that others have their turn between two reads. */
const teamsAtOnce = 16;

/** A lead's people are as many as those of dozens of managers: each lead is loaded alone, so that neither memory nor others' waiting grow. */
export function planningInParts(
  round: Round,
  { leaders, leads }: Pick<Organisation, 'leaders' | 'leads'>,
): (personId: PersonId) => Promise<Planning> {
  const alone = new Set(leads.map(({ id }) => id));
  const managers = leaders.map(({ id }) => id).filter((id) => !alone.has(id));
  let loaded: { readonly ids: readonly PersonId[]; readonly planning: Promise<Planning> } | undefined;
  return (personId) => {
    if (loaded?.ids.includes(personId) !== true) {
      const at = managers.indexOf(personId);
      const from = at - (at % teamsAtOnce);
      const ids = at < 0 ? [personId] : managers.slice(from, from + teamsAtOnce);
      loaded = { ids, planning: round.planning(ids) };
    }
    const { ids, planning } = loaded;
    // One whose facts can't be loaded is nobody else's trouble.
    return ids.length === 1 ? planning : planning.catch(() => round.planning([personId]));
  };
}

interface Trouble {
  readonly personId: PersonId;
  readonly error: unknown;
}

/** Those together; where that fails, each alone, so that one person's trouble is nobody else's. @returns those whose own it is */
async function togetherOrOneByOne(
  ids: readonly PersonId[],
  work: (ids: readonly PersonId[]) => Promise<void>,
): Promise<Trouble[]> {
  try {
    await work(ids);
    return [];
  } catch (error) {
    const [personId, ...others] = ids;
    if (personId === undefined) throw error;
    if (others.length === 0) return [{ personId, error }];
  }
  const troubles: Trouble[] = [];
  for await (const id of oneByOne(ids)) troubles.push(...(await togetherOrOneByOne([id], work)));
  return troubles;
}

/**
 * Works out anew when those are due of whom something changed that decides it. Somebody of whom it can't be worked out stays to be looked at,
 * which is told in the log.
 * @param troubled ids of those who aren't tried again now; those who fail are put there
 */
export async function lookAtChanged(
  { store, log }: Pick<Context, 'store' | 'log'>,
  now: Date,
  troubled = new Set<PersonId>(),
): Promise<void> {
  const next = (last: PersonId | undefined) => changedPeople(store, { after: last ?? 0, most: mostAtOnce });
  const workOut = (ids: readonly PersonId[]) =>
    writing(store, async (tx) => replaceDueTimes(tx, ids, await dueTimesNow(tx, ids, now)));
  for await (const page of pageByPage(next)) {
    const ids = page.filter((id) => !troubled.has(id));
    if (ids.length > 0) tell(log, await togetherOrOneByOne(ids, workOut), troubled);
  }
}

function tell(log: Context['log'], troubles: readonly Trouble[], troubled: Set<PersonId>): void {
  for (const { personId, error } of troubles) {
    troubled.add(personId);
    log.error(
      { err: error, person: personId },
      'When somebody is due could not be worked out: nothing new comes to them',
    );
  }
}

const dayMilliseconds = 24 * 3_600_000;
const sweep = 'due-sweep';
/** Up to whom a sweep that was begun has come. */
const sweptTo = 'due-sweep-up-to';

/**
 * Once a day, everybody: a cause that somebody forgot costs a day at most. Whoever would have been late is told in the log, because then
 * a cause was forgotten. A sweep that ended in the middle goes on from there.
 * @returns ids of those people
 */
export async function sweepDueTimes(
  context: Pick<Context, 'store' | 'log'>,
  { now, troubled }: Pick<Round, 'now' | 'troubled'>,
): Promise<readonly number[]> {
  const { store, log } = context;
  if (!(await isTime(store, sweep, dayMilliseconds, now))) return [];
  await lookAtChanged(context, now, troubled);
  const begun = Number((await readMark(store, sweptTo)) ?? 0);
  const late: number[] = [];
  const putRight = async (ids: readonly PersonId[]): Promise<void> => {
    const forgotten = await writing(store, async (tx) => {
      await writeMark(tx, sweptTo, String(ids.at(-1) ?? 0));
      return whoWasForgotten(tx, ids, now);
    });
    late.push(...forgotten);
  };
  for await (const ids of pageByPage<number>((last) => peopleAfter(store, last ?? begun, mostAtOnce)))
    tell(log, await togetherOrOneByOne(ids, putRight), troubled);
  await writing(store, async (tx) => {
    await nextTimeLater(tx, sweep, now);
    await clearMark(tx, sweptTo);
  });
  if (late.length > 0)
    log.warn(
      { wrong: late.length, people: late.slice(0, mostAtOnce) },
      'Some people would have been looked at too late: what changed didn’t say so. It is put right',
    );
  return late;
}

/** Puts the times of these people right. @returns whose were late; of whom it was said that something changed, nothing was forgotten */
async function whoWasForgotten(tx: Store, ids: readonly PersonId[], now: Date): Promise<number[]> {
  const { times, changed } = await dueTimesOf(tx, ids);
  const right = await dueTimesNow(tx, ids, now);
  await replaceDueTimes(tx, ids, right);
  return whoIsLate(times, right, now).filter((id) => !changed.has(id));
}

/** Too early costs a look and no more. */
function whoIsLate(written: readonly DueTime[], right: readonly DueTime[], now: Date): number[] {
  const known = new Map(written.map(({ personId, job, at }) => [`${personId}|${job}`, at]));
  const late = right.filter(({ personId, job, at }) => {
    const before = known.get(`${personId}|${job}`);
    return before === undefined || (before > at && before > now);
  });
  return [...new Set(late.map(({ personId }) => personId))];
}
