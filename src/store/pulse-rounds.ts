/** Opening, closing and answering a pulse: its row and who is asked. */
import type { InteractionId, PersonId, PulseId } from '../behaviours/ids.ts';
import type { PulseResult } from '../leading/pulse.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { Sealed } from './secrets.ts';
import { lookAgainAt } from './due.ts';
import { addBox, removeBox } from './pulse-box.ts';
import { findPulse, membersOfPulse } from './pulses.ts';
import type { NewPulse, PulseRecord } from './pulses.ts';

/**
 * Opens a pulse: who is asked stands from here on.
 * @returns its id
 * @throws KeyFileError if the key of its answers can't be kept: then nothing may be committed
 */
export async function addPulse(store: Store, pulse: NewPulse): Promise<PulseId> {
  const { workspaceId } = store;
  const { memberIds, managerIds, closesAt, ...columns } = pulse;
  const row = await store.database
    .insertInto('pulse')
    .values({
      ...columns,
      ...unanswered,
      workspaceId,
      closesAt: closesAt.toISOString(),
      state: 'open',
      closedOn: null,
      result: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const managerId of inOrder(managerIds))
    await store.database.insertInto('pulseTeam').values({ workspaceId, pulseId: row.id, managerId }).execute();
  for (const personId of inOrder(memberIds))
    await store.database.insertInto('pulseMember').values({ workspaceId, pulseId: row.id, personId }).execute();
  await addBox(store, row.id, memberIds.length);
  await lookAgainAt(store, pulse.leaderId);
  return row.id;
}

/**
 * Closes it: the result is published, or without one all of it is hidden; nothing else of the answers is kept.
 * @param result 'lost' where nothing can open the answers any more
 * @param on the leader's local day
 */
export async function endPulse(
  store: Store,
  pulseId: PulseId,
  result: PulseResult | 'lost' | undefined,
  on: LocalDate,
): Promise<void> {
  const published = typeof result === 'object';
  await changePulse(store, pulseId, {
    state: published ? 'published' : (result ?? 'hidden'),
    closedOn: on,
    result: published ? store.secrets.seal(JSON.stringify(result)) : null,
  });
  await removeBox(store, pulseId);
  const row = await store.database
    .selectFrom('pulse')
    .select('leaderId')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', pulseId)
    .executeTakeFirst();
  if (row !== undefined) await lookAgainAt(store, row.leaderId);
}

/** What the leader tells the team, and in which entry of the log; null takes it back. */
export async function setPulseAnswer(
  store: Store,
  pulseId: PulseId,
  answer: {
    readonly heard: string;
    readonly will: string;
    readonly on: LocalDate;
    readonly interactionId: InteractionId | null;
  } | null,
): Promise<void> {
  if (answer === null) return changePulse(store, pulseId, unanswered);
  const { heard, will, on, interactionId } = answer;
  await changePulse(store, pulseId, {
    answeredOn: on,
    heard: store.secrets.seal(heard),
    will: store.secrets.seal(will),
    interactionId,
  });
}

/** The pulses in which any of these people were asked, and that are open, or were opened on this day or later; with everybody who is asked. */
export async function askedSince(
  store: Store,
  day: LocalDate,
  personIds: readonly PersonId[],
): Promise<(PulseRecord & Pick<NewPulse, 'memberIds'>)[]> {
  if (personIds.length === 0) return [];
  const asked = store.database
    .selectFrom('pulseMember')
    .select('pulseId')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', 'in', personIds);
  const rows = await store.database
    .selectFrom('pulse')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', 'in', asked)
    .where((where) => where.or([where('state', '=', 'open'), where('openedOn', '>=', day)]))
    .execute();
  const found = [];
  for (const { id } of rows) {
    const pulse = await findPulse(store, id);
    if (pulse !== undefined) found.push({ ...pulse, memberIds: await membersOfPulse(store, id) });
  }
  return found;
}

const unanswered = { answeredOn: null, heard: null, will: null, interactionId: null } as const;

async function changePulse(
  store: Store,
  pulseId: PulseId,
  set: Partial<{
    state: 'published' | 'hidden' | 'lost';
    closedOn: LocalDate;
    result: Sealed | null;
    answeredOn: LocalDate | null;
    heard: Sealed | null;
    will: Sealed | null;
    interactionId: InteractionId | null;
  }>,
): Promise<void> {
  await store.database
    .updateTable('pulse')
    .set(set)
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', pulseId)
    .execute();
}

function inOrder(ids: readonly number[]): number[] {
  return ids.toSorted((one, other) => one - other);
}
