import { expect, test } from 'vitest';
import { myPromises, promisesView } from '../../../../src/slack/views/home/home-promises.ts';
import { promiseTitle } from '../../../../src/slack/views/log/development-words.ts';
import type { PromiseRow } from '../../../../src/slack/views/log/development-words.ts';
import { wordsOf } from '../../../helpers/blocks.ts';

const promise: PromiseRow = {
  id: 1,
  text: 'a straight answer from finance',
  dueOn: '2026-11-27',
  state: 'open',
  settledOn: null,
  otherName: 'Priya Raman',
};

test('what was promised begins as a title does, however it was typed', () => {
  const [section] = myPromises([promise], '2026-11-23');
  expect(wordsOf(section?.rows)).toContain('\nA straight answer from finance');
  expect(wordsOf(promisesView([promise], '2026-11-23').blocks)).toContain('\nA straight answer from finance');
  expect(promiseTitle('ünlü names & signs')).toBe('Ünlü names &amp; signs');
  expect(promiseTitle('12% for Northwind')).toBe('12% for Northwind');
});
