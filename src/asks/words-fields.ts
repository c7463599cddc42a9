/** Fields for words that several kinds of ask have. */
import type { WordsField } from './ask-kind.ts';

export const mostLinks = 3;

export const urgency = {
  id: 'urgency',
  label: 'Why is it urgent?',
  longest: 300,
  tooLong: '300 characters fit. Shorten it a little.',
  called: 'why it’s urgent',
  shown: 'Why it’s urgent',
  readers: 'everybody',
} as const satisfies WordsField;

export const links = {
  id: 'links',
  label: 'Links',
  hint: `Up to ${mostLinks}, one per line: a page, a message or a file (Copy link). Only the link is kept.`,
  longest: 1600,
  tooLong: 'That is too long. Keep the links that matter most.',
  multiline: true,
  called: 'links',
  shown: 'Links',
  isLinks: true,
  readers: 'everybody',
} as const satisfies WordsField;
