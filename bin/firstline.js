#!/usr/bin/env node
// Runs on any Node of the last years, to say which one is needed: an old one would die on what is loaded below without a word.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';

const oldestMajor = 24;
const major = Number(process.versions.node.split('.')[0]);

/** @param {string} question */
async function ask(question) {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
}

if (major < oldestMajor) {
  process.stderr.write(
    `Firstline needs Node.js ${oldestMajor} or later, and this is ${process.versions.node}: install it from https://nodejs.org, or run "npm install" and then "npm start".\n`,
  );
  process.exitCode = 1;
} else if (process.argv.length === 2 || process.argv[2] === 'start') {
  await import('../src/main.ts');
} else {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { runCommandLine } = await import('../src/cli/firstline.ts');
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    environment: process.env,
    now: () => new Date(),
    newId: () => randomUUID(),
    output: process.stdout,
    errors: process.stderr,
    ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
  });
}
