/** Gathers what the Home tab shows of pulses. */
import { linesNear } from '../../store/lines-near.ts';
import type { Context } from '../../context.ts';
import { pulseMinimum } from '../../leading/pulse.ts';
import { repsOf, rolesOf } from '../../leading/roles.ts';
import type { Store } from '../../store/db.ts';
import type { Person } from '../../store/people.ts';
import { readPolicy } from '../../store/policy.ts';
import { newestPooledPulse, newestPulseTold, promiseOfPulse } from '../../store/pulses-of-person.ts';
import { maySeePulse } from '../../store/pulse-standing.ts';
import { openPulseOf, pulsesLedBy } from '../../store/pulses.ts';
import type { PulseRecord } from '../../store/pulses.ts';
import { addDays } from '../../time/zoned.ts';
import { nameOf, shortNameOf } from './name-of.ts';
import { loadInvitation, resultFor, untilOf } from './pulse-data.ts';
import type { PulseHome, PulseHomeResult, PulseTold } from '../views/home/home-pulse.ts';

/** What one reader sees of pulses: to answer, told in answer, and of their own teams. */
export async function loadPulseHome(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  reader: Person,
): Promise<PulseHome> {
  const now = clock();
  const results = await resultsFor(store, reader, now);
  const { pulseOn, pulseEveryDays } = await readPolicy(store);
  const lines = await linesNear(store, [reader.id]);
  const hasReps = repsOf(reader.id, lines).length > 0;
  return {
    asked: await askedOf(store, reader, now),
    told: await toldTo(store, reader),
    results,
    isLead: rolesOf(reader.id, lines).isLead,
    none: pulseOn && hasReps ? { everyDays: pulseEveryDays, minimum: pulseMinimum } : undefined,
  };
}

async function askedOf(store: Store, reader: Person, now: Date): Promise<PulseHome['asked']> {
  const record = await openPulseOf(store, reader.id);
  const invitation = record && (await loadInvitation({ store }, reader, record.id, now));
  if (invitation === undefined || invitation.stands === 'closed') return undefined;
  const { pulse, managerName, until, stands } = invitation;
  return { pulse, managerName, until, hasAnswered: stands === 'answered' };
}

async function toldTo(store: Store, reader: Person): Promise<PulseTold | undefined> {
  const record = await newestPulseTold(store, reader.id);
  if (record === undefined) return undefined;
  const { id, leaderId, heard, will } = record;
  if (heard === null || will === null) return undefined;
  const promise = await promiseOfPulse(store, id, reader.id);
  const leaderShortName = await shortNameOf(store, reader.id, leaderId);
  return { leaderName: await nameOf(store, leaderId), leaderShortName, heard, will, promise };
}

async function resultsFor(store: Store, reader: Person, now: Date): Promise<PulseHomeResult[]> {
  const led = await pulsesLedBy(store, reader.id);
  const newest = (['team', 'pool'] as const).flatMap((kind) => led.find((record) => record.kind === kind) ?? []);
  const pooled = await newestPooledPulse(store, reader.id);
  const records = pooled === undefined ? newest : [...newest, pooled];
  const shown: PulseHomeResult[] = [];
  for (const record of records)
    if (await maySeePulse(store, reader.id, record)) shown.push(await resultOf(store, reader, record, now));
  return shown;
}

async function resultOf(store: Store, reader: Person, record: PulseRecord, now: Date): Promise<PulseHomeResult> {
  const { pulseOn, pulseEveryDays } = await readPolicy(store);
  const waits = record.state === 'published' && record.answeredOn === null;
  return {
    openUntil: record.state === 'open' ? await untilOf(store, reader, record, now) : undefined,
    shown: await resultFor(store, reader, record, now),
    closedOn: record.closedOn,
    nextOn: waits || !pulseOn ? undefined : addDays(record.openedOn, pulseEveryDays),
  };
}
