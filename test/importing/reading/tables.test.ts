import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { openTable } from '../../../src/importing/reading/table.ts';
import { Tally } from '../../../src/importing/report.ts';
import type { ImportOptions } from '../../../src/importing/report.ts';
import { bytes } from '../../helpers/imports.ts';

const kinds = { roster, deals };

async function read(kindName: 'roster' | 'deals', text: string, options: ImportOptions = {}) {
  const tally = new Tally();
  const kind = kinds[kindName] as typeof deals;
  const table = await openTable(kind, bytes(Buffer.from(text)), options, tally);
  const records = [];
  for await (const batch of table.batches) records.push(...batch);
  const again = [];
  for await (const batch of table.again()) again.push(...batch);
  expect(again).toEqual(records);
  return {
    names: table.names,
    lines: records.map(({ line }) => line),
    cells: records.map(({ cells }) => cells),
    notes: table.notes,
    refused: tally.refused,
  };
}

const head = 'id,name,owner,stage,amount';
const rows = ['1,Alfa,Ada Quill,Proposal,100', '2,Beta,Otto Brandt,Won,200'];

describe('the header', () => {
  test.each<[string, string[]]>([
    ['a title', ['Open deals']],
    ['title, date and filters', ['Open deals', 'Generated on 2026-11-23', 'Filtered by: Close Date = this year']],
    ['lines of blank cells', [',,,,', 'Open deals,,,,', ',,,,']],
    ['a filter that is called like a column', ['Stage,Open', 'Close Date,2026']],
    ['numbers', ['Report 7,2026', '2026-11-23,12']],
  ])('is found below %s', async (_, above) => {
    const found = await read('deals', [...above, head, ...rows].join('\n'));
    expect(found.names).toEqual(head.split(','));
    expect(found.lines).toEqual([above.length + 2, above.length + 3]);
    const count = above.filter((line) => /[^,]/.test(line)).length;
    expect(found.notes).toEqual([
      `${count} ${count === 1 ? 'line' : 'lines'} above the header ${count === 1 ? 'was' : 'were'} left out.`,
    ]);
  });

  test('may be of names that nobody knows, and is then shown', async () => {
    await expect(read('deals', 'Alpha,Beta\nx,y')).rejects.toThrow('Columns found: Alpha, Beta');
    await expect(read('deals', 'Nice title\n\nAlpha,Beta,Gamma\nx,y,z\n1,2,3')).rejects.toThrow('Alpha, Beta, Gamma');
  });

  test('may be mapped', async () => {
    const found = await read('roster', 'Our people\nRepresentative,Boss\nAda,Mina\n', {
      mapping: ['Representative=name'],
    });
    expect(found).toMatchObject({ names: ['Representative', 'Boss'], lines: [3] });
  });

  test('of a single column is one', async () => {
    expect(await read('roster', 'name\nAda Quill\nMina Farrow')).toMatchObject({
      names: ['name'],
      lines: [2, 3],
      notes: [],
    });
  });

  test.each<[string, string]>([
    ['formats', ',(text),(text),(text),(USD)'],
    ['kinds', 'text,text,text,text,number'],
    ['what is needed', 'Required,Optional,Required,Required,Optional'],
    ['units', ',,,,USD'],
  ])('may be explained in the line below: %s', async (_, line) => {
    const found = await read('deals', [head, line, ...rows].join('\n'));
    expect(found).toMatchObject({ lines: [3, 4], notes: ['Line 2 explains the columns and was left out.'] });
  });

  test('that comes again on each page is left out', async () => {
    const found = await read('deals', [head, rows[0], '', head, rows[1]].join('\n'));
    expect(found).toMatchObject({
      lines: [2, 5],
      refused: [],
      notes: ['1 line that repeats the header was left out.'],
    });
  });
});

describe('without a header', () => {
  const people = 'Ada Quill,ada.quill@example.com,Mina Farrow\nMina Farrow,mina.farrow@example.com,';
  test('columns are mapped by number', async () => {
    const found = await read('roster', people, { noHeader: true, mapping: ['1=name', '2=email', '3=manager_name'] });
    expect(found).toMatchObject({ names: ['1', '2', '3'], lines: [1, 2], notes: [] });
    expect(await read('roster', people, { mapping: ['1=name', '2=email'] })).toMatchObject({ lines: [1, 2] });
  });

  test('the first line is a row where it is said so, whatever it looks like', async () => {
    expect(await read('roster', 'name,team\nAda,Sales', { noHeader: true, mapping: ['1=name'] })).toMatchObject({
      lines: [1, 2],
    });
  });
});

