import { randomBytes } from 'node:crypto';
import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { sealFor } from '../../src/store/secrets.ts';
import type { Sealed } from '../../src/store/secrets.ts';

const key = randomBytes(32);

test('what is sealed is read back whole, and looks like nothing in between', () => {
  const seal = sealFor('T001', key);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
      const stored = seal.seal(text);
      expect(stored).not.toContain(text);
      expect(seal.open(stored)).toBe(text);
      expect(seal.seal(text)).not.toBe(stored);
    }),
  );
});

test('another key, another workspace and a changed byte open nothing', () => {
  const stored = sealFor('T001', key).seal('private');
  expect(() => sealFor('T001', randomBytes(32)).open(stored)).toThrow('authenticate');
  expect(() => sealFor('T002', key).open(stored)).toThrow('authenticate');
  expect(() => sealFor('T001', undefined).open(stored)).toThrow('FIRSTLINE_KEY is not set');
  const middle = Math.floor(stored.length / 2);
  const other = stored[middle] === 'A' ? 'B' : 'A';
  const changed = stored.slice(0, middle) + other + stored.slice(middle + 1);
  expect(() => sealFor('T001', key).open(changed as Sealed)).toThrow('authenticate');
});

test('what was stored before there was a key can still be read', () => {
  expect(sealFor('T001', key).open(sealFor('T001', undefined).seal('plain'))).toBe('plain');
});
