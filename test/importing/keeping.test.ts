import { beforeEach, describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { withKeptMapping } from '../../src/importing/keeping.ts';
import type { ImportOptions } from '../../src/importing/report.ts';
import { bringInRoster } from '../../src/importing/roster/bring-in-roster.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { keptMappings } from '../../src/store/kept-mappings.ts';
import type { Store } from '../../src/store/db.ts';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { addPerson } from '../../src/store/people.ts';
import { adoptPendingRows, pendingWorkspaceId, saveWorkspace } from '../../src/store/workspaces.ts';
import { csv, emptyStore, linesOf, now } from '../helpers/imports.ts';

const later = new Date('2026-11-24T10:00:00Z');
const mapping = ['Nr=id', 'Wer=owner', 'Phase X=stage'];
const kept = 'The mapping is kept for files with these columns. See firstline mappings.';
const used = 'Read with the mapping that was kept on 2026-11-23 (1)';

let store: Store;
beforeEach(async () => {
  store = await emptyStore();
  await addPerson(store, { name: 'Ada Quill' }, now);
});

const file = (...lines: string[]) => csv('Nr,Wer,Phase X,Wert Y', ...lines);
const ofLin = () => csv('Wer,Chef', 'Lin,Ada Quill');
const bringIn = (options: ImportOptions, at = now, stage = 'Proposal') =>
  importDeals(store, file(`D1,Ada Quill,${stage},12`), options, at);

describe('a mapping that was kept', () => {
  test('is used for the same columns, in whatever case, and says so', async () => {
    expect((await bringIn({ mapping, saveMapping: true })).notes).toEqual([kept]);
    const report = await importDeals(store, csv('NR,wer,phase_x,Wert Y', 'D1,Ada Quill,Won,12'), {}, later);
    expect(report).toMatchObject({ changed: 1, refused: [] });
    expect(report.notes[0]).toBe(`${used}: ${mapping.join(', ')}. Leave it out with --no-saved.`);
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ stage: 'Won', status: 'won' });
    expect(await keptMappings(store)).toMatchObject([{ columns: mapping, madeAt: now, usedAt: later }]);
  });

  test('is left out where that is wanted, and for other columns, another kind of file, another workspace', async () => {
    await bringIn({ mapping, saveMapping: true });
    await expect(bringIn({ noSaved: true }, later)).rejects.toThrow('There is no column for');
    await expect(importDeals(store, csv('Wer,Nr,Phase X,Wert Y', 'a,b,c,d'), {}, later)).rejects.toThrow('no column');
    const head = [['Nr', 'Wer', 'Phase X', 'Wert Y']];
    const none = { note: undefined, keptId: undefined };
    expect(await withKeptMapping(store, 'roster', head, {})).toMatchObject(none);
    expect(await withKeptMapping({ ...store, workspaceId: 'T0OTHER' }, 'deals', head, {})).toMatchObject(none);
    expect(await withKeptMapping(store, 'deals', head, { noHeader: true })).toMatchObject(none);
    expect((await keptMappings(store))[0]?.usedAt).toBeNull();
  });

  test('stands behind what is said now; both are kept where that is wanted', async () => {
    await bringIn({ mapping, saveMapping: true });
    const report = await bringIn({ mapping: ['Wert Y=amount'] }, later);
    expect(report.notes[0]).toContain(`${used}: ${mapping.join(', ')}.`);
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ amount: 12 });
    const other = await bringIn({ mapping: ['Wert Y=stage'], saveMapping: true }, later);
    expect(other.notes).toEqual([expect.stringContaining(`${used}: Nr=id, Wer=owner.`), kept]);
    expect(await findDealByExternalId(store, 'D1')).toMatchObject({ stage: '12' });
    expect(await keptMappings(store)).toMatchObject([
      { id: 1, columns: ['Wert Y=stage', 'Nr=id', 'Wer=owner'], madeAt: later },
    ]);
    const all = await bringIn({ mapping }, later);
    expect(all.notes.join(' ')).not.toContain('Read with the mapping');
  });

  test('holds what words mean and how days are written, too', async () => {
    const said = { mapping, valueMapping: ['Cerrado=lost'], dateOrder: 'day-first' } as const;
    await bringIn({ ...said, saveMapping: true });
    const rows = [['Report of deals'], [], ['Nr', 'Wer', 'Phase X', 'Wert Y'], ['D1', 'Ada', 'Won', '1']];
    const { options, note, keptId } = await withKeptMapping(store, 'deals', rows, { isComplete: true });
    expect(options).toEqual({ ...said, isComplete: true });
    expect(note).toBe(
      `${used}: ${mapping.join(', ')}, Cerrado=lost, days before months. Leave it out with --no-saved.`,
    );
    expect(keptId).toBe(1);
  });

  test('is used under titles and above rows that look like names, as when it was kept', async () => {
    const lines = ['Deals of the north', 'Made on 2026-11-23', '', 'Was,Wer,Phase X', 'Umbau,Ada Quill,Proposal'];
    const said = ['Was=id', 'Wer=owner', 'Phase X=stage'];
    await importDeals(store, csv(...lines), { mapping: said, saveMapping: true }, now);
    const report = await importDeals(store, csv(...lines), {}, later);
    expect(report).toMatchObject({ rows: 1, unchanged: 1 });
    expect(report.notes[0]).toContain('Read with the mapping');
    expect((await keptMappings(store))[0]?.names).toEqual(['Was', 'Wer', 'Phase X']);
  });

  test('is used for what was refused, as it is given back', async () => {
    await bringIn({ mapping, saveMapping: true });
    const again = csv('Nr,Wer,Phase X,Wert Y,Why it was refused', 'D2,Ada Quill,Won,1,The owner is not on the roster');
    expect(await importDeals(store, again, {}, later)).toMatchObject({ added: 1, refused: [] });
  });

  test('is the workspace’s own once it is known', async () => {
    const pending = await emptyStore(pendingWorkspaceId);
    await importRoster(pending, csv('Wer', 'Ada'), { mapping: ['Wer=name'], saveMapping: true }, now);
    const own = { ...pending, workspaceId: 'T001' };
    await saveWorkspace(own, { name: 'Real', botUserId: 'UBOT' }, now);
    await adoptPendingRows(own);
    expect(await keptMappings(own)).toHaveLength(1);
  });
});

