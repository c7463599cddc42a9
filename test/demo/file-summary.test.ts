import { describe, expect, test } from 'vitest';
import { dealLines, rosterLines } from '../../src/demo/file-summary.ts';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { treeLines } from '../../src/importing/roster/tree.ts';
import { csv, emptyStore, now } from '../helpers/imports.ts';

/** A lead, managers under them, and reps under each; then some whom nobody leads. */
function company(managers: number, reps: number, alone = 0) {
  const people = [{ id: 1, name: 'Lead' }];
  const managerOf = new Map<number, number>();
  const add = (name: string, above?: number): number => {
    const id = people.length + 1;
    people.push({ id, name });
    if (above !== undefined) managerOf.set(id, above);
    return id;
  };
  for (let manager = 1; manager <= managers; manager += 1) {
    const id = add(`M${manager}`, 1);
    for (let rep = 1; rep <= reps; rep += 1) add(`R${manager}.${rep}`, id);
  }
  for (let one = 1; one <= alone; one += 1) add(`A${one}`);
  return { people, managerOf };
}

function tree(managers: number, reps: number, alone = 0): string[] {
  const { people, managerOf } = company(managers, reps, alone);
  return treeLines(people, managerOf);
}

describe('who leads whom', () => {
  test('is a tree with everybody where there is room', () => {
    expect(tree(2, 2, 1)).toEqual(['Lead', '  M1', '    R1.1', '    R1.2', '  M2', '    R2.1', '    R2.2', 'A1']);
  });

  test('else of those who lead, with how many', () => {
    expect(tree(3, 9, 4)).toEqual([
      'Lead (leads 3)',
      '  M1 (leads 9)',
      '  M2 (leads 9)',
      '  M3 (leads 9)',
      '4 people with nobody above or below',
    ]);
  });

  test.each([
    [1, 30, 0],
    [19, 5, 0],
    [19, 5, 1],
    [20, 5, 0],
    [200, 3, 7],
    [0, 0, 500],
    [10, 1, 0],
  ])('%i managers of %i, and %i alone, never take more than twenty lines', (managers, reps, alone) => {
    const lines = tree(managers, reps, alone);
    expect(lines.length).toBeLessThanOrEqual(20);
    const said = lines.filter((line) => /^ *(?:Lead|M\d+)\b/.test(line)).length;
    const more = Number(/^and (\d+) more who lead others$/m.exec(lines.join('\n'))?.[1] ?? 0);
    expect(said + more).toBe(managers === 0 ? 0 : managers + 1);
  });

  test('nobody is nothing', () => {
    expect(treeLines([], new Map())).toEqual([]);
  });
});

describe('a file', () => {
  test('of people: how many, the tree, and what is the same once', async () => {
    const store = await emptyStore();
    const report = await importRoster(
      store,
      csv('name,manager,last day', 'Ana,Bo,', 'Cy,Bo,', ',Bo,', ',Bo,', 'Dot,Dot,', 'Eve,Bo,2026-01-31'),
      {},
      now,
    );
    const lines = await rosterLines(store, 'people.csv', report);
    expect(lines.slice(0, 4)).toEqual([
      'people.csv: 3 of 6 rows taken. 4 people, 1 of them leads others.',
      '  Bo',
      '    Ana',
      '    Cy',
    ]);
    const said = lines.join('\n');
    expect(said).toMatch(/^ {2}lines 4 and 5 \(2\): There is neither an email nor a name/m);
    expect(said).toMatch(/^ {2}Dot: their own manager by this file/m);
    expect(said).toMatch(/^ {2}Left out, 1 who has left: Eve \(last day 2026-01-31\)\.$/m);
  });

  test('of deals: three thousand equal refusals are one line', async () => {
    const store = await emptyStore();
    await importRoster(store, csv('name', 'Ana'), {}, now);
    const rows = Array.from({ length: 3000 }, (_, row) => `D${row},Zed Zim,Proposal`);
    const report = await importDeals(store, csv('id,owner,stage', 'D,Ana,Proposal', ...rows), {}, now);
    const lines = dealLines('deals.csv', report);
    expect(lines[0]).toBe('deals.csv: 1 of 3001 rows taken.');
    expect(lines.filter((line) => line.includes('Zed Zim'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('Zed Zim'))).toContain(
      'lines 3, 4, 5, 6, 7, 8, 9, 10 and 2,992 more (3,000)',
    );
  });
});
