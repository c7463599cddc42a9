import { expect, test } from 'vitest';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import { bytes } from '../../helpers/imports.ts';

test.each([
  ['id,name\n1.23E+11,x', true],
  ['id,name\n1.23e+11,x', true],
  ['id,name\n123,Blue + green', false],
  ['id,name\n123,E-mail', false],
])('%j may hold an exponent: %j', async (text, isThere) => {
  for (let cut = 0; cut <= text.length; cut += 1) {
    const pieces = [text.slice(0, cut), text.slice(cut)].map((piece) => Buffer.from(piece));
    expect((await openSheet(bytes(...pieces))).mayHoldExponents).toBe(isThere);
  }
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  expect((await openSheet(bytes(utf16))).mayHoldExponents).toBe(isThere);
});
