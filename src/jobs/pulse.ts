import { closePulse, forgetKeys } from '../acts/close-pulse.ts';
import { openPulse } from '../acts/open-pulse.ts';
import { say } from '../acts/say.ts';
import type { Context } from '../context.ts';
import { pulseTimeOf } from '../leading/due-times.ts';
import { dueOccurrence } from '../leading/plan-time.ts';
import type { Occurrence } from '../leading/plan-time.ts';
import { pulseMinimum } from '../leading/pulse.ts';
import {
  askedTooLately,
  daysBetweenGroups,
  mayOpen,
  pulseGroups,
  withoutAsked,
  withoutNewcomers,
} from '../leading/pulse-groups.ts';
import type { PulseGroup } from '../leading/pulse-groups.ts';
import type { Store } from '../store/db.ts';
import type { Organisation } from '../store/organisation.ts';
import type { Person } from '../store/people.ts';
import { KeyFileError } from '../store/key-file.ts';
import { askedSince } from '../store/pulse-rounds.ts';
import { loadPulseTeams } from '../store/pulse-teams.ts';
import type { PulseTeams } from '../store/pulse-teams.ts';
import { pulsesLedBy, pulsesToClose } from '../store/pulses.ts';
import { hasComeBy, markRun } from '../store/weekly-marks.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { lookAtDue } from './due.ts';
import type { AtHand, Write } from './due.ts';
import type { Round } from './round.ts';
import type { LocalDate } from '../time/zoned.ts';

const job = 'pulse';

/**
 * Closes the pulses whose time is over, and opens those whose time has come: looked at once a week for each leader, in their zone.
 * What a crash has left of their keys is swept before. Where a key can't be kept or read, nothing is opened or closed until it can.
 */
export async function followPulses(context: Context, round: Round): Promise<void> {
  try {
    await forgetKeys(context);
    await lookAtDue(context, round, 'pulse-close', (leader, atHand) => closeEnded(context, leader, atHand, round));
    await lookAtDue(context, round, job, (leader, atHand) => openIfDue(context, leader, atHand, round));
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    context.log.error(
      { err: error },
      'A pulse isn’t opened or closed, because its key can’t be kept or read. Give this user read and write access to where the keys of pulses lie; it is tried again every minute',
    );
  }
}

async function openIfDue(
  context: Context,
  leader: Person,
  { organisation }: AtHand,
  round: Round,
): Promise<Write | undefined> {
  const { now } = round;
  if (!organisation.policy.pulseOn || !organisation.leaders.includes(leader)) return undefined;
  const calendar = organisation.calendarOf(leader);
  const occurrence = dueOccurrence(calendar, pulseTimeOf({ policy: organisation.policyOf(leader) }), now);
  if (occurrence === undefined) return undefined;
  if (await hasComeBy(context.store, job, leader.id, occurrence.week, { now, timeZone: calendar.timeZone }))
    return undefined;
  return async (tx) => {
    await markRun(tx, job, leader.id, occurrence.week, now);
    await openFor(context, tx, leader, { occurrence, organisation }, round);
  };
}

async function closeEnded(
  context: Context,
  leader: Person,
  { organisation }: AtHand,
  { now, staleHomes }: Round,
): Promise<undefined> {
  const zone = organisation.calendarOf(leader).timeZone;
  for (const { id, closesAt } of (await pulsesToClose(context.store, [leader.id])).get(leader.id) ?? [])
    if (now >= closesAt)
      for (const person of await closePulse(context, id, localDateOf(now, zone), now)) staleHomes.add(person);
}

/** Everything that is asked for this leader this week: of their own team, and of the small teams below them. */
async function openFor(
  context: Context,
  store: Store,
  leader: Person,
  { occurrence, organisation }: { readonly occurrence: Occurrence; readonly organisation: Organisation },
  { now, staleHomes }: Round,
): Promise<void> {
  const found = await loadPulseTeams(store, leader.id);
  const { groups, withoutPulse } = pulseGroups(found.teams, pulseMinimum);
  const calendar = organisation.calendarOf(leader);
  const today = localDateOf(now, calendar.timeZone);
  for (const group of groups.filter(({ leaderId }) => leaderId === leader.id)) {
    const asked = await groupToAsk(store, group, found, today, organisation.policy.pulseEveryDays);
    if (asked === undefined) continue;
    await openPulse(context, store, asked, { on: today, calendar }, now);
    for (const person of [leader.id, ...asked.managerIds, ...asked.memberIds]) staleHomes.add(person);
  }
  if (withoutPulse.includes(leader.id)) await tellOfNone(context, store, leader, found, occurrence, now);
}

async function groupToAsk(
  store: Store,
  group: PulseGroup,
  { lines }: PulseTeams,
  today: LocalDate,
  everyDays: number,
): Promise<PulseGroup | undefined> {
  const earlier = (await pulsesLedBy(store, group.leaderId)).filter(({ kind }) => kind === group.kind);
  const since = (id: number) => lines.find(({ personId }) => personId === id)?.startedOn;
  if (!mayOpen(earlier, today, everyDays)) return undefined;
  const before = await askedSince(store, addDays(today, -daysBetweenGroups), group.memberIds);
  return withoutAsked(withoutNewcomers(group, since, today), askedTooLately(group, before, today), pulseMinimum);
}

/** Once ever, and not before the team has been theirs for as long as it takes to a first pulse. */
async function tellOfNone(
  context: Context,
  store: Store,
  manager: Person,
  { teams, lines }: PulseTeams,
  { on }: Occurrence,
  now: Date,
): Promise<void> {
  const memberIds = teams.find(({ managerId }) => managerId === manager.id)?.memberIds ?? [];
  const team = { kind: 'team' as const, leaderId: manager.id, managerIds: [manager.id], memberIds };
  const since = (id: number) => lines.find(({ personId }) => personId === id)?.startedOn;
  if (withoutNewcomers(team, since, on).memberIds.length === 0) return;
  const subject = { manager: manager.id, on };
  const occurrenceKey = `pulse-none|${manager.id}`;
  await say(context, store, { occurrenceKey, kind: 'pulse-none', recipientId: manager.id, subject }, now);
}
