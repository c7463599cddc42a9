import { dayOf } from '../../acts/own.ts';
import { noteToAnswer, replyToNote } from '../../acts/reply-to-note.ts';
import { formatDate } from '../../time/zoned.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { shortNameOf } from '../loading/name-of.ts';
import * as routes from '../routes/logging.ts';
import { headingForRep } from '../views/log/entry.ts';
import { noteReplyForm, noteReplySchema } from '../views/log/note-reply.ts';

/** Whom a shared note is about answers it. */
export const noteReplyListeners: readonly Listener[] = [
  onPress(routes.openReply, async ({ context, acting, carried: { interaction }, openOver }) => {
    const { store, behaviours } = context;
    const entry = await noteToAnswer(context, store, acting, interaction);
    const { today } = await dayOf(store, acting, context.clock());
    const authorShortName = await shortNameOf(store, acting.id, entry.managerId);
    const behaviour = behaviours.find(({ id }) => id === entry.behaviour);
    const about = `${headingForRep(behaviour, authorShortName)}, ${formatDate(entry.happenedOn, today)}`;
    await openOver(noteReplyForm({ interaction, about, authorShortName }));
  }),
  onSubmit(routes.saveReply, async ({ context, acting, carried, once, read }) =>
    replyToNote(context, acting, {
      interactionId: carried.interaction,
      text: read(noteReplySchema).text,
      once,
    }),
  ),
];
