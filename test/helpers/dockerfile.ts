/** The Dockerfile as instructions, stage by stage. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Instruction {
  readonly name: string;
  readonly words: string;
}

export interface Stage {
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

export const root = join(import.meta.dirname, '../..');
export const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

export function stages(): Stage[] {
  const lines = dockerfile
    .replaceAll(/^#.*$/gmu, '')
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const found: { image: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', words = ''] = /^(\w+) (.+)$/u.exec(line) ?? [];
    if (name === 'FROM') found.push({ image: words.split(' ')[0] ?? '', instructions: [] });
    else found.at(-1)?.instructions.push({ name, words });
  }
  return found;
}

/** Everything that a stage says by this name, in its order. */
export function wordsOf(stage: Stage | undefined, name: string): string[] {
  return (stage?.instructions ?? []).filter((one) => one.name === name).map(({ words }) => words);
}

/** What a stage copies from the folder, and to where. */
export function copiesOf(stage: Stage | undefined): { readonly from: string; readonly to: string }[] {
  return wordsOf(stage, 'COPY')
    .filter((words) => !words.startsWith('--from='))
    .flatMap((words) => {
      const [to = '', ...sources] = words.split(' ').toReversed();
      return sources.toReversed().map((from) => ({ from, to: to === './' ? from : to }));
    });
}

export function environmentOf(stage: Stage | undefined): Record<string, string> {
  const pairs = wordsOf(stage, 'ENV').flatMap((words) => words.split(/\s+/u));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
