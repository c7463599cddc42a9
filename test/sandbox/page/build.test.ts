import { afterEach, expect, test, vi } from 'vitest';
import { buildPage } from '../../../src/sandbox/page/build.ts';

afterEach(() => {
  vi.doUnmock('vite');
});

test('the page is built whole: the document names only files that are there', async () => {
  const files = await buildPage();
  const document = Buffer.from(files.get('/')?.body ?? []).toString();
  const named = [...document.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
  expect(named).toHaveLength(2);
  expect(new Set(files.keys())).toEqual(new Set(['/', ...named]));
  expect(files.get('/')?.type).toBe('text/html; charset=utf-8');
});

test('without the development packages it says what to do', async () => {
  vi.doMock('vite', () => {
    throw new Error('Cannot find package');
  });
  await expect(buildPage()).rejects.toThrow('The sandbox needs more packages: run npm ci, then npm start');
});
