/** Follows a recipe in docs as it stands there, in a copy of the source. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Step {
  readonly path: string;
  /** The line below which it stands; a new file without one. */
  readonly below: string | undefined;
  readonly code: string;
}

/** The numbered steps of a recipe: a file in bold, perhaps `below` a line of it, and the code. */
export function stepsOf(recipe: string): Step[] {
  const text = readFileSync(join(root, 'docs', recipe), 'utf8');
  const steps = text.matchAll(/^\d+\. \*\*`([^`]+)`\*\*(?:, below `([^`]+)`)?[^\n]*\n\n {3}```ts\n(.*?) {3}```$/gmsu);
  return [...steps].map(([, path = '', below, code = '']) => ({
    path,
    below,
    code: code.replaceAll(/^ {3}/gmu, ''),
  }));
}

/**
 * Does what the recipe says in a copy of `src` that is gone when the test ends.
 * @returns the folder of the copy
 */
export function follow(recipe: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'firstline-recipe-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const folder of ['src', 'migrations']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  for (const file of ['package.json', 'manifest.yml']) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { path, below, code } of stepsOf(recipe)) {
    const file = join(copy, path);
    if (below === undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, code, { flag: 'wx' });
    } else {
      const text = readFileSync(file, 'utf8');
      if (text.split(`${below}\n`).length !== 2) throw new Error(`${path} has no single line “${below}”`);
      writeFileSync(
        file,
        text.replace(`${below}\n`, () => `${below}\n${code}`),
      );
    }
  }
  return copy;
}
