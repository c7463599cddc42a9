/** A bare Bolt app: it acks `/coach`, and writes one durable row before it does where a database is named. A process of its own. */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import SQLite from 'better-sqlite3';
import type { AddressInfo } from 'node:net';
import { tell } from '../child.ts';
import { botToken, signingSecret } from './signed.ts';

const [path] = process.argv.slice(2);
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  authorize: () => Promise.resolve({ botToken, botUserId: 'U0BOT', botId: 'B0BOT' }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
const write = path === undefined ? undefined : durableInsert(path);
app.command('/coach', async ({ ack, command }) => {
  write?.(command.trigger_id, command.user_id, command.text);
  await ack();
});
const server = await receiver.start(0);
tell((server.address() as AddressInfo).port);
process.on('SIGTERM', () => process.exit(0));

function durableInsert(file: string): (...values: [string, string, string]) => void {
  const sqlite = new SQLite(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) sqlite.pragma(pragma);
  sqlite.exec('create table note (id integer primary key, trigger text unique, author text, text text) strict');
  const insert = sqlite.prepare('insert into note (trigger, author, text) values (?, ?, ?)');
  return (...values) => void insert.run(...values);
}
