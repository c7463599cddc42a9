import { linesNear } from '../../store/lines-near.ts';
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { knownBehaviour } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { namedInWords } from '../../leading/named-in-words.ts';
import { managerOf, reportsOf } from '../../leading/roles.ts';
import { receiveOnce } from '../../store/inbound.ts';
import type { Person } from '../../store/people.ts';
import { shortNamesForReader } from '../../store/short-names.ts';
import { actingPerson } from '../wire/acting.ts';
import { coachingNoteId, nameablePeople } from '../opening/coach-note.ts';
import { limits } from '../kit/limits.ts';
import { openLogForm } from '../opening/log-form.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { readable } from '../wire/readable.ts';
import { numberedIds } from '../kit/route.ts';
import { askTyped, noteTyped } from '../routes/coach.ts';
import type { TypedPlace } from '../routes/coach.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { isSentence, wordsTyped } from '../opening/typed-sentence.ts';
import { notRead } from '../views/home/help.ts';
import { sentenceAnswer, sentenceTooLong } from '../views/log/typed-sentence.ts';
import { openAskForm } from './asks.ts';

/** What people send by themselves; edits, deletions and what Slack writes stay unanswered. */
const ownSubtypes = [undefined, 'file_share', 'thread_broadcast'];

/**
 * Somebody writes to the bot. A sentence of a rep or a manager is offered to become an ask or a coaching note; everything else is
 * answered with what can be done here. What was written is kept nowhere.
 */
export function registerDirectMessages(app: App, context: Context): void {
  app.event('message', async ({ event, body }) => {
    const isOwn = event.channel_type === 'im' && ownSubtypes.includes(event.subtype);
    if (!isOwn || !('user' in event) || event.user === undefined || ('bot_id' in event && event.bot_id !== undefined))
      return;
    if (!(await receiveOnce(context.store, `event:${body.event_id}`, context.clock()))) return;
    const acting = await actingPerson(context, { userId: event.user });
    const thread = 'thread_ts' in event ? event.thread_ts : undefined;
    const escaped = 'text' in event ? (event.text ?? '') : '';
    const { text, blocks } = await answerTo(context, acting, {
      text: (await readable(context, escaped)).trim(),
      at: { channel: event.channel, ts: event.ts, ...(thread === undefined ? {} : { thread }) },
      hasFile: event.subtype === 'file_share',
    });
    await context.sender.chat.postMessage({
      channel: event.channel,
      text,
      blocks: [...blocks],
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
  });
  app.action<BlockAction<ButtonAction>>(askTyped.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const words = await wordsTyped(context, acting, askTyped.decode(action.value));
    await openAskForm(context, acting, body.trigger_id, words, true);
  });
  for (const id of [noteTyped.id, numberedIds(noteTyped)])
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const carried = noteTyped.decode(action.value);
      await openLogForm(context, acting, body.trigger_id, {
        behaviour: knownBehaviour(context.behaviours, coachingNoteId).id,
        text: await wordsTyped(context, acting, carried),
        ...(carried.rep === undefined ? {} : { rep: carried.rep }),
      });
    });
}

async function answerTo(
  context: Context,
  acting: Person,
  typed: { readonly text: string; readonly at: TypedPlace; readonly hasFile: boolean },
): Promise<RenderedMessage> {
  const { store } = context;
  const lines = await linesNear(store, [acting.id]);
  const managerId = managerOf(acting.id, lines);
  const hasReports = reportsOf(acting.id, lines).length > 0;
  const nobodyToTell = managerId === undefined && !hasReports;
  if (nobodyToTell || !isSentence(typed.text)) return notRead(await standpointOf(store, acting.id));
  if (typed.text.length > limits.inputText) return sentenceTooLong(typed.text.length);
  const people = await nameablePeople(store, acting);
  const { ids } = namedInWords(typed.text, people);
  const shortName = await shortNamesForReader(store, acting.id);
  return sentenceAnswer({
    ...typed,
    managerName: managerId === undefined ? undefined : await shortNameOf(store, acting.id, managerId),
    hasReports,
    named: people.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, shortName: shortName(name) })),
  });
}
