import { describe, expect, test } from 'vitest';
import { readFlag } from '../../../src/importing/values/outcomes.ts';

describe('a flag', () => {
  test.each([
    'true',
    'TRUE',
    'True',
    'yes',
    'Y',
    '1',
    '1.0',
    '-1',
    'ja',
    'J',
    'oui',
    'VRAI',
    'sí',
    'Verdadero',
    'sim',
    'vero',
    'WAHR',
    'waar',
    'tak',
    'prawda',
    'sant',
    'はい',
    '○',
    'x',
    '✓',
    'checked',
  ])('%j is yes', (text) => expect(readFlag(text)).toBe(true));
  test.each([
    'false',
    'FALSE',
    'no',
    'N',
    '0',
    '0.0',
    'nein',
    'non',
    'FAUX',
    'Falso',
    'não',
    'FALSCH',
    'nee',
    'onwaar',
    'nie',
    'fałsz',
    'nej',
    'falskt',
    'いいえ',
    '×',
    'unchecked',
  ])('%j is no', (text) => expect(readFlag(text)).toBe(false));
  test.each(['', '2', 'maybe', 'Active', 'yes and no', 'N/A', '-'])('%j is neither', (text) =>
    expect(readFlag(text)).toBeUndefined(),
  );
});
