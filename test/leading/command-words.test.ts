import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { editDistance, readCommand } from '../../src/leading/command-words.ts';
import { slashWords } from '../../src/slack/words/index.ts';

const words = slashWords.map(({ word }) => word);

describe('the words after /firstline', () => {
  test.each(['', '   ', '\t'])('%j is the bare command', (text) => {
    expect(readCommand(text, words)).toEqual({ kind: 'bare' });
  });

  test.each(words)('%s is known, in any case and with anything after it', (word) => {
    expect(readCommand(word, words)).toEqual({ kind: 'known', word });
    expect(readCommand(`  ${word.toUpperCase()} please`, words)).toEqual({ kind: 'known', word });
  });

  test.each([
    ['plna', 'plan'],
    ['paln', 'plan'],
    ['plans', 'plan'],
    ['ask', 'asks'],
    ['taem', 'team'],
    ['hlep', 'help'],
    ['lgo', 'log'],
    ['setings', 'settings'],
  ])('%s was meant as %s', (typed, nearest) => {
    expect(readCommand(typed, words)).toEqual({ kind: 'unknown', typed, nearest });
  });

  test.each(['x', 'überraschung', '😀'])('%s is near to nothing', (typed) => {
    expect(readCommand(typed, words)).toEqual({ kind: 'unknown', typed, nearest: undefined });
  });
});

describe('the distance between two words', () => {
  test('counts a swap of neighbours as one slip', () => {
    expect(editDistance('paln', 'plan')).toBe(1);
    expect(editDistance('plan', 'plan')).toBe(0);
    expect(editDistance('', 'plan')).toBe(4);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });

  test('is the same both ways, 0 only for equals, and at most the longer length', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        expect(distance).toBe(editDistance(other, one));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
