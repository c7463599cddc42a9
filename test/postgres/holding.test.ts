/** Who acts for a workspace, where several connections ask at once; and what one may still write that has lost it. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { alone, shareHolding } from '../../src/jobs/holding.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { holdMilliseconds, isStillHeld, releaseHold, takeHold } from '../../src/store/holding.ts';
import { showInTurn, takeHomeTurn } from '../../src/store/home-turns.ts';
import { moveEverything } from '../../src/store/moving/move.ts';
import { refuseMoved } from '../../src/store/moving/moved.ts';
import { claimNext, findDelivery, putBack, waitUntil } from '../../src/store/outbox-claim.ts';
import {
  abandonSending,
  enqueue,
  foundAbsent,
  markSent,
  markSkipped,
  markUncertain,
  park,
  retryAt,
} from '../../src/store/outbox.ts';
import { listenOn } from '../../src/store/postgres/listen.ts';
import { ring } from '../../src/store/ring.ts';
import type { Call } from '../../src/store/ring.ts';
import { officeOnServer } from '../helpers/office-on-server.ts';
import { hasServer, runOnServer } from '../helpers/place.ts';
import { emptyFolder } from '../helpers/process.ts';
import { messageTo } from '../helpers/records.ts';

const cut = () => {
  throw new Error('the power fails');
};

/** As if half a minute had passed without a word of the holder. */
async function lapse({ database }: Store): Promise<void> {
  await database.updateTable('holder').set({ heldUntil: '2026-01-01T00:00:00.000Z' }).execute();
}

async function fenceOf(store: Store, instance: string): Promise<number | undefined> {
  const answer = await takeHold(store, instance);
  return answer.isHeld ? answer.fence : undefined;
}

