import { UserError } from '../../errors.ts';
import { headOf } from './bytes.ts';
import type { Bytes } from './bytes.ts';
import { encodingMarked } from './encodings/marks.ts';

const mostHeadBytes = 64 * 1024;
const openInExcel = 'Open it in Excel, save it as .xlsx or CSV UTF-8, and import that file.';
const exportAgain = 'Export the table as .xlsx or CSV UTF-8, and import that file.';

/** Files that begin with the same bytes each. */
const byFirstBytes: readonly (readonly [readonly number[] | string, string])[] = [
  ['%PDF', `This is a PDF, from which no table can be read. ${exportAgain}`],
  ['{\\rtf', `This is a text document (RTF). ${exportAgain}`],
  [[0x1f, 0x8b], 'This file is compressed (gzip). Unpack it, and import the file that is in it.'],
  ['7z\u00bc\u00af', 'This file is compressed (7z). Unpack it, and import the file that is in it.'],
  ['Rar!', 'This file is compressed (RAR). Unpack it, and import the file that is in it.'],
  ['PK\u0005\u0006', 'This is a zip file with nothing in it. Pack it again, or import the file itself.'],
  ['SQLite format 3', `This is a database. ${exportAgain}`],
  [[0x89, 0x50, 0x4e, 0x47], `This is a picture. ${exportAgain}`],
  [[0xff, 0xd8, 0xff], `This is a picture. ${exportAgain}`],
  [[0x09, 0x08], `This is a spreadsheet of an old Excel (.xls). ${openInExcel}`],
  ['ID;P', `This is a spreadsheet in SYLK format. ${openInExcel}`],
  ['BEGIN:VCALENDAR', 'This is a calendar, not a table. For days off, use firstline days-off import.'],
  ['BEGIN:VCARD', `These are contact cards (vCard), not a table. ${exportAgain}`],
];

/**
 * Tells what a file is by its bytes, whatever it is called: text to be read as CSV, or a spreadsheet of Excel.
 * @throws UserError for anything else, with what to do
 */
export async function containerOf(bytes: Bytes): Promise<'csv' | 'workbook'> {
  const head = await headOf(bytes, mostHeadBytes);
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'workbook';
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new UserError(await describeOle(bytes));
  const known = byFirstBytes.find(([first]) => head.subarray(0, first.length).equals(bytesOfMark(first)));
  if (known !== undefined) throw new UserError(known[1]);
  const mark = encodingMarked(head);
  if (mark === undefined && head.includes(0))
    throw new UserError(`This is no text, but a file of some program. ${exportAgain}`);
  const text = textOf(head.subarray(mark?.length ?? 0), mark?.encoding).trimStart();
  if (text === '') throw new UserError('The file is empty. Its first line must hold the names of the columns.');
  const problem = describeText(text);
  if (problem !== undefined) throw new UserError(problem);
  return 'csv';
}

function bytesOfMark(mark: readonly number[] | string): Buffer {
  return typeof mark === 'string' ? Buffer.from(mark, 'latin1') : Buffer.from(mark);
}

function textOf(head: Buffer, encoding: string | undefined): string {
  if (encoding === undefined || encoding === 'utf-8') return head.toString('utf8');
  return new TextDecoder(encoding).decode(head);
}

/** What some programs write and call .xls or .csv. */
function describeText(text: string): string | undefined {
  // Excel’s “single file web page”.
  if (/^(?:mime-version:|from: <saved by)/i.test(text)) return webPage;
  if (/^<\?xml|^<\?mso|^<workbook\b/i.test(text)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text))
      return `This is an XML spreadsheet of Excel 2003. ${openInExcel}`;
    if (/<html\b/i.test(text)) return webPage;
    return `This is XML, not a table. ${exportAgain}`;
  }
  if (
    /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body|meta|style|table|div|font|br|p|b|center|script|title|h\d)\b/i.test(
      text,
    )
  )
    return webPage;
  if (
    /^(?:\{\s*"|\[\s*[{["]|\{\s*\}|\[\s*\])/.test(text) &&
    !/^\[\s*"[^"\n]*"\s*,?\s*$/m.test(text.slice(0, 200).split('\n')[0] ?? '')
  )
    return `This is JSON, not a table. ${exportAgain}`;
  return undefined;
}

const webPage = `This is a web page that was saved as a table (HTML). ${openInExcel}`;

/** Files of old Office programs, and locked ones of new, are one kind of container. */
async function describeOle(bytes: Bytes): Promise<string> {
  let all = Buffer.alloc(0);
  for await (const chunk of bytes()) {
    all = Buffer.concat([all, chunk]);
    if (all.length > 8 * 1024 * 1024) break;
  }
  const holds = (name: string) => all.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage'))
    return 'This spreadsheet is locked with a password. Open it in Excel, save it without one (File › Info › Protect Workbook › Encrypt with Password), and import that file.';
  if (holds('Workbook') || holds('Book')) return `This is a spreadsheet of an old Excel (.xls). ${openInExcel}`;
  return `This is a document of an old Office program. ${exportAgain}`;
}
