import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { dayOf } from '../../acts/own.ts';
import { noteToAnswer, replyToNote } from '../../acts/reply-to-note.ts';
import type { Context } from '../../context.ts';
import { formatDate } from '../../time/zoned.ts';
import { actingPerson } from '../wire/acting.ts';
import { refreshHomes } from '../opening/home.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { openOver } from '../wire/open-view.ts';
import * as routes from '../routes/logging.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { headingForRep } from '../views/log/entry.ts';
import { noteReplyForm, noteReplySchema } from '../views/log/note-reply.ts';

/** Whom a shared note is about answers it. */
export function registerNoteReplies(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(routes.openReply.id, async ({ ack, body, action }) => {
    await ack();
    const { store, behaviours } = context;
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { interaction } = routes.openReply.decode(action.value);
    const entry = await noteToAnswer(context, store, acting, interaction);
    const { today } = await dayOf(store, acting, context.clock());
    const authorShortName = await shortNameOf(store, acting.id, entry.managerId);
    const behaviour = behaviours.find(({ id }) => id === entry.behaviour);
    const about = `${headingForRep(behaviour, authorShortName)}, ${formatDate(entry.happenedOn, today)}`;
    await openOver(context, body, noteReplyForm({ interaction, about, authorShortName }));
  });
  app.view(routes.saveReply.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { interaction } = routes.saveReply.decode(view.private_metadata);
      const { text } = readForm(noteReplySchema, view.state.values);
      return replyToNote(context, acting, { interactionId: interaction, text, once: `view:${view.id}` });
    });
    await refreshHomes(context, concerned ?? []);
  });
}
