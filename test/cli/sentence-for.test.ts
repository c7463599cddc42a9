import { expect, test } from 'vitest';
import { sentenceFor } from '../../src/cli/sentence-for.ts';
import { UserError } from '../../src/errors.ts';

const coded = (code: string) => Object.assign(new Error('insert into person values (Ana)'), { code });

test.each([
  ['SQLITE_FULL', 'The disk is full'],
  ['53100', 'The disk is full'],
  ['SQLITE_BUSY_SNAPSHOT', 'Another program holds the database'],
  ['57P01', 'The connection to the database was lost'],
  ['08006', 'The connection to the database was lost'],
  ['ECONNRESET', 'The connection to the database was lost'],
])('%s is said with what to do next, and without what was being stored', (code, beginning) => {
  expect(sentenceFor(coded(code))).toMatch(new RegExp(`^${beginning}.*run the command again\\.$`, 'u'));
  expect(sentenceFor(coded(code))).not.toContain('Ana');
});

test('what we say ourselves is said as it is, and anything else is asked to be reported', () => {
  expect(sentenceFor(new UserError('Name a file.'))).toBe('Name a file.');
  expect(sentenceFor(new TypeError('x is undefined'))).toMatch(/^Something went wrong on our side\. Please report/u);
});
