/** A coaching note in one line: whom it can be about, and how it is saved. */
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Nameable } from '../../leading/named-in-words.ts';
import { localDayOf } from '../../acts/local-day.ts';
import { logInteraction } from '../../acts/log-interaction.ts';
import { knownBehaviour, reportsOfPerson } from '../../acts/own.ts';
import type { Store } from '../../store/db.ts';
import { findInteraction } from '../../store/interactions.ts';
import { knownOf } from '../../store/known-as.ts';
import type { Person } from '../../store/people.ts';
import { quotation } from '../kit/blocks.ts';
import { tooLong } from '../kit/form.ts';
import { limits } from '../kit/limits.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { readable } from '../wire/readable.ts';
import { savedSummaryOf } from '../loading/seen-when.ts';
import { savedEntryBlocks, savedEntryText } from '../views/log/entry.ts';

/** What `/coach` writes. */
export const coachingNoteId = 'coaching-note';

/** What the person is told, and whose Home tabs are old now. */
export interface Coached {
  readonly answer: RenderedMessage;
  /** Undefined where nothing was saved. */
  readonly concerned: readonly number[] | undefined;
}

/**
 * Saves it, private, for today.
 * @param once names what came in from Slack, so that it counts once
 * @returns undefined for a repeat
 * @throws UserError for somebody who doesn't report to the acting person
 */
export async function saveCoachNote(
  context: Context,
  acting: Person,
  note: { readonly repId: PersonId; readonly words: string; readonly once: string },
): Promise<Coached | undefined> {
  const behaviour = knownBehaviour(context.behaviours, coachingNoteId);
  const field = behaviour.form.find(({ kind }) => kind === 'text')?.id ?? 'note';
  const entry = {
    behaviour: behaviour.id,
    repId: note.repId,
    happenedOn: await localDayOf(context.store, acting, context.clock()),
    minutes: null,
    dealId: null,
    details: {},
    texts: { [field]: note.words },
    shared: false,
  };
  const { interactionId, concerned } = await logInteraction(context, acting, { entry, once: note.once });
  const saved = interactionId === undefined ? undefined : await findInteraction(context.store, interactionId);
  if (saved === undefined) return undefined;
  const summary = await savedSummaryOf(context, acting, saved);
  const [said, ...rest] = savedEntryBlocks(summary);
  const blocks = [...(said === undefined ? [] : [said]), quotation(note.words), ...rest];
  return { answer: { text: savedEntryText(summary), blocks }, concerned };
}

/** Those who report to the acting person, with what else they are called: by name. */
export async function nameablePeople(store: Store, acting: Person): Promise<Nameable[]> {
  const people = await reportsOfPerson(store, acting);
  return Promise.all(
    people.map(async ({ id, name, email }) => {
      const names = (await knownOf(store, id)).filter(({ kind }) => kind === 'name').map(({ value }) => value);
      const local = email?.split('@')[0];
      return { id, name, alsoKnownAs: [...names, ...(local === undefined ? [] : [local])] };
    }),
  );
}

/** @throws UserError for words that don't fit a note */
export async function fittingWords(context: Context, escaped: string): Promise<string> {
  const words = await readable(context, escaped);
  if (words.length > limits.inputText) throw new UserError(tooLong({ input: words }));
  return words;
}
