/** Workbooks of Excel, written part by part, so that a test can put anything into them. */
import { packZip } from '../../src/importing/reading/workbook/zip.ts';

export interface WrittenSheet {
  readonly name: string;
  /** The rows, as XML: `<row r="1"><c r="A1" t="inlineStr">…`. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** `<mergeCells>…` */
  readonly after?: string;
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[];
  /** Formats of numbers; the cell with s="1" has the first. */
  readonly formats?: readonly string[];
  /** The items of the table of strings, as XML. */
  readonly strings?: readonly string[];
  readonly is1904?: boolean;
  readonly more?: ReadonlyMap<string, Buffer>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The bytes of a workbook. */
export function workbook({ sheets, formats = [], strings = [], is1904, more }: WrittenWorkbook): Buffer {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  const types = numbered
    .map(
      ({ number }) =>
        `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${types}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${is1904 === true ? ' date1904="1"' : ''}/><sheets>${numbered.map(({ name, number, state }) => `<sheet name="${escapedXml(name)}" sheetId="${number}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId900" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId901" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapedXml(format)}"/>`).join('')}</numFmts><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`,
  };
  for (const { number, rows, after } of numbered)
    parts[`xl/worksheets/sheet${number}.xml`] =
      `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`;
  const packed = new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]));
  return packZip(new Map([...packed, ...(more ?? [])]));
}

/** Rows of text and numbers, from the first cell of the sheet. */
export function rowsOf(...rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => written(cell, column, row)).join('')}</row>`,
    )
    .join('');
}

function written(cell: string | number | null, column: number, row: number): string {
  if (cell === null) return '';
  const at = `${String.fromCharCode(65 + column)}${row + 1}`;
  return typeof cell === 'number'
    ? `<c r="${at}"><v>${cell}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${escapedXml(cell)}</t></is></c>`;
}

export function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
