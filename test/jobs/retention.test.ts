import { afterEach, beforeEach, expect, test } from 'vitest';
import { eraseOldTexts } from '../../src/jobs/retention.ts';
import { findInteraction, readTexts } from '../../src/store/interactions.ts';
import { clearSetting, writeSetting } from '../../src/store/settings.ts';
import { auditEvents } from '../helpers/audit.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { logInteraction } from '../helpers/store.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function note(happenedOn: LocalDate): Promise<number> {
  const { dana, priya } = office.people;
  const entry = { behaviour: 'coaching-note', managerId: dana.id, repId: priya.id, happenedOn };
  return logInteraction(office.store, { ...entry, texts: { note: 'Canary' }, shared: true }, office.context.clock());
}

async function keepFor(days: number): Promise<void> {
  await writeSetting(office.store, 'workspace', 'retentionDays', days, office.context.clock());
}

async function runOn(instant: string): Promise<void> {
  office.moveTo(instant);
  await eraseOldTexts(office.context, office.context.clock());
}

test('by default nothing is erased, however old', async () => {
  const id = await note('2001-01-01');
  await runOn('2026-11-23T10:00:00Z');
  expect(await readTexts(office.store, id)).toEqual({ note: 'Canary' });
});

test('words older than that go for good; that it took place stays', async () => {
  const [old, edge] = [await note('2026-10-24'), await note('2026-10-25')] as const;
  await keepFor(30);
  await runOn('2026-11-24T10:00:00Z');
  expect(await readTexts(office.store, old)).toEqual({});
  expect(await findInteraction(office.store, old)).toMatchObject({ hasTexts: false, happenedOn: '2026-10-24' });
  expect(await readTexts(office.store, edge)).toEqual({ note: 'Canary' });
  await runOn('2026-11-25T10:00:00Z');
  expect(await readTexts(office.store, edge)).toEqual({});
  expect(await auditEvents(office.store)).toMatchObject([
    { event: 'texts.erased', details: '{"entries":1,"olderThanDays":30}' },
    { event: 'texts.erased' },
  ]);
});

test('a new number of days holds after a day, so that a slip can be taken back', async () => {
  const id = await note('2026-01-05');
  office.moveTo('2026-11-23T23:59:00Z');
  await keepFor(30);
  await runOn('2026-11-24T10:00:00Z');
  expect(await readTexts(office.store, id)).toEqual({ note: 'Canary' });
  await clearSetting(office.store, 'workspace', 'retentionDays');
  await runOn('2026-11-26T10:00:00Z');
  expect(await readTexts(office.store, id)).toEqual({ note: 'Canary' });
});

test('it runs once a day, whatever happens to the process', async () => {
  await keepFor(30);
  await runOn('2026-11-25T10:00:00Z');
  const id = await note('2026-01-05');
  await runOn('2026-11-25T22:00:00Z');
  expect(await readTexts(office.store, id)).toEqual({ note: 'Canary' });
  await runOn('2026-11-26T10:00:00Z');
  expect(await readTexts(office.store, id)).toEqual({});
});
