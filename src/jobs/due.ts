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
import { loadPeopleAtWork } from '../store/organisation.ts';
import type { Organisation } from '../store/organisation.ts';
import { peopleAfter } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import type { Planning } from '../store/plan-input.ts';
import { isTimeAgain } from './now-and-then.ts';
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
  await lookAtChanged(context, round.now);
  const failures: unknown[] = [];
  const next = (after: DuePlace | undefined) => dueFor(store, job, round.now, { after, most: mostAtOnce });
  for await (const places of pageByPage(next)) {
    const ids = places.map(({ personId }) => personId);
    const organisation = await loadPeopleAtWork(store, ids);
    const planningOf = planningInParts(round, organisation);
    const people = [...organisation.people.values()];
    for (let from = 0; from < people.length; from += storedTogether) {
      const found: Found[] = [];
      for await (const person of oneByOne(people.slice(from, from + storedTogether)))
        try {
          found.push({ person, write: await look(person, { organisation, planning: () => planningOf(person.id) }) });
        } catch (error) {
          failures.push(error);
        }
      await whoeverWaits();
      failures.push(...(await storeAll(store, found, organisation, job, round.now)));
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** What is found of so many people is stored together. */
const storedTogether = 8;

interface Found {
  readonly person: Person;
  readonly write: Write | undefined;
}

/** @returns what failed; nothing of those people is stored then */
async function storeAll(
  store: Store,
  found: readonly Found[],
  organisation: Organisation,
  job: DueJobName,
  now: Date,
): Promise<unknown[]> {
  const storing = found.map(({ person, write }) =>
    writing(store, async (tx) => {
      await write?.(tx);
      await setDueTime(tx, person.id, job, await dueTimeNow(tx, organisation, person, job, now));
    }),
  );
  const results = await Promise.allSettled(storing);
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
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
    return loaded.planning;
  };
}

/** Works out anew when those are due of whom something changed that decides it. */
export async function lookAtChanged({ store }: Pick<Context, 'store'>, now: Date): Promise<void> {
  for await (const ids of pageByPage(() => changedPeople(store, mostAtOnce)))
    await writing(store, async (tx) => replaceDueTimes(tx, ids, await dueTimesNow(tx, ids, now)));
}

const dayMilliseconds = 24 * 3_600_000;

/**
 * Once a day, everybody: a cause that somebody forgot costs a day at most. Whoever would have been late is told in the log, because then
 * a cause was forgotten.
 * @returns ids of those people
 */
export async function sweepDueTimes(context: Pick<Context, 'store' | 'log'>, now: Date): Promise<readonly number[]> {
  const { store } = context;
  if (!(await isTimeAgain(store, 'due-sweep', dayMilliseconds, now))) return [];
  await lookAtChanged(context, now);
  const late: number[] = [];
  for await (const ids of pageByPage<number>((last) => peopleAfter(store, last ?? 0, mostAtOnce)))
    await writing(store, async (tx) => {
      const written = await dueTimesOf(tx, ids);
      const right = await dueTimesNow(tx, ids, now);
      late.push(...whoIsLate(written, right, now));
      await replaceDueTimes(tx, ids, right);
    });
  if (late.length > 0)
    context.log.warn(
      { wrong: late.length, people: late.slice(0, mostAtOnce) },
      'Some people would have been looked at too late: what changed didn’t say so. It is put right',
    );
  return late;
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
