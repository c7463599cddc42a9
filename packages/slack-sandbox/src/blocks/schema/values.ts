/** Checks of single values: strings, numbers, booleans, enumerations, addresses and dates. */
import { report, words, type Check } from './check.ts';

interface TextShape {
  minimum?: number;
  maximum?: number;
  /** What else must hold, and what to say where it does not. */
  form?: { matches: (text: string) => boolean; message: string };
}

/** A string. Its length is counted in UTF-16 code units; see limits.ts. */
export function string({ minimum = 0, maximum = Infinity, form }: TextShape = {}): Check {
  return (value, pointer, inspection) => {
    if (typeof value !== 'string') return report(inspection, pointer, words.notText);
    if (value.length < minimum) return report(inspection, pointer, words.shorterThan(minimum));
    if (value.length > maximum) report(inspection, pointer, words.longerThan(maximum));
    if (form && !form.matches(value)) report(inspection, pointer, form.message);
  };
}

/** A string of at least one character. */
export function filled(maximum?: number): Check {
  return string(maximum === undefined ? { minimum: 1 } : { minimum: 1, maximum });
}

/** An absolute address of any scheme. */
export function address(maximum?: number): Check {
  const form = { matches: (text: string) => URL.canParse(text), message: words.notUrl };
  return string(maximum === undefined ? { minimum: 1, form } : { minimum: 1, maximum, form });
}

/** An address that starts with https. */
export const secureAddress: Check = string({
  minimum: 1,
  form: { matches: (text) => URL.canParse(text) && text.startsWith('https://'), message: 'must be an HTTPS URL' },
});

/** True or false. */
export const boolean: Check = (value, pointer, inspection) => {
  if (typeof value !== 'boolean') report(inspection, pointer, words.notBoolean);
};

/** A finite number. */
export const number: Check = (value, pointer, inspection) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) report(inspection, pointer, words.notNumber);
};

/** A whole number between the two, both included. */
export function integer(minimum = -Infinity, maximum = Infinity): Check {
  return (value, pointer, inspection) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return report(inspection, pointer, words.notInteger);
    if (value < minimum) report(inspection, pointer, words.below(minimum));
    if (value > maximum) report(inspection, pointer, words.above(maximum));
  };
}

/** One of a fixed set of values. */
export function enumeration(...allowed: readonly (string | number)[]): Check {
  return (value, pointer, inspection) => {
    const isKnown = (typeof value === 'string' || typeof value === 'number') && allowed.includes(value);
    if (!isKnown) report(inspection, pointer, words.notInEnumeration);
  };
}

/** A day of the calendar, YYYY-MM-DD. */
export const calendarDate: Check = string({
  form: {
    matches: (text) => {
      const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
      // 2026-02-30 is read as a day of March: only a date that comes back the same exists.
      return instant !== undefined && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
    },
    message: 'must be a valid date in the format YYYY-MM-DD',
  },
});

/** A time of day, HH:mm, 00:00 to 23:59. */
export const timeOfDay: Check = string({
  form: {
    matches: (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    message: 'must be a valid time in the format HH:mm',
  },
});

/** The name of an IANA time zone. */
export const timeZone: Check = string({
  form: {
    matches: (text) => {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
      } catch {
        return false;
      }
    },
    message: 'must be a valid timezone',
  },
});

/** A number written as text, as number inputs take it. */
export const numberAsText: Check = string({
  form: { matches: (text) => /^-?\d+(\.\d+)?$/.test(text), message: 'must be a valid number' },
});
