import { FieldError } from '../errors.ts';

/** The words of a field, trimmed. @throws FieldError with `missing` where nothing was written */
export function wordsOf(field: string, text: string, missing: string): string {
  const words = text.trim();
  if (words === '') throw new FieldError(field, missing);
  return words;
}
