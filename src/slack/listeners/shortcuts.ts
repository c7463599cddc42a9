import { managerToAsk } from '../../acts/ask.ts';
import { knownBehaviour } from '../../acts/own.ts';
import { onMessageShortcut, onShortcut } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { limits } from '../kit/limits.ts';
import { openAskForm } from '../opening/ask-form.ts';
import { coachingNoteId } from '../opening/coach-note.ts';
import { openLogForm } from '../opening/log-form.ts';
import { permalinkOf, quotation, quotedMessage } from '../opening/message-shortcut.ts';
import { askFromMessage, logFromAnywhere, noteFromMessage } from '../routes/shortcuts.ts';

/** What is quoted leaves room for the question itself. */
const roomToType = 1000;

/** On a message: save it as a coaching note, ask one's manager about it. From anywhere: log an interaction. */
export const shortcutListeners: readonly Listener[] = [
  onMessageShortcut(noteFromMessage, async ({ context, acting, message, triggerId }) => {
    const quoted = await quotedMessage(context, acting, message);
    const text = quotation(quoted, limits.inputText);
    await openLogForm(context, acting, triggerId, {
      behaviour: knownBehaviour(context.behaviours, coachingNoteId).id,
      // Of anybody else it isn't known whom the note is about: the form asks.
      ...(quoted.author.kind === 'report' ? { rep: quoted.author.id } : {}),
      ...(text === '' ? {} : { text }),
    });
  }),
  onMessageShortcut(askFromMessage, async ({ context, acting, message, channelId, triggerId }) => {
    await managerToAsk(context.store, acting, '');
    const link = await permalinkOf(context, channelId, message.ts);
    const below = link === undefined ? '' : `\n${link}`;
    const quoted = await quotedMessage(context, acting, message);
    const words = `${quotation(quoted, limits.inputText - below.length - roomToType)}${below}`.trim();
    await openAskForm(context, acting, triggerId, words);
  }),
  onShortcut(logFromAnywhere, ({ context, acting, triggerId }) => openLogForm(context, acting, triggerId, {})),
];
