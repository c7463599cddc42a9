/**
 * The answers to an open pulse, all in one box: sealed, of one length from first to last, shuffled and written anew whenever one comes
 * or goes. Nothing in it or beside it says when, in which order or by whom. Who has answered is a list of its own.
 */
import type { Ballot } from '../leading/pulse.ts';
import { ballotBytes } from '../leading/pulse.ts';
import type { Store } from './db.ts';
import { shuffled } from './secrets.ts';

/** An empty box with room for the answers of so many people. */
export async function addBox(store: Store, pulseId: number, members: number): Promise<void> {
  const content = sealed(store, [], roomFor(members));
  await store.database.insertInto('pulseBox').values({ workspaceId: store.workspaceId, pulseId, content }).execute();
}

/** The answers, in no order. Undefined where nothing can open the box: its key is gone, or the box is. */
export async function ballotsIn(store: Store, pulseId: number): Promise<Ballot[] | undefined> {
  const opened = await openBox(store, pulseId);
  return opened === undefined ? undefined : shuffled(JSON.parse(opened) as Ballot[]);
}

/**
 * Puts other answers into the box than were in it before.
 * @throws Error if there are more than it was made for, or nothing can open it
 */
export async function fillBox(store: Store, pulseId: number, ballots: readonly Ballot[]): Promise<void> {
  const before = await openBox(store, pulseId);
  if (before === undefined) throw new Error('The box of a pulse can’t be opened');
  await store.database
    .updateTable('pulseBox')
    .set({ content: sealed(store, ballots, Buffer.byteLength(before)) })
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .execute();
}

/** Box and list are gone: for when the pulse closes. */
export async function removeBox(store: Store, pulseId: number): Promise<void> {
  await store.database
    .deleteFrom('pulseBox')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .execute();
  await writeAnswered(store, pulseId, []);
}

/** Notes that somebody has answered, or takes the note back. */
export async function noteAnswered(
  store: Store,
  pulseId: number,
  personId: number,
  hasAnswered: boolean,
): Promise<void> {
  const rows = await selectAnswered(store, pulseId).execute();
  const others = rows.map((row) => row.personId).filter((id) => id !== personId);
  await writeAnswered(store, pulseId, hasAnswered ? [...others, personId] : others);
}

/** All anew and by id: on the page, too, nobody stands where they came in. */
async function writeAnswered(store: Store, pulseId: number, personIds: readonly number[]): Promise<void> {
  const { workspaceId } = store;
  await store.database
    .deleteFrom('pulseAnswered')
    .where('workspaceId', '=', workspaceId)
    .where('pulseId', '=', pulseId)
    .execute();
  for (const personId of personIds.toSorted((one, other) => one - other))
    await store.database.insertInto('pulseAnswered').values({ workspaceId, pulseId, personId }).execute();
}

function selectAnswered(store: Store, pulseId: number) {
  return store.database
    .selectFrom('pulseAnswered')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId);
}

async function openBox(store: Store, pulseId: number): Promise<string | undefined> {
  const row = await store.database
    .selectFrom('pulseBox')
    .select('content')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .executeTakeFirst();
  try {
    return row && store.ballots.open(row.content);
  } catch {
    return undefined;
  }
}

/** The brackets, and for each answer its bytes and a comma. */
function roomFor(members: number): number {
  return 2 + members * (ballotBytes + 1);
}

function sealed(store: Store, ballots: readonly Ballot[], bytes: number): string {
  const text = JSON.stringify(shuffled(ballots));
  const left = bytes - Buffer.byteLength(text);
  if (left < 0) throw new Error('More answers than a pulse has room for');
  return store.ballots.seal(text + ' '.repeat(left));
}
