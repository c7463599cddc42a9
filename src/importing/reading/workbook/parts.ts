import { UserError } from '../../../errors.ts';
import { openZip, packZip } from './zip.ts';

/** Of all parts together, unpacked: some million cells. */
const mostBytes = 256 * 1024 * 1024;
/** What a table needs; not pictures, macros, comments, pivots … */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

const openInExcel = 'Open it in Excel, save it as .xlsx or CSV UTF-8, and import that file.';

/**
 * The parts of a workbook that hold its cells, in a zip file made anew: the library takes the sizes that a file gives for true, and
 * reads other parts than its list says.
 * @throws UserError for a zip file that is no workbook of Excel, with what it is, and one that is too big
 */
export function wantedParts(whole: Buffer): Buffer {
  const zip = openZip(whole, mostBytes);
  refuseOthers(zip.names, () => zip.part('mimetype')?.toString('latin1').trim());
  const parts = new Map<string, Buffer>();
  for (const name of zip.names) {
    const part = wanted.test(name) ? zip.part(name) : undefined;
    if (part !== undefined) parts.set(name, part);
  }
  return packZip(parts);
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
