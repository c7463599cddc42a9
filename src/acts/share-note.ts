import type { InteractionId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { canBeShared } from '../leading/access.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { changeSharing } from '../store/interactions.ts';
import type { Person } from '../store/people.ts';
import { knownBehaviour, ownEntry, ownReport } from './own.ts';
import { welcomeRep } from './welcome-rep.ts';
import { say } from './say.ts';
import { refreshAbout } from './refresh.ts';

/** The rep is told once that words were shared, and before the first ones what this is; they are read from the database when the message is shown. */
export async function tellRepOfNote(
  context: Pick<Context, 'newId'>,
  store: Store,
  interactionId: InteractionId,
  rep: Person,
  now: Date,
): Promise<void> {
  await welcomeRep(context, store, rep.id, now);
  const subject = { interaction: interactionId, rep: rep.id };
  const isNew = await say(
    context,
    store,
    { occurrenceKey: `note-shared|${interactionId}|${rep.id}`, kind: 'note-shared', recipientId: rep.id, subject },
    now,
  );
  if (!isNew) await refreshAbout(store, 'shared-note', subject);
}

/**
 * Lets the rep read the words of an entry that the acting person wrote. Once shared, a second press changes nothing.
 * @returns the rep, for the confirmation
 */
export async function shareNote(context: Context, acting: Person, interactionId: InteractionId): Promise<Person> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const entry = await ownEntry(tx, acting, interactionId);
    if (entry.repId === null) throw new UserError('This one is about the team, so there’s no one to share it with.');
    if (!canBeShared(knownBehaviour(context.behaviours, entry.behaviour)))
      throw new UserError('These words are for you only, so they can’t be shared.');
    const person = await ownReport(tx, acting, entry.repId);
    if (entry.shared) return person;
    await changeSharing(tx, interactionId, true);
    await tellRepOfNote(context, tx, interactionId, person, now);
    await recordAudit(
      tx,
      {
        actorId: acting.id,
        event: 'interaction.shared',
        subjectKind: 'interaction',
        subjectId: interactionId,
        details: { rep: person.id },
      },
      now,
    );
    return person;
  });
}
