/**
 * The answers to an open pulse, all in one box: sealed, of one length from first to last, shuffled and written anew whenever one comes
 * or goes. Nothing in it or beside it says when, in which order or by whom. Who has answered is a list of its own.
 */
import type { PersonId, PulseId } from '../behaviours/ids.ts';
import type { Ballot } from '../leading/pulse.ts';
import { ballotBytes } from '../leading/pulse.ts';
import { asOneValue, oneOfThoseTexts, writing } from './db.ts';
import type { Store } from './db.ts';
import { shuffled } from './secrets.ts';
import type { Seal, Sealed } from './secrets.ts';

/**
 * An empty box with room for the answers of so many people, and its key. The key is kept before the box is committed: a crash leaves
 * a key without a pulse, never a pulse without its key.
 * @throws KeyFileError if the key can't be kept
 */
export async function addBox(store: Store, pulseId: PulseId, members: number): Promise<void> {
  const content = sealed(store.ballots.begin(pulseId), [], roomFor(members));
  await store.database.insertInto('pulseBox').values({ workspaceId: store.workspaceId, pulseId, content }).execute();
}

/**
 * The answers, in no order. Undefined where nothing can open the box: its key is gone, or the box is.
 * @throws KeyFileError if the keys can't be read just now
 */
export async function ballotsIn(store: Store, pulseId: PulseId): Promise<Ballot[] | undefined> {
  const box = await openBox(store, pulseId);
  return box && shuffled(JSON.parse(box.text) as Ballot[]);
}

/**
 * Puts other answers into the box than were in it before.
 * @throws Error if there are more than it was made for, or nothing can open it
 */
export async function fillBox(store: Store, pulseId: PulseId, ballots: readonly Ballot[]): Promise<void> {
  const box = await openBox(store, pulseId);
  if (box === undefined) throw new Error('The box of a pulse can’t be opened');
  await store.database
    .updateTable('pulseBox')
    .set({ content: sealed(box.seal, ballots, Buffer.byteLength(box.text)) })
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .execute();
}

/** Box and list are gone: for when the pulse closes. The key goes once that is committed: `dropOldKeys`. */
export async function removeBox(store: Store, pulseId: PulseId): Promise<void> {
  await store.database
    .deleteFrom('pulseBox')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .execute();
  await writeAnswered(store, pulseId, []);
}

/**
 * Destroys the keys of all pulses that aren't open, of this workspace, and of any other whose keys lie in the same file; and of all
 * pulses where a workspace was removed. Not within a transaction.
 * @throws KeyFileError if that can't be done just now
 */
export async function dropOldKeys(store: Store): Promise<void> {
  for (const workspaceId of await removedOf(store, store.ballots.workspacesWithKeys()))
    await writing({ ...store, workspaceId }, async (tx) => {
      // It may have come back before its lock was ours.
      const [isRemoved] = await removedOf(tx, [workspaceId]);
      if (isRemoved !== undefined) tx.ballots.forgetWorkspace(workspaceId);
    });
  if (!store.ballots.hasOthersThan(await allOpenPulses(store))) return;
  // Where nobody else writes: a key is kept before its pulse is committed.
  await writing(store, async (tx) => tx.ballots.keepOnly(await allOpenPulses(tx)));
}

/** Notes that somebody has answered, or takes the note back. */
export async function noteAnswered(
  store: Store,
  pulseId: PulseId,
  personId: PersonId,
  hasAnswered: boolean,
): Promise<void> {
  const rows = await selectAnswered(store, pulseId).execute();
  const others = rows.map((row) => row.personId).filter((id) => id !== personId);
  await writeAnswered(store, pulseId, hasAnswered ? [...others, personId] : others);
}

/** All anew and by id: on the page, too, nobody stands where they came in. */
async function writeAnswered(store: Store, pulseId: PulseId, personIds: readonly PersonId[]): Promise<void> {
  const { workspaceId } = store;
  await store.database
    .deleteFrom('pulseAnswered')
    .where('workspaceId', '=', workspaceId)
    .where('pulseId', '=', pulseId)
    .execute();
  for (const personId of personIds.toSorted((one, other) => one - other))
    await store.database.insertInto('pulseAnswered').values({ workspaceId, pulseId, personId }).execute();
}

function selectAnswered(store: Store, pulseId: PulseId) {
  return store.database
    .selectFrom('pulseAnswered')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId);
}

async function removedOf(store: Store, workspaceIds: readonly string[]): Promise<string[]> {
  if (workspaceIds.length === 0) return [];
  const rows = await store.database
    .selectFrom('workspace')
    .select('id')
    .where('id', 'in', oneOfThoseTexts<string>(asOneValue(workspaceIds)))
    .where('removedAt', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Of every workspace: one file may have the keys of all. */
async function allOpenPulses(store: Store) {
  return store.database.selectFrom('pulse').select(['workspaceId', 'id']).where('state', '=', 'open').execute();
}

async function openBox(store: Store, pulseId: PulseId): Promise<{ seal: Seal; text: string } | undefined> {
  const row = await store.database
    .selectFrom('pulseBox')
    .select('content')
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .executeTakeFirst();
  const seal = store.ballots.of(pulseId);
  try {
    return row && seal && { seal, text: seal.open(row.content) };
  } catch {
    return undefined;
  }
}

/** The brackets, and for each answer its bytes and a comma. */
function roomFor(members: number): number {
  return 2 + members * (ballotBytes + 1);
}

function sealed(seal: Seal, ballots: readonly Ballot[], bytes: number): Sealed {
  const text = JSON.stringify(shuffled(ballots));
  const left = bytes - Buffer.byteLength(text);
  if (left < 0) throw new Error('More answers than a pulse has room for');
  return seal.seal(text + ' '.repeat(left));
}
