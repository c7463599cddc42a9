/** Gathers what the pulse shows to one reader. Who may see it is decided here and nowhere in the views. */
import type { PulseId } from '../../behaviours/ids.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { PulseResult } from '../../leading/pulse.ts';
import { isSameGroup } from '../../leading/pulse-groups.ts';
import { keepsWhatWas } from '../../store/db.ts';
import type { Store } from '../../store/db.ts';
import type { Person } from '../../store/people.ts';
import { newestSent } from '../../store/outbox.ts';
import { maySeePulse } from '../../store/pulse-standing.ts';
import { findPulse, hasAnsweredPulse, isPulseMember, membersOfPulse, pulsesLedBy } from '../../store/pulses.ts';
import type { PulseRecord } from '../../store/pulses.ts';
import { formatInstant } from '../../time/zoned.ts';
import { nameOf, shortNameOf } from './name-of.ts';
import type { PulseInvitation } from '../views/pulse/pulse.ts';
import type { PulseResultShown } from '../views/pulse/pulse-result.ts';
import type { PulseWhom } from '../views/pulse/pulse-words.ts';
import type { LocalDate } from '../../time/zoned.ts';

type Reading = Pick<Context, 'store'>;

/** What a rep sees of a pulse; undefined for somebody who isn't asked. */
export async function loadInvitation(
  { store }: Reading,
  reader: Person,
  pulseId: PulseId,
  now: Date,
): Promise<PulseInvitation | undefined> {
  const record = await findPulse(store, pulseId);
  if (record === undefined || !(await isPulseMember(store, pulseId, reader.id))) return undefined;
  return {
    pulse: record.id,
    managerName: await managerNameOf(store, reader, record),
    whom: await whomOf(store, reader, record),
    until: await untilOf(store, reader, record, now),
    stands: await standsFor(store, reader, record, now),
    isLost: record.state === 'lost',
  };
}

/**
 * The form for somebody who may still answer.
 * @throws UserError with the reason where they can't
 */
export async function loadPulseForm(context: Reading, acting: Person, pulseId: PulseId, now: Date) {
  const invitation = await loadInvitation(context, acting, pulseId, now);
  if (invitation === undefined) throw new UserError('You aren’t part of this one, so there’s nothing to answer.');
  if (invitation.stands === 'closed') throw new UserError('This one is closed. The next one comes by itself.');
  if (invitation.stands === 'answered') throw new UserError('You’ve already answered this one.');
  return invitation;
}

async function standsFor(
  store: Store,
  reader: Person,
  record: PulseRecord,
  now: Date,
): Promise<PulseInvitation['stands']> {
  if (!isOpen(record, now)) return 'closed';
  return (await hasAnsweredPulse(store, record.id, reader.id)) ? 'answered' : 'open';
}

/** The invitation as it reached this person, if it did. */
export async function ownPulseMessage(
  store: Store,
  person: Person,
  pulseId: PulseId,
): ReturnType<typeof newestSent<'pulse'>> {
  const newest = await newestSent(store, 'pulse', person.id);
  return newest?.subject.pulse === pulseId ? newest : undefined;
}

/** Its time may be over before it is closed. */
function isOpen({ state, closesAt }: PulseRecord, now: Date): boolean {
  return state === 'open' && now < closesAt;
}

/** What is published, to those whom the access rules name; undefined for anybody else. */
export async function loadResult(
  { store }: Reading,
  reader: Person,
  pulseId: PulseId,
  now: Date,
): Promise<PulseResultShown | undefined> {
  const record = await findPulse(store, pulseId);
  if (record === undefined || record.state === 'open' || !(await maySeePulse(store, reader.id, record)))
    return undefined;
  return resultFor(store, reader, record, now);
}

/** A closed pulse as its leader or a pooled manager sees it. */
export async function resultFor(
  store: Store,
  reader: Person,
  record: PulseRecord,
  now: Date,
): Promise<PulseResultShown> {
  const [before] = (await comparable(store, record)).toReversed();
  return {
    pulse: record.id,
    whom: await whomOf(store, reader, record),
    result: record.result ?? undefined,
    isLost: record.state === 'lost',
    before: before?.result,
    answeredOn: record.answeredOn,
    isLeader: record.leaderId === reader.id,
    today: (await dayOf(store, reader, now)).today,
  };
}

export interface PublishedPulse {
  readonly closedOn: LocalDate;
  readonly result: PulseResult;
}

/** Earlier results of the same people's teams, oldest first: of a pool only where the same teams were in it. */
export async function comparable(store: Store, record: PulseRecord): Promise<PublishedPulse[]> {
  return (await pulsesLedBy(store, record.leaderId))
    .filter((other) => other.id < record.id && isSameGroup(other, record))
    .flatMap(({ closedOn, result }) => (closedOn === null || result === null ? [] : [{ closedOn, result }]))
    .toReversed();
}

/** Who hears it, and whose teams answer. */
async function whomOf(store: Store, reader: Person, record: PulseRecord): Promise<PulseWhom> {
  // Of a pool, the leader is the lead already: nobody above them sees it.
  const leadId = record.kind === 'pool' ? undefined : await managerIdOf(store, record.leaderId);
  const pooled = record.kind === 'pool' ? record.managerIds : [];
  return {
    leaderName: await nameOf(store, record.leaderId),
    leaderShortName: await shortNameOf(store, reader.id, record.leaderId),
    pooledNames: await Promise.all(pooled.map((id) => nameOf(store, id))),
    leadName: leadId === undefined ? undefined : await nameOf(store, leadId),
    minimum: record.minimum,
    asked: (await membersOfPulse(store, record.id)).length,
    keepsWhatWas: keepsWhatWas(store),
  };
}

/** The manager whom the statements are about for this rep: the one they had when it was opened, as far as that is known. */
async function managerNameOf(
  store: Store,
  reader: Person,
  { kind, leaderId, managerIds }: PulseRecord,
): Promise<string> {
  if (kind === 'team') return nameOf(store, leaderId);
  const managerId = await managerIdOf(store, reader.id);
  return managerId !== undefined && managerIds.includes(managerId) ? nameOf(store, managerId) : 'your manager';
}

/** When it closes, by the reader's clock. */
export async function untilOf(store: Store, reader: Person, { closesAt }: PulseRecord, now: Date): Promise<string> {
  return formatInstant(closesAt, (await dayOf(store, reader, now)).calendar.timeZone);
}
