/** A small company on a real database: Lee leads Dana, and Dana has Priya and Sam; Omar stands outside. */
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Context } from '../../src/context.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { OpenDatabase, Store } from '../../src/store/db.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';
import { addPerson, findPerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';

export interface Office {
  readonly database: OpenDatabase;
  readonly context: Context;
  readonly store: Store;
  readonly people: Readonly<Record<'lee' | 'dana' | 'priya' | 'sam' | 'omar', Person>>;
  /** A Monday, 10:00 UTC, until it is moved. */
  moveTo(instant: string): void;
  hire(name: string, managerId?: number): Promise<Person>;
  /** What waits to be sent, oldest first. */
  outbox(): Promise<Delivery[]>;
  close(): Promise<void>;
}

const firstDay = '2026-09-01';

/** Read only where it is needed: scripts beside the tests bring a place of their own. */
async function ownPlace(): Promise<string> {
  return (await import('./place.ts')).freshPlace();
}

/**
 * @param place the path of a database file, or an address; a fresh one if left out
 * @param key FIRSTLINE_KEY; not set if left out
 * @param pulseKeys of a file; beside the database, or in memory, if left out
 */
export async function openOffice(place?: string, key?: Buffer, pulseKeys?: string): Promise<Office> {
  const database = await openDatabase({ path: place ?? (await ownPlace()), key, pulseKeys });
  const store = database.forWorkspace('T001');
  let now = new Date('2026-11-23T10:00:00Z');
  let ids = 0;
  await saveWorkspace(store, { name: 'Office', botUserId: 'UBOT' }, now);
  const slack = new WebClient('xoxb-unused');
  const context: Context = {
    store,
    behaviours,
    slack,
    sender: slack,
    clock: () => now,
    pause: async () => undefined,
    newId: () => `delivery-${(ids += 1)}`,
    log: pino({ level: 'silent' }),
    deliverSoon: () => undefined,
  };
  async function hire(name: string, managerId?: number): Promise<Person> {
    const slackUserId = `U${name.replaceAll(/\W/gu, '').slice(0, 8).toUpperCase()}${(ids += 1)}`;
    const id = await addPerson(store, { name, slackUserId, timeZone: 'Etc/UTC' }, now);
    if (managerId !== undefined) await setManager(store, id, managerId, firstDay);
    await countLinesAsTold(store);
    return (await findPerson(store, id)) as Person;
  }
  const lee = await hire('Lee Park');
  const dana = await hire('Dana Osei', lee.id);
  const priya = await hire('Priya Nair', dana.id);
  const sam = await hire('Sam Ruiz', dana.id);
  const omar = await hire('Omar Haddad');
  return {
    database,
    context,
    store,
    people: { lee, dana, priya, sam, omar },
    moveTo: (instant) => {
      now = new Date(instant);
    },
    hire,
    outbox: () => deliveriesIn(store, ['pending']),
    close: () => database.close(),
  };
}
