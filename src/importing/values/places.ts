import { UserError } from '../../errors.ts';
import { isBlankWord } from './blanks.ts';
import { countriesIn, countryOf } from './countries.ts';

export { readTimeZone } from './time-zones.ts';

/** A file names few countries, again and again. */
const readBefore = new Map<string, string>();
const mostReadBefore = 10_000;

/**
 * A country by its ISO code of two or three letters or its name in ten languages, also where more stands beside it: `USA - Remote`,
 * `Germany, Berlin`.
 * @returns ISO 3166-1 alpha-2; null for a blank cell or a word for one
 * @throws UserError for a name that isn't known, for two countries, and for `NA`, which is Namibia's code and what programs write for none
 */
export function readCountry(text: string, field: string): string | null {
  if (text === '') return null;
  const known = readBefore.get(text);
  if (known !== undefined) return known;
  if (/^\s*na\s*$/i.test(text))
    throw new UserError(`${field} “${text}” could be Namibia or no value. Write Namibia, or leave the cell empty.`);
  const exact = countryOf(text);
  const named = exact === undefined ? countriesIn(text) : [exact];
  const [country, other] = named;
  if (country === undefined && isBlankWord(text)) return null;
  if (country === undefined)
    throw new UserError(`${field} “${text}” isn’t known. Use the two-letter code, e.g. DE for Germany.`);
  if (other !== undefined)
    throw new UserError(`${field} “${text}” names two countries, ${country} and ${other}. Keep one.`);
  if (readBefore.size < mostReadBefore) readBefore.set(text, country);
  return country;
}

/**
 * A country, or a region of one by its code, `DE-BY`.
 * @returns the region as it is written: whether it is known is another matter
 * @throws UserError for a country that isn't known
 */
export function readPlace(text: string, field: string): { country: string | null; region: string | null } {
  const [, ofRegion, region] = /^([a-z]{2})[-_ ]([a-z0-9]{1,3})$/i.exec(text) ?? [];
  if (ofRegion === undefined || region === undefined || isBlankWord(text))
    return { country: readCountry(text, field), region: null };
  const country = readCountry(ofRegion, field);
  return { country, region: `${country ?? ofRegion.toUpperCase()}-${region.toUpperCase()}` };
}
