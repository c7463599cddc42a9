#!/usr/bin/env node
// Runs on any Node of the last years, to say which one is needed: an old one would die on what is loaded below without a word. So it
// would where the packages are missing.
import { randomUUID } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const oldestMajor = 24;
/** What Node makes of the sources is kept here: the next start takes half the time. Beside the packages, so that it goes with them. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/firstline', import.meta.url));
const major = Number(process.versions.node.split('.')[0]);

/** @param {string} question */
async function ask(question) {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
}

function hasPackages() {
  try {
    return createRequire(import.meta.url).resolve('zod') !== '';
  } catch {
    return false;
  }
}

/** @param {string} text */
function refuse(text) {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

if (major < oldestMajor) {
  refuse(
    `Firstline needs Node.js ${oldestMajor} or later, and this is ${process.versions.node}. Install it from https://nodejs.org, or run npm start: it brings its own.`,
  );
} else if (!hasPackages()) {
  refuse(
    'The packages that Firstline needs aren’t here. Run npm start: it installs them. On a server, run npm ci --omit=dev first.',
  );
} else {
  // Where the folder can't be written, nothing is kept.
  module.enableCompileCache(compiled);
  if (process.argv.length === 2 || process.argv[2] === 'start') await import('../src/main.ts');
  else await runCommand();
}

/** @param {string} folder */
function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

async function runCommand() {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { runCommandLine } = await import('../src/cli/firstline.ts');
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    environment: process.env,
    now: () => new Date(),
    newId: () => randomUUID(),
    output: process.stdout,
    errors: process.stderr,
    nodeVersion: process.versions.node,
    freeBytes,
    ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
  });
}
