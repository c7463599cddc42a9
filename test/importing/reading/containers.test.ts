import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import { packZip } from '../../../src/importing/reading/workbook/zip.ts';
import { bytes } from '../../helpers/imports.ts';

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]);
const withEntry = (name: string) => Buffer.concat([ole, Buffer.from(name, 'utf16le'), Buffer.alloc(64)]);
const zip = (...names: string[]) => packZip(new Map(names.map((name) => [name, Buffer.from('x')])));
const html = '<table><tr><td>id</td></tr></table>';

const files: readonly (readonly [string, Buffer | string, string])[] = [
  ['a web page', `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>${html}</body></html>`, 'web page'],
  ['a table of a web page', `\ufeff\r\n ${html}`, 'web page'],
  ['a web page behind a comment', `<!-- made by a CRM -->\n<!DOCTYPE html>${html}`, 'web page'],
  ['a web page in one file', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', 'web page'],
  ['a web page in UTF-16', Buffer.from(`\ufeff${html}`, 'utf16le'), 'web page'],
  ['a web page that says it is XML', `<?xml version="1.0"?><html>${html}</html>`, 'web page'],
  [
    'SpreadsheetML',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    'Excel 2003',
  ],
  ['other XML', '<?xml version="1.0"?><deals/>', 'XML, not a table'],
  ['an old Excel', withEntry('Workbook'), 'old Excel (.xls)'],
  ['a very old Excel', Buffer.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0]), 'old Excel (.xls)'],
  ['a locked workbook', withEntry('EncryptedPackage'), 'password'],
  ['an old Word', withEntry('WordDocument'), 'old Office program'],
  [
    'OpenDocument',
    packZip(new Map([['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')]])),
    '.ods',
  ],
  ['Numbers', zip('Index/Document.iwa', 'Metadata/Properties.plist'), 'Numbers'],
  ['a binary workbook', zip('xl/workbook.bin'), '.xlsb'],
  ['Word', zip('word/document.xml'), 'a document'],
  ['a zip with a CSV', zip('__MACOSX/._deals.csv', 'out/deals.csv'), 'import the file “out/deals.csv”'],
  ['a zip with pictures', zip('a.png'), 'a zip file'],
  ['gzip', gzipSync('id,owner\n'), 'gzip'],
  ['PDF', '%PDF-1.7\n', 'a PDF'],
  ['RTF', '{\\rtf1\\ansi', 'RTF'],
  ['JSON, a list', '[\n  {"id": 1}\n]', 'JSON'],
  ['JSON, an object', '{"deals":[]}', 'JSON'],
  ['SYLK', 'ID;PWXL;N;E\r\n', 'SYLK'],
  ['a calendar', 'BEGIN:VCALENDAR\r\n', 'calendar'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'a picture'],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 0, 0, 3, 0, 0, 7]), 'no text'],
  ['nothing', '', 'The file is empty'],
  ['nothing but blanks', '\ufeff \r\n\n', 'The file is empty'],
];

test.each(files)('%s is refused by what it is, with what to do', async (_, content, message) => {
  const refusal = openSheet(bytes(Buffer.from(content)));
  await expect(refusal).rejects.toThrow(message);
  await expect(refusal).rejects.toThrow(/and import|Unpack|must hold|days-off/);
});

test.each([
  ['a column called ID', 'ID;Name\r\n1;a\r\n'],
  ['a title in brackets', '[Draft],x\n1,2\n'],
  ['braces', '{a},b\n1,2\n'],
  ['a sign for less', '<5 days,>5 days\n1,2\n'],
])('what only looks like something else is read: %s', async (_, text) => {
  const sheet = await openSheet(bytes(Buffer.from(text)));
  const rows = [];
  for await (const batch of sheet.records()) rows.push(...batch);
  expect(rows).toHaveLength(2);
});
