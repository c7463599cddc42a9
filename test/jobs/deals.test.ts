import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { createDealsFeed } from '../../src/jobs/deals.ts';
import { usualLimits } from '../../src/jobs/deals-source.ts';
import { createLog } from '../../src/log.ts';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { keptMappings } from '../../src/store/kept-mappings.ts';
import { addPerson } from '../../src/store/people.ts';
import { startBot } from '../helpers/bot.ts';
import { emptyStore, now } from '../helpers/imports.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

const rows = ['id,owner,stage', 'D1,Ana Lopez,Proposal', 'D2,Ana Lopez,Negotiation'];
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

async function feedOf(source: string, limits = usualLimits) {
  const store = await emptyStore();
  await addPerson(store, { name: 'Ana Lopez' }, now);
  const logged: string[] = [];
  const context = {
    store,
    clock: () => now,
    log: createLog('info', { write: (line: string) => void logged.push(line) }),
  };
  const feed = createDealsFeed(context, source, limits);
  onTestFinished(() => feed.stop());
  return { store, feed, logged, last: async () => (await feed.health()).last };
}

function fileOf(lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-feed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'deals.csv');
  writeFileSync(path, text(lines));
  return path;
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/deals.csv?secret=canary`;
}

test('a file is imported, left alone while it stays as it is, and imported again once it changed', async () => {
  const path = fileOf(rows);
  const { store, feed, last } = await feedOf(path);
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'imported', rows: 2, added: 2, refused: 0, missing: 0 });
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'unchanged', rows: 2 });
  writeFileSync(path, text([...rows.slice(0, 2), 'D3,Ana Lopez,Proposal']));
  utimesSync(path, now, now);
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'imported', added: 1, missing: 1 });
  expect(await findDealByExternalId(store, 'D2')).toMatchObject({ status: 'open', isMissing: true });
});

test('a file with columns of its own is read with the mapping that was kept for them', async () => {
  const path = fileOf(['Nr,Wer,Phase X', 'D1,Ana Lopez,Proposal']);
  const { store, feed, last } = await feedOf(path);
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'failed', problem: 'no CSV of deals' });
  const mapping = ['Nr=id', 'Wer=owner', 'Phase X=stage'];
  await importDeals(store, path, { mapping, saveMapping: true }, now);
  writeFileSync(path, text(['Nr,Wer,Phase X', 'D1,Ana Lopez,Won']));
  utimesSync(path, now, now);
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'imported', rows: 1, changed: 1 });
  expect(await findDealByExternalId(store, 'D1')).toMatchObject({ stage: 'Won' });
  expect(await keptMappings(store)).toMatchObject([{ usedAt: now }]);
});

test('an address is asked for what is new, by its ETag and the day of its last change', async () => {
  const asked: (string | undefined)[] = [];
  const address = await serve((request, response) => {
    asked.push(request.headers['if-none-match'], request.headers['if-modified-since']);
    if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"one"', 'last-modified': 'Mon, Nov 23, 2026 09:00:00 GMT' }).end(text(rows));
  });
  const { feed, last } = await feedOf(address);
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'imported', added: 2 });
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'unchanged', rows: 2 });
  expect(asked).toEqual([undefined, undefined, '"one"', 'Mon, Nov 23, 2026 09:00:00 GMT']);
});

test('a poll that fails is logged once, told in the counts, and over once it succeeds; the address is in neither', async () => {
  const life = { isDown: true };
  const address = await serve((_request, response) => {
    if (life.isDown) response.writeHead(503).end('canary');
    else response.end(text(rows));
  });
  const { feed, last, logged } = await feedOf(address);
  await feed.poll();
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'failed', problem: 'answered 503' });
  expect(logged.filter((line) => line.includes('can’t be fetched'))).toHaveLength(1);
  life.isDown = false;
  await feed.poll();
  const result = await last();
  expect(result).toMatchObject({ state: 'imported', added: 2 });
  expect(result).not.toHaveProperty('problem');
  expect(logged.join('') + JSON.stringify(result)).not.toContain('canary');
});

test.each([
  ['too large', { ...usualLimits, bytes: 20 }, (response: ServerResponse) => response.end(text(rows))],
  [
    'too large',
    { ...usualLimits, bytes: 20 },
    (response: ServerResponse) => {
      response.write(text(rows));
      response.end();
    },
  ],
  ['took too long', { ...usualLimits, milliseconds: 50 }, (response: ServerResponse) => response.write('id,owner')],
  ['no CSV of deals', usualLimits, (response: ServerResponse) => response.end('<html>Sign in</html>')],
])('an answer that is %s stores nothing', async (problem, limits, answer) => {
  const address = await serve((_request, response) => void answer(response));
  const { feed, last } = await feedOf(address, limits);
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'failed', problem });
});

test('a file that isn’t there, and an address without encryption, are told as what they are', async () => {
  const missing = await feedOf('/nowhere/deals.csv');
  await missing.feed.poll();
  expect(await missing.last()).toMatchObject({ state: 'failed', problem: 'no such file' });
  const open = await feedOf('http://crm.example.com/deals.csv');
  await open.feed.poll();
  expect(await open.last()).toMatchObject({ state: 'failed', problem: 'not https' });
});

test('a file with refused rows is read again: their owner may be on the roster by now', async () => {
  const path = fileOf([...rows, 'D3,Ben Cole,Proposal']);
  const { store, feed, last } = await feedOf(path);
  await feed.poll();
  expect(await last()).toMatchObject({ added: 2, refused: 1 });
  await addPerson(store, { name: 'Ben Cole' }, now);
  await feed.poll();
  expect(await last()).toMatchObject({ state: 'imported', added: 1, refused: 0 });
});

test('the bot polls when it starts, and tells in its health what came of it', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, deals: fileOf(['id,owner,stage', 'D1,Priya Raman,Proposal']) });
  const last = async () => (await bot.health()).deals?.last;
  await expect.poll(last).toMatchObject({ state: 'imported', rows: 1 });
  expect((await bot.health()).ok).toBe(true);
});
