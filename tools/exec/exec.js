#!/usr/bin/env node
// `exec node FILE …` where the shell doesn't know the word: npm on Windows finds this by its name. In every other shell `exec` is the
// shell's own, which puts node in its own place: so a signal to npm reaches the bot, and npm waits until it has ended in order.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , program, file = '', ...words] = process.argv;
if (program !== 'node' || file === '') {
  process.stderr.write('exec runs one thing only: exec node FILE [words]\n');
  process.exitCode = 1;
} else {
  process.argv = [process.execPath, resolve(file), ...words];
  await import(pathToFileURL(resolve(file)).href);
}