describe('another table below', () => {
  const sums = ['', 'Stage,Count', 'Proposal,1', 'Won,1'];
  test.each<[string, string[], number, string]>([
    ['of sums', sums, 5, '2 rows were'],
    ['of sums, with a title', ['', 'Summary', ...sums.slice(1)], 6, '2 rows were'],
    ['with a header that is known', ['Opportunity ID,Opportunity Name,Owner', '9,Zeta,Ada'], 4, '1 row was'],
    [
      'with a header that is known, after a blank line',
      ['', 'id,owner,stage', '9,Ada,Open', '8,Ada,Open'],
      5,
      '2 rows were',
    ],
  ])('is one refusal: %s', async (_, below, line, count) => {
    const found = await read('deals', [head, ...rows, ...below].join('\n'));
    expect(found.lines).toEqual([2, 3]);
    expect(found.refused).toEqual([{ line, reason: expect.stringContaining(`Its ${count} not read`) as string }]);
  });

  test('is none where rows follow a blank line', async () => {
    const found = await read(
      'deals',
      [head, rows[0], '', rows[1], '', '3,Gamma,Stage Name,Open,5', '', '4,Delta,Ada'].join('\n'),
    );
    expect(found).toMatchObject({ lines: [2, 4, 6, 8], refused: [] });
  });
});

describe('rows that end early', () => {
  test('are taken where what they have fits, and no row writes a blank at its end', async () => {
    const found = await read('deals', [head, ...rows, '3,Gamma,Ada Quill,Proposal'].join('\n'));
    expect(found.cells[2]).toEqual(['3', 'Gamma', 'Ada Quill', 'Proposal', '']);
    expect(found.notes).toEqual(['1 row ends early: the cells that aren’t there were taken as blank.']);
  });

  test.each<[string, string[]]>([
    ['a number where words stand', [...rows, '3,Gamma,Ada Quill,300']],
    ['words where numbers stand', [...rows, 'Gamma,Ada Quill,Proposal']],
    ['another row writes its blank', [...rows, '3,Gamma,Ada Quill,Open,', '4,Delta,Ada Quill,Open']],
  ])('stay as they are to be refused: %s', async (_, body) => {
    const found = await read('deals', [head, ...body].join('\n'));
    expect(found.cells.at(-1)?.length).toBeLessThan(5);
    expect(found.notes).toEqual([]);
  });
});

describe('what a report prints under its rows', () => {
  test.each<[string, 'roster' | 'deals', string, string[], string[]]>([
    [
      'Salesforce',
      'deals',
      head,
      rows,
      [
        'Grand Totals (2 records),,,,300',
        '',
        '"Copyright (c) 2000-2026 salesforce.com, inc."',
        'Confidential Information - Do Not Distribute',
        '"Generated By:  Ada Quill  11/23/2026 9:00 AM"',
      ],
    ],
    ['German', 'deals', head, rows, ['Gesamtsumme,,,,300', 'Erstellt am 23.11.2026', 'Vertraulich']],
    ['French', 'deals', head, rows, ['Total général,,,,300', 'Généré par Ada Quill']],
    ['Spanish', 'deals', head, rows, ['Suma,,,,300', 'Informe: Oportunidades']],
    ['Italian', 'deals', head, rows, ['Totale complessivo,,,,300']],
    ['Dutch', 'deals', head, rows, ['Eindtotaal,,,,300', 'Vertrouwelijk']],
    ['Polish', 'deals', head, rows, ['Razem,,,,300 zł', 'Suma końcowa: 2']],
    ['Brazilian', 'deals', head, rows, ['Soma,,,,R$ 300.00']],
    ['Swedish', 'deals', head, rows, ['Totalsumma,,,,300', 'Antal: 2']],
    ['Japanese', 'deals', head, rows, ['合計,,,,300', '社外秘']],
    ['counts', 'deals', head, rows, ['Count: 2', 'Record Count,2,,,']],
    [
      'a roster',
      'roster',
      'name,email,manager',
      ['Ada Quill,a@x.io,Mina', 'Mina,m@x.io,'],
      ['Total,2,', 'As of 2026-11-23', 'Report filter: active', 'Generated by HR'],
    ],
    [
      'a roster of two columns',
      'roster',
      'name,email',
      ['Ada Quill,a@x.io', 'Mina,m@x.io'],
      ['Generated by HR', 'Confidential,'],
    ],
    [
      'two cells',
      'roster',
      'name,email,manager',
      ['Ada Quill,a@x.io,Mina'],
      ['Generated by:,Ada Quill,', 'As of,2026-11-23,'],
    ],
  ])('is left out: %s', async (_, kind, header, body, footer) => {
    const found = await read(kind, [header, ...body, ...footer].join('\n'));
    expect(found.lines).toEqual(body.map((_row, index) => index + 2));
    const count = footer.filter((line) => line !== '').length;
    expect(found.notes).toEqual([
      `${count} ${count === 1 ? 'line' : 'lines'} of totals and the report’s own footer were left out.`,
    ]);
  });

  test.each<[string, string]>([
    ['a person', 'Total,total@x.io,Mina'],
    ['a person without an address', 'Summe,,Mina Farrow'],
    ['a manager', 'Ada,a@x.io,Total'],
    ['a family', 'Anna Gesamt,anna@x.io,Mina'],
    ['a count', 'Count Olaf,olaf@x.io,Mina'],
  ])('is none: %s', async (_, row) => {
    const found = await read('roster', `name,email,manager\n${row}\nMina,m@x.io,`);
    expect(found).toMatchObject({ lines: [2, 3], notes: [] });
  });
});

