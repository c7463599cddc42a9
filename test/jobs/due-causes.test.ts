/** Whatever happens in a company, who is due when is written down as it is, or is to be looked at: no act may forget it. */
import { isOnServer } from '../helpers/place.ts';
import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { book, dropBooking, rebook } from '../../src/acts/book.ts';
import {
  changeOwnSettings,
  changeWorkspaceSettings,
  removeCompanyDaysOff,
  removeDaysOff,
} from '../../src/acts/change-settings.ts';
import { followReportingLines } from '../../src/acts/follow-reporting-lines.ts';
import { followSlackUser } from '../../src/acts/follow-slack-user.ts';
import { leaveOnLastDay } from '../../src/acts/leave-on-last-day.ts';
import { decideClaim } from '../../src/acts/line-claims.ts';
import { mergePeople, undoMerge } from '../../src/acts/merge-people.ts';
import { nameManager } from '../../src/acts/name-manager.ts';
import { sayBack, sayStillAway } from '../../src/acts/open-absence.ts';
import { removePerson, restorePerson } from '../../src/acts/remove-person.ts';
import { setUpTeam } from '../../src/acts/set-up-team.ts';
import { undoRoster } from '../../src/acts/undo-roster.ts';
import { undoSettings } from '../../src/acts/undo-settings.ts';
import { UserError } from '../../src/errors.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { followUpBookings } from '../../src/jobs/follow-up.ts';
import { sendDigests } from '../../src/jobs/digest.ts';
import { lookAtChanged, sweepDueTimes } from '../../src/jobs/due.ts';
import { greetLeaders } from '../../src/jobs/greet.ts';
import { planWeeks } from '../../src/jobs/plan.ts';
import { followPulses } from '../../src/jobs/pulse.ts';
import { sendRecaps, sendRepRecaps } from '../../src/jobs/recap.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { plannedBookings } from '../../src/store/bookings.ts';
import type { Store } from '../../src/store/db.ts';
import { isAnythingDue } from '../../src/store/due.ts';
import { dueTimesNow } from '../../src/store/due-facts.ts';
import { waitingClaims } from '../../src/store/line-claims.ts';
import { setLastDay } from '../../src/store/last-days.ts';
import { admins, changePerson, everybody, findPerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { newestPeopleChange } from '../../src/store/people-changes.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { currentLines, endLine } from '../../src/store/reporting-lines.ts';
import { newestChanges } from '../../src/store/setting-changes.ts';
import { readOwnSettings } from '../../src/store/settings.ts';
import { addDays, localDateOf } from '../../src/time/zoned.ts';
import type { Weekday } from '../../src/time/zoned.ts';
import { csv } from '../helpers/imports.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

const day = 86_400_000;
let once = 0;

/** What somebody does, with numbers from which they choose whom and what. */
type Step = (office: Office, person: Person, other: Person, pick: number) => Promise<unknown>;

const choose = <T>(from: readonly T[], pick: number): T => from[pick % from.length] as T;
const today = (office: Office) => localDateOf(office.context.clock(), 'Etc/UTC');
const context = (office: Office) => office.context;
const next = () => `once:${(once += 1)}`;
const withDays: readonly (readonly Weekday[])[] = [[1, 2, 3, 4, 5], [1, 3], [7, 1, 2, 3, 4], [6]];

const ownChanges: readonly ((pick: number) => Parameters<typeof changeOwnSettings>[2])[] = [
  (pick) => ({ planDay: choose([1, 2, 3, 4, 5], pick) as Weekday }),
  (pick) => ({ planAt: choose(['09:00', '10:30', '16:15'], pick) }),
  (pick) => ({ planEvery: choose(['week', 'two-weeks', 'never'] as const, pick) }),
  (pick) => ({ workingDays: choose(withDays, pick) }),
  (pick) => ({
    workingFrom: choose(['07:00', '09:00', '12:00'], pick),
    workingUntil: choose(['16:00', '20:00'], pick),
  }),
  (pick) => ({ holidayPlace: choose(['DE-BY', 'US', null], pick) }),
  (pick) => ({ weeklyRecap: pick % 2 === 0 }),
  (pick) => ({ monthlyRecap: pick % 2 === 0 }),
];

const steps: Readonly<Record<string, Step>> = {
  'sets something for themselves': (office, person, _other, pick) =>
    changeOwnSettings(context(office), person, choose(ownChanges, pick)(Math.floor(pick / 8)), next()),
  'takes days off': (office, person, _other, pick) => {
    const from = addDays(today(office), pick % 20);
    return changeOwnSettings(context(office), person, { addDaysOff: { from, until: addDays(from, pick % 9) } }, next());
  },
  'comes back earlier': async (office, person) => {
    const [span] = (await readOwnSettings(office.store, [person.id])).get(person.id)?.daysOff ?? [];
    return span && removeDaysOff(context(office), person, span);
  },
  'names somebody for their time away': (office, person, other) =>
    changeOwnSettings(context(office), person, { standIn: other.id }, next()),
  'takes back what they set': async (office, person) => {
    const [change] = await newestChanges(office.store, `person:${person.id}`);
    return change && undoSettings(context(office), person, change.id);
  },
  'sets something for everybody': async (office, _person, _other, pick) => {
    const [admin] = await admins(office.store);
    if (admin === undefined) return undefined;
    const at = Math.floor(pick / 8);
    const weekday = choose([1, 2, 3, 4, 5], at) as Weekday;
    const from = addDays(today(office), at % 20);
    const off = { from, until: addDays(from, at % 3), name: null, place: choose([null, 'DE', 'US'], at) };
    const changes: Parameters<typeof changeWorkspaceSettings>[2][] = [
      { planDay: weekday },
      { digestDay: weekday, digestAt: choose(['11:00', '15:00'], at) },
      { pulseOn: at % 2 === 0 },
      { pulseDay: weekday, pulseAt: '11:00' },
      { holidayCountry: choose(['DE', 'US', null], at) },
      { defaultTimeZone: choose(['Europe/Berlin', 'America/New_York', 'Etc/UTC'], at) },
      { addCompanyDaysOff: off },
      { planAt: choose(['09:00', '13:00'], at) },
    ];
    return changeWorkspaceSettings(context(office), admin, choose(changes, pick), next());
  },
  'the company works after all': async (office) => {
    const [admin] = await admins(office.store);
    const [off] = (await readPolicy(office.store)).companyDaysOff;
    return admin && off && removeCompanyDaysOff(context(office), admin, off);
  },
  'takes back what was set for everybody': async (office) => {
    const [admin] = await admins(office.store);
    const [change] = await newestChanges(office.store, 'workspace');
    return admin && change && undoSettings(context(office), admin, change.id);
  },
  'flies somewhere': (office, person, _other, pick) =>
    told(office, person, { tz: choose(['Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Etc/UTC'], pick) }),
  'says in Slack that they are out': (office, person, _other, pick) => {
    const until = pick % 3 === 0 ? 0 : Math.floor((office.context.clock().getTime() + (pick % 12) * day + 1) / 1000);
    const status = { status_emoji: ':palm_tree:', status_text: 'Vacationing', status_expiration: until };
    return told(office, person, { profile: status });
  },
  'clears their status': (office, person) =>
    told(office, person, { profile: { status_emoji: '', status_text: '', status_expiration: 0 } }),
  'says that they are back': (office, person) => sayBack(context(office), person),
  'says that they are still away': (office, person) => sayStillAway(context(office), person),
  'loses their account, or gets it back': (office, person, _other, pick) =>
    told(office, person, { deleted: pick % 2 === 0 }),
  'becomes a guest, or a member again': (office, person, _other, pick) =>
    told(office, person, { is_restricted: pick % 2 === 0 }),
  'has another account': (office, person) =>
    changePerson(office.store, person.id, { slackUserId: `U${next().replace(':', '')}` }),
  'is named as somebody’s manager': async (office, person, other) => {
    const [admin] = await admins(office.store);
    const input = { actorId: admin?.id ?? other.id, repIds: [person.id], managerId: other.id };
    return nameManager(context(office), office.store, input, office.context.clock());
  },
  'says who is in their team': async (office, person, other, pick) => {
    const lines = await currentLines(office.store);
    const reps = lines.filter(({ managerId }) => managerId === person.id).map(({ personId }) => personId);
    const leadId = lines.find(({ personId }) => personId === person.id)?.managerId;
    const repIds = pick % 2 === 0 ? [...reps, other.id] : reps.slice(1);
    return setUpTeam(context(office), person, { repIds, leadId, once: next() });
  },
  'answers a claim': async (office, person, _other, pick) => {
    const [claim] = await waitingClaims(office.store);
    return claim && decideClaim(context(office), person, { claimId: claim.id, answer: pick % 4 === 0 ? 'no' : 'yes' });
  },
  'reports to nobody': (office, person) => endLine(office.store, person.id, today(office)),
  'the lines are followed': (office) =>
    followReportingLines(context(office), office.store, 'everybody', null, office.context.clock()),
  'is hired': (office, person, _other, pick) =>
    office.hire(`New ${pick}`, person.leftOn === null ? person.id : undefined),
  'a roster comes': async (office, person, other, pick) => {
    const row = (one: Person, manager: string) =>
      `${one.id},${one.name},${one.slackUserId ?? ''},${manager},${choose(['', 'DE', 'US'], pick)},`;
    const left = pick % 3 === 0 ? 'Terminated' : '';
    const file = csv(
      'id,name,slack_id,manager,country,status',
      row(person, person.id === other.id ? '' : other.name),
      ...(person.id === other.id ? [] : [row(other, '')]),
      `N${pick},Nora ${pick},,${person.name},,${left}`,
    );
    await importRoster(office.store, file, {}, office.context.clock());
    return followReportingLines(context(office), office.store, 'everybody', null, office.context.clock());
  },
  'the roster is taken back': (office) =>
    undoRoster(context(office), office.store, { actorId: null }, office.context.clock()),
  'has a last day': (office, person) => setLastDay(office.store, person.id, addDays(today(office), -2)),
  'last days pass': (office) => leaveOnLastDay(context(office), office.store, office.context.clock()),
  'is taken out': (office, person) =>
    removePerson(context(office), office.store, { personId: person.id, actorId: null }, office.context.clock()),
  'is let in again': (office, person) =>
    restorePerson(context(office), office.store, { personId: person.id, actorId: null }, office.context.clock()),
  'turns out to be somebody else': (office, person, other) =>
    mergePeople(
      context(office),
      office.store,
      { keptId: person.id, goneId: other.id, actorId: null },
      office.context.clock(),
    ),
  'turns out to be two': async (office) => {
    const merge = await newestPeopleChange(office.store, 'merge');
    const undone = { mergeId: merge?.id ?? 0, actorId: null };
    return undoMerge(context(office), office.store, undone, office.context.clock());
  },
  'books something': async (office, _person, _other, pick) => {
    const lines = await currentLines(office.store);
    const { managerId, personId } = choose(lines, pick);
    const person = await findPerson(office.store, managerId);
    if (person === undefined) return undefined;
    const appointment = { date: addDays(today(office), 1 + (pick % 6)), time: '15:00', minutes: 45 };
    const subject = { behaviour: 'check-in', repId: personId };
    return book(context(office), person, { subject, appointment, once: next() });
  },
  'moves a booking': async (office, _person, _other, pick) => {
    const [booking] = await plannedBookings(office.store);
    const person = booking && (await findPerson(office.store, booking.managerId));
    const appointment = { date: addDays(today(office), 1 + (pick % 9)), time: '10:00', minutes: 30 };
    return booking && person && rebook(context(office), person, { bookingId: booking.id, appointment, once: next() });
  },
  'drops a booking': async (office) => {
    const [booking] = await plannedBookings(office.store);
    const person = booking && (await findPerson(office.store, booking.managerId));
    return booking && person && dropBooking(context(office), person, booking.id);
  },
  'time passes': (office, _person, _other, pick) => {
    office.moveTo(new Date(office.context.clock().getTime() + (1 + (pick % 80)) * 3_600_000).toISOString());
    return runJobs(office);
  },
};

function told(office: Office, person: Person, facts: object): Promise<unknown> {
  if (person.slackUserId === null) return Promise.resolve();
  const user = { id: person.slackUserId, team_id: office.store.workspaceId, real_name: person.name, ...facts };
  return followSlackUser(context(office), user);
}

async function runJobs(office: Office): Promise<void> {
  const round = beginRound(office.context);
  for (const job of [greetLeaders, planWeeks, followUpBookings, sendDigests, sendRecaps, sendRepRecaps, followPulses]) {
    await job(office.context, round);
  }
}

interface Time {
  readonly personId: number;
  readonly job: string;
  readonly at: Date;
}

/** In order; what is due by now is due now. */
function readable(times: readonly Time[], now: Date): string[] {
  return times.map(({ personId, job, at }) => `${personId} ${job} ${(at < now ? now : at).toISOString()}`).toSorted();
}

const nameOf = ({ personId, job }: Time) => `${personId} ${job}`;

/** Nobody's times are wrong, but for those who are to be looked at. */
async function expectNothingForgotten(store: Store, now: Date, what: string): Promise<void> {
  const rows = await store.database.selectFrom('due').selectAll().execute();
  const changed = new Set(rows.filter(({ job }) => job === 'look').map(({ personId }) => personId));
  const written = rows
    .filter(({ personId }) => !changed.has(personId))
    .map(({ personId, job, dueAt }) => ({ personId, job, at: new Date(dueAt) }));
  const ids = (await everybody(store)).map(({ id }) => id).filter((id) => !changed.has(id));
  const right = await dueTimesNow(store, ids, now);
  // Who works on no day for as long as anybody looks ahead is looked at at the end of it, which moves on.
  const latest = new Date(now.getTime() + 30 * day);
  const farOff = new Set(right.filter(({ at }) => at >= latest).map(nameOf));
  const near = (times: readonly Time[]) =>
    readable(
      times.filter((time) => !farOff.has(nameOf(time))),
      now,
    );
  expect({ what, times: near(written) }).toEqual({ what, times: near(right) });
}

const names = Object.keys(steps);
const aStep = fc.record({
  name: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...names) }, fc.constant('time passes')),
  person: fc.nat(30),
  other: fc.nat(30),
  pick: fc.nat(5000),
});

