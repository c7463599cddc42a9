/** Somebody has the database file, and everything beside it, while people answer. */
import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { takeBackPulseAnswer } from '../../src/acts/answer-pulse.ts';
import { closePulse } from '../../src/acts/close-pulse.ts';
import { pulseResult } from '../../src/slack/messages/pulse-result.ts';
import { forgetWhatWas, openDatabase } from '../../src/store/db.ts';
import { ballotsIn } from '../../src/store/pulse-box.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { changedTables, closing, everyRow, opening, pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';

const canary = 'Canary in the coal mine';

async function asked(reps: number) {
  const company = await pulseCompany(reps);
  await company.at(opening);
  return { ...company, pulse: await company.newest() };
}

/** What a table takes on its pages, and on which. */
async function pagesOf({ store }: Company, name: string) {
  const found = await sql<{ pageno: number; payload: number; size: number }>`
    select pageno, payload, pgsize as size from dbstat where name = ${name} order by pageno`.execute(store.database);
  return found.rows;
}

test('searching the disk for a sentence finds it nowhere, neither while it is open nor, where four wrote one, ever', async () => {
  const company = await asked(6);
  const { pulse, team } = company;
  for (const [index, person] of team.entries())
    await company.answer(pulse, person, 4, index < 4 ? `${canary} ${index}` : '');
  expect(company.disk()).not.toContain('Canary');
  expect(company.disk()).not.toContain('"points"');
  await company.at(closing);
  expect((await company.again(pulse)).result).toMatchObject({ sentences: [] });
  expect(company.disk()).not.toContain('Canary');
  expect(company.logged.join('\n')).not.toContain('Canary');
});

test('opening a copy of the file alone, without the key beside it, opens no answer', async () => {
  const company = await asked(5);
  for (const person of company.team) await company.answer(company.pulse, person, 5, canary);
  await company.office.close();
  rmSync(`${company.path}.pulse-key`);
  const stolen = await openDatabase({ path: company.path });
  expect(await ballotsIn(stolen.forWorkspace('T001'), company.pulse.id)).toBeUndefined();
  await stolen.close();
});

test('comparing everything stored before and after an answer shows that somebody answered, and no time, mark or form beside it', async () => {
  const company = await asked(6);
  for (const [index, person] of company.team.entries()) {
    const before = await everyRow(company);
    company.office.moveTo(`2026-11-25T1${index}:23:45Z`);
    const { receipt } = await company.answer(company.pulse, person, index === 0 ? 1 : 5, canary.repeat(index));
    const after = await everyRow(company);
    expect(changedTables(before, after).toSorted()).toEqual(['pulse_answered', 'pulse_box']);
    expect(after.get('pulse_answered')).not.toMatch(/2026|23:45/);
    expect([...after.values()].join('\n')).not.toContain(receipt);
  }
  expect(company.logged).toEqual([]);
});

test('weighing the box after each answer tells neither how many there are nor who wrote a long one', async () => {
  const company = await asked(6);
  const weigh = async () => ({
    rows: ((await everyRow(company)).get('pulse_box') ?? '').length,
    pages: await pagesOf(company, 'pulse_box'),
    file: company.file().length,
  });
  await forgetWhatWas(company.store, ['pulseBox', 'pulseAnswered']);
  const empty = await weigh();
  for (const [index, person] of company.team.entries()) {
    const { receipt } = await company.answer(company.pulse, person, 3, index % 2 === 0 ? '' : 'é'.repeat(300));
    expect(await weigh()).toEqual(empty);
    await takeBackPulseAnswer(company.context, person, { pulseId: company.pulse.id, receipt });
    expect(await weigh()).toEqual(empty);
    await company.answer(company.pulse, person, 3, index % 2 === 0 ? '' : 'é'.repeat(300));
  }
  expect(await weigh()).toEqual(empty);
});

