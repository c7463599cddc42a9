import { expect, test } from 'vitest';
import { dealName } from '../../src/behaviours/rhythm.ts';
import { shorten } from '../../src/behaviours/shorten.ts';

test.each([
  ['Palmetto Building Supply – Carrier Portal, second site', 48, 'Palmetto Building Supply – Carrier Portal…'],
  ['Northwind – Renewal', 48, 'Northwind – Renewal'],
  ['Donaudampfschifffahrtsgesellschaft', 20, 'Donaudampfschifffah…'],
])('%s in %i is %s', (text, length, short) => {
  expect(shorten(text, length)).toBe(short);
});

test('a deal is never cut inside a word', () => {
  const deal = { account: 'Palmetto Building Supply', name: 'Palmetto Building Supply – Carrier Portal, second site' };
  expect(dealName(deal)).toBe('Palmetto Building Supply – Carrier Portal…');
});
