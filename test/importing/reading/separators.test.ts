import { expect, test } from 'vitest';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import { bytes } from '../../helpers/imports.ts';

async function cellsOf(text: string): Promise<(readonly string[])[]> {
  const cells: (readonly string[])[] = [];
  for await (const batch of (await openSheet(bytes(Buffer.from(text)))).records())
    cells.push(...batch.map((record) => record.cells));
  return cells;
}

test.each<[string, string[], string[]]>([
  [
    'a comma in the header',
    ['Name;Amount, net;City', 'Ada;12,5;Bonn', 'Otto;3,75;Köln'],
    ['Name', 'Amount, net', 'City'],
  ],
  ['more commas than semicolons', ['a;b', '1,5, and, more;2', '3;4'], ['a', 'b']],
  ['amounts in every row', ['Name;Amount', 'Ada;1,50', 'Otto;2,75'], ['Name', 'Amount']],
  ['a title above', ['All deals, by owner', '', 'id;owner;stage', '1;Ada;Open', '2;Ada;Won'], ['All deals, by owner']],
  ['pipes', ['id|owner|stage', '1|Ada, Inc|Open'], ['id', 'owner', 'stage']],
  ['tabs', ['id\towner', '1\tQuill, Ada'], ['id', 'owner']],
  ['lists in a cell', ['id,owner,tags', '1,Ada,a;b;c', '2,Otto,d;e'], ['id', 'owner', 'tags']],
  ['separators in quotes', ['"a;b;c","d;e;f"', '"1;2","3"'], ['a;b;c', 'd;e;f']],
  ['one column', ['name', 'Ada Quill', 'Quill, Otto'], ['name']],
  ['spaces behind commas', ['id, owner, stage', '1, Ada, Open'], ['id', ' owner', ' stage']],
  ['ragged rows', ['id,owner,stage,amount', '1,Ada', '2,Otto,Open', '3,Bea,Won,5'], ['id', 'owner', 'stage', 'amount']],
  ['what the file says', ['sep=;', 'a,b;c', '1;2'], ['a,b', 'c']],
  ['what it says, in quotes', ['"sep=|"', 'a|b', '1|2'], ['a', 'b']],
  ['what it says: a caret', ['SEP=^', 'a^b,c', '1^2'], ['a', 'b,c']],
  ['what it says: a tab', ['sep=\t', 'a\tb', '1\t2'], ['a', 'b']],
])('%s', async (_, lines, header) => {
  for (const end of ['\n', '\r\n', '\r']) expect((await cellsOf(lines.join(end)))[0]).toEqual(header);
});

test('the line that says the separator counts as a line', async () => {
  const rows = [];
  for await (const batch of (await openSheet(bytes(Buffer.from('sep=,\r\na,b\r\n1,2')))).records()) rows.push(...batch);
  expect(rows.map(({ line }) => line)).toEqual([2, 3]);
});

test.each<[string, string, string[]]>([
  ['inches', 'id,name\n1,5" disk\n2,3.5" and 5.25"', ['1', '5" disk']],
  ['a name in quotes inside a cell', 'id,name\n1,Ada "Countess" Quill', ['1', 'Ada "Countess" Quill']],
  ['a space before the quotes', 'id, name\n1, "Quill, Ada"', ['1', 'Quill, Ada']],
  ['a space behind them', 'id,name\n1,"Quill, Ada" \n2, "b" ', ['1', 'Quill, Ada']],
  ['quotes doubled', 'id,name\n1,"5"" disk"', ['1', '5" disk']],
])('quotes: %s', async (_, text, row) => {
  expect((await cellsOf(text))[1]).toEqual(row);
});
