/** The commands that stand in fences of the documents, as somebody would copy them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Fence {
  /** Where it stands, as `docs/operation.md:54`. */
  readonly at: string;
  readonly language: string;
  readonly lines: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root }).toSorted()];

export function fences(): Fence[] {
  return documents.flatMap((path) => fencesIn(path, readFileSync(join(root, path), 'utf8')));
}

function fencesIn(path: string, text: string): Fence[] {
  const found: { at: string; language: string; lines: string[] }[] = [];
  let open: (typeof found)[number] | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, language] = /^ *```(\w*)$/u.exec(line) ?? [];
    if (language === undefined) open?.lines.push(line.trim());
    else if (open === undefined) found.push((open = { at: `${path}:${index + 1}`, language, lines: [] }));
    else open = undefined;
  }
  return found;
}

/** Those that a shell is to run, without what is said behind them. */
export function commandsIn({ lines }: Fence): string[] {
  return lines.map((line) => line.replace(/\s+#.*$/u, '')).filter((line) => line !== '' && !line.startsWith('#'));
}

/** The words of a line, as a shell would part them. */
export function wordsIn(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
