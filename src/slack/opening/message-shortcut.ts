/** What a message shortcut was chosen on, as far as it is looked at; its words go into a form that the acting person sends or not. */
import { reportsNow } from '../../store/reporting-lines.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { findPersonBySlackId } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { readable } from '../wire/readable.ts';
import { shorten } from '../kit/text.ts';

/** As Slack sends it. */
export interface ChosenMessage {
  readonly text?: string | undefined;
  /** Left out for messages of apps. */
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly ts: string;
}

/** A message with its author, read from the database. */
export interface QuotedMessage {
  /** As its readers see it: people by their names. */
  readonly text: string;
  readonly author: Author;
}
export type Author =
  | { readonly kind: 'own' | 'app' | 'somebody' }
  /** Reports to the acting person now. */
  | { readonly kind: 'report'; readonly id: number; readonly name: string }
  | { readonly kind: 'other'; readonly name: string };

/** A form has to be open within 3 seconds of the choice: a link that comes later is left out. */
const linkMilliseconds = 1000;

export async function quotedMessage(context: Context, acting: Person, message: ChosenMessage): Promise<QuotedMessage> {
  const text = (await readable(context, message.text ?? '')).trim();
  return { text, author: await authorOf(context, acting, message) };
}

/** Nobody is put on record because they wrote a message. */
async function authorOf({ store }: Context, acting: Person, { user, bot_id: bot }: ChosenMessage): Promise<Author> {
  if (bot !== undefined || user === undefined) return { kind: 'app' };
  if (user === acting.slackUserId) return { kind: 'own' };
  const person = await findPersonBySlackId(store, user);
  if (person === undefined) return { kind: 'somebody' };
  const isReport = (await reportsNow(store, acting.id)).includes(person.id);
  return isReport ? { kind: 'report', id: person.id, name: person.name } : { kind: 'other', name: person.name };
}

/** `Omar Haddad wrote: “…”`, at most `length` long; empty for a message without words. */
export function quotation({ text, author }: QuotedMessage, length: number): string {
  if (text === '') return '';
  const begun = `${authorWords(author)}: “`;
  return `${begun}${shorten(text, Math.max(1, length - begun.length - 1))}”`;
}

function authorWords(author: Author): string {
  switch (author.kind) {
    case 'own':
      return 'I wrote';
    case 'app':
      return 'An app wrote';
    case 'somebody':
      return 'Somebody wrote';
    case 'report':
    case 'other':
      return `${shorten(author.name, 80)} wrote`;
  }
}

/** Where the message stands; undefined where the bot can't see it, or Slack takes too long. */
export async function permalinkOf({ slack, log }: Context, channelId: string, ts: string): Promise<string | undefined> {
  const asking = slack.chat.getPermalink({ channel: channelId, message_ts: ts }).then(
    ({ permalink }) => permalink,
    (error: unknown) => {
      log.debug({ err: error }, 'A message has no link for the bot');
      return undefined;
    },
  );
  return Promise.race([asking, sleep(linkMilliseconds, undefined, { ref: false })]);
}
