import { describe, expect, test } from 'vitest';
import type { Header } from '../../../src/importing/columns/header.ts';
import type { CsvRecord } from '../../../src/importing/reading/records.ts';
import { dateOrdersIn, holdsAmbiguousDay } from '../../../src/importing/values/date-order.ts';
import { readDate } from '../../../src/importing/values/dates.ts';

type Field = 'opened_on' | 'close_on';
const fields: readonly Field[] = ['opened_on', 'close_on'];
const header = {
  width: 2,
  positions: new Map<Field, readonly number[]>([
    ['opened_on', [0]],
    ['close_on', [1]],
  ]),
  columns: {},
  preset: null,
} as unknown as Header<Field>;

function recordsOf(rows: readonly (readonly string[])[]): CsvRecord[] {
  return rows.map((cells, at) => ({ cells: [...cells], line: at + 2 }));
}

async function* batchesOf(rows: readonly (readonly string[])[]): AsyncGenerator<readonly CsvRecord[]> {
  yield recordsOf(rows);
}

/** What the column says of a day, beside these rows; the days of a refusal. */
async function read(
  text: string,
  rows: readonly (readonly [string, string])[],
  given?: 'day-first' | 'month-first',
): Promise<string | null> {
  const orders = await dateOrdersIn(header, fields, batchesOf(rows), given);
  try {
    return readDate(text, 'opened_on', orders);
  } catch (error) {
    return /could be (\S+ or \S+),/.exec(String(error))?.[1] ?? String(error);
  }
}

describe('the order of day and month is learnt', () => {
  test.each<[why: string, text: string, rows: [string, string][], day: string]>([
    ['the column has a day after the 12th', '02/03/2024', [['15/03/2020', '']], '2024-03-02'],
    ['the same, month first', '02/03/2024', [['3/15/2020 9:00 AM', '']], '2024-02-03'],
    ['one that has a hyphen where a year first ends', '12-4-15', [['3-24-11', '']], '2015-12-04'],
    ['its short years count', '02/03/2024', [['15/03/20', '']], '2024-03-02'],
    ['and are read by long ones', '1/08/26', [['23/03/2026', '']], '2026-08-01'],
    [
      'its own separator comes first',
      '02.03.2024',
      [
        ['3/15/2020', ''],
        ['15.03.2020', ''],
      ],
      '2024-03-02',
    ],
    ['then its other ones', '02.03.2024', [['3/15/2020', '12/31/2026']], '2024-02-03'],
    ['then other columns', '10/1/2026', [['', '11/30/2026']], '2026-10-01'],
    ['with any separator', '10/1/2026', [['', '30.11.2026']], '2026-01-10'],
    ['its own days against those of others', '10/1/2026', [['30/11/2026', '11/30/2026']], '2026-01-10'],
    ['nothing says it', '10/1/2026', [['1/2/2026', '2026-11-30']], '2026-10-01 or 2026-01-10'],
    [
      'its own days contradict each other',
      '10/1/2026',
      [
        ['30/11/2026', '11/30/2026'],
        ['11/30/2026', '11/30/2026'],
      ],
      '2026-10-01 or 2026-01-10',
    ],
    [
      'those of others do',
      '10/1/2026',
      [
        ['', '30/11/2026'],
        ['', '11/30/2026'],
      ],
      '2026-10-01 or 2026-01-10',
    ],
    ['an impossible day says nothing', '10/1/2026', [['31/02/2026', '']], '2026-10-01 or 2026-01-10'],
    ['weekdays and times are no hindrance', '02/03/2024', [['Sunday, 15/03/2020 14:30 Uhr', '']], '2024-03-02'],
  ])('%s: %s', async (_, text, rows, day) => {
    expect(await read(text, rows)).toBe(day);
  });

  test.each<[why: string, given: 'day-first' | 'month-first', rows: [string, string][], day: string]>([
    ['where nothing else says it', 'day-first', [], '2026-01-10'],
    ['where nothing else says it', 'month-first', [], '2026-10-01'],
    ['against other columns', 'day-first', [['', '11/30/2026']], '2026-01-10'],
    [
      'in a column that contradicts itself',
      'day-first',
      [
        ['30/11/2026', ''],
        ['11/30/2026', ''],
      ],
      '2026-01-10',
    ],
    ['not against what all of its own days say', 'day-first', [['11/30/2026', '']], '2026-10-01'],
  ])('or given, %s: %s', async (_, given, rows, day) => {
    expect(await read('10/1/2026', rows, given)).toBe(day);
  });

  test('a day that only one order allows is read by it, whatever the column says', async () => {
    expect(await read('30/11/2026', [['11/30/2026', '']])).toBe('2026-11-30');
  });
});

describe('the year first in two digits', () => {
  const ofOneYear: [string, string][] = ['26/11/02', '26/10/05', '26/12/24', '26/01/31', '26/02/18'].map((day) => [
    day,
    '',
  ]);

  test('is read where the first numbers are a year or two, and the last ones many days', async () => {
    expect(await read('26/11/23', ofOneYear)).toBe('2026-11-23');
  });

  test('is read where one of the column can be nothing else', async () => {
    expect(await read('26/11/23', [['99/12/31', '']])).toBe('2026-11-23');
  });

  test('otherwise the day is first', async () => {
    expect(await read('26/11/23', [['27/11/24', '']])).toBe('2023-11-26');
    expect(await read('26/11/23', [...ofOneYear, ['26/11/99', '']])).toBe('2023-11-26');
  });
});

describe('the file is read twice only for a day that could be two', () => {
  test.each([
    ['2026-11-03', false],
    ['11/30/2026', false],
    ['3 Nov 2026', false],
    ['46349', false],
    ['04/04/2026', false],
    ['03/04/2026', true],
    ['Fri, 3.4.2026 14:30', true],
    ['1/08/26', true],
    ['4-12-17', true],
    ['12-4-15', true],
    ['26/11/23', true],
    ['０３／０４／２０２６', true],
  ])('%s: %s', (text, isAmbiguous) => {
    expect(holdsAmbiguousDay(header, fields, recordsOf([['2026-01-01', text]]))).toBe(isAmbiguous);
  });
});