describe.skipIf(!hasServer)('a workspace on a server', () => {
  test('is held by one of several that ask at the same instant, each time', async () => {
    const { store, another } = await officeOnServer();
    const stores = await Promise.all(Array.from({ length: 6 }, () => another()));
    for (let round = 1; round <= 10; round += 1) {
      const answers = await Promise.all(stores.map((one, at) => takeHold(one, `instance ${round}-${at}`)));
      expect(answers.filter(({ isHeld }) => isHeld)).toEqual([{ isHeld: true, fence: round }]);
      await lapse(store);
    }
  });

  test('stays with whoever has it until it lapses or is let go, and is counted with each who takes over', async () => {
    const { store } = await officeOnServer();
    expect(await fenceOf(store, 'one')).toBe(1);
    expect(await fenceOf(store, 'one')).toBe(1);
    const refused = await takeHold(store, 'two');
    expect(refused.isHeld).toBe(false);
    expect('freeIn' in refused && refused.freeIn).toBeGreaterThan(holdMilliseconds / 2);
    expect('freeIn' in refused && refused.freeIn).toBeLessThanOrEqual(holdMilliseconds);
    await releaseHold(store, 'two');
    expect(await fenceOf(store, 'two')).toBeUndefined();
    await releaseHold(store, 'one');
    expect(await fenceOf(store, 'two')).toBe(2);
    await lapse(store);
    expect(await isStillHeld({ ...store, fence: 2 })).toBe(false);
    expect(await fenceOf(store, 'two')).toBe(2);
    await lapse(store);
    expect(await fenceOf(store, 'one')).toBe(3);
    expect(await isStillHeld({ ...store, fence: 2 })).toBe(false);
    expect(await isStillHeld({ ...store, fence: 3 })).toBe(true);
  });

  test('gives nothing to claim to whoever has lost it, nor before another has it', async () => {
    const { office, store } = await officeOnServer();
    const now = office.context.clock();
    await takeHold(store, 'one');
    await enqueue(store, messageTo(office.people.priya.id, 'news'), now);
    await lapse(store);
    expect(await claimNext({ ...store, fence: 1 }, now)).toBeUndefined();
    await takeHold(store, 'two');
    expect(await claimNext({ ...store, fence: 1 }, now)).toBeUndefined();
    expect(await claimNext({ ...store, fence: 2 }, now)).toBeDefined();
  });

  const late: readonly (readonly [string, (store: Store, id: number, now: Date) => Promise<unknown>])[] = [
    ['try it again', (store, id, now) => retryAt(store, id, now, 'late')],
    ['put it back', (store, id) => putBack(store, [id])],
    ['leave it for later', (store, id, now) => waitUntil(store, id, now, 'late')],
    ['park it', (store, id) => park(store, id, 'late')],
    ['skip it', (store, id) => markSkipped(store, id, 'late')],
    ['call it uncertain', (store, id) => markUncertain(store, id, 'late', null)],
    ['call it absent', (store, id, now) => foundAbsent(store, id, now)],
  ];
  test.each(late)('whoever has lost it can’t %s: another has the message', async (_what, note) => {
    const { office, store } = await officeOnServer();
    const now = office.context.clock();
    const [before, after] = [
      { ...store, fence: 1 },
      { ...store, fence: 2 },
    ];
    await enqueue(store, messageTo(office.people.priya.id, 'news'), now);
    await takeHold(store, 'one');
    const { id } = (await claimNext(before, now)) ?? { id: 0 };
    await lapse(store);
    await takeHold(store, 'two');
    expect(await abandonSending(after, now)).toBe(1);
    await note(before, id, now);
    expect(await findDelivery(store, id)).toMatchObject({ state: 'uncertain', problem: 'stopped while sending' });
    expect(await foundAbsent(after, id, now)).toBe(true);
    expect(await claimNext(after, now)).toMatchObject({ id });
    await note(before, id, now);
    expect(await findDelivery(store, id)).toMatchObject({ state: 'sending' });
  });

  test('whoever has lost it still says what surely was posted', async () => {
    const { office, store } = await officeOnServer();
    const now = office.context.clock();
    await enqueue(store, messageTo(office.people.priya.id, 'news'), now);
    await takeHold(store, 'one');
    const { id } = (await claimNext({ ...store, fence: 1 }, now)) ?? { id: 0 };
    await lapse(store);
    await takeHold(store, 'two');
    await abandonSending({ ...store, fence: 2 }, now);
    await markSent({ ...store, fence: 1 }, id, { channel: 'D1', ts: '1.1' }, now);
    expect(await findDelivery(store, id)).toMatchObject({ state: 'sent', ts: '1.1' });
  });

  test('isn’t moved while anybody holds it, and no bot starts on what has come in part', async () => {
    const { address, store } = await officeOnServer();
    const file = await openDatabase({ path: join(emptyFolder(), 'firstline.db') });
    onTestFinished(() => file.close());
    const server = { database: store.database, path: address };
    const options = { onProgress: () => undefined, isAfresh: false };
    await takeHold(store, 'one');
    await expect(moveEverything(server, file, options)).rejects.toThrow('A Firstline is running on');
    await expect(moveEverything(file, server, { ...options, isAfresh: true })).rejects.toThrow('is running on');
    await releaseHold(store, 'one');
    await expect(moveEverything(server, file, { ...options, onProgress: cut })).rejects.toThrow('the power fails');
    await expect(refuseMoved(file)).rejects.toThrow('Not everything has been moved');
    await moveEverything(server, file, options);
    await refuseMoved(file);
  });
});

