import { expect, test } from 'vitest';
import { namedInWords, withoutRestOfName } from '../../src/leading/named-in-words.ts';
import type { Nameable } from '../../src/leading/named-in-words.ts';

const people: readonly Nameable[] = [
  { id: 1, name: 'Devon Brooks', alsoKnownAs: ['devon.brooks'] },
  { id: 2, name: 'Luca Ferraro', alsoKnownAs: ['lferraro'] },
  { id: 3, name: 'Grace Kim', alsoKnownAs: [] },
  { id: 4, name: 'Grace Okafor', alsoKnownAs: ['Gracie Okafor'] },
  { id: 5, name: 'Søren van der Berg', alsoKnownAs: ['sven'] },
];

test.each([
  // What is typed, who may be meant, and what becomes the note.
  ['Devon great call', [1], 'great call'],
  ['devon great call', [1], 'great call'],
  ['@Devon great call', [1], 'great call'],
  ['Devon: great call', [1], 'great call'],
  ['Devon, great call', [1], 'great call'],
  ['Devon — great call', [1], 'great call'],
  ['Devon Brooks great call', [1], 'great call'],
  ['@Luca Ferraro great call', [2], 'great call'],
  ['@luca ferraro: great call', [2], 'great call'],
  ['lferraro great call', [2], 'great call'],
  ['@devon.brooks great call', [1], 'great call'],
  ['Grace K. asked good questions', [3], 'Grace K. asked good questions'],
  ['Grace K: good questions', [3], 'good questions'],
  ['Grace Okafor waited out the pause', [4], 'waited out the pause'],
  ['Gracie waited out the pause', [4], 'waited out the pause'],
  ['Grace waited out the pause', [3, 4], 'waited out the pause'],
  ['Soren van der Berg great call', [5], 'great call'],
  ['sven great call', [5], 'great call'],
  // A sentence about somebody stays a sentence.
  ['Devon’s discovery call was sharp', [1], 'Devon’s discovery call was sharp'],
  ['Devon handled the price question well', [1], 'Devon handled the price question well'],
  ['Great call today by Devon!', [1], 'Great call today by Devon!'],
  ['Sat in with Grace Kim on the renewal', [3], 'Sat in with Grace Kim on the renewal'],
  // No word is taken for a name that isn’t written as one.
  ['she said it with grace', [], 'she said it with grace'],
  ['Priya great call', [], 'Priya great call'],
  ['@pria let the silence work', [], '@pria let the silence work'],
  ['Devon', [1], ''],
  ['', [], ''],
])('%j is about %j', (typed, ids, words) => {
  expect(namedInWords(typed, people)).toEqual({ ids, words });
});

test.each([
  ['Ferraro great call', 'Luca Ferraro', 'great call'],
  ['ferraro: great call', 'Luca Ferraro', 'great call'],
  ['van der Berg great call', 'Søren van der Berg', 'great call'],
  ['Berg great call', 'Søren van der Berg', 'great call'],
  ['Ferraro', 'Luca Ferraro', ''],
  ['great call', 'Luca Ferraro', 'great call'],
  ['Ferrari would be jealous', 'Luca Ferraro', 'Ferrari would be jealous'],
])('after a mention, %j of %s leaves %j', (words, name, left) => {
  expect(withoutRestOfName(words, name)).toBe(left);
});
