/** An outbox in which everything stands: two workspaces of one database, two people in each, and messages in every state. */
import type { Store } from '../../src/store/db.ts';
import { enqueue, noSlackAccount } from '../../src/store/outbox.ts';
import type { NewDelivery } from '../../src/store/outbox.ts';
import { addPerson } from '../../src/store/people.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { emptyStore, now } from './imports.ts';
import { messageTo } from './records.ts';

const states = ['pending', 'sending', 'sent', 'uncertain', 'parked', 'skipped'] as const;
const kinds = ['welcome', 'ask-card'] as const;

export interface FullOutbox {
  readonly here: Store;
  readonly there: Store;
  /** Ids of people; Bea of here has no account in Slack. */
  readonly people: Readonly<Record<string, number>>;
  /** The id of the row of this name: `here ann welcome pending`. */
  readonly idOf: (name: string) => number;
  /** What an act changes, a line a row, with what stands there then: `here ann welcome pending: problem no answer, state parked`. */
  readonly changesBy: (act: () => Promise<unknown>) => Promise<string[]>;
}

/**
 * Every row is due and written a minute before the next. What is carried by `here ann welcome …` is named so, with `carried` at its end;
 * Bea has a second one of a kind that was sent.
 */
export async function fullOutbox(): Promise<FullOutbox> {
  const here = await emptyStore('T0HERE');
  const there = { ...here, workspaceId: 'T0THERE' };
  await saveWorkspace(there, { name: 'Elsewhere', botUserId: null }, now);
  const names = new Map<number, string>();
  const people: Record<string, number> = {};
  let minutes = 0;
  for (const [where, store] of [
    ['here', here],
    ['there', there],
  ] as const)
    for (const who of ['ann', 'bea']) {
      const slackUserId = where === 'here' && who === 'bea' ? null : `U0${where}${who}`.toUpperCase();
      const personId = await addPerson(store, { name: who, slackUserId }, now);
      people[`${where} ${who}`] = personId;
      for (const kind of kinds)
        for (const state of states) {
          const name = `${where} ${who} ${kind} ${state}`;
          const subject = kind === 'welcome' ? { person: personId } : { ask: 7, holder: personId };
          const created = new Date(now.getTime() + (minutes += 1) * 60_000);
          const message = messageTo(personId, name, { kind, subject, dueAt: created } as Partial<NewDelivery>);
          await enqueue(store, message, created);
          names.set(
            await settle(store, name, { state, problem: state === 'parked' ? noSlackAccount : `${state} because` }),
            name,
          );
        }
    }
  const idOf = (name: string) => [...names].find(([, one]) => one === name)?.[0] ?? 0;
  const extra = async (name: string, who: string, set: object) => {
    const created = new Date(now.getTime() + (minutes += 1) * 60_000);
    await enqueue(here, messageTo(people[who] ?? 0, name, { dueAt: created }), created);
    names.set(await settle(here, name, set), name);
  };
  for (const state of ['sending', 'sent', 'uncertain'] as const) {
    const carriedBy = idOf(`here ann welcome ${state}`);
    await extra(`here ann welcome ${state} carried`, 'here ann', { state, carriedBy });
  }
  await extra('here bea welcome sent again', 'here bea', { state: 'sent' });
  return {
    here,
    there,
    people,
    idOf,
    async changesBy(act) {
      const before = await rows(here);
      await act();
      const after = new Map((await rows(here)).map((row) => [row.id, row]));
      return before.flatMap((row) => difference(names.get(row.id) ?? '', row, after.get(row.id)));
    },
  };
}

async function settle(store: Store, occurrenceKey: string, set: object): Promise<number> {
  const { id, state } = await store.database
    .updateTable('outbox')
    .set({ attempts: 2, claimedAt: now.toISOString(), claimedFence: 7, ...set })
    .where('workspaceId', '=', store.workspaceId)
    .where('occurrenceKey', '=', occurrenceKey)
    .returning(['id', 'state'])
    .executeTakeFirstOrThrow();
  if (state === 'sent')
    await store.database
      .updateTable('outbox')
      .set({ channel: 'D1', ts: `${id}.1`, sentAt: new Date(now.getTime() + id * 1000).toISOString() })
      .where('id', '=', id)
      .execute();
  return id;
}

function rows(store: Store) {
  return store.database.selectFrom('outbox').selectAll().orderBy('id').execute();
}

function difference(name: string, before: object, after: object | undefined): string[] {
  if (after === undefined) return [`${name} is gone`];
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([column, value]) => was.get(column) !== value);
  const said = changed.map(([column, value]) => `${column} ${String(value)}`).toSorted();
  return said.length === 0 ? [] : [`${name}: ${said.join(', ')}`];
}
