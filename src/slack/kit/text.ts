/** Words on their way into Slack. What a person typed is always shown literally: it formats nothing and pings nobody. */
import { namePartsOf } from '../../behaviours/person-name.ts';

export { count, list } from '../../behaviours/number-words.ts';
export { shorten } from '../../behaviours/shorten.ts';

/** Zero-width and direction-changing characters, soft hyphens and tags: they can hide or reorder what is shown. */
const invisible =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
/** Characters that mrkdwn reads as formatting at the edge of a word; a word joiner before them makes them literal. */
const formatting = /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu;

/** For mrkdwn and for the `text` of a message: `& < >` escaped (Slack: Formatting text for app surfaces), formatting and hidden characters disarmed. */
export function literal(text: string): string {
  return withoutInvisible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(formatting, '\u2060$&');
}

/** For plain_text: only hidden characters are taken out. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** What a person is called: the short name that tells them from others, where it is known, else the first name. */
export function firstName(person: { readonly name: string; readonly shortName?: string | undefined }): string {
  return person.shortName ?? namePartsOf(person.name).first;
}

/** At the end of a sentence, in mrkdwn: what ends with a full stop already, bold or not, gets no other. */
export function endingIn(words: string): string {
  return /\.\*?$/u.test(words) ? words : `${words}.`;
}