const step = (name: string, person: number, other: number, pick: number) => ({ name, person, other, pick });
/** What only happens after something else: Lee is 0, Dana 1, Priya 2, Sam 3, Omar 4. */
const story = [
  step('says in Slack that they are out', 1, 0, 3),
  step('says that they are back', 1, 0, 0),
  step('says that they are still away', 1, 0, 0),
  step('time passes', 0, 0, 70),
  step('clears their status', 1, 0, 0),
  step('a roster comes', 4, 0, 1),
  step('the roster is taken back', 0, 0, 0),
  step('is taken out', 2, 0, 0),
  step('is let in again', 2, 0, 0),
  step('books something', 0, 0, 1),
  step('time passes', 0, 0, 20),
  step('moves a booking', 0, 0, 1),
  step('time passes', 0, 0, 79),
  step('books something', 0, 0, 2),
  step('drops a booking', 0, 0, 0),
  step('turns out to be somebody else', 3, 4, 0),
  step('turns out to be two', 0, 0, 0),
  step('says who is in their team', 4, 3, 0),
  step('answers a claim', 1, 0, 1),
  step('has a last day', 2, 0, 0),
  step('last days pass', 0, 0, 0),
  step('takes days off', 1, 0, 3),
  step('comes back earlier', 1, 0, 0),
  step('takes back what they set', 1, 0, 0),
  step('sets something for everybody', 0, 0, 6),
  step('the company works after all', 0, 0, 0),
  step('takes back what was set for everybody', 0, 0, 0),
];

