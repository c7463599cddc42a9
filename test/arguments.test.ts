import { expect, test } from 'vitest';
import { readArguments, usage } from '../src/arguments.ts';

test('the flags of the sandbox are read, with or without the word start', () => {
  const words = [
    '--port',
    '0',
    '--clock',
    '2026-11-23T08:00:00Z',
    '--roster',
    'r.csv',
    '--deals',
    'd.csv',
    '--no-open',
  ];
  expect(readArguments(['start', ...words])).toEqual({
    port: 0,
    clock: new Date('2026-11-23T08:00:00Z'),
    roster: 'r.csv',
    deals: 'd.csv',
    lead: undefined,
    reading: {
      map: [],
      mapDeals: [],
      mapValue: [],
      sheet: undefined,
      sheetDeals: undefined,
      dateOrder: undefined,
    },
    open: false,
    help: false,
    any: true,
  });
  expect(readArguments(words)).toEqual(readArguments(['start', ...words]));
});

test('nothing said means: any port, now, the demo team, the browser', () => {
  expect(readArguments(['start'])).toMatchObject({ port: undefined, clock: undefined, open: true, any: false });
});

test('how the files are read is said by flags, most of them several times', () => {
  const files = ['--roster', 'r.xlsx', '--deals', 'd.xlsx'];
  const { reading } = readArguments([
    ...files,
    '--map',
    'Wer=name',
    '--map',
    'Chef = x=manager_name',
    '--map-deals',
    'Wert=amount',
    '--map-value',
    'Ganado=won',
    '--map-value',
    'Perdido=lost',
    '--date-order',
    'month-first',
    '--sheet',
    'People',
    '--sheet-deals',
    '2',
  ]);
  expect(reading).toEqual({
    map: ['Wer=name', 'Chef = x=manager_name'],
    mapDeals: ['Wert=amount'],
    mapValue: ['Ganado=won', 'Perdido=lost'],
    sheet: 'People',
    sheetDeals: '2',
    dateOrder: 'month-first',
  });
});

test('each flag that can be read is in the usage', () => {
  const flags = /The flags are (.*)\.$/.exec(String(caught(() => readArguments(['--colour', 'blue']))))?.[1] ?? '';
  const names = flags.match(/--[a-z-]+/g) ?? [];
  expect(names.length).toBeGreaterThan(12);
  expect(names.filter((name) => !usage.includes(`${name} `))).toEqual([]);
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

test.each([
  [['--port', 'many'], '--port must be'],
  [['--port', '65536'], '--port must be'],
  [['--clock', 'tomorrow'], '--clock must be'],
  [['--clock', '2026-13-45T08:00:00Z'], '--clock must be'],
  [['--deals', 'd.csv'], '--deals needs --roster'],
  [['--map', 'Wer=name'], '--map needs --roster too'],
  [['--map-value', 'Ganado=won'], '--map-value needs --roster too'],
  [['--roster', 'r.csv', '--map-deals', 'Wert=amount'], '--map-deals needs --deals too'],
  [['--roster', 'r.csv', '--sheet-deals', '2'], '--sheet-deals needs --deals too'],
  [['--roster', 'r.csv', '--date-order', 'dmy'], '--date-order must be day-first or month-first'],
  [['--colour', 'blue'], 'The flags are --port'],
  [['somewhere'], 'The flags are --port'],
])('%j is refused with what to do', (words, sentence) => {
  expect(() => readArguments(words)).toThrow(sentence);
});
