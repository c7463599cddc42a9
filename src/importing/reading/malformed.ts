import { CsvError } from 'csv-parse';
import { UserError } from '../../errors.ts';

/**
 * What is wrong with the file, in a sentence with the line; other errors as they are. The parser's own error holds text of the
 * file, so it isn't kept as the cause.
 * @param openRow the line on which the row began that is never ended
 */
export function sentenceOf(error: unknown, openRow: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? openRow : /line (\d+)/.exec(error.message)?.[1];
  const at = line === undefined ? 'The file' : `Line ${line}`;
  return new UserError(`${at} ${describe(error.code)} Nothing of the file was imported.`);
}

function describe(code: CsvError['code']): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'has a quote that is never closed. Close it, or double it if it belongs to the text, and import again.';
    case 'INVALID_OPENING_QUOTE':
      return 'has a quote in the middle of a cell. Put the whole cell in quotes and double the quotes in it, and import again.';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'has text after a closing quote. Double the quotes that belong to the text, and import again.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'ends a row of more than 1 MB: a quote before it is probably never closed. Close it and import again.';
    default:
      return 'is no CSV. Save the table again as “CSV UTF-8” and import that file.';
  }
}