describe('groups', () => {
  const grouped = 'id,name,stage,amount';
  test('of Salesforce: a line above the rows of each owner', async () => {
    const found = await read(
      'deals',
      [
        grouped,
        'Opportunity Owner: Ada Quill (2 records)',
        '1,Alfa,Open,5',
        '2,Beta,Open,6',
        ',,,11',
        'Opportunity Owner: Otto Brandt (1 record)',
        '3,Gamma,Won,7',
        'Grand Totals (3 records)',
      ].join('\n'),
    );
    expect(found.names).toEqual([...grouped.split(','), 'Opportunity Owner']);
    expect(found.cells.filter((cells) => cells[0] !== '')).toEqual([
      ['1', 'Alfa', 'Open', '5', 'Ada Quill'],
      ['2', 'Beta', 'Open', '6', 'Ada Quill'],
      ['3', 'Gamma', 'Won', '7', 'Otto Brandt'],
    ]);
  });

  test('of a roster: a manager above their people, the header once more for each', async () => {
    const found = await read(
      'roster',
      [
        'Team list',
        'Manager: Mina Farrow',
        'Name,Email,Start date',
        'Ada,a@x.io,2024-01-01',
        '',
        'Manager: Lin Sato',
        'Name,Email,Start date',
        'Otto,o@x.io,2024-02-01',
      ].join('\n'),
    );
    expect(found.cells).toEqual([
      ['Ada', 'a@x.io', '2024-01-01', 'Mina Farrow'],
      ['Otto', 'o@x.io', '2024-02-01', 'Lin Sato'],
    ]);
    expect(found.refused).toEqual([]);
  });

  test.each(['Created on: 2026-11-20', '作成日：2026年11月20日'])(
    'are none: the day of the report above it, %s',
    async (line) => {
      const found = await read('deals', [line, 'id,owner,stage,amount', '1,Ada Quill,Open,5'].join('\n'));
      expect(found.names).toEqual(['id', 'owner', 'stage', 'amount']);
      expect(found.notes).toEqual(['1 line above the header was left out.']);
    },
  );

  test('two levels of lines', async () => {
    const found = await read(
      'deals',
      [
        'id,name,amount',
        'Owner: Ada Quill',
        'Stage: Open (1 record)',
        '1,Alfa,5',
        'Stage: Won (1 record)',
        '2,Beta,6',
        'Owner: Otto Brandt',
        'Stage: Open (1 record)',
        '3,Gamma,7',
      ].join('\n'),
    );
    expect(found.cells.map((cells) => cells.slice(3))).toEqual([
      ['Ada Quill', 'Open'],
      ['Ada Quill', 'Won'],
      ['Otto Brandt', 'Open'],
    ]);
  });

  test.each<[string, string[], (readonly string[])[]]>([
    [
      'sums between the rows',
      [
        'owner,stage,id,amount',
        'Ada,Open,1,5',
        ',,2,6',
        ',Won,3,7',
        'Subtotal,,,18',
        'Otto,Open,4,8',
        ',,5,9',
        'Subtotal,,,17',
        'Total,,,35',
      ],
      [
        ['Ada', 'Open'],
        ['Ada', 'Open'],
        ['Ada', 'Won'],
        ['Otto', 'Open'],
        ['Otto', 'Open'],
      ],
    ],
    [
      'sums of a pivot',
      [
        'owner,stage,id,amount',
        'Ada,Open,1,5',
        ',,2,6',
        'Ada Total,,,11',
        'Otto,Won,4,8',
        'Otto Total,,,8',
        'Grand Total,,,19',
      ],
      [
        ['Ada', 'Open'],
        ['Ada', 'Open'],
        ['Otto', 'Won'],
      ],
    ],
    [
      'German sums of a pivot',
      [
        'owner,stage,id,amount',
        'Ada,Open,1,5',
        ',,2,6',
        'Ada Ergebnis,,,11',
        'Otto,Won,4,8',
        'Otto Ergebnis,,,8',
        'Gesamtergebnis,,,19',
      ],
      [
        ['Ada', 'Open'],
        ['Ada', 'Open'],
        ['Otto', 'Won'],
      ],
    ],
    [
      'arrows',
      ['owner  ↑,stage ↑,id,amount', 'Ada,Open,1,5', ',,2,6', 'Otto,Open,4,8', ',Won,5,9'],
      [
        ['Ada', 'Open'],
        ['Ada', 'Open'],
        ['Otto', 'Open'],
        ['Otto', 'Won'],
      ],
    ],
    [
      'an outline',
      ['owner,stage,id,amount', 'Ada,,,11', ',Open,1,5', ',Won,2,6', 'Otto,,,8', ',Open,4,8'],
      [
        ['Ada', 'Open'],
        ['Ada', 'Won'],
        ['Otto', 'Open'],
      ],
    ],
    [
      'a blank column at the left',
      [',owner,stage,id,amount', ',Ada,Open,1,5', ',,Won,2,6', ',Subtotal,,,11', ',Otto,Open,4,8'],
      [
        ['', 'Ada', 'Open'],
        ['', 'Ada', 'Won'],
        ['', 'Otto', 'Open'],
      ],
    ],
  ])('are filled down: %s', async (_, lines, first) => {
    const found = await read('deals', lines.join('\n'));
    expect(found.cells.map((cells) => cells.slice(0, first[0]?.length))).toEqual(first);
    expect(found.notes.join(' ')).toContain('was filled in from the row above it');
  });

  test('are filled down in a long report, too', async () => {
    const many = Array.from(
      { length: 900 },
      (_, index) => `${index === 0 ? 'Ada' : index === 500 ? 'Otto' : ''},Open,${index},5`,
    );
    many.splice(500, 0, 'Subtotal,,,2500');
    const found = await read('deals', ['owner,stage,id,amount', ...many].join('\n'));
    expect(found.cells.filter((cells) => cells[0] === 'Ada')).toHaveLength(500);
    expect(found.cells.filter((cells) => cells[0] === 'Otto')).toHaveLength(400);
  });

  test.each<[string, string[]]>([
    ['a blank', ['owner,stage,id,amount', 'Ada,Open,1,5', ',Open,2,6', 'Otto,Open,3,7']],
    [
      'a blank, and a total at the end',
      ['owner,stage,id,amount', 'Ada,Open,1,5', ',Open,2,6', 'Otto,Open,3,7', 'Total,,,18'],
    ],
    [
      'values that come again',
      ['owner,stage,id,amount', 'Ada,Open,1,5', 'Ada,Open,2,6', ',Open,3,6', 'Subtotal,,,11', 'Otto,Open,4,7'],
    ],
    ['an arrow for the order', ['id,stage,owner ↑,amount', '1,Open,Ada,5', '2,Open,,6', '3,Open,Otto,7']],
  ])('are not made of an ordinary file with %s', async (_, lines) => {
    const found = await read('deals', lines.join('\n'));
    expect(found.cells.some((cells) => cells.slice(0, 4).includes(''))).toBe(true);
    expect(found.notes.join(' ')).not.toContain('filled in');
  });
});
