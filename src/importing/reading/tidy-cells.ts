import type { CsvRecord } from './records.ts';
import type { Sheet } from './sheet.ts';

/**
 * Characters that nobody sees and that make another word of one: soft hyphens, spaces without width, marks of the direction of writing,
 * and the mark of an encoding where two files were put together (Unicode, DerivedCoreProperties: Default_Ignorable_Code_Point). Joiners
 * stay, because in Persian and in emoji they are seen.
 */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** `="00123"`: Excel leaves such a cell as it is. */
const guarded = /^="((?:[^"]|"")*)"$/u;
/** `=HYPERLINK("https://…","Ada Quill")`: what it shows. */
const linked = /^=HYPERLINK\(\s*"(?:[^"]|"")*"\s*[,;]\s*"((?:[^"]|"")*)"\s*\)$/iu;
/** `'00123`: as somebody typed it, so that it stays text; `'t Hooft` is a name, and `'=A1` stays no formula for whoever gets it back. */
const typedAsText = /^'(?=\d)/u;
/** Word processors put these around a cell, where quotes are meant. */
const quoted = /^[“„‟]([^“”„‟]*)[“”‟]$/u;
/** One of the above, or a mark that may be the beginning of one. Without the flag u it is quicker. */
const untidy = /^\s*['=“„‟]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** The sheet without what spreadsheets and word processors put into or around a cell that is no part of it. */
export function tidied(sheet: Sheet): Sheet {
  return {
    ...sheet,
    async *records(onBytes) {
      for await (const batch of sheet.records(onBytes)) yield batch.map(tidiedRecord);
    },
  };
}

function tidiedRecord(record: CsvRecord): CsvRecord {
  const { cells, line } = record;
  return cells.some(isUntidy) ? { line, cells: cells.map(tidiedCell) } : record;
}

/** Asked of every cell. */
function isUntidy(cell: string): boolean {
  return cell !== '' && untidy.test(cell);
}

function tidiedCell(cell: string): string {
  if (!isUntidy(cell)) return cell;
  const seen = cell.replace(unseen, '');
  const text = seen.trim();
  const marked =
    (guarded.exec(text) ?? linked.exec(text))?.[1]?.replaceAll('""', '"') ?? quoted.exec(text)?.[1] ?? text;
  const bare = marked.trim().replace(typedAsText, '');
  return bare === text ? seen : bare;
}
