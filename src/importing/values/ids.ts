export { sameId } from '../../leading/same-id.ts';

/**
 * Has a spreadsheet shortened a long number to show it, as Excel, Sheets and LibreOffice do from 12 digits on: `1.23457E+11`? The digits
 * that are gone can't be had back. `1E5` may be an id of its own.
 */
export function isShortenedNumber(text: string): boolean {
  return text.includes('+') && /^-?\d(?:[.,]\d+)?E\+\d{2}$/i.test(text.trim());
}
