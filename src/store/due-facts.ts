/** What decides when people are due, loaded for some dozens at a time; and when that is. */
import { dueJobNames, dueJobs, longestAgoMilliseconds, markNames } from '../leading/due-times.ts';
import type { DueJobName, DueRecords, Standing } from '../leading/due-times.ts';
import { greetedRolesOf } from './greetings.ts';
import { bookingsNotAskedAbout, overAt } from './bookings.ts';
import type { Store } from './db.ts';
import type { DueTime } from './due.ts';
import { canBeWritten, loadPeopleAtWork } from './organisation.ts';
import type { Organisation } from './organisation.ts';
import type { Person } from './people.ts';
import { pulsesToClose } from './pulses.ts';
import { marksOfPeople } from './weekly-marks.ts';
import type { PersonId } from '../behaviours/ids.ts';

const nothing: DueRecords = { marks: new Map(), greeted: new Set(), bookingsOver: [], pulsesClose: [] };

/** When each of these people is due for each job, as everything stands. */
export async function dueTimesNow(store: Store, personIds: readonly PersonId[], now: Date): Promise<DueTime[]> {
  const organisation = await loadPeopleAtWork(store, personIds);
  const times: DueTime[] = [];
  for (const job of dueJobNames) times.push(...(await timesOf(store, organisation, job, now)));
  return times;
}

/** When one person is due for one job, as everything stands; undefined for not until something changes. */
export async function dueTimeNow(
  store: Store,
  organisation: Organisation,
  person: Person,
  job: DueJobName,
  now: Date,
): Promise<Date | undefined> {
  const only = { ...organisation, people: new Map([[person.id, person]]) };
  return (await timesOf(store, only, job, now))[0]?.at;
}

async function timesOf(
  store: Store,
  organisation: Pick<Organisation, 'people' | 'rolesOf' | 'calendarOf' | 'policyOf' | 'wantsRecap'>,
  name: DueJobName,
  now: Date,
): Promise<DueTime[]> {
  const job = dueJobs[name];
  const standings = [...organisation.people.values()].flatMap((person) => {
    const standing = standingOf(organisation, person);
    return job.isFor(standing) ? [{ personId: person.id, standing }] : [];
  });
  if (standings.length === 0) return [];
  const recordsOf = await loadRecords(
    store,
    name,
    standings.map(({ personId }) => personId),
    now,
  );
  const times: DueTime[] = [];
  for (const { personId, standing } of standings) {
    const at = job.nextAt(standing, { ...nothing, ...recordsOf(personId) }, now);
    if (at !== undefined) times.push({ personId, job: name, at });
  }
  return times;
}

function standingOf(
  {
    rolesOf,
    calendarOf,
    policyOf,
    wantsRecap,
  }: Pick<Organisation, 'rolesOf' | 'calendarOf' | 'policyOf' | 'wantsRecap'>,
  person: Person,
): Standing {
  return {
    roles: rolesOf(person.id),
    canBeWritten: canBeWritten(person),
    hasLeft: person.leftOn !== null,
    policy: policyOf(person),
    calendar: calendarOf(person),
    wantsRecap: (recap) => wantsRecap(person.id, recap),
  };
}

/** What the job needs of these people, with one query for all of them. */
async function loadRecords(
  store: Store,
  name: DueJobName,
  personIds: readonly PersonId[],
  now: Date,
): Promise<(personId: PersonId) => Partial<DueRecords>> {
  const { needs, every } = dueJobs[name];
  switch (needs) {
    case 'marks': {
      const names = markNames(every ?? 'week', now);
      const marks = await marksOfPeople(store, name, personIds, names);
      return (personId) => ({ marks: marks.get(personId) ?? new Map<string, Date>() });
    }
    case 'greeted': {
      const greeted = await greetedRolesOf(store, personIds);
      return (personId) => ({ greeted: greeted.get(personId) ?? new Set() });
    }
    case 'bookingsOver': {
      const over = await bookingsNotAskedAbout(store, personIds, new Date(now.getTime() - longestAgoMilliseconds));
      return (personId) => ({ bookingsOver: (over.get(personId) ?? []).map(overAt) });
    }
    case 'pulsesClose': {
      const closing = await pulsesToClose(store, personIds);
      return (personId) => ({ pulsesClose: (closing.get(personId) ?? []).map(({ closesAt }) => closesAt) });
    }
  }
}
