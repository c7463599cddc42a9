/**
 * Where a test's own database is: in memory, or with TEST_ON=postgres on a server, gone when the test is over. TEST_POSTGRES is the address
 * of a PostgreSQL server whose user may make databases; without it, what needs one is skipped.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { onTestFinished } from 'vitest';

const server = process.env['TEST_POSTGRES'];
/** Can databases on a server be had? */
export const hasServer = server !== undefined;
/** Is every test's database on the server? */
export const isOnServer = hasServer && process.env['TEST_ON'] === 'postgres';
/** Made once by test/helpers/server.ts, with the whole schema. */
export const templateName = `firstline_template_${process.env['TEST_TEMPLATE'] ?? ''}`;

export async function freshPlace(): Promise<string> {
  return isOnServer ? freshOnServer() : ':memory:';
}

/** A database on the server, with the whole schema and nobody in it; `isEmpty`: with nothing at all. */
export async function freshOnServer({ isEmpty = false } = {}): Promise<string> {
  const name = `firstline_test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(`create database ${name} encoding 'UTF8' template ${isEmpty ? 'template0' : templateName}`);
  onTestFinished(() => runOnServer(`drop database if exists ${name} with (force)`));
  return addressOf(name);
}

export function addressOf(name: string): string {
  const url = new URL(server ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

export async function runOnServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