test('reading the page on which it says who answered doesn’t show in which order they came', async () => {
  const pages: string[] = [];
  for (const order of [
    [0, 1, 2, 3, 4, 5],
    [5, 3, 4, 0, 2, 1],
  ]) {
    const company = await asked(6);
    for (const index of order) await company.answer(company.pulse, company.team[index], 4);
    const [page] = await pagesOf(company, 'pulse_answered');
    const [number, size] = [page?.pageno ?? 0, page?.size ?? 0];
    pages.push(company.file().toString('hex', (number - 1) * size, number * size));
  }
  expect(pages[0]).toHaveLength(8_192);
  expect(pages[0]).toMatch(/[1-9a-f]/);
  expect(pages[1]).toBe(pages[0]);
});

test('even with the key, the place of an answer in the box isn’t the place in which it came', async () => {
  const company = await asked(8);
  const places = new Set<number>();
  const { receipt } = await company.answer(company.pulse, company.team[0], 4);
  const [, ...others] = company.team;
  for (let round = 0; round < 6; round += 1)
    for (const person of others) {
      const given = await company.answer(company.pulse, person, 4);
      const raw = await company.store.database.selectFrom('pulseBox').select('content').executeTakeFirstOrThrow();
      const seal = company.store.ballots.of(company.pulse.id);
      const stored = JSON.parse(seal?.open(raw.content) ?? '') as { receipt: string }[];
      places.add(stored.findIndex((ballot) => ballot.receipt === receipt));
      if (round < 5)
        await takeBackPulseAnswer(company.context, person, { pulseId: company.pulse.id, receipt: given.receipt });
    }
  expect(places.size).toBeGreaterThan(1);
});

test('taking the log of the database apart finds no earlier box to compare the present one with', async () => {
  const company = await asked(6);
  const seen: string[] = [];
  for (const person of company.team) {
    await company.answer(company.pulse, person, 4, canary);
    expect(company.logBytes()).toBe(0);
    const raw = await sql<{ content: string }>`select content from pulse_box`.execute(company.store.database);
    for (const content of seen) expect(company.disk()).not.toContain(content.slice(0, 60));
    seen.push(raw.rows[0]?.content ?? '');
  }
  expect(new Set(seen).size).toBe(6);
  await company.at(closing);
  for (const content of seen) expect(company.disk()).not.toContain(content.slice(0, 60));
});

test('after the close nothing is left but who was asked and the result: no box, nobody who answered', async () => {
  const company = await asked(6);
  for (const person of company.team.slice(0, 5)) await company.answer(company.pulse, person, 2, canary);
  await company.at(closing);
  const rows = await everyRow(company);
  expect([rows.get('pulse_box'), rows.get('pulse_answered')]).toEqual(['[]', '[]']);
  expect(JSON.parse(rows.get('pulse_member') ?? '')).toHaveLength(6);
  const { result } = await company.again(company.pulse);
  expect(result?.sentences).toEqual(Array(5).fill(canary));
  expect(result?.statements.map(({ points }) => points)).toEqual([2, 2, 2]);
});

test('taking the key away while it is open loses it all, and leader and log hear why, without hearing of whom', async () => {
  const company = await asked(6);
  for (const person of company.team) await company.answer(company.pulse, person, 5, canary);
  const stranger = await openDatabase({ path: ':memory:' });
  const { ballots } = stranger.forWorkspace('T001');
  const context = { ...company.context, store: { ...company.store, ballots } };
  await closePulse(context, company.pulse.id, '2026-12-01', new Date(closing));
  expect(await company.again(company.pulse)).toMatchObject({ state: 'lost', result: null });
  const heard = await pulseResult.render(company.context, { pulse: company.pulse.id }, company.dana, new Date(closing));
  expect(wordsOf(heard?.blocks)).toContain('can’t be opened');
  expect(wordsOf(heard?.blocks)).not.toContain('Fewer than five');
  const rows = await everyRow(company);
  expect([rows.get('pulse_box'), rows.get('pulse_answered')]).toEqual(['[]', '[]']);
  expect(company.logged).toHaveLength(1);
  expect(company.logged[0]).toContain('key is gone');
  await stranger.close();
});
