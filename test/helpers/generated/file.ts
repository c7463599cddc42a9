/** Rows of cells as the bytes of a file, in one of the ways in which files come. */
import iconv from 'iconv-lite';
import { escapedXml, workbook } from '../workbooks.ts';
import type { Chance } from './chance.ts';

/** A cell; in workbooks also a number, and a day that is held as a number and shown as a day. */
export type Cell = string | { readonly number: number } | { readonly serial: number };

export interface Written {
  readonly bytes: Buffer;
  /** How it is written, for the name of a test. */
  readonly how: string;
}

const unicode = [
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', false],
  ['utf-16le', true],
  ['utf-16be', false],
  ['utf-16be', true],
] as const;

/** Cells with letters beyond ASCII, so that an encoding can be told; one of another kind is told from less. */
const fewestTelling = 12;

export function workbookOf(rows: readonly (readonly Cell[])[]): Written {
  return { bytes: asWorkbook(rows), how: '.xlsx' };
}

/** @param encodings of one country, which are taken where they can write everything and there is enough to tell them by */
export function csvOf(chance: Chance, rows: readonly (readonly Cell[])[], encodings: readonly string[]): Written {
  const separator = chance.pick([',', ',', ';', ';', '\t', '|']);
  const lineEnd = chance.pick(['\n', '\r\n', '\r\n', '\r']);
  const quotes = chance.pick(['needed', 'needed', 'all', 'text'] as const);
  const says = chance.percent(15) ? `sep=${separator}${lineEnd}` : '';
  const lines = rows.map((cells) => cells.map((cell) => quoted(textOf(cell), separator, quotes)).join(separator));
  // Some programs end the last line, some don't.
  const text = says + lines.join(lineEnd) + (chance.percent(85) ? lineEnd : '');
  const [encoding, hasMark] = encodingFor(chance, text, rows, encodings);
  const bytes = iconv.encode(text, encoding, { addBOM: hasMark });
  const names = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;
  return {
    bytes,
    how: [
      `${encoding}${hasMark ? ' marked' : ''}`,
      separator === '\t' ? 'tabs' : separator,
      names[lineEnd as keyof typeof names],
      `quotes ${quotes}`,
      ...(says === '' ? [] : ['sep=']),
    ].join(' '),
  };
}

/** Numbers stand in workbooks only. */
function textOf(cell: Cell): string {
  if (typeof cell !== 'string') throw new Error('A CSV file has no numbers');
  return cell;
}

function encodingFor(
  chance: Chance,
  text: string,
  rows: readonly (readonly Cell[])[],
  encodings: readonly string[],
): readonly [string, boolean] {
  const chosen = chance.pick(unicode);
  if (encodings.length === 0) return chosen;
  const encoding = chance.pick(encodings);
  const telling = rows.flat().filter((cell) => typeof cell === 'string' && /[^\0-\u007f]/.test(cell));
  const canBeWritten = iconv.decode(iconv.encode(text, encoding), encoding) === text;
  return canBeWritten && telling.length >= fewestTelling ? [encoding, false] : chosen;
}

function quoted(cell: string, separator: string, quotes: 'needed' | 'all' | 'text'): string {
  const isNeeded = cell.includes(separator) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell);
  const isWanted = quotes === 'all' || (quotes === 'text' && /\p{L}/u.test(cell));
  return isNeeded || isWanted ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function asWorkbook(rows: readonly (readonly Cell[])[]): Buffer {
  const xml = rows.map((cells, row) => {
    const all = cells.map((cell, column) => {
      const at = `${String.fromCharCode(65 + column)}${row + 1}`;
      if (typeof cell !== 'string')
        return 'serial' in cell
          ? `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
          : `<c r="${at}"><v>${cell.number}</v></c>`;
      return cell === ''
        ? ''
        : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapedXml(cell)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${all.join('')}</row>`;
  });
  return workbook({ sheets: [{ name: 'Data', rows: xml.join('') }], formats: ['dd\\.mm\\.yyyy'] });
}
