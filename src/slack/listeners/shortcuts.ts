import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { managerToAsk } from '../../acts/ask.ts';
import { knownBehaviour } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { actingPerson } from '../wire/acting.ts';
import { limits } from '../kit/limits.ts';
import { openLogForm } from '../opening/log-form.ts';
import { permalinkOf, quotation, quotedMessage } from '../opening/message-shortcut.ts';
import { askFromMessage, logFromAnywhere, noteFromMessage } from '../routes/shortcuts.ts';
import { openAskForm } from './asks.ts';
import { coachingNoteId } from '../opening/coach-note.ts';

/** On a message: save it as a coaching note, ask one's manager about it. From anywhere: log an interaction. */
export function registerShortcuts(app: App, context: Context): void {
  app.shortcut<MessageShortcut>(
    { callback_id: noteFromMessage.id, type: 'message_action' },
    async ({ ack, shortcut }) => {
      await ack();
      const acting = await actingPersonOf(context, shortcut);
      const quoted = await quotedMessage(context, acting, shortcut.message);
      const text = quotation(quoted, limits.inputText);
      await openLogForm(context, acting, shortcut.trigger_id, {
        behaviour: knownBehaviour(context.behaviours, coachingNoteId).id,
        // Of anybody else it isn't known whom the note is about: the form asks.
        ...(quoted.author.kind === 'report' ? { rep: quoted.author.id } : {}),
        ...(text === '' ? {} : { text }),
      });
    },
  );
  app.shortcut<MessageShortcut>(
    { callback_id: askFromMessage.id, type: 'message_action' },
    async ({ ack, shortcut }) => {
      await ack();
      const acting = await actingPersonOf(context, shortcut);
      await managerToAsk(context.store, acting, '');
      const link = await permalinkOf(context, shortcut.channel.id, shortcut.message_ts);
      const below = link === undefined ? '' : `\n${link}`;
      const quoted = await quotedMessage(context, acting, shortcut.message);
      const words = `${quotation(quoted, limits.inputText - below.length - roomToType)}${below}`.trim();
      await openAskForm(context, acting, shortcut.trigger_id, words);
    },
  );
  app.shortcut<GlobalShortcut>({ callback_id: logFromAnywhere.id, type: 'shortcut' }, async ({ ack, shortcut }) => {
    await ack();
    await openLogForm(context, await actingPersonOf(context, shortcut), shortcut.trigger_id, {});
  });
}

/** What is quoted leaves room for the question itself. */
const roomToType = 1000;

function actingPersonOf(context: Context, { user }: GlobalShortcut | MessageShortcut) {
  return actingPerson(context, { userId: user.id, teamId: user.team_id });
}
