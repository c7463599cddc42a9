/** How long texts are cut. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const hangingMarks = /[\s.;,:–-]+$/u;

/**
 * Shortens to at most `length` UTF-16 units with an ellipsis: after a word where one ends in the second half, without the mark that
 * would hang there, and never inside a character a person sees.
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let short = '';
  for (const { segment } of graphemes.segment(text)) {
    if (short.length + segment.length > length - 1) break;
    short += segment;
  }
  const endsInWord = /\S/u.test(text.charAt(short.length));
  const words = (endsInWord ? short.replace(/\s+\S*$/u, '') : short).replace(hangingMarks, '');
  return `${words.length >= length / 2 ? words : short}…`;
}
