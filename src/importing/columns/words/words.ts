import type { DealField, RosterField } from '../field-ids.ts';

/** A name that may mean less than a field’s own: it is asked where there is nothing better, or before the others. */
export type RosterWord = RosterField | 'display_name' | 'area';
export type DealWord = DealField | 'owner_email' | 'expected_close_on' | 'other_amount';

/** How the columns are called in one language; within a field, the surest first. */
export interface Words {
  readonly roster: Readonly<Partial<Record<RosterWord, readonly string[]>>>;
  readonly deals: Readonly<Partial<Record<DealWord, readonly string[]>>>;
}

/** Small words that people leave out of a header: “Date d’entrée”, “Date entrée”. */
const smallWords =
  /(?<=\S)\s(?:(?:de la|de las|de los|del|dello|della|du|des|de|da|do|di)\s|(?:de l[’']|dell[’']|d[’']|l[’'])\s?)(?=\p{L})/giu;

/** Names between bars or in lines of their own; each with its small words and without. */
export function list(names: string): readonly string[] {
  const all = names.split(/[|\n]/).map((name) => name.trim());
  return [...new Set(all.flatMap((name) => [name, name.replace(smallWords, ' ')]))].filter((name) => name !== '');
}
