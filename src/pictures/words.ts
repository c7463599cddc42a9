/** The words under and behind a picture. */
import { oneLine } from './label.ts';

/** Slack takes no more characters of alternative text. */
const mostAltCharacters = 1000;

/** `Priya, Tom and Ana`; of more than `most`: `Priya, Tom and 12 more`. */
export function listed(names: readonly string[], most: number): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  const [last = ''] = shown.slice(-1);
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** The longest list of these names that fits into `room` characters; '' where not even a count does. */
export function listedWithin(names: readonly string[], room: number): string {
  for (let most = names.length; most > 0; most -= most > 20 ? 5 : 1) {
    const words = listed(names.map(oneLine), most);
    if (words.length <= room) return words;
  }
  return '';
}

/** Sentences as one text that Slack takes; those that would make it too long are left out, the later ones first. */
export function altOf(sentences: readonly string[]): string {
  let alt = '';
  for (const sentence of sentences.filter((given) => given !== '')) {
    const longer = alt === '' ? sentence : `${alt} ${sentence}`;
    if (longer.length > mostAltCharacters) break;
    alt = longer;
  }
  return alt;
}

/** `1 person`, `8 people`. */
export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Numbers as people write them: at most one decimal. */
export function plainNumber(number: number): string {
  return String(Math.round(number * 10) / 10);
}
