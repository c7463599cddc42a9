import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from '../start.ts';
import type { RunningSandbox } from '../start.ts';
import { createRunningClock } from './running-clock.ts';
import { readManifestFile } from './manifest-file.ts';
import { smallTeam } from './small-team.ts';

/** What a command needs of the process that runs it. */
export interface CommandLineWorld {
  /** The machine's time. */
  readonly realNow: () => Date;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Ends the sandbox. */
  readonly stopped: AbortSignal;
}

const usage = `slack-sandbox: a Slack workspace on this machine, for an app that you are writing

  slack-sandbox --manifest FILE [--request-url URL] [--port N]

  --manifest FILE     the app's manifest, YAML or JSON: its commands, shortcuts, scopes and events
  --request-url URL   where your app listens, e.g. http://127.0.0.1:3000/slack/events: it gets signed requests there. Without it,
                      your app connects by Socket Mode
  --port N            where the page and the Web API are (3141 if left out; 0 takes any that is free)
  --no-page           the Web API only, without the page for people
  --help              this text`;

const flags = {
  manifest: { type: 'string' },
  'request-url': { type: 'string' },
  port: { type: 'string' },
  'no-page': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

interface Asked {
  readonly manifest: string;
  readonly requestUrl: string | undefined;
  readonly port: number;
  readonly page: boolean;
}

const usualPort = 3141;
const highestPort = 65_535;
const app = { botToken: 'xoxb-sandbox', appToken: 'xapp-sandbox', signingSecret: 'sandbox' };

/**
 * Runs the command until it is stopped.
 * @returns the exit code; what was wrong is said in a sentence
 */
export async function runCommandLine(words: readonly string[], world: CommandLineWorld): Promise<number> {
  try {
    const asked = readWords(words);
    if (asked === 'help') {
      world.say(usage);
      return 0;
    }
    await run(asked, world);
    return 0;
  } catch (error) {
    world.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function readWords(words: readonly string[]): Asked | 'help' {
  const { values } = parseArgs({ args: [...words], options: flags, allowPositionals: false });
  if (values.help === true) return 'help';
  if (values.manifest === undefined) throw new Error(`Which app? Name its manifest.\n\n${usage}`);
  const requestUrl = values['request-url'];
  if (requestUrl !== undefined && !/^https?:$/.test(URL.parse(requestUrl)?.protocol ?? ''))
    throw new Error(`${requestUrl} is no address of a web server. Give one like http://127.0.0.1:3000/slack/events.`);
  const port = values.port === undefined ? usualPort : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > highestPort) throw new Error(`${values.port} is no port.`);
  return { manifest: values.manifest, requestUrl, port, page: values['no-page'] !== true };
}

async function run({ manifest, requestUrl, port, page }: Asked, world: CommandLineWorld): Promise<void> {
  const sandbox = await startSandbox({
    port,
    page,
    clock: createRunningClock(world.realNow),
    seed: smallTeam,
    manifest: await readManifestFile(manifest),
    ...app,
    ...(requestUrl !== undefined && { requestUrl }),
  });
  for (const line of introduction(sandbox, requestUrl)) world.say(line);
  if (requestUrl !== undefined) world.say(await greeting(sandbox, requestUrl));
  await new Promise<void>((resolve) => {
    if (world.stopped.aborted) resolve();
    world.stopped.addEventListener('abort', () => resolve());
  });
  await sandbox.stop();
}

function introduction(sandbox: RunningSandbox, requestUrl: string | undefined): string[] {
  return [
    `The workspace is ready: ${sandbox.url}`,
    'Start your app with these variables:',
    `  SLACK_BOT_TOKEN=${app.botToken}`,
    requestUrl === undefined ? `  SLACK_APP_TOKEN=${app.appToken}` : `  SLACK_SIGNING_SECRET=${app.signingSecret}`,
    `  SLACK_API_URL=${sandbox.apiUrl}`,
    'If your app doesn’t read SLACK_API_URL, add this one: it sends what is meant for slack.com here.',
    `  NODE_OPTIONS=--import=${fileURLToPath(import.meta.resolve('../../bin/redirect.js'))}`,
    'It runs on this machine only. Ctrl+C stops it.',
  ];
}

async function greeting(sandbox: RunningSandbox, requestUrl: string): Promise<string> {
  return (await sandbox.verifyRequestUrl())
    ? `Your app answers at ${requestUrl}.`
    : `Nothing answers at ${requestUrl} yet, with this signing secret. Start your app; nothing has to be started anew here.`;
}
