import type { App, SlashCommand } from '@slack/bolt';
import { logInteraction } from '../../acts/log-interaction.ts';
import { knownBehaviour } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findInteraction } from '../../store/interactions.ts';
import type { Person } from '../../store/people.ts';
import { localDayOf } from '../../acts/local-day.ts';
import { actingPerson } from '../acting.ts';
import { readCoachCommand } from '../coach-command.ts';
import { tooLong } from '../form.ts';
import { refreshHomes } from '../home.ts';
import { limits } from '../limits.ts';
import { openLogForm } from '../log-form.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { readable } from '../readable.ts';
import { reply } from '../reply.ts';
import { savedSummaryOf } from '../seen-when.ts';
import { personOfSlackUser } from '../../acts/slack-person.ts';
import { savedEntryBlocks, savedEntryText } from '../views/entry.ts';
import { pickAPerson } from '../views/pick-a-person.ts';

/** What `/coach` writes. */
export const coachingNoteId = 'coaching-note';

/** `/coach @rep note`: one line is enough; without one the form opens. */
export function registerCoach(app: App, context: Context): void {
  app.command('/coach', async ({ ack, command, respond }) => {
    let coached: Coached | undefined;
    try {
      coached = await coach(context, command);
    } finally {
      // The note is written down before Slack hears that it arrived: a crash in between costs a retry, not the note.
      await ack();
    }
    if (coached === undefined) return;
    await reply(context, respond, command.user_id, coached.answer);
    await refreshHomes(context, coached.concerned);
  });
}

/** What the person is told, and whose Home tabs are old now. */
interface Coached {
  readonly answer: RenderedMessage;
  readonly concerned: readonly number[];
}

/**
 * @returns undefined where a form opens, or for a repeat
 * @throws UserError with every word that was typed
 */
async function coach(context: Context, command: SlashCommand): Promise<Coached | undefined> {
  const typed = await readable(context, command.text.trim());
  try {
    const acting = await actingPerson(context, { userId: command.user_id, teamId: command.team_id });
    return await answerTo(context, acting, command);
  } catch (error) {
    if (!(error instanceof UserError) || typed === '') throw error;
    throw new UserError(error.message, { cause: error, typed });
  }
}

async function answerTo(
  context: Context,
  acting: Person,
  { text, trigger_id: triggerId }: SlashCommand,
): Promise<Coached | undefined> {
  const read = readCoachCommand(text);
  const behaviour = knownBehaviour(context.behaviours, coachingNoteId).id;
  switch (read.kind) {
    case 'bare':
      await openLogForm(context, acting, triggerId, { behaviour });
      return undefined;
    case 'person': {
      const rep = await personNamed(context, read.slackUserId);
      await openLogForm(context, acting, triggerId, { behaviour, rep: rep.id });
      return undefined;
    }
    case 'nobody': {
      const opening = { behaviour, text: await fittingWords(context, read.words) };
      const answer = pickAPerson(opening);
      if (answer === undefined) await openLogForm(context, acting, triggerId, opening);
      return answer && { answer, concerned: [] };
    }
    case 'note': {
      const words = await fittingWords(context, read.words);
      const rep = await personNamed(context, read.slackUserId);
      return saveNote(context, acting, rep, words, `trigger:${triggerId}`);
    }
  }
}

async function saveNote(
  context: Context,
  acting: Person,
  rep: Person,
  words: string,
  once: string,
): Promise<Coached | undefined> {
  const behaviour = knownBehaviour(context.behaviours, coachingNoteId);
  const field = behaviour.form.find(({ kind }) => kind === 'text')?.id ?? 'note';
  const entry = {
    behaviour: behaviour.id,
    repId: rep.id,
    happenedOn: await localDayOf(context.store, acting, context.clock()),
    minutes: null,
    dealId: null,
    details: {},
    texts: { [field]: words },
    shared: false,
  };
  const { interactionId, concerned } = await logInteraction(context, acting, { entry, once });
  const saved = interactionId === undefined ? undefined : await findInteraction(context.store, interactionId);
  if (saved === undefined) return undefined;
  const summary = await savedSummaryOf(context, acting, saved);
  return { answer: { text: savedEntryText(summary), blocks: savedEntryBlocks(summary) }, concerned };
}

/** @throws UserError for a person who can't be in the log */
async function personNamed(context: Context, slackUserId: string): Promise<Person> {
  const found = await personOfSlackUser(context, slackUserId);
  if ('person' in found) return found.person;
  throw new UserError(`${found.name} can’t be in the log: it is for the people of this workspace who report to you.`);
}

/** @throws UserError for words that don't fit a note */
async function fittingWords(context: Context, escaped: string): Promise<string> {
  const words = await readable(context, escaped);
  if (words.length > limits.inputText) throw new UserError(tooLong({ input: words }));
  return words;
}
