import { describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { countDealChanges } from '../../src/store/deal-changes.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addPerson, everybody } from '../../src/store/people.ts';
import {
  adoptPendingRows,
  findWorkspace,
  liveWorkspaces,
  markWorkspaceRemoved,
  pendingWorkspaceId,
  saveWorkspace,
} from '../../src/store/workspaces.ts';
import { csv, emptyStore, linesOf, now } from '../helpers/imports.ts';

test('a workspace is saved, brought up to date, removed and live again', async () => {
  const store = await emptyStore('T001');
  await saveWorkspace(store, { name: 'New name', botUserId: 'UBOT' }, now);
  expect(await findWorkspace(store)).toEqual({
    id: 'T001',
    name: 'New name',
    botUserId: 'UBOT',
    defaultTimeZone: 'Etc/UTC',
  });
  await markWorkspaceRemoved(store, now);
  expect(await liveWorkspaces(store)).toEqual([]);
  await saveWorkspace(store, { name: 'New name', botUserId: 'UBOT' }, now);
  expect((await liveWorkspaces(store)).map(({ id }) => id)).toEqual(['T001']);
});

describe('what was imported before Slack was connected', () => {
  test('belongs to the workspace that adopts it', async () => {
    const pending = await emptyStore(pendingWorkspaceId);
    const ana = await addPerson(pending, { name: 'Ana' }, now);
    const bo = await addPerson(pending, { name: 'Bo' }, now);
    await setManager(pending, ana, bo, '2026-11-23');
    const store = { ...pending, workspaceId: 'T001' };
    await saveWorkspace(store, { name: 'Real', botUserId: 'UBOT' }, now);
    await adoptPendingRows(store);
    await adoptPendingRows(store);
    expect(await linesOf(store)).toEqual(['Ana < Bo']);
    expect(await everybody(pending)).toEqual([]);
    expect((await liveWorkspaces(store)).map(({ id }) => id)).toEqual(['T001']);
  });

  test('with the history of its deals', async () => {
    const pending = await emptyStore(pendingWorkspaceId);
    await importRoster(pending, csv('name,manager', 'Ana,Bo'), {}, now);
    for (const stage of ['Proposal', 'Negotiation'])
      await importDeals(pending, csv('id,owner,stage', `D1,Ana,${stage}`), {}, now);
    const store = { ...pending, workspaceId: 'T001' };
    await saveWorkspace(store, { name: 'Real', botUserId: 'UBOT' }, now);
    await adoptPendingRows(store);
    expect(await countDealChanges(store)).toBe(1);
  });
});
