import { expect, test } from 'vitest';
import { readArguments } from '../src/arguments.ts';

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
    open: false,
    help: false,
    any: true,
  });
  expect(readArguments(words)).toEqual(readArguments(['start', ...words]));
});

test('nothing said means: any port, now, the demo team, the browser', () => {
  expect(readArguments(['start'])).toMatchObject({ port: undefined, clock: undefined, open: true, any: false });
});

test.each([
  [['--port', 'many'], '--port must be'],
  [['--port', '65536'], '--port must be'],
  [['--clock', 'tomorrow'], '--clock must be'],
  [['--clock', '2026-13-45T08:00:00Z'], '--clock must be'],
  [['--deals', 'd.csv'], '--deals needs --roster'],
  [['--colour', 'blue'], 'The flags are --port'],
  [['somewhere'], 'The flags are --port'],
])('%j is refused with what to do', (words, sentence) => {
  expect(() => readArguments(words)).toThrow(sentence);
});