describe.skipIf(!hasServer)('an instance', () => {
  const log = pino({ level: 'silent' });

  /** One whose time passes as it is told. */
  function standing(store: Store) {
    const passed = { real: 0, steady: 0 };
    const begun = Date.parse('2026-11-23T10:00:00Z');
    const holding = shareHolding({ store, log }, randomUUID(), {
      realNow: () => new Date(begun + passed.real),
      steadyNow: () => passed.steady,
    });
    onTestFinished(() => holding.stop());
    return { holding, passed };
  }

  const ears = { takeStock: () => Promise.resolve(), onHeld: () => undefined };

  test('is no holder any more once its hold may have lapsed, by whichever clock went on, without asking anybody', async () => {
    const { store } = await officeOnServer();
    for (const clock of ['real', 'steady'] as const) {
      const { holding, passed } = standing(store);
      await holding.start(ears);
      expect(holding.isHolder()).toBe(true);
      passed[clock] = holdMilliseconds - 6_000;
      expect(holding.isHolder()).toBe(true);
      passed[clock] = holdMilliseconds;
      expect(holding.isHolder()).toBe(false);
      await holding.stop();
    }
    expect(alone.isHolder()).toBe(true);
  });

  test('is the holder only once stock is taken, and claims with what it was given', async () => {
    const { office, store } = await officeOnServer();
    const { holding } = standing(store);
    expect(holding.isHolder()).toBe(false);
    const seen: boolean[] = [];
    await holding.start({
      takeStock: async () => {
        seen.push(holding.isHolder(), await isStillHeld(holding.under(office.context).store));
      },
      onHeld: () => seen.push(holding.isHolder()),
    });
    expect(seen).toEqual([false, true, true]);
    expect(holding.isHolder(2)).toBe(false);
    await holding.stop();
    expect(holding.isHolder()).toBe(false);
    expect(await fenceOf(store, 'another')).toBe(2);
  });

  test('stands by while another holds it, and takes over when it is told that it is free', async () => {
    const { office, store } = await officeOnServer();
    const [first, second] = [standing(store), standing(store)];
    await first.holding.start(ears);
    const taken = Promise.withResolvers<void>();
    await second.holding.start({ ...ears, onHeld: taken.resolve });
    expect(second.holding.isHolder()).toBe(false);
    expect(await isStillHeld(second.holding.under(office.context).store)).toBe(false);
    await first.holding.stop();
    second.holding.tryNow();
    await taken.promise;
    expect(second.holding.isHolder()).toBe(true);
  });

  test('hears what another calls out, and hears again after its connection was cut', async () => {
    const { address, store, another } = await officeOnServer();
    const heard: Call[] = [];
    const waiting = new Set<() => void>();
    let hearings = 0;
    const listening = listenOn(address, {
      onCall: (call) => {
        heard.push(call);
        for (const look of waiting) look();
      },
      onHearing: () => (hearings += 1),
      onTrouble: () => undefined,
    });
    onTestFinished(() => listening.stop());
    const caller = await another();
    const ids = Array.from({ length: 1_200 }, (_, id) => id + 1_000_000);
    await expect
      .poll(async () => {
        await ring(caller, { concerned: [1] });
        return heard.length;
      })
      .toBeGreaterThan(0);
    heard.length = 0;
    await ring(caller, { concerned: ids });
    await expect
      .poll(() => heard.flatMap(({ concerned }) => (Array.isArray(concerned) ? concerned : [])))
      .toEqual(expect.arrayContaining(ids));
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where application_name = 'firstline bell' and datname = current_database()`.execute(
      store.database,
    );
    expect(rows).toHaveLength(1);
    await runOnServer(`select pg_terminate_backend(${rows[0]?.pid})`);
    await expect.poll(() => hearings).toBe(2);
    heard.length = 0;
    await ring(caller, { isFree: true });
    await expect.poll(() => heard).toEqual([{ workspaceId: store.workspaceId, isFree: true }]);
  });
});

describe.skipIf(!hasServer)('the Home tab of one person, published by two instances', () => {
  test('an older state that was held up isn’t published once a newer one is', async () => {
    const { office, store, another } = await officeOnServer();
    const [id, other] = [office.people.dana.id, await another()];
    const published: string[] = [];
    const older = await takeHomeTurn(store, id);
    const newer = await takeHomeTurn(other, id);
    expect(await showInTurn(other, id, newer, async () => published.push('newer'))).toBe('stands');
    expect(await showInTurn(store, id, older, async () => published.push('older'))).toBe('newer stands');
    expect(published).toEqual(['newer']);
  });

  test('of two that were on their way at the same time, the last to arrive publishes once more', async () => {
    const { office, store, another } = await officeOnServer();
    const [id, other] = [office.people.dana.id, await another()];
    for (const isOlderLast of [true, false]) {
      const older = await takeHomeTurn(store, id);
      const newer = await takeHomeTurn(other, id);
      const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const [quick, slow] = isOlderLast ? [newer, older] : [older, newer];
      const slowly = showInTurn(store, id, slow, async () => {
        held.resolve();
        await release.promise;
      });
      await held.promise;
      expect(await showInTurn(other, id, quick, () => Promise.resolve())).toBe('stands');
      release.resolve();
      expect(await slowly).toBe('unsure');
      const again = await takeHomeTurn(store, id);
      expect(await showInTurn(store, id, again, () => Promise.resolve())).toBe('stands');
    }
  });
});
