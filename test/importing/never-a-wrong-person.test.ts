import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { sentencesOn } from '../../src/importing/grouped.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { RosterResult } from '../../src/importing/roster/roster.ts';
import { comparableName } from '../../src/leading/full-name.ts';
import type { Store } from '../../src/store/db.ts';
import { everythingKnown } from '../../src/store/known-as.ts';
import { everybody } from '../../src/store/people.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';
import {
  cluesOf,
  isNamesake,
  managerClueOf,
  linesOf,
  live,
  nameOf,
  nextFile,
  ownerOf,
  realPeople,
} from '../helpers/changing-company.ts';
import type { NextFile, RealPerson } from '../helpers/changing-company.ts';
import { csv, emptyStore, now } from '../helpers/imports.ts';

/** Records by whom they are of, by all that is known of them. */
async function recordsOf(store: Store, people: readonly RealPerson[]): Promise<Map<number, Set<RealPerson>>> {
  const records = new Map((await everybody(store)).map(({ id }) => [id, new Set<RealPerson>()]));
  for (const { personId, folded } of await everythingKnown(store)) {
    const owner = ownerOf(people, folded);
    if (owner !== undefined) records.get(personId)?.add(owner);
  }
  return records;
}

function recordsWith(records: ReadonlyMap<number, ReadonlySet<RealPerson>>, person: RealPerson): number[] {
  return [...records].filter(([, owners]) => owners.has(person)).map(([id]) => id);
}

/** A name that two have tells nothing of either. */
function ownName(person: RealPerson): string[] {
  return isNamesake(person) ? [] : [comparableName(nameOf(person))];
}

/**
 * Those of whom nobody could know which record is theirs: what the file says of them, in a row or as somebody’s manager, has nothing in
 * common with it. A name that two have tells nothing of either.
 */
async function unknowable(
  store: Store,
  people: readonly RealPerson[],
  rows: readonly RealPerson[],
  { layout }: NextFile,
): Promise<RealPerson[]> {
  const records = await recordsOf(store, people);
  const known = await everythingKnown(store);
  const isKnown = (person: RealPerson, words: readonly string[]) => {
    const own = recordsWith(records, person);
    return own.length === 0 || known.some(({ personId, folded }) => own.includes(personId) && words.includes(folded));
  };
  const bosses = people.filter(
    (person) => !rows.includes(person) && rows.some(({ manager }) => manager === person.key),
  );
  return [
    ...rows.filter((person) => !isKnown(person, [...cluesOf(person, layout), ...ownName(person)])),
    // A namesake without a record of their own may be the one whose record has nothing but the name.
    ...rows.filter((person) => isNamesake(person) && recordsWith(records, person).length === 0),
    ...bosses.filter((person) => !isKnown(person, managerClueOf(person, layout) ?? ownName(person))),
  ];
}

/** Everything that the report says in words. */
function saidIn(report: RosterResult): string {
  return comparableName(sentencesOn(report).join('\n'));
}

interface World {
  readonly people: RealPerson[];
  readonly store: Store;
  /** Who may have two records, because nobody could know, or because the report said so. */
  readonly excused: Set<RealPerson>;
}

async function bringIn({ people, store, excused }: World, file: NextFile, version: number): Promise<void> {
  for (const change of file.changes) live(people, change, version);
  const rows = file.rows.flatMap((index) => people[index] ?? []);
  const lines = linesOf(people, rows, file);
  const before = await recordsOf(store, people);
  for (const person of await unknowable(store, people, rows, file)) excused.add(person);
  const options = { isComplete: file.isComplete, isSure: true };
  const report = await importRoster(store, csv(...lines), options, now);
  const records = await recordsOf(store, people);
  const said = saidIn(report);
  for (const [id, owners] of records) {
    // Whose the only record of that name is can’t be known of one who never had one.
    const isExcused = [...owners].every(isNamesake) && [...owners].some((owner) => excused.has(owner));
    const names = [...owners].map(nameOf);
    expect(isExcused ? [] : names.slice(1), `record ${id} is of ${names.join()}\n${lines.join('\n')}\n${said}`).toEqual(
      [],
    );
  }
  for (const person of people) {
    const own = recordsWith(records, person);
    const isNamed =
      own.length > recordsWith(before, person).length && [...person.names].some((name) => said.includes(name));
    if (own.length > 1 && isNamed) excused.add(person);
    const surplus = excused.has(person) ? [] : own.slice(1);
    expect(surplus, `${nameOf(person)} has one record\n${lines.join('\n')}\n${said}`).toEqual([]);
  }
  checkNamesakes(rows, file, report);
  await checkManagers({ people, store, excused }, rows, report);
  const again = await importRoster(store, csv(...lines), options, now);
  expect(again, `a second time nothing changes\n${lines.join('\n')}\n${said}`).toMatchObject({ added: 0, changed: 0 });
}

/** Two rows of one name and nothing else are never taken for one person in silence. */
function checkNamesakes(rows: readonly RealPerson[], { layout }: NextFile, report: RosterResult): void {
  const refused = linesRefused(report);
  const alike = rows.filter(
    (person, index) =>
      isNamesake(person) && !person.hasLeft && cluesOf(person, layout).length === 0 && !refused.has(index + 2),
  );
  if (new Set(alike).size > 1) expect(saidIn(report)).toContain('kim lee');
}

/** Who is in a row that went in reports to whom they really report to. */
async function checkManagers(
  { people, store, excused }: World,
  rows: readonly RealPerson[],
  report: RosterResult,
): Promise<void> {
  const records = await recordsOf(store, people);
  const managers = new Map((await currentLines(store)).map(({ personId, managerId }) => [personId, managerId]));
  const refused = linesRefused(report);
  for (const [index, person] of rows.entries()) {
    const boss = people.find(({ key }) => key === person.manager);
    const [id] = recordsWith(records, person);
    const isClear = !isNamesake(person) && !person.hasLeft && !excused.has(person);
    if (refused.has(index + 2) || !isClear || id === undefined || boss === undefined || excused.has(boss)) continue;
    const [bossId] = recordsWith(records, boss);
    expect(managers.get(id), `${nameOf(person)} reports to ${nameOf(boss)}`).toBe(bossId);
  }
}

/** The header is in line 1. */
function linesRefused({ refused }: RosterResult): Set<number> {
  return new Set(refused.map(({ line }) => line));
}

test('no sequence of rosters makes two records of one person or one of two, unless it said so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(nextFile, { minLength: 5, maxLength: 10 }), async (files) => {
      const world: World = { people: realPeople(), store: await emptyStore(), excused: new Set() };
      for (const [index, file] of files.entries()) await bringIn(world, file, index + 1);
    }),
    { numRuns: 40 },
  );
});
