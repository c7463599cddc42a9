/** Which of several instances may be given requests, and what they say when the server is gone. */
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openDatabase } from '../../src/store/db.ts';
import { acts, cutConnections, due, sharedPlace } from '../helpers/instances.ts';
import { slackIdOf } from '../helpers/people.ts';
import { hasServer, runOnServer } from '../helpers/place.ts';
import { freePort } from '../helpers/free-port.ts';
import { commandBody, sendSigned } from '../helpers/requests.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

async function readiness(port: number): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  return { status: answer.status, ...((await answer.json()) as object) };
}

async function runOn(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe.skipIf(!hasServer)('on one server', () => {
  test('one that stands by is ready, and answers; without its database neither is', async () => {
    const sandbox = await openSandbox({ clock: testClock(due.toISOString()) });
    const place = await sharedPlace();
    const [actsOn, standsByOn] = [await freePort(), await freePort()];
    const first = place.start(sandbox, actsOn);
    await first.says(acts);
    const second = place.start(sandbox, standsByOn);
    await second.says('Firstline is at work');
    expect(await readiness(actsOn)).toEqual({ status: 200, ready: true, sending: 'running' });
    expect(await readiness(standsByOn)).toEqual({ status: 200, ready: true, sending: 'standing-by' });
    const body = commandBody('/firstline', 'help', slackIdOf('priya'));
    expect((await sendSigned(standsByOn, { body })).status).toBe(200);

    await runOn(place.address, `insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2099')`);
    // A newer version has begun to take over.
    for (const port of [actsOn, standsByOn])
      expect(await readiness(port)).toMatchObject({ status: 503, reason: 'schema' });
    const older = openDatabase({ path: place.address });
    await expect(older).rejects.toThrow(UserError);
    await expect(older).rejects.toThrow(/newer version .* pg_restore, and run firstline restore --hold/u);
    await runOn(place.address, `delete from kysely_migration where name = '9999-of-tomorrow'`);

    const name = new URL(place.address).pathname.slice(1);
    await runOnServer(`alter database ${name} allow_connections false`);
    await cutConnections(place.address);
    for (const port of [actsOn, standsByOn])
      await expect.poll(() => readiness(port)).toMatchObject({ status: 503, reason: 'database' });
    await runOnServer(`alter database ${name} allow_connections true`);
    for (const port of [actsOn, standsByOn])
      await expect.poll(() => readiness(port), { timeout: 20_000 }).toMatchObject({ status: 200, ready: true });
  });
});
