/** Whom the jobs of each minute look at: those whose due time has come, some dozens at a time, and nobody else. */
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
  /** Writes down when to look next: call it in the transaction of the mark. Left out, it is done afterwards. */
  readonly lookNext: (tx: Store) => Promise<void>;
}

/**
 * Has a job look at everybody for whom it is time, and writes down when to look at each of them next. Whoever can't be looked at because
 * something fails is looked at again by the next tick, and holds up nobody else.
 * @throws Error the first that a look ended with, once all were looked at
 */
export async function lookAtDue(
  context: Context,
  round: Round,
  job: DueJobName,
  look: (person: Person, atHand: AtHand) => Promise<void>,
): Promise<void> {
  const { store } = context;
  await lookAtChanged(context, round.now, round.troubled);
  const failures: unknown[] = [];
  const next = (after: DuePlace | undefined) => dueFor(store, job, round.now, { after, most: mostAtOnce });
  for await (const places of pageByPage(next)) {
    const ids = places.map(({ personId }) => personId);
    const lookAtThose = async (those: readonly PersonId[]): Promise<void> => {
      const organisation = await loadPeopleAtWork(store, those);
      const planningOf = planningInParts(round, organisation);
      for await (const person of oneByOne(organisation.people.values()))
        try {
          await lookAt(store, person, job, round.now, look, {
            organisation,
            planning: () => planningOf(person.id),
          });
        } catch (error) {
          context.log.error({ err: error, job, person: person.id }, 'A job failed for somebody');
          failures.push(error);
        }
    };
    for (const { personId, error } of await togetherOrOneByOne(ids, lookAtThose)) {
      context.log.error({ err: error, job, person: personId }, 'A job failed for somebody');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** So many managers' teams are loaded together. */
const teamsAtOnce = 8;

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

async function lookAt(
  store: Store,
  person: Person,
  job: DueJobName,
  now: Date,
  look: (person: Person, atHand: AtHand) => Promise<void>,
  atHand: Omit<AtHand, 'lookNext'>,
): Promise<void> {
  let isWritten = false;
  const lookNext = async (tx: Store): Promise<void> => {
    isWritten = true;
    await setDueTime(tx, person.id, job, await dueTimeNow(tx, atHand.organisation, person, job, now));
  };
  await look(person, { ...atHand, lookNext });
  if (!isWritten) await writing(store, lookNext);
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
