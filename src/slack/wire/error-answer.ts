import type { KnownBlock } from '@slack/types';
import { Unforeseen, UserError } from '../../errors.ts';
import { shorten, literal, withoutInvisible } from '../kit/text.ts';
import { limits } from '../kit/limits.ts';

/** Where an answer to the acting person can go, best first. */
export interface AnswerPlace {
  readonly responseUrl: string | undefined;
  readonly channelId: string | undefined;
  readonly userId: string;
}

export interface ErrorAnswer {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

const unforeseen =
  'Something went wrong on our side, and nothing changed. Please try again; if it happens again, tell whoever runs Firstline here.';

const doneUnshown =
  'That worked, but something went wrong while I showed it to you. There’s no need to do it again: your Home tab shows how things stand.';

/** What the acting person is told. What they typed comes back to them, and only to them. */
export function errorAnswer(error: unknown): ErrorAnswer {
  const isDone = error instanceof Unforeseen && error.isDone;
  const sentence = error instanceof UserError ? error.message : isDone ? doneUnshown : unforeseen;
  const typed = error instanceof UserError || error instanceof Unforeseen ? (error.typed ?? '') : '';
  const said: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: literal(sentence) } };
  if (typed.trim() === '') return { text: literal(sentence), blocks: [said] };
  return {
    text: shorten(`${literal(sentence)}\nYou typed: ${literal(typed)}`, limits.messageText),
    blocks: [
      said,
      { type: 'context', elements: [{ type: 'plain_text', text: 'This is what you typed, to copy:' }] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: withoutInvisible(typed) }] }],
      },
    ],
  };
}

/**
 * Where to answer, from the envelope that Slack sent. Undefined where nobody waits for an answer: events other than a message
 * to the bot, such as a look at the Home tab.
 */
export function answerPlace(body: unknown): AnswerPlace | undefined {
  const event = recordIn(body, 'event');
  if (event !== undefined) {
    const userId = textIn(event, 'user');
    if (textIn(event, 'type') !== 'message' || userId === undefined || textIn(event, 'bot_id') !== undefined)
      return undefined;
    return { responseUrl: undefined, channelId: undefined, userId };
  }
  const userId = textIn(body, 'user_id') ?? textIn(recordIn(body, 'user'), 'id');
  if (userId === undefined) return undefined;
  return {
    responseUrl: textIn(body, 'response_url'),
    channelId: textIn(body, 'channel_id') ?? textIn(recordIn(body, 'channel'), 'id'),
    userId,
  };
}

function recordIn(value: unknown, key: string): object | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'object' && found !== null ? found : undefined;
}

function textIn(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}