// On a server it would take minutes, and it is about what the acts say, not about where that is kept.
test.skipIf(isOnServer)(
  'no sequence of what people do leaves somebody’s due time wrong',
  { timeout: 180_000 },
  async () => {
    const refused = new Map(names.map((name) => [name, { done: 0, refused: 0 }]));
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 30, maxLength: 60, size: 'max' }), async (walk) => {
        const office = await openOffice();
        try {
          await changePerson(office.store, office.people.lee.id, { isAdmin: true });
          for (const name of ['Ana', 'Ben', 'Cem', 'Dot']) await office.hire(name, office.people.dana.id);
          await office.hire('Eve', office.people.omar.id);
          await runJobs(office);
          for (const { name, person, other, pick } of walk) {
            // Who turned out to be somebody else acts as that one.
            const people = (await everybody(office.store)).filter(({ leftWhy }) => leftWhy !== 'merged');
            const [one, two] = [choose(people, person), choose(people, other)];
            const count = refused.get(name) ?? { done: 0, refused: 0 };
            try {
              await steps[name]?.(office, one, two, pick);
              count.done += 1;
            } catch (error) {
              if (!(error instanceof UserError)) throw error;
              count.refused += 1;
            }
            const now = office.context.clock();
            await expectNothingForgotten(office.store, now, `${name}: ${one.id}, ${two.id}, ${pick}`);
            // What is to be looked at is looked at, so that the next step can't hide behind it.
            await lookAtChanged(office.context, now);
            await expectNothingForgotten(office.store, now, `after ${name}`);
          }
        } finally {
          await office.close();
        }
      }),
      { numRuns: 6, endOnFailure: true, examples: [[story]] },
    );
    expect([...refused].filter(([, { done }]) => done === 0).map(([name]) => name)).toEqual([]);
  },
);

