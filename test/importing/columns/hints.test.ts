import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import type { TableKind } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';
import { UserError } from '../../../src/errors.ts';

/** What is said of a file in which something is missing. */
function refusal<F extends string>(kind: TableKind<F>, header: string, ...rows: string[]): string {
  try {
    readHeader(
      kind,
      header.split('|'),
      [],
      rows.map((row) => row.split('|')),
    );
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'nothing is missing';
}

describe('a hint is the column that is meant', () => {
  test.each([
    ['Opp ident|Owner|Stage', ['A-1|Ada Quill|New', 'A-2|Ada Quill|New'], '--map "Opp ident=id"'],
    ['Oportunity ID|Owner|Stage', ['A-1|Ada Quill|New', 'A-2|Ada Quill|New'], '--map "Oportunity ID=id"'],
    ['id|Owner (AE)|Stage', ['1|Ada Quill|New', '2|Otto Brandt|New'], '--map "Owner (AE)=owner"'],
    ['id|Deal Onwer|Stage', ['1|Ada Quill|New', '2|Otto Brandt|New'], '--map "Deal Onwer=owner"'],
    ['id|Owner|EMEA stage', ['1|Ada Quill|New', '2|Ada Quill|New'], '--map "EMEA stage=stage"'],
  ])('of deals: %s', (header, rows, hint) => {
    const said = refusal(deals, header, ...rows);
    expect(said).toContain(`Say which column it is, e.g. ${hint}.`);
  });

  test('of a roster: people by another word', () => {
    expect(refusal(roster, 'Rep in charge|Boss', 'Ada Quill|Mina Farrow')).toContain('--map "Rep in charge=name"');
  });
  test('two at once, each for its own field', () => {
    const said = refusal(deals, 'Opp ident|Owner (AE)|Stage', 'A-1|Ada Quill|New', 'A-2|Ada Quill|New');
    expect(said).toContain('e.g. --map "Opp ident=id" --map "Owner (AE)=owner".');
  });
});

describe('no hint is better than a wrong one', () => {
  test.each([
    ['half a name', roster, 'Last Name|Chief', ['Quill|Mina Farrow', 'Quill|Mina Farrow']],
    ['a number for a name', roster, 'Employee record|Chief', ['101|100', '102|100']],
    ['the manager’s name', roster, 'Name of manager|x', ['Mina Farrow|1', 'Mina Farrow|2']],
    ['a company’s name', roster, 'Company name|x', ['Acme Corp|1', 'Beta Corp|2']],
    ['a segment for an owner', deals, 'deal_id|segment|stage', ['D-1|Enterprise|New', 'D-2|Mid-Market|New']],
    ['the owner’s role', deals, 'deal_id|Owner role|stage', ['D-1|Account Executive|New', 'D-2|Account Executive|New']],
    ['the account’s id', deals, 'Account id|owner|stage', ['A-1|Ada Quill|New', 'A-2|Ada Quill|New']],
    ['an id that isn’t one of each row', deals, 'Ident|owner|stage', ['A|Ada Quill|New', 'A|Ada Quill|New']],
    [
      'an id that a sheet shortened',
      deals,
      'Ident|owner|stage',
      ['1.23457E+11|Ada Quill|New', '1.23458E+11|Ada Quill|New'],
    ],
    ['what is in a stage', deals, 'id|owner|Deals in stage', ['1|Ada Quill|New', '2|Ada Quill|New']],
    ['the days in a stage', deals, 'id|owner|Stage duration', ['1|Ada Quill|12', '2|Ada Quill|13']],
    ['what only has the letters of a field', deals, 'Paid|owner|stage', ['1|Ada Quill|New', '2|Ada Quill|New']],
    ['tickets for deals', deals, 'Ticket ID|Ticket owner|Ticket status', ['1|Ada Quill|New', '2|Ada Quill|New']],
    ['people for deals', deals, 'Contact ID|Contact owner|Lifecycle stage', ['1|Ada Quill|Lead', '2|Ada Quill|Lead']],
    ['a line that is no header', deals, 'sep=', []],
  ])('%s', (_, kind, header, rows) => {
    const said = refusal(kind as TableKind<string>, header, ...rows);
    expect(said).toContain('There is no column for');
    expect(said).not.toContain('e.g. --map');
    expect(said).toMatch(/If the file has it under another name, say --map "COLUMN=\w+" with a column of /);
  });
});

test('what is said names the columns found and those needed, not every field there is', () => {
  expect(refusal(deals, 'segment|owner|stage', 'Enterprise|Ada Quill|New')).toBe(
    'There is no column for the deal’s id. Columns found: segment, owner, stage. Needed: id, owner, stage or status. ' +
      'If the file has it under another name, say --map "COLUMN=id" with a column of each deal’s own id in your CRM.',
  );
});
