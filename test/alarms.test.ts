/** Every warning and every error that the log can hold stands in docs/alarms.md, and nothing stands there that is never said. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringsOf } from './helpers/source-strings.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/alarms.md'), 'utf8');
const sources = globSync('src/**/*.ts', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

/** What stands in italics, in its parts around each “…”. */
const told = [...page.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/gu)].map(([, words = '']) =>
  words
    .split('…')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Who runs it never sees these. */
const ofTheSandbox = ['src/demo/life/life.ts'];
/** Said by another name than where it is written: what a function returns, or the configuration notes. */
const elsewhere = {
  'src/slack/wire/socket.ts': /(?:return|default:\n\s+return) '([A-Z][^']+)'/gu,
  'src/config.ts': /notes\.push\('([^']+)'\)/gu,
};

interface Said {
  readonly path: string;
  readonly words: string;
}

/** The sentence of each call at these levels. */
function calls(): Said[] {
  return sources
    .filter(({ path }) => !ofTheSandbox.includes(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\blog(?:\.(?:warn|error|fatal)|\[[^\]]+\])\(/gu)].map(({ index }) => {
        const call = text.slice(index, endOfCall(text, index));
        const words = stringsOf(call).findLast((string) => /^\p{Lu}/u.test(string.text))?.text ?? '';
        return { path, words };
      }),
    );
}

function endOfCall(text: string, from: number): number {
  let depth = 0;
  for (
    let at = text.indexOf('(', text.slice(from).startsWith('log[') ? text.indexOf(']', from) : from);
    at < text.length;
    at += 1
  ) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

const isTold = (words: string): boolean => told.some((parts) => parts.every((part) => words.includes(part)));

test('every warning and error is told', () => {
  const indirect = Object.entries(elsewhere).flatMap(([path, pattern]) => {
    const text = sources.find((source) => source.path === path)?.text ?? '';
    return [...text.matchAll(pattern)].map(([, words = '']) => ({ path, words }));
  });
  expect(indirect.length).toBeGreaterThan(5);
  const said = calls();
  expect(said.length).toBeGreaterThan(50);
  // What they say is handed to them: `elsewhere`.
  expect(said.filter(({ words }) => words === '').map(({ path }) => path)).toEqual([
    'src/main.ts',
    'src/slack/wire/socket.ts',
  ]);
  expect([...said, ...indirect].filter(({ words }) => words !== '' && !isTold(words))).toEqual([]);
});

test('nothing is told that is never said', () => {
  const all = sources.flatMap(({ text }) => stringsOf(text).map((string) => string.text));
  const silent = told.filter((parts) => !all.some((words) => parts.every((part) => words.includes(part))));
  expect(silent).toEqual([]);
});
