// What is said when packages are missing or can't be installed: what happened, and what to do.

/** @typedef {'start' | 'test'} Command */

export const installing = 'Installing what Firstline needs, this once';
export const waiting = 'Another npm start or npm test is installing here. Waiting for it.';

/** @param {Command} command */
export function stopped(command) {
  return `Stopped. Nothing is broken: npm ${command} installs everything the next time.`;
}

/** @param {readonly string[]} names */
export function missingHere(names) {
  return [
    `Slack’s tokens are set, so nothing is installed without you. Missing: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}.`,
    'Run npm ci --omit=dev, then npm start.',
  ].join('\n');
}

export const onlyProduction = [
  'There are no Slack tokens, and only the packages for a real workspace are installed.',
  'For your Slack workspace: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env, then npm start.',
  'To try it on this machine: npm ci, then npm start.',
].join('\n');

/**
 * @param {{ readonly maker: string } | { readonly linked: readonly string[] }} whose
 * @param {Command} command
 */
export function notReplaced(whose, command) {
  const what =
    'maker' in whose
      ? `The packages in node_modules were installed by ${whose.maker}`
      : `In node_modules there are links of yours: ${whose.linked.slice(0, 3).join(', ')}${whose.linked.length > 3 ? ` and ${whose.linked.length - 3} more` : ''}`;
  return [
    `${what}, and they don’t fit package-lock.json. npm ${command} would delete them, so it stops here.`,
    `If npm may replace them: delete node_modules, then run npm ${command}. Else bring them up to date yourself.`,
  ].join('\n');
}

/** @param {Command} command */
export function noNpm(command) {
  return `The packages that Firstline needs aren’t here, and npm can’t be found. Install Node.js from https://nodejs.org (npm comes with it), then run npm ${command}.`;
}

/** @type {readonly (readonly [RegExp, (folder: string, command: Command) => string])[]} */
const causes = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|network)\b/i,
    (_folder, command) =>
      `The packages can’t be downloaded: npm’s registry doesn’t answer. Go online (or set your company’s proxy with npm config set proxy), then run npm ${command} again.`,
  ],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    (folder, command) =>
      `The packages can’t be written to ${folder}. Get the right to write there, or move the folder to a place that is yours, then run npm ${command} again.`,
  ],
  [/\bENOSPC\b/, (_folder, command) => `The disk is full. Make room (about 500 MB), then run npm ${command} again.`],
];

/**
 * Why npm couldn't install, in plain words, with npm's own last lines where the cause isn't known.
 * @param {string} said everything npm wrote
 * @param {string} folder
 * @param {Command} command
 */
export function failed(said, folder, command) {
  const cause = causes.find(([pattern]) => pattern.test(said));
  if (cause !== undefined) return cause[1](folder, command);
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.includes('A complete log of this run'));
  return [
    'npm couldn’t install the packages. It said:',
    ...lines.slice(-6).map((line) => `  ${line}`),
    `Run npm ci to see all of it. When that works, run npm ${command}.`,
  ].join('\n');
}
