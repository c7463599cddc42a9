import { describe, expect, test } from 'vitest';
import { read } from '../../helpers/tables.ts';

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

  test('they are found by what is in them where that is sure, and it is told', async () => {
    const found = await read('roster', `${people}\nOtto Brandt,otto@example.com,Mina Farrow`);
    expect(found).toMatchObject({ names: ['1', '2', '3'], lines: [1, 2, 3] });
    expect(found.notes[0]).toContain(
      'Read by what is in them: column 1 as name, column 2 as email, column 3 as manager',
    );
  });

  test('they are asked for, with the first row', async () => {
    await expect(read('roster', people.replaceAll('Quill,', 'Quill,R-07,'), { noHeader: true })).rejects.toThrow(
      'Its first row is: 1 “Ada Quill”, 2 “R-07”, 3 “ada.quill@example.com”, 4 “Mina Farrow”. Say what they are: --no-header --map "1=',
    );
  });

  test('the first line is a row where it is said so, whatever it looks like', async () => {
    expect(await read('roster', 'name,team\nAda,Sales', { noHeader: true, mapping: ['1=name'] })).toMatchObject({
      lines: [1, 2],
    });
  });
});
