/** A copy of the source to change as a recipe says, to typecheck and to run. It goes with the test. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { emptyFolder } from './process.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

export interface ScratchTree {
  readonly folder: string;
  write(path: string, text: string): void;
  /** @throws Error where the text to replace isn't there exactly once */
  edit(path: string, from: string, to: string): void;
  /** What the compiler says of these files and all that they import: a line an error. */
  errorsIn(paths: readonly string[]): Promise<readonly string[]>;
  /** Runs a script that stands at the top of the tree; what it prints is read as JSON. */
  run(script: string): Promise<unknown>;
}

export function scratchTree(): ScratchTree {
  const folder = emptyFolder();
  for (const path of ['src', 'migrations', 'test/helpers/office.ts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const at = (path: string) => join(folder, path);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  return {
    folder,
    write,
    edit(path, from, to) {
      const parts = readFileSync(at(path), 'utf8').split(from);
      if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times: ${from}`);
      write(path, parts.join(to));
    },
    async errorsIn(paths) {
      write('tsconfig.some.json', JSON.stringify({ extends: './tsconfig.json', include: [], files: paths }));
      const compiler = at('node_modules/.bin/tsc');
      const { stdout } = await run(compiler, ['--noEmit', '-p', at('tsconfig.some.json')], { cwd: folder }).catch(
        (error: unknown) => error as { stdout: string },
      );
      return stdout.split('\n').filter((line) => line.includes('error TS'));
    },
    async run(script) {
      write('script.ts', script);
      const { stdout } = await run(process.execPath, [at('script.ts')], { cwd: folder });
      return JSON.parse(stdout) as unknown;
    },
  };
}
