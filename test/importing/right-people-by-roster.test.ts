import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { RosterResult } from '../../src/importing/roster/roster.ts';
import { everythingKnown, noteKnown } from '../../src/store/known-as.ts';
import type { Store } from '../../src/store/db.ts';
import { foldedClue } from '../../src/leading/who-is-meant.ts';
import { changePerson, everybody, findPerson } from '../../src/store/people.ts';
import { csv, emptyStore, now } from '../helpers/imports.ts';

/** Somebody as they really are: what HR calls them, where they are reached, and what Slack says. Every word of theirs is theirs alone, but for one name. */
interface Human {
  readonly key: string;
  readonly manager: string;
  name: string;
  address: string;
  slackName: string;
  slackAddress: string;
}

/** Two of these are called Kim Lee, under two managers. */
const humans = (): Human[] =>
  (['ada', 'otto', 'kim', 'lee'] as const).map((key, index) => {
    const name = key === 'kim' || key === 'lee' ? 'Kim Lee' : `${key} first`;
    const address = `${key}.0@example.com`;
    return {
      key,
      manager: index % 2 === 0 ? 'Mina' : 'Zed',
      name,
      address,
      slackName: `${name} S`,
      slackAddress: address,
    };
  });

type Step =
  | { readonly kind: 'rename' | 'move' | 'slack-rename' | 'slack-move' | 'link'; readonly who: number }
  | { readonly kind: 'roster'; readonly by: 'id' | 'address' | 'name'; readonly rows: readonly number[] };

const who = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('rename', 'move', 'slack-rename', 'slack-move', 'link'), who }),
  fc.record({
    kind: fc.constant('roster'),
    by: fc.constantFrom('id', 'address', 'name'),
    rows: fc.uniqueArray(who, { minLength: 1 }),
  }),
);

const head = { id: 'employee id,email,name,manager', address: 'email,name,manager', name: 'name,manager' } as const;

function rowOf({ key, address, name, manager }: Human, by: keyof typeof head): string {
  const own = { id: [`id-${key}`, address, name], address: [address, name], name: [name] }[by];
  return [...own, manager].join(',');
}

/** Whose a name, an address or an id is, of the humans; nobody's alone for the name that two have. */
function ownerOf(value: string): string | undefined {
  const word =
    /^id-(\w+)$/.exec(value) ?? /^(\w+)\.\d+@/.exec(value) ?? /^(ada|otto|kim|lee) (?:first|later)/.exec(value);
  return word?.[1];
}

/** Records by whom they are really of; a record of two humans, or of none that can be told, is there under all of them. */
async function recordsOf(store: Store): Promise<Map<number, Set<string>>> {
  const records = new Map<number, Set<string>>();
  const merged = new Set((await everybody(store)).flatMap(({ id, leftWhy }) => (leftWhy === 'merged' ? [id] : [])));
  for (const { personId, folded } of await everythingKnown(store)) {
    const owner = ownerOf(folded);
    if (owner !== undefined && !merged.has(personId))
      records.set(personId, (records.get(personId) ?? new Set<string>()).add(owner));
  }
  return records;
}

async function idOf(store: Store, { key }: Human): Promise<number | undefined> {
  return [...(await recordsOf(store))].find(([, owners]) => owners.has(key))?.[0];
}

/** Could anybody know whom the row means? What has nothing in common with the record but is somebody on it can't be known. */
async function canBeKnown(store: Store, human: Human, by: keyof typeof head): Promise<boolean> {
  const id = await idOf(store, human);
  const known = (await everythingKnown(store)).filter(({ source }) => source !== 'slack' || by !== 'name');
  const says = (kind: 'name' | 'address', value: string) =>
    known.filter((one) => one.kind === kind && one.folded === foldedClue(kind, value)).map(({ personId }) => personId);
  if (by === 'name' && human.name === 'Kim Lee') return false;
  if (id === undefined) return true;
  if (by === 'name') return says('name', human.name).includes(id);
  const hasOwnId = by === 'id' && known.some(({ personId, kind }) => personId === id && kind === 'own-id');
  return hasOwnId || says('address', human.address).includes(id) || says('name', human.name).includes(id);
}

/** @returns what came of each roster when it came a second time */
async function take(store: Store, all: readonly Human[], steps: readonly Step[]): Promise<RosterResult[]> {
  const again: RosterResult[] = [];
  let version = 0;
  for (const one of steps) {
    version += 1;
    if (one.kind === 'roster') {
      const rows: string[] = [];
      for (const index of one.rows) {
        const human = all[index];
        if (human !== undefined && (await canBeKnown(store, human, one.by))) rows.push(rowOf(human, one.by));
      }
      if (rows.length === 0) continue;
      const file = () => csv(head[one.by], ...rows);
      await importRoster(store, file(), {}, now);
      again.push(await importRoster(store, file(), {}, now));
    } else await live(store, all[one.who], one.kind, version);
  }
  return again;
}

async function live(store: Store, human: Human | undefined, kind: Step['kind'], version: number): Promise<void> {
  if (human === undefined) return;
  if (kind === 'rename' && human.name !== 'Kim Lee') human.name = `${human.key} later ${version}`;
  if (kind === 'move') human.address = `${human.key}.${version}@example.com`;
  if (kind === 'slack-rename') human.slackName = `${human.key} later ${version} S`;
  if (kind === 'slack-move') human.slackAddress = `${human.key}.${version}@example.com`;
  const id = await idOf(store, human);
  const person = id === undefined ? undefined : await findPerson(store, id);
  if (person === undefined || (kind !== 'link' && person.slackUserId === null)) return;
  await changePerson(store, person.id, {
    slackUserId: `U0${human.key.toUpperCase()}`,
    name: human.slackName,
    email: human.slackAddress,
  });
  const said = { personId: person.id, source: 'slack' } as const;
  await noteKnown(store, { ...said, kind: 'slack-id', value: `U0${human.key.toUpperCase()}` }, now);
  await noteKnown(store, { ...said, kind: 'name', value: human.slackName }, now);
  await noteKnown(store, { ...said, kind: 'address', value: human.slackAddress }, now);
}

test('no rosters and no changes of names and addresses make two records of one person, or one of two', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const store = await emptyStore();
      const all = humans();
      for (const report of await take(store, all, steps)) expect(report).toMatchObject({ added: 0, changed: 0 });
      const records = await recordsOf(store);
      for (const owners of records.values()) expect([...owners]).toHaveLength(1);
      const owners = [...records.values()].flatMap((names) => [...names]);
      expect(owners.toSorted()).toEqual([...new Set(owners)].toSorted());
    }),
    { numRuns: 80 },
  );
});

test('a deal goes to whom it went, whatever they are called by then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const store = await emptyStore();
      const all = humans();
      const [ada] = all;
      if (ada === undefined) return;
      await importRoster(store, csv(head.id, rowOf(ada, 'id')), {}, now);
      const clues = ['ada first', 'ada.0@example.com', 'id-ada'];
      const deals = () => csv('deal id,owner,stage', ...clues.map((owner, index) => `D-${index},${owner},Proposal`));
      expect(await importDeals(store, deals(), {}, now)).toMatchObject({ added: 3, refused: [] });
      await take(store, all, steps);
      expect(await importDeals(store, deals(), {}, now)).toMatchObject({ unchanged: 3, refused: [] });
    }),
    { numRuns: 40 },
  );
});
