// Which packages are there, and which are missing. Reads files only. Runs on any Node of the last years, before anything is installed.
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `all`: everything that package-lock.json asks for, development included. `production`: somebody has left out the development
 * packages on purpose. `none`: nothing, or what an interrupted or outdated installation left.
 * @typedef {'all' | 'production' | 'none'} Installed
 */

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, link?: boolean, resolved?: string }} Entry */

/**
 * What npm has installed in a folder. npm writes its list, node_modules/.package-lock.json, when it has finished, and `npm ci`
 * deletes the old one first: so what was interrupted has no list.
 * @param {string} folder with package-lock.json in it
 * @returns {Installed}
 */
export function installed(folder) {
  const asked = entriesIn(join(folder, 'package-lock.json'));
  const found = entriesIn(join(folder, 'node_modules', '.package-lock.json'));
  if (asked === undefined || found === undefined) return 'none';
  const needed = Object.entries(asked).filter(([path, entry]) => path.startsWith('node_modules/') && !isSpare(entry));
  const isThere = (/** @type {[string, Entry]} */ [path, entry]) =>
    path in found && found[path]?.version === entry.version && existsSync(join(folder, path, 'package.json'));
  if (needed.every(isThere)) return 'all';
  // A link has no word on it: the folder that it leads to has.
  const isDevelopment = (/** @type {[string, Entry]} */ [, entry]) =>
    (entry.link === true ? asked[entry.resolved ?? ''] : entry)?.dev === true;
  const hasDevelopment = Object.entries(found).some(
    (entry) => entry[0].startsWith('node_modules/') && isDevelopment(entry),
  );
  return !hasDevelopment && needed.filter((entry) => !isDevelopment(entry)).every(isThere) ? 'production' : 'none';
}

/**
 * The packages without which the bot can't run that aren't there, however they were installed.
 * @param {string} folder with package.json in it
 * @returns {string[]} names
 */
export function missingForProduction(folder) {
  const names = Object.keys(readJson(join(folder, 'package.json'))?.dependencies ?? {});
  return names.filter((name) => !existsSync(join(folder, 'node_modules', name, 'package.json')));
}

/**
 * Are Slack's tokens set, here or in .env? Then this is an operator's machine.
 * @param {string} folder
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function hasSlackTokens(folder, environment) {
  const keys = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'];
  if (keys.some((key) => (environment[key] ?? '').trim() !== '')) return true;
  const path = join(folder, '.env');
  if (!existsSync(path)) return false;
  // On one line: an empty value must not take the next line for its own.
  const set = `^[ \\t]*(?:export[ \\t]+)?(?:${keys.join('|')})[ \\t]*=[ \\t]*(?!["']{2})[^\\s#]`;
  return new RegExp(set, 'm').test(readFileSync(path, 'utf8'));
}

/**
 * Who made what is installed, where npm didn't and would delete it.
 * @param {string} folder
 * @returns {{ readonly maker: string } | { readonly linked: readonly string[] } | undefined} another package manager, or packages that
 *   `npm link` put there
 */
export function notNpms(folder) {
  const makers = { pnpm: '.modules.yaml', Yarn: '.yarn-integrity', 'Yarn 2': '.yarn-state.yml' };
  for (const [maker, file] of Object.entries(makers))
    if (existsSync(join(folder, 'node_modules', file))) return { maker };
  const asked = Object.entries(entriesIn(join(folder, 'package-lock.json')) ?? {});
  const linked = asked
    .filter(([path, entry]) => path.startsWith('node_modules/') && entry.link !== true && isLink(join(folder, path)))
    .map(([path]) => path.replace('node_modules/', ''));
  return linked.length > 0 ? { linked } : undefined;
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/**
 * npm leaves an optional package out where it isn't made for this machine, and says nothing.
 * @param {Entry} entry
 */
function isSpare(entry) {
  return entry.optional === true || entry.devOptional === true;
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, Entry> | undefined}
 */
function entriesIn(path) {
  return readJson(path)?.packages;
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
