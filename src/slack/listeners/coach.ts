import { knownBehaviour } from '../../acts/own.ts';
import { personOfSlackUser } from '../../acts/slack-person.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { namedInWords, withoutRestOfName } from '../../leading/named-in-words.ts';
import type { Person } from '../../store/people.ts';
import { shortNamesForReader } from '../../store/short-names.ts';
import type { Command } from '../door/incoming.ts';
import { onCommand, onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { readCoachCommand } from '../kit/coach-command.ts';
import { coachingNoteId, fittingWords, nameablePeople, saveCoachNote } from '../opening/coach-note.ts';
import type { Coached } from '../opening/coach-note.ts';
import { openLogForm } from '../opening/log-form.ts';
import { saveProposed } from '../routes/coach.ts';
import { coachProposal } from '../views/log/coach-proposal.ts';

/** `/coach @rep note`: one line is enough; without one the form opens. A name in plain text is proposed, and one tap saves. */
export const coachListeners: readonly Listener[] = [
  onCommand('/coach', coach, { storesWords: true }),
  onPress(saveProposed, async ({ context, acting, carried: { rep, text, key }, replaceMessage }) => {
    const once = `coach:${acting.id}:${key}`;
    const saved = await saveCoachNote(context, acting, { repId: rep, words: text, once });
    if (saved === undefined) return [];
    await replaceMessage(saved.answer);
    return saved.concerned;
  }),
];

/** @returns undefined where a form opens, or for a repeat */
async function coach({ context, acting, text, triggerId, once }: Command): Promise<Coached | undefined> {
  const read = readCoachCommand(text);
  const behaviour = knownBehaviour(context.behaviours, coachingNoteId).id;
  switch (read.kind) {
    case 'bare':
      await openLogForm(context, acting, triggerId, { behaviour });
      return undefined;
    case 'nobody':
      return propose(context, acting, { typed: await fittingWords(context, read.words), triggerId });
    case 'person':
    case 'note': {
      const rep = await personNamed(context, read.slackUserId);
      const typed = read.kind === 'note' ? await fittingWords(context, read.words) : '';
      const words = withoutRestOfName(typed, rep.name);
      if (words !== '') return saveCoachNote(context, acting, { repId: rep.id, words, once });
      await openLogForm(context, acting, triggerId, { behaviour, rep: rep.id });
      return undefined;
    }
  }
}

/** Whom a name in plain text may mean: asked back, for a name alone could be anybody's. Where a button can't carry it, the form opens. */
async function propose(
  context: Context,
  acting: Person,
  { typed, triggerId }: { readonly typed: string; readonly triggerId: string },
): Promise<Coached | undefined> {
  const behaviour = knownBehaviour(context.behaviours, coachingNoteId).id;
  const people = await nameablePeople(context.store, acting);
  const { ids, words } = namedInWords(typed, people);
  const shortNameOf = await shortNamesForReader(context.store, acting.id);
  const proposed = people
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => ({ id, name, shortName: shortNameOf(name) }));
  const [only] = proposed.length === 1 ? proposed : [];
  const answer =
    words === '' || people.length === 0
      ? undefined
      : coachProposal({ people: proposed, words, behaviour, key: triggerId });
  if (answer !== undefined) return { answer, concerned: undefined };
  const opening = {
    behaviour,
    ...(words === '' ? {} : { text: words }),
    ...(only === undefined ? {} : { rep: only.id }),
  };
  await openLogForm(context, acting, triggerId, opening);
  return undefined;
}

/** @throws UserError for a person who can't be in the log */
async function personNamed(context: Context, slackUserId: string): Promise<Person> {
  const found = await personOfSlackUser(context, slackUserId);
  if ('person' in found) return found.person;
  throw new UserError(`${found.name} can’t be in the log: it is for the people of this workspace who report to you.`);
}
