import { knownBehaviour } from '../../acts/own.ts';
import { namedInWords } from '../../leading/named-in-words.ts';
import { managerOf, reportsOf } from '../../leading/roles.ts';
import { linesNear } from '../../store/lines-near.ts';
import { shortNamesForReader } from '../../store/short-names.ts';
import { onDirectMessage } from '../door/event.ts';
import type { DirectMessage } from '../door/incoming.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { limits } from '../kit/limits.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { openAskForm } from '../opening/ask-form.ts';
import { coachingNoteId, nameablePeople } from '../opening/coach-note.ts';
import { openLogForm } from '../opening/log-form.ts';
import { isSentence, wordsTyped } from '../opening/typed-sentence.ts';
import { askTyped, noteTyped } from '../routes/coach.ts';
import { notRead } from '../views/home/help.ts';
import { sentenceAnswer, sentenceTooLong } from '../views/log/typed-sentence.ts';
import { readable } from '../wire/readable.ts';

/**
 * Somebody writes to the bot. A sentence of a rep or a manager is offered to become an ask or a coaching note; everything else is
 * answered with what can be done here. What was written is kept nowhere.
 */
export const directMessageListeners: readonly Listener[] = [
  onDirectMessage(answerTo),
  onPress(askTyped, async ({ context, acting, carried, triggerId }) =>
    openAskForm(context, acting, triggerId, await wordsTyped(context, acting, carried), true),
  ),
  onPress(noteTyped, async ({ context, acting, carried, triggerId }) =>
    openLogForm(context, acting, triggerId, {
      behaviour: knownBehaviour(context.behaviours, coachingNoteId).id,
      text: await wordsTyped(context, acting, carried),
      ...(carried.rep === undefined ? {} : { rep: carried.rep }),
    }),
  ),
];

async function answerTo({ context, acting, text: escaped, at, hasFile }: DirectMessage): Promise<RenderedMessage> {
  const { store } = context;
  const text = (await readable(context, escaped)).trim();
  const lines = await linesNear(store, [acting.id]);
  const managerId = managerOf(acting.id, lines);
  const hasReports = reportsOf(acting.id, lines).length > 0;
  const nobodyToTell = managerId === undefined && !hasReports;
  if (nobodyToTell || !isSentence(text)) return notRead(await standpointOf(store, acting.id));
  if (text.length > limits.inputText) return sentenceTooLong(text.length);
  const people = await nameablePeople(store, acting);
  const { ids } = namedInWords(text, people);
  const shortName = await shortNamesForReader(store, acting.id);
  return sentenceAnswer({
    text,
    at,
    hasFile,
    managerName: managerId === undefined ? undefined : await shortNameOf(store, acting.id, managerId),
    hasReports,
    named: people.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, shortName: shortName(name) })),
  });
}
