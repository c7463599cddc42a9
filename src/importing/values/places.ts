import { UserError } from '../../errors.ts';
import { isTimeZone } from '../../time/zoned.ts';

const otherNames: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  uae: 'AE',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  'hong kong': 'HK',
  korea: 'KR',
};
/** Codes that name no single country: groups, pseudo-regions and the unknown. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

let countries: ReadonlyMap<string, string> | undefined;

/** Names in English and codes, lower case, to ISO 3166-1 alpha-2. */
function allCountries(): ReadonlyMap<string, string> {
  if (countries !== undefined) return countries;
  const found = new Map(Object.entries(otherNames));
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  for (const code of letters.flatMap((one) => letters.map((other) => one + other))) {
    const name = english.of(code);
    // A withdrawn or second code of the same country stands for the one in use.
    const region = new Intl.Locale('und', { region: code }).region ?? code;
    if (name === undefined || noCountries.has(code) || noCountries.has(region)) continue;
    found.set(code.toLowerCase(), region);
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), region);
  }
  countries = found;
  return found;
}

/**
 * A country by its ISO code or its English name.
 * @returns ISO 3166-1 alpha-2; null for a blank cell
 * @throws UserError for a name that isn't known
 */
export function readCountry(text: string, field: string): string | null {
  if (text === '') return null;
  const country = allCountries().get(text.toLowerCase().replace(/^the /, ''));
  if (country === undefined)
    throw new UserError(`${field} “${text}” isn’t known. Use the two-letter code, e.g. DE for Germany.`);
  return country;
}

/**
 * A country, or a region of one by its code, `DE-BY`.
 * @returns the region as it is written: whether it is known is another matter
 * @throws UserError for a country that isn't known
 */
export function readPlace(text: string, field: string): { country: string | null; region: string | null } {
  const [, ofRegion, region] = /^([a-z]{2})[-_ ]([a-z0-9]{1,3})$/i.exec(text) ?? [];
  if (ofRegion === undefined || region === undefined) return { country: readCountry(text, field), region: null };
  const country = readCountry(ofRegion, field);
  return { country, region: `${country ?? ofRegion.toUpperCase()}-${region.toUpperCase()}` };
}

let zones: ReadonlyMap<string, string> | undefined;

/**
 * A time zone by its IANA name, whatever its case.
 * @returns null for a blank cell
 * @throws UserError for anything else, with the zone that was probably meant
 */
export function readTimeZone(text: string, field: string): string | null {
  if (text === '') return null;
  zones ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));
  const known = zones.get(text.toLowerCase());
  if (known !== undefined) return known;
  if (/^[A-Za-z]/.test(text) && isTimeZone(text)) return text;
  const place = text.toLowerCase().replaceAll(' ', '_');
  const meant = [...zones.values()].find((zone) => zone.toLowerCase().split('/').at(-1) === place);
  throw new UserError(
    `${field} “${text}” is no time zone. ` +
      (meant === undefined
        ? 'Use its IANA name, e.g. Europe/Berlin.'
        : `Did you mean ${meant}? Use the zone’s IANA name.`),
  );
}
