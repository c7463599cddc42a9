import { describe, expect, test } from 'vitest';
import { roster } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';
import { rosterExports } from '../../helpers/export-headers/rosters.ts';

const cells = (line: string): string[] => line.split('|');

describe.each(Object.entries(rosterExports))('a %s', (name, { header, rows, columns }) => {
  test('is known by its header and read whole', () => {
    const read = readHeader(roster, cells(header), [], rows?.map(cells));
    expect(read.columns).toEqual(columns);
    expect(read.preset).toBe(name.replace(/,.*/, ''));
  });

  test('is known without a look at its rows as well', () => {
    expect(readHeader(roster, cells(header), []).preset).toBe(name.replace(/,.*/, ''));
  });
});
