import { UserError } from '../../../errors.ts';
import { openZip, packZip } from './zip.ts';

/** Of all parts together, unpacked: some million cells. */
const mostBytes = 256 * 1024 * 1024;
/** What a table needs; not pictures, macros, comments, pivots … */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|xml\.rels)|xl\/(?:work)?sheets\/[^/]+\.xml)$/i;
const contentTypes = /^\[Content_Types\]\.xml$/i;

const openInExcel = 'Open it in Excel, save it as .xlsx or CSV UTF-8, and import that file.';

/** Zip files. */
export interface WorkbookParts {
  readonly whole: Buffer;
  /** With which sheets there are, and nothing in them. */
  readonly outline: Buffer;
}

/**
 * The parts of a workbook that hold its cells, in a zip file made anew: the library takes the sizes that a file gives for true, and
 * reads other parts than its list says.
 * @throws UserError for a zip file that is no workbook of Excel, with what it is, and one that is too big
 */
export function wantedParts(whole: Buffer): WorkbookParts {
  const zip = openZip(whole, mostBytes);
  refuseOthers(zip.names, () => zip.part('mimetype')?.toString('latin1').trim());
  const parts = new Map<string, Buffer>();
  for (const name of zip.names) {
    const part = wanted.test(name) ? zip.part(name) : undefined;
    if (part !== undefined) parts.set(name, part);
  }
  for (const [name, part] of parts) if (contentTypes.test(name)) parts.set(name, withoutOthers(part, parts));
  return { whole: packZip(parts), outline: packZip(outlineOf(parts)) };
}

/** The same parts with sheets of one cell, or none where they are blank: which sheets there are is known without reading them. */
function outlineOf(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const outline = new Map<string, Buffer>();
  for (const [name, part] of parts) {
    if (/sharedStrings\.xml$/i.test(name)) outline.set(name, Buffer.from(`<sst xmlns="${namespace}"/>`));
    else outline.set(name, /sheets\/[^/]+\.xml$/i.test(name) ? sheetOf(holdsValues(part)) : part);
  }
  return outline;
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function sheetOf(isFilled: boolean): Buffer {
  const row = isFilled ? '<row r="1"><c r="A1"><v>1</v></c></row>' : '';
  return Buffer.from(`<worksheet xmlns="${namespace}"><sheetData>${row}</sheetData></worksheet>`);
}

function holdsValues(sheet: Buffer): boolean {
  return ['<v>', ':v>', '<v ', '<is>', ':is>'].some((tag) => sheet.includes(tag));
}

/** The list of parts, without those that were left out: the library looks for each. */
function withoutOthers(list: Buffer, parts: ReadonlyMap<string, Buffer>): Buffer {
  const names = new Set([...parts.keys()].map((name) => name.toLowerCase()));
  const text = list.toString('utf8').replace(/<(?:\w+:)?Override\b[^>]*>/g, (entry) => {
    const name = /PartName\s*=\s*["']\/?([^"']*)["']/.exec(entry)?.[1] ?? '';
    return names.has(name.toLowerCase()) ? entry : '';
  });
  return Buffer.from(text);
}

function refuseOthers(names: readonly string[], mimetype: () => string | undefined): void {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/i)) return;
  if (has(/^xl\/workbook\.bin$/i)) throw new UserError(`This is a binary workbook of Excel (.xlsb). ${openInExcel}`);
  if (has(/^Index\/Document\.iwa$|^Index\.zip$|^index\.(?:apxl|xml)$/i))
    throw new UserError(
      'This is a spreadsheet of Numbers. In Numbers choose File › Export To › CSV or Excel, and import that file.',
    );
  if (mimetype()?.startsWith('application/vnd.oasis.opendocument.spreadsheet') === true)
    throw new UserError(
      'This is a spreadsheet of LibreOffice (.ods). Save it as .xlsx or as CSV in UTF-8, and import that file.',
    );
  if (has(/^(?:word|ppt)\//i) || has(/^META-INF\/manifest\.xml$/))
    throw new UserError('This is a document, not a table. Save the table as .xlsx or CSV UTF-8, and import that file.');
  const table = names.find((name) => /\.(?:csv|tsv|txt|xlsx)$/i.test(name) && !name.startsWith('__MACOSX'));
  throw new UserError(
    table === undefined
      ? 'This is a zip file. Unpack it, and import the table that is in it.'
      : `This is a zip file. Unpack it, and import the file “${table.slice(-80)}” that is in it.`,
  );
}
