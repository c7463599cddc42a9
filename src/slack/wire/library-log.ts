import { LogLevel } from '@slack/bolt';
import type { Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Slack's libraries log through ours, warnings and errors only: their debug lines hold whole payloads. Of what they say, the
 * words up to the first quotation are kept, since a parser's complaint quotes what it was parsing.
 */
export function libraryLog(log: Logger): SlackLogger {
  const say = (level: 'warn' | 'error', parts: readonly unknown[]) => {
    const [first] = parts;
    const said = first instanceof Error ? first.name : String(first);
    log[level]({ from: 'slack library', said: withoutQuotations(said) }, 'Slack’s library reports');
  };
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => say('warn', parts),
    error: (...parts) => say('error', parts),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

const mostSaid = 200;

function withoutQuotations(text: string): string {
  return (text.split(/["“{\n]|(?<=\s)'/u)[0] ?? '').slice(0, mostSaid);
}