test('once everything is done, nothing is due, and nobody is looked at', async () => {
  const office = await openOffice();
  await runJobs(office);
  expect(await isAnythingDue(office.store, office.context.clock())).toBe(false);
  office.moveTo('2026-11-24T10:00:00Z');
  await runJobs(office);
  expect(await isAnythingDue(office.store, office.context.clock())).toBe(false);
  office.moveTo('2026-11-27T14:59:00Z');
  expect(await isAnythingDue(office.store, office.context.clock())).toBe(false);
  office.moveTo('2026-11-27T15:00:00Z');
  expect(await isAnythingDue(office.store, office.context.clock())).toBe(true);
  await office.close();
});

test('a cause that was forgotten costs a day: the sweep puts it right, and says whose time it was', async () => {
  const office = await openOffice();
  const { store, people } = office;
  await runJobs(office);
  await lookAtChanged(office.context, office.context.clock());
  expect(await sweepDueTimes(office.context, beginRound(office.context))).toEqual([]);
  await store.database
    .updateTable('person')
    .set({ timeZone: 'Asia/Kolkata' })
    .where('id', '=', people.dana.id)
    .execute();
  await store.database.deleteFrom('due').where('personId', '=', people.priya.id).execute();
  office.moveTo('2026-11-23T20:00:00Z');
  expect(await sweepDueTimes(office.context, beginRound(office.context))).toEqual([]);
  office.moveTo('2026-11-24T10:00:00Z');
  await runJobs(office);
  expect(await sweepDueTimes(office.context, beginRound(office.context))).toEqual([people.dana.id, people.priya.id]);
  office.moveTo('2026-11-25T10:00:00Z');
  await runJobs(office);
  expect(await sweepDueTimes(office.context, beginRound(office.context))).toEqual([]);
  await office.close();
});
