import { describe, expect, test } from 'vitest';
import { read } from '../../helpers/tables.ts';

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

  test('of a classic export: sums without a word between them', async () => {
    const found = await read(
      'deals',
      [
        'id,name,stage,amount',
        'Opportunity Owner: Ada Quill (1 record)',
        '1,Alfa,Open,5',
        ',,,5',
        'Opportunity Owner: Otto (1 record)',
        '2,Beta,Won,7',
        ',,,7',
      ].join('\n'),
    );
    expect(found.cells.map((cells) => [cells[0], cells.at(-1)])).toEqual([
      ['1', 'Ada Quill'],
      ['2', 'Otto'],
    ]);
  });

  test('of Salesforce’s formatted report: blank first column, arrows, sums and counts of each group', async () => {
    const found = await read(
      'deals',
      [
        'Open Opportunities,,,,,',
        'Filtered By,,,,,',
        '   Show: All opportunities,,,,,',
        ',,,,,',
        ',Opportunity Owner  ↑,Stage  ↑,Opportunity ID,Opportunity Name,Amount',
        ',Ada Quill,Proposal,006A1,Acme,"USD 12,000.00"',
        ',,,006A2,Beta,"USD 2,000.00"',
        ',,Subtotal,,,"USD 14,000.00"',
        ',,,Count,,2',
        ',,Won,006A3,Gamma,"USD 1,000.00"',
        ',,Subtotal,,,"USD 1,000.00"',
        ',Subtotal,,,,"USD 15,000.00"',
        ',,,Count,,3',
        ',Otto Brandt,Proposal,006A4,Delta,"USD 7.00"',
        ',Total,,,,"USD 15,007.00"',
        ',,,Count,,4',
        ',,,,,',
        'Confidential Information - Do Not Distribute,,,,,',
      ].join('\n'),
    );
    expect(found.cells.map((cells) => cells.slice(1, 4))).toEqual([
      ['Ada Quill', 'Proposal', '006A1'],
      ['Ada Quill', 'Proposal', '006A2'],
      ['Ada Quill', 'Won', '006A3'],
      ['Otto Brandt', 'Proposal', '006A4'],
    ]);
    expect(found.notes).toContain(
      'The report is grouped: a blank “Opportunity Owner”, “Stage” was filled in from the row above it.',
    );
  });

  test('a line above the header holds for all rows, and isn’t a line that was left out', async () => {
    const found = await read('roster', 'Sales people\nManager: Mina Farrow\nname,email\nAda,a@x.io\nOtto,o@x.io');
    expect(found.cells.map((cells) => cells.at(-1))).toEqual(['Mina Farrow', 'Mina Farrow']);
    expect(found.notes[0]).toBe('1 line above the header was left out.');
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
