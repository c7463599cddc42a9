import { existsSync } from 'node:fs';
import { isPostgresAddress } from '../../database-place.ts';
import { UserError } from '../../errors.ts';
import type { Config } from '../../config.ts';
import { openForReading } from '../../store/reading.ts';
import { columned } from '../columned.ts';
import type { Edge } from '../edge.ts';
import { asSaid, right } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { lookAtFile, lookAtNode, lookAtSettings } from '../doctor/look-at-place.ts';
import { lookAtDeals, lookAtHold, lookAtInstallations } from '../doctor/look-at-record.ts';
import { lookAtAppToken, lookAtBotToken } from '../doctor/look-at-slack.ts';
import type { CommandLineCommand } from './command.ts';

interface Given {
  readonly live: boolean;
  readonly json: boolean;
}

/** `doctor`: what is wrong, and the mend. */
export const doctorCommand: CommandLineCommand = {
  register(program, edge, finish) {
    program
      .command('doctor')
      .description('look at everything that the bot needs, and say what is wrong and what mends it; nothing is changed')
      .option(
        '--live',
        'have Slack check every kind of message and Home, with made-up people; nothing is posted',
        false,
      )
      .option('--json', 'print it as JSON', false)
      .action(async ({ json, live }: Given) => {
        const findings = await lookAtEverything(edge, live);
        const ok = findings.every((finding) => finding.ok);
        edge.output.write(`${json ? JSON.stringify({ ok, findings }, null, 2) : textOf(findings)}\n`);
        if (!ok) finish(1);
      });
  },
};

async function lookAtEverything(edge: Edge, isLive: boolean): Promise<Finding[]> {
  const { config, findings } = lookAtSettings(edge.environment);
  const first = [...(edge.nodeVersion === undefined ? [] : [lookAtNode(edge.nodeVersion)]), ...findings];
  if (config === undefined) return first;
  const file = lookAtFile(config, edge.freeBytes ?? (() => Infinity));
  // What is damaged, newer or sealed otherwise isn't read any further.
  const isUsable = file.every(({ check, ok }) => ok || !['database', 'key'].includes(check));
  const isThere = isPostgresAddress(config.databasePath) || existsSync(config.databasePath);
  const recorded = isUsable && isThere ? await lookAtRecord(edge, config) : [];
  return [...first, ...file, ...recorded, ...(await lookAtSlack(edge, config, isLive))];
}

async function lookAtRecord(edge: Edge, config: Config): Promise<Finding[]> {
  const { databasePath: path, key, pulseKeys } = config;
  try {
    const database = await openForReading({ path, key, pulseKeys });
    try {
      return [
        ...(isPostgresAddress(path) ? [right('database', `${database.path} can be used.`)] : []),
        ...(await lookAtHold(database)),
        ...(await lookAtDeals(database, config, edge.now())),
        ...(config.slack.mode === 'installed'
          ? await lookAtInstallations(database, config.slack.apiUrl, () => edge.now())
          : []),
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof UserError) return [asSaid('database', error)];
    throw error;
  }
}

async function lookAtSlack(edge: Edge, { slack }: Config, isLive: boolean): Promise<Finding[]> {
  const now = () => edge.now();
  switch (slack.mode) {
    case 'sandbox':
      return [right('slack', 'No token is set: npm start opens the sandbox.')];
    case 'installed':
      return [];
    case 'socket':
    case 'http': {
      const found = await lookAtBotToken(slack.apiUrl, slack.botToken, { now, setting: 'SLACK_BOT_TOKEN' });
      if (found.some(({ check }) => check === 'slack')) return found;
      const app = slack.mode === 'socket' ? [await lookAtAppToken(slack.apiUrl, slack.appToken)] : [];
      const live = isLive ? await (await import('../doctor/look-at-messages.ts')).lookAtMessages(edge, slack) : [];
      return [...found, ...app, ...live];
    }
  }
}

/** A line each. */
function textOf(findings: readonly Finding[]): string {
  const faults = findings.filter(({ ok }) => !ok).length;
  const rows = findings.map(({ check, ok, says }) => [ok ? 'ok' : 'FAULT', check, says]);
  const end = faults === 0 ? 'All is well.' : faults === 1 ? 'One fault.' : `${faults} faults.`;
  return `${columned(rows)}\n${end}`;
}
