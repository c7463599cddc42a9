/** Which pulses have to do with one person. */
import type { SelectQueryBuilder } from 'kysely';
import type { PromiseState } from '../behaviours/facts.ts';
import type { PersonId, PulseId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { findPulse } from './pulses.ts';
import type { PulseRecord } from './pulses.ts';
import type { Tables } from './tables.ts';

/** The newest in which this person was asked and to which the leader has said what they heard and will do. */
export function newestPulseTold(store: Store, personId: PersonId): Promise<PulseRecord | undefined> {
  const asked = store.database
    .selectFrom('pulseMember')
    .innerJoin('pulse', 'pulse.id', 'pulseMember.pulseId')
    .where('pulseMember.workspaceId', '=', store.workspaceId)
    .where('pulseMember.personId', '=', personId)
    .where('pulse.answeredOn', 'is not', null);
  return newestOf(store, asked);
}

/** The newest in which this manager's team answered together with others, under somebody else. */
export function newestPooledPulse(store: Store, managerId: PersonId): Promise<PulseRecord | undefined> {
  const pooled = store.database
    .selectFrom('pulseTeam')
    .innerJoin('pulse', 'pulse.id', 'pulseTeam.pulseId')
    .where('pulseTeam.workspaceId', '=', store.workspaceId)
    .where('pulseTeam.managerId', '=', managerId)
    .where('pulse.leaderId', '!=', managerId);
  return newestOf(store, pooled);
}

async function newestOf(
  store: Store,
  pulses: SelectQueryBuilder<Tables, 'pulse', object>,
): Promise<PulseRecord | undefined> {
  const row = await pulses
    .select('pulse.id')
    .orderBy('pulse.openedOn', 'desc')
    .orderBy('pulse.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && findPulse(store, row.id);
}

/** What became of the leader's promise to this rep, made in answer to a pulse. */
export interface PulsePromise {
  readonly dueOn: LocalDate;
  readonly state: PromiseState;
  readonly settledOn: LocalDate | null;
}

/** By which day the leader promised this rep what they will do about it, and whether they did. */
export async function promiseOfPulse(
  store: Store,
  pulseId: PulseId,
  repId: PersonId,
): Promise<PulsePromise | undefined> {
  const row = await store.database
    .selectFrom('promise')
    .select(['dueOn', 'state', 'settledOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .where('repId', '=', repId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row;
}
