import { describe, expect, test } from 'vitest';
import { shorten } from '../../../src/slack/kit/text.ts';

describe('what is too long for its place', () => {
  test.each([
    ['Who manages them from now on?', 24, 'Who manages them from…'],
    ['Who manages them now?', 24, 'Who manages them now?'],
    ['Send the references to Northwind', 21, 'Send the references…'],
    ['a Donaudampfschifffahrtsgesellschaft', 24, 'a Donaudampfschifffahrt…'],
  ])('%j in %i characters ends after a word, where there is one', (text, length, short) => {
    expect(shorten(text, length)).toBe(short);
    expect(short.length).toBeLessThanOrEqual(length);
  });
});
