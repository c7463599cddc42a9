import { UserError } from '../../errors.ts';
import { isTimeZone } from '../../time/zoned.ts';
import { isBlankWord } from './blanks.ts';
import { folded } from './folded.ts';
import { windowsZones } from './windows-zones.ts';
import { abbreviations, sharedAbbreviations, zoneByCity, zoneByLongName } from './zone-names.ts';

let zones: ReadonlyMap<string, string> | undefined;
/** A file names few zones, again and again. */
const readBefore = new Map<string, string>();
const mostReadBefore = 10_000;

/**
 * A time zone by its IANA name in any case, its name in Windows or CLDR, a city, a common abbreviation, or a whole number of hours from
 * UTC: `(UTC+01:00) Amsterdam, Berlin, …`, `(GMT+01:00) Central European Time (Europe/Berlin)`, `EST`, `UTC+2`.
 * @returns the IANA name; null for a blank cell or a word for one
 * @throws UserError for anything else
 */
export function readTimeZone(text: string, field: string): string | null {
  if (text === '') return null;
  const known = readBefore.get(text);
  if (known !== undefined) return known;
  const zone = ianaIn(text) ?? namedZone(text) ?? atOffset(text, field);
  if (zone === undefined && isBlankWord(text)) return null;
  const clash = sharedAbbreviations.get(folded(text));
  if (clash !== undefined)
    throw new UserError(`${field} “${text}” could be that of ${clash}. Use the zone’s IANA name, e.g. Europe/Berlin.`);
  if (zone === undefined)
    throw new UserError(`${field} “${text}” is no time zone. Use its IANA name, e.g. Europe/Berlin.`);
  if (readBefore.size < mostReadBefore) readBefore.set(text, zone);
  return zone;
}

/** The one IANA name that stands in the text. */
function ianaIn(text: string): string | undefined {
  zones ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));
  const whole = inOwnCase(text.trim().replaceAll(' ', '_'));
  if (whole !== undefined && text.includes('/')) return whole;
  const found = text.match(/[A-Za-z_]+(?:\/[A-Za-z0-9_+-]*[A-Za-z0-9])+/gu) ?? [];
  const [only, other] = new Set(found.flatMap((name) => inOwnCase(name) ?? []));
  return other === undefined ? only : undefined;
}

function inOwnCase(name: string): string | undefined {
  const known = zones?.get(name.toLowerCase());
  if (known !== undefined) return known;
  if (!isTimeZone(name)) return undefined;
  const isOwn = /^[A-Z]/.test(name) && name !== name.toUpperCase();
  return isOwn ? name : new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
}

const offsetBefore = /^\(?(?:UTC|GMT)\s*(?:[+\-−±]\s?\d{1,2}(?::?\d{2})?)?\)?[\s:]*(?=\p{L})/iu;

/** By a name, without the offset before it. Of several places after an offset, as Windows lists them, the first that is known. */
function namedZone(text: string): string | undefined {
  const whole = folded(text);
  const direct = windowsZones.get(whole) ?? abbreviations.get(whole) ?? zoneByCity(text) ?? oldName(text);
  if (direct !== undefined) return direct;
  const name = text.replace(offsetBefore, '').trim();
  const isListed = name !== text.trim();
  const parts = name.split(/\s*[,;:|()[\]]\s*|\s+[-–—/]\s+/u).filter((part) => part !== '');
  const byName = [name, ...parts]
    .map((part) => windowsZones.get(folded(part)) ?? zoneByLongName(part))
    .find((zone) => zone !== undefined);
  const byCity = (zoneByCity(name) === undefined ? parts : [name]).flatMap((part) => zoneByCity(part) ?? []);
  const places = new Set(byCity);
  if (isListed || places.size <= 1)
    return byCity[0] ?? byName ?? (isListed ? abbreviations.get(folded(name)) : undefined);
  return undefined;
}

/** IANA's names without a slash, as `Japan` and `EST5EDT`; its three letters are people's abbreviations first. */
function oldName(text: string): string | undefined {
  return /^(?:[A-Z][a-z]{3,}|[A-Z]{3}\d[A-Z]{3})$/.test(text) && isTimeZone(text)
    ? new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
    : undefined;
}

/** IANA's signs are the other way round: two hours ahead of UTC is Etc/GMT-2. */
function atOffset(text: string, field: string): string | undefined {
  const match = /^\(?(?:UTC|GMT)?\s*([+\-−±])\s*(\d{1,2})(?::?(\d{2}))?(?:\s*(?:h|hours?|hrs?))?\)?$/iu.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const [, sign = '', hour = '', minutes = '00'] = match;
  const hours = Number(hour);
  const isAhead = sign === '+' || sign === '±';
  if (hours > (isAhead ? 14 : 12)) return undefined;
  if (minutes !== '00')
    throw new UserError(
      `${field} “${text}” is no whole number of hours from UTC. Use the zone’s IANA name, e.g. Asia/Kolkata.`,
    );
  return hours === 0 ? 'Etc/UTC' : `Etc/GMT${isAhead ? '-' : '+'}${hours}`;
}
