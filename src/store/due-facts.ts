/** What decides when people are due, loaded for some dozens at a time; and when that is. */
import { dueJobNames, dueJobs, markNames } from '../leading/due-times.ts';
import type { DueJobName, DueRecords, Standing } from '../leading/due-times.ts';
import type { GreetedRole } from '../leading/roles.ts';
import type { Store } from './db.ts';
import type { DueTime } from './due.ts';
import { canBeWritten, loadPeopleAtWork } from './organisation.ts';
import type { Organisation } from './organisation.ts';
import type { Person } from './people.ts';
import { marksOf } from './weekly-marks.ts';

const nothing: DueRecords = { marks: new Map(), greeted: new Set(), bookingsOver: [], pulsesClose: [] };

/** When each of these people is due for each job, as everything stands. */
export async function dueTimesNow(store: Store, personIds: readonly number[], now: Date): Promise<DueTime[]> {
  const organisation = await loadPeopleAtWork(store, personIds);
  const times: DueTime[] = [];
  for (const person of organisation.people.values())
    for (const job of dueJobNames) {
      const at = await dueTimeNow(store, organisation, person, job, now);
      if (at !== undefined) times.push({ personId: person.id, job, at });
    }
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
  const standing = standingOf(organisation, person);
  // Most people are due for few of the jobs: what there is on record is read only where it matters.
  if (dueJobs[job].nextAt(standing, nothing, now) === undefined && dueJobs[job].needs !== 'bookingsOver')
    if (dueJobs[job].needs !== 'pulsesClose') return undefined;
  return dueJobs[job].nextAt(standing, { ...nothing, ...(await recordsOf(store, person.id, job, now)) }, now);
}