describe('nothing is kept', () => {
  test.each<[string, ImportOptions]>([
    ['where it isn’t wanted', { mapping }],
    ['by a dry run', { mapping, saveMapping: true, dryRun: true }],
  ])('%s', async (_, options) => {
    expect((await bringIn(options)).notes).toEqual([]);
    expect(await keptMappings(store)).toEqual([]);
  });

  test('where the file is refused, or every row of it', async () => {
    await expect(bringIn({ mapping: ['Nr=id'], saveMapping: true })).rejects.toThrow('There is no column for');
    const report = await importDeals(store, file('D1,Zed Moss,Proposal,1'), { mapping, saveMapping: true }, now);
    expect(report.notes).toContain('The mapping isn’t kept, because every row was refused.');
    expect(await keptMappings(store)).toEqual([]);
  });

  test('where nothing is said, and where no column has a name', async () => {
    const plain = await importRoster(store, csv('name', 'Otto'), { saveMapping: true }, now);
    expect(plain.notes.at(-1)).toContain('There is no mapping to keep');
    const bare = await importRoster(store, csv('1,2', 'Otto,Mina'), { mapping: ['1=name'], saveMapping: true }, now);
    expect(bare.notes.at(-1)).toContain('without names of columns');
    expect(await keptMappings(store)).toEqual([]);
  });

  test('by the rehearsal of a roster', async () => {
    let ids = 0;
    const context = { store, slack: undefined, clock: () => now, newId: () => `id-${(ids += 1)}` };
    const said = { mapping: ['Wer=name', 'Chef=manager_name'], saveMapping: true, linkByName: true };
    const report = await bringInRoster(context, ofLin(), { ...said, dryRun: true });
    expect(report.notes).not.toContain(kept);
    expect(await keptMappings(store)).toEqual([]);
    expect((await bringInRoster(context, ofLin(), said)).notes).toContain(kept);
    const again = await bringInRoster(context, ofLin(), { dryRun: true });
    expect(again.notes[0]).toContain('Read with the mapping');
    expect(again).toMatchObject({ unchanged: 1 });
    expect(await linesOf(store)).toEqual(['Lin < Ada Quill']);
    expect((await keptMappings(store))[0]?.usedAt).toBeNull();
  });
});
