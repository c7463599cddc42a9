#!/usr/bin/env node
// Runs before `npm start` and `npm test`: installs what is missing, with one line of progress, and says nothing if nothing is.
// Runs on any Node of the last years: the packages bring the one that the rest needs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, join } from 'node:path';
import { forgetAside, putAside } from './aside.js';
import { takeTurn } from './turn.js';
import { hasSlackTokens, installed, missingForProduction, notNpms } from './packages.js';
import { failed, installing, missingHere, noNpm, notReplaced, onlyProduction, stopped, waiting } from './words.js';

const flags = [
  '--include=dev',
  '--prefer-offline',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--no-update-notifier',
];
const tidyingMs = 1500;
const folder = process.cwd();
const command = process.argv[2] === 'test' ? 'test' : 'start';
const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

process.exitCode = await prepare();

/** @returns {Promise<number>} the exit code */
async function prepare() {
  if (command === 'start' && hasSlackTokens(folder, process.env)) {
    const missing = missingForProduction(folder);
    if (missing.length > 0) say(missingHere(missing));
    return missing.length > 0 ? 1 : 0;
  }
  const there = installed(folder);
  if (there === 'all') {
    forgetAside(folder);
    return 0;
  }
  if (command === 'start' && there === 'production') {
    say(onlyProduction);
    return 1;
  }
  const whose = notNpms(folder);
  if (whose !== undefined) {
    say(notReplaced(whose, command));
    return 1;
  }
  return installInTurn();
}

/** One at a time: two that install into one folder at once leave it broken. */
async function installInTurn() {
  let turn;
  try {
    turn = await takeTurn(join(folder, '.installing'), () => say(waiting));
  } catch (error) {
    say(failed(String(error), folder, command));
    return 1;
  }
  try {
    return installed(folder) === 'all' ? 0 : await install((pid) => turn.hold(pid));
  } finally {
    turn.end();
  }
}

/** @param {(pid: number) => void} hold tells who is at work */
async function install(hold) {
  const progress = showProgress();
  const before = putAside(folder);
  const { code, said, told } = await run([...npm(), 'ci', ...flags], hold);
  progress.end(code === 0);
  if (code === 0 && installed(folder) === 'all') before.forget();
  else before.bringBack();
  if (told !== undefined) {
    say(stopped(command));
    return 128 + (constants.signals[told] ?? 0);
  }
  if (code === 0 && installed(folder) === 'all') return 0;
  say(code === null ? noNpm(command) : failed(said, folder, command));
  return 1;
}

/** @returns {[string, ...string[]]} the npm that runs us, by the Node that it came with; else whichever is found */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script !== undefined && existsSync(script) && basename(script).startsWith('npm'))
    return [node !== undefined && existsSync(node) ? node : process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/**
 * @param {[string, ...string[]]} words
 * @param {(pid: number) => void} hold
 * @returns {Promise<{ code: number | null, said: string, told: string | undefined }>} the code is null if there is no such program;
 *   `told` is the signal if we were told to stop
 */
function run([program, ...words], hold) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    let said = '';
    /** @type {string | undefined} */
    let told;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => {
        // npm would tidy up for half a minute; the next installation does that anyway.
        if (told === undefined) setTimeout(() => child.kill('SIGKILL'), tidyingMs).unref();
        child.kill('SIGTERM');
        told = signal;
      });
    if (child.pid !== undefined) hold(child.pid);
    child.on('error', () => resolve({ code: null, said, told }));
    child.on('close', (code) => resolve({ code: code ?? 1, said, told }));
  });
}

/** One line: it counts the seconds at a terminal, and stands still elsewhere. */
function showProgress() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const { stderr } = process;
  stderr.write(`${installing} … `);
  const timer = stderr.isTTY ? setInterval(() => stderr.write(`\r${installing} … ${seconds()} s`), 1000) : undefined;
  return {
    /** @param {boolean} done */
    end(done) {
      clearInterval(timer);
      stderr.write(`${stderr.isTTY ? `\r${installing} … ` : ''}${done ? `done in ${seconds()} s.` : ''}\n`);
    },
  };
}
