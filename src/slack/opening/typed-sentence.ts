/** A sentence that somebody typed to the bot. It is kept nowhere: it travels in a button, or is read again from where it stands. */
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Person } from '../../store/people.ts';
import { fittingWords } from './coach-note.ts';
import type { Typed, TypedPlace } from '../routes/coach.ts';

/** Fewer words than this are a greeting, a thank-you or a command without its slash. */
const leastWords = 3;

/** Is it a sentence that an ask or a note could be made of? */
export function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  // Where words aren't set apart by spaces, their length decides.
  return words.length >= leastWords || /^[^\p{Script=Latin}]{6,}$/u.test(text.trim());
}

/**
 * The words that a button stands for.
 * @throws UserError where they had no room in it, and the message is gone or somebody else's
 */
export async function wordsTyped(context: Context, acting: Person, { text, at }: Typed): Promise<string> {
  if (text !== undefined) return text;
  const message = await messageAt(context, at);
  if (message?.user !== acting.slackUserId || message.text === undefined)
    throw new UserError('I can’t find that message anymore. Copy it into the form that /ask or /coach opens.');
  return fittingWords(context, message.text);
}

async function messageAt({ slack }: Context, { channel, ts, thread }: TypedPlace) {
  const only = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1 };
  const { messages } =
    thread === undefined
      ? await slack.conversations.history(only)
      : await slack.conversations.replies({ ...only, ts: thread });
  return messages?.find((message) => message.ts === ts);
}
