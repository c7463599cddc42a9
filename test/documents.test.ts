/** What the documents promise to each other. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = globSync(['*.md', '{docs,packages,test,tools}/**/*.md'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules') || path.includes('test/apps'),
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Without what stands in code: a link there is an example. */
function prose(path: string): string {
  return read(path)
    .replaceAll(/^ *```[\s\S]*?^ *```/gmu, '')
    .replaceAll(/`[^`\n]*`/gu, '');
}

/** As GitHub names a heading. */
function anchorsIn(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('every relative link leads somewhere', () => {
  test.each(documents)('%s', (path) => {
    const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
    const broken = links
      .filter((link) => !/^[a-z]+:/iu.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : join(dirname(path), file);
        if (!existsSync(join(root, target))) return true;
        return anchor !== undefined && !anchorsIn(target).includes(anchor);
      });
    expect(broken).toEqual([]);
  });
});

test('there are documents, and a newcomer’s fits on a few screens', () => {
  expect(documents).toContain('docs/privacy.md');
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(121);
});

test('every recipe is in the list of recipes, and every decision in the list of decisions', () => {
  const recipes = documents.filter((path) => path.startsWith('docs/adding-'));
  expect(recipes.length).toBeGreaterThan(3);
  expect(recipes.filter((path) => !read('CONTRIBUTING.md').includes(`(${path})`))).toEqual([]);
  const decisions = documents.filter((path) => /^docs\/decisions\/\d/u.test(path));
  expect(decisions.length).toBeGreaterThan(9);
  const list = read('docs/decisions/README.md');
  expect(decisions.filter((path) => !list.includes(`(${path.split('/').at(-1)})`))).toEqual([]);
});

test('every package that the bot needs has a line that says why', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const reasons = read('docs/architecture.md');
  const missing = Object.keys(dependencies).filter((name) => {
    const [, scope, last] = /^(@[^/]+\/)?(.+)$/u.exec(name) ?? [];
    // `@embedpdf/fonts-sc, -kr`: those of one family stand together.
    return !reasons.includes(name) && !(scope !== undefined && reasons.includes(`-${last?.split('-').at(-1)}`));
  });
  expect(missing).toEqual([]);
});
