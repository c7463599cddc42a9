import { expect, test } from 'vitest';
import { buildPage } from '../../src/page/build.ts';

test('the page is built whole: the document names only files that are there', async () => {
  const files = await buildPage();
  const document = Buffer.from(files.get('/')?.body ?? []).toString();
  const named = [...document.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
  expect(named).toHaveLength(2);
  expect(new Set(files.keys())).toEqual(new Set(['/', ...named]));
  expect(files.get('/')?.type).toBe('text/html; charset=utf-8');
});
