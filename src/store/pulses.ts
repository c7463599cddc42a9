/** Pulses as everybody may know them: who leads one, who is asked, whether it is open, and what was published. Answers are in `pulse-box.ts`. */
import type { Selectable } from 'kysely';
import type { PulseFact } from '../behaviours/facts.ts';
import type { PersonId, PulseId } from '../behaviours/ids.ts';
import type { PulseResult } from '../leading/pulse.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { PulseKind, PulseState, PulseTable } from './pulse-tables.ts';
import type { Sealed } from './secrets.ts';

export interface PulseRecord {
  readonly id: PulseId;
  /** Who hears the result and answers it. */
  readonly leaderId: PersonId;
  readonly kind: PulseKind;
  /** Fewer answers than this are never shown; fixed when it was opened. */
  readonly minimum: number;
  /** Days are the leader's local ones. */
  readonly openedOn: LocalDate;
  readonly closesAt: Date;
  readonly state: PulseState;
  readonly closedOn: LocalDate | null;
  /** Null until it is published, and where it is hidden. */
  readonly result: PulseResult | null;
  /** The leader told the team what they heard. */
  readonly answeredOn: LocalDate | null;
  readonly heard: string | null;
  readonly will: string | null;
  /** The managers whose teams were asked, by id: one, or those of a pool. */
  readonly managerIds: readonly PersonId[];
}

/** A pulse to be asked of people who are fixed from here on. */
export type NewPulse = Pick<PulseRecord, 'leaderId' | 'kind' | 'minimum' | 'openedOn' | 'closesAt' | 'managerIds'> & {
  readonly memberIds: readonly PersonId[];
};

export async function findPulse(store: Store, pulseId: PulseId): Promise<PulseRecord | undefined> {
  const row = await selectPulses(store).where('id', '=', pulseId).executeTakeFirst();
  return row && (await toPulses(store, [row]))[0];
}

/** Newest first. */
export async function pulsesLedBy(store: Store, leaderId: PersonId): Promise<PulseRecord[]> {
  return toPulses(store, await selectPulses(store).where('leaderId', '=', leaderId).execute());
}

/** Those that may still be answered, or wait to be closed; the oldest first. */
export async function openPulses(store: Store): Promise<PulseRecord[]> {
  return (await toPulses(store, await selectPulses(store).where('state', '=', 'open').execute())).toReversed();
}

/** The open ones that these people lead, by leader; when each closes. */
export async function pulsesToClose(
  store: Store,
  leaderIds: readonly PersonId[],
): Promise<ReadonlyMap<number, readonly { readonly id: number; readonly closesAt: Date }[]>> {
  const rows = await store.database
    .selectFrom('pulse')
    .select(['id', 'leaderId', 'closesAt'])
    .where('workspaceId', '=', store.workspaceId)
    .where('leaderId', 'in', leaderIds)
    .where('state', '=', 'open')
    .orderBy('openedOn')
    .orderBy('id')
    .execute();
  const pulses = rows.map(({ closesAt, ...row }) => ({ ...row, closesAt: new Date(closesAt) }));
  return Map.groupBy(pulses, ({ leaderId }) => leaderId);
}

/** The open pulse that this person is asked in, answered or not. */
export async function openPulseOf(store: Store, personId: PersonId): Promise<PulseRecord | undefined> {
  const row = await store.database
    .selectFrom('pulseMember')
    .innerJoin('pulse', 'pulse.id', 'pulseMember.pulseId')
    .select('pulse.id')
    .where('pulseMember.workspaceId', '=', store.workspaceId)
    .where('pulseMember.personId', '=', personId)
    .where('pulse.state', '=', 'open')
    .orderBy('pulse.openedOn', 'desc')
    .orderBy('pulse.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && findPulse(store, row.id);
}

export async function isPulseMember(store: Store, pulseId: PulseId, personId: PersonId): Promise<boolean> {
  return (await membersOfPulse(store, pulseId)).includes(personId);
}

/** Known only while the pulse is open. */
export async function hasAnsweredPulse(store: Store, pulseId: PulseId, personId: PersonId): Promise<boolean> {
  const row = await store.database
    .selectFrom('pulseAnswered')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of those who are asked, as fixed when it was opened. */
export async function membersOfPulse(store: Store, pulseId: PulseId): Promise<number[]> {
  const rows = await store.database
    .selectFrom('pulseMember')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Those led by each of these leaders that were published, newest first: that there is one, not what it says. */
export async function pulseFacts(
  store: Store,
  leaderIds: readonly PersonId[],
): Promise<(PulseFact & { readonly leaderId: PersonId })[]> {
  const rows = await publishedBy(store, { leaderIds: asOneValue(leaderIds) });
  return rows.flatMap(({ closedOn, ...row }) => (closedOn === null ? [] : [{ ...row, closedOn }]));
}

const publishedBy = prepared((database, { workspaceId, leaderIds }: Given<{ readonly leaderIds: string }>) =>
  database
    .selectFrom('pulse')
    .select(['leaderId', 'closedOn', 'answeredOn'])
    .where('workspaceId', '=', workspaceId)
    .where('leaderId', 'in', oneOfThose(leaderIds))
    .where('state', '=', 'published')
    .orderBy('closedOn', 'desc')
    .orderBy('id', 'desc'),
);

function selectPulses(store: Store) {
  return store.database
    .selectFrom('pulse')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .orderBy('openedOn', 'desc')
    .orderBy('id', 'desc');
}

async function toPulses(store: Store, rows: readonly Selectable<PulseTable>[]): Promise<PulseRecord[]> {
  if (rows.length === 0) return [];
  const teams = await store.database
    .selectFrom('pulseTeam')
    .select(['pulseId', 'managerId'])
    .where('workspaceId', '=', store.workspaceId)
    .where(
      'pulseId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('managerId')
    .execute();
  const open = (sealed: Sealed | null): string | null => (sealed === null ? null : store.secrets.open(sealed));
  return rows.map((row) => {
    const { workspaceId: _workspace, interactionId: _interaction, closesAt, result, heard, will, ...columns } = row;
    const published = open(result);
    return {
      ...columns,
      closesAt: new Date(closesAt),
      result: published === null ? null : (JSON.parse(published) as PulseResult),
      heard: open(heard),
      will: open(will),
      managerIds: teams.filter(({ pulseId }) => pulseId === row.id).map(({ managerId }) => managerId),
    };
  });
}
