import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Audience } from '../../src/slack/views/home/standpoint.ts';
import { slashWords } from '../../src/slack/words/index.ts';

const spelled = slashWords.flatMap(({ word, aliases = [] }) => [word, ...aliases]);

test('no word means two things, and each is one word in small letters', () => {
  expect(new Set(spelled).size).toBe(spelled.length);
  expect(spelled.filter((word) => !/^[a-z]{2,20}$/u.test(word))).toEqual([]);
});

/** In the words of the document. */
const audiences = {
  everybody: 'everybody',
  leaders: 'managers and leads',
  'who-sets-up': 'managers, leads, admins, and who reports to nobody',
  admins: 'admins',
} as const satisfies Record<Audience, string>;

test('the document lists the words', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/what-you-can-type.md'), 'utf8');
  const listed = /<!-- words -->\n\n([\s\S]*?)\n\n<!-- \/words -->/u.exec(document)?.[1];
  const rows = slashWords.map(({ word, help, audience }) => `| \`${word}\` | ${help} | ${audiences[audience]} |`);
  expect(listed).toBe(['| `/firstline` and | | offered to |', '|---|---|---|', ...rows].join('\n'));
});
