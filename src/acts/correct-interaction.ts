import type { Change } from '../behaviours/change.ts';
import type { InteractionId, PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { reopened } from '../leading/nudge-answer.ts';
import { hasWordsToShare } from '../leading/access.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { changeInteraction, deleteInteraction } from '../store/interactions.ts';
import type { Interaction } from '../store/interactions.ts';
import { answerNudge, findNudge } from '../store/nudges.ts';
import { noteRepliesOf, removeNoteReplies } from '../store/note-replies.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { wantRefreshOfRecaps } from '../store/recap-refresh.ts';
import { applyChanges, correctChanges, takeBackAll, takeBackChanges } from './apply-changes.ts';
import type { Applying } from './changes/handler.ts';
import { checkEntry } from './check-entry.ts';
import type { Entry } from './check-entry.ts';
import { changesFrom, noteTexts } from './follow-from.ts';
import { kindForAudit } from './log-interaction.ts';
import type { Logged } from './log-interaction.ts';
import { dayOf, knownBehaviour, ownEntry } from './own.ts';
import { refreshDigests, refreshMessagesOf, refreshAbout } from './refresh.ts';
import { tellRepOfNote } from './share-note.ts';
import { teamConcerned } from './team-promise.ts';

/**
 * Puts an entry right that the acting person wrote, and the records that followed from it.
 * @throws UserError, FieldError if it isn't theirs, or can't be so
 */
export async function correctInteraction(
  context: Context,
  acting: Person,
  input: { readonly interactionId: InteractionId; readonly entry: Entry; readonly once: string },
): Promise<Logged> {
  const now = context.clock();
  const { interactionId, entry } = input;
  return writing(context.store, async (tx): Promise<Logged> => {
    if (!(await receiveOnce(tx, input.once, now))) return { interactionId: undefined, concerned: [] };
    const before = await ownEntry(tx, acting, interactionId);
    const day = await dayOf(tx, acting, now);
    const rep = await checkEntry(context, tx, acting, entry, day, before);
    const behaviour = knownBehaviour(context.behaviours, entry.behaviour);
    const changes = changesFrom(behaviour, entry);
    const { promise: _promise, ...written } = entry;
    const texts = noteTexts(behaviour, written.texts, changes);
    const shared = written.shared && hasWordsToShare(behaviour.form, texts);
    const changed = { ...written, texts, shared, managerId: acting.id, nudgeId: before.nudgeId };
    await changeInteraction(tx, interactionId, changed);
    const team = await teamConcerned(tx, interactionId);
    const common = { context, store: tx, acting, interactionId, on: entry.happenedOn, today: day.today, now };
    await correctRecords(common, changes, before, rep);
    await refreshWhatShows(tx, before, now);
    if (shared && rep !== undefined) await tellRepOfNote(context, tx, interactionId, rep, now);
    await audit(context, tx, acting, 'interaction.corrected', before, now);
    return { interactionId, concerned: concernedBy(acting, before, entry.repId, team) };
  });
}

/**
 * Deletes an entry that the acting person wrote, with its words and the records on which nothing was built. A nudge that it answered is open again.
 * @throws UserError if it isn't theirs, or is gone
 */
export async function removeInteraction(
  context: Context,
  acting: Person,
  interactionId: InteractionId,
): Promise<Logged> {
  const now = context.clock();
  return writing(context.store, async (tx): Promise<Logged> => {
    const before = await ownEntry(tx, acting, interactionId);
    const { today } = await dayOf(tx, acting, now);
    const rep = before.repId === null ? undefined : await findPerson(tx, before.repId);
    const team = await teamConcerned(tx, interactionId);
    const common = { context, store: tx, acting, interactionId, on: before.happenedOn, today, now };
    await takeBackChanges({ ...common, rep });
    await deleteInteraction(tx, interactionId, now);
    for (const { id } of await noteRepliesOf(tx, interactionId)) await refreshAbout(tx, 'note-reply', { reply: id });
    await removeNoteReplies(tx, interactionId);
    const nudge = before.nudgeId === null ? undefined : await findNudge(tx, before.nudgeId);
    if (nudge?.state === 'done')
      await answerNudge(tx, nudge.id, { ...reopened(nudge.batch, today), from: ['done'] }, now);
    await refreshWhatShows(tx, before, now);
    await audit(context, tx, acting, 'interaction.deleted', before, now);
    return { interactionId, concerned: concernedBy(acting, before, null, team) };
  });
}

/** The records that followed from the entry are put right with it; about somebody else they begin anew. */
async function correctRecords(
  given: Omit<Applying, 'rep'>,
  changes: readonly Change[],
  before: Interaction,
  rep: Person | undefined,
): Promise<void> {
  const repBefore = before.repId === null ? undefined : await findPerson(given.store, before.repId);
  if (before.repId === (rep?.id ?? null))
    return correctChanges({ ...given, rep }, changes, before.happenedOn !== given.on);
  if (repBefore !== undefined) await takeBackAll({ ...given, rep: repBefore });
  await applyChanges({ ...given, rep }, changes);
}

/** Messages that show the entry: the plan it answered, what its rep was told, and recaps. */
async function refreshWhatShows(store: Store, entry: Interaction, now: Date): Promise<void> {
  const nudge = entry.nudgeId === null ? undefined : await findNudge(store, entry.nudgeId);
  if (nudge !== undefined) await refreshMessagesOf(store, [nudge]);
  if (entry.repId !== null) await refreshAbout(store, 'shared-note', { interaction: entry.id, rep: entry.repId });
  await wantRefreshOfRecaps(store, { ...entry, mayBeOlder: true }, now);
  await refreshDigests(store, [entry.managerId]);
}

async function audit(
  { behaviours }: Pick<Context, 'behaviours'>,
  store: Store,
  acting: Person,
  event: string,
  entry: Interaction,
  now: Date,
): Promise<void> {
  const behaviour = behaviours.find(({ id }) => id === entry.behaviour);
  const details = { ...(behaviour === undefined ? {} : kindForAudit(behaviour)), rep: entry.repId };
  await recordAudit(
    store,
    { actorId: acting.id, event, subjectKind: 'interaction', subjectId: entry.id, details },
    now,
  );
}

function concernedBy(acting: Person, before: Interaction, repId: PersonId | null, team: readonly number[]): number[] {
  return [acting.id, before.repId, repId, ...team].filter((id) => id !== null);
}
