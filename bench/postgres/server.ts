/** A PostgreSQL server for a run of the bench, which waits for the disk as a real one does; and databases on it. */
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../src/store/db.ts';
import { moveEverything } from '../../src/store/moving/move.ts';
import { hear } from '../child.ts';
import { key } from '../company/shape.ts';

export interface BenchServer {
  /** A database with everything that is in this file, which stays as it is. @returns its address */
  bring(path: string): Promise<string>;
  /** A database of its own with the same in it. @param address of one that nobody is connected to */
  copyOf(address: string): Promise<string>;
  /** An empty database. */
  empty(): Promise<string>;
  stop(): Promise<void>;
}

const starter = join(import.meta.dirname, '../../tools/check/with-postgres.sh');

/** @returns undefined where PostgreSQL isn't installed, with a word to the terminal */
export async function startServer(folder: string): Promise<BenchServer | undefined> {
  const holder = spawn(starter, [process.execPath, join(import.meta.dirname, 'hold.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, POSTGRES_DURABLE: 'yes' },
  });
  const child = hear(holder, 'the server', () => holder.stdin.end());
  const server = (await child.next()) as string | null;
  if (server === null) {
    await child.end();
    return undefined;
  }
  let made = 0;

  async function create(template: string): Promise<string> {
    const name = `bench_${(made += 1)}`;
    await runOn(server ?? '', `create database ${name} encoding 'UTF8' template ${template}`);
    const url = new URL(server ?? '');
    url.pathname = `/${name}`;
    return url.href;
  }

  const empty = () => create('template0');

  return {
    empty,
    async bring(path) {
      const copy = join(folder, `bring-${process.pid}.db`);
      // What has moved says so: the original has not.
      cpSync(path, copy);
      const address = await empty();
      const pulseKeys = join(folder, 'pulse-keys/');
      const [from, to] = [
        await openDatabase({ path: copy, key, pulseKeys }),
        await openDatabase({ path: address, key, pulseKeys }),
      ];
      await moveEverything(from, to, { isAfresh: false, onProgress: () => undefined });
      await from.close();
      await to.close();
      for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true });
      await runOn(address, 'vacuum analyze');
      return address;
    },
    copyOf: (address) => create(new URL(address).pathname.slice(1)),
    stop: () => child.end(),
  };
}

/** Runs a statement on a database by its address. @returns its rows */
export async function runOn(address: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Readonly<Record<string, unknown>>>(statement)).rows;
  } finally {
    await client.end();
  }
}
