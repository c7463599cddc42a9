import { expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { dueTable, nudgeTable } from '../../src/cli/plan-text.ts';
import type { Reading } from '../../src/cli/plan-text.ts';
import { addNudges, nudgesSince } from '../../src/store/nudges.ts';
import { dueOf, trio } from '../helpers/records.ts';
import { now } from '../helpers/imports.ts';

const reading: Reading = {
  timeZone: 'Etc/UTC',
  nameOf: () => 'Dana Osei',
  behaviour: (id) => behaviours.find((one) => one.id === id),
};

test('of what is its author’s alone neither the day of an answer nor that there was one is told', async () => {
  const three = await trio();
  const due = dueOf(three, { behaviour: 'reflection', repId: null });
  await addNudges(three.store, three.manager, 'recap:2026-11-20', [due], now);
  const nudges = await nudgesSince(three.store, three.manager, new Date(0));
  const last = { answeredOn: '2026-11-20', nudgedOn: '2026-11-19', quietUntil: '2026-11-30' } as const;
  for (const verdict of [
    'said-done',
    'put-off',
    'backed-off',
    'said-this-week',
    'called-wrong',
    'said-booked',
  ] as const) {
    const table = dueTable([{ due, verdict, place: undefined, last } as never], reading);
    expect(table, verdict).not.toMatch(/2026|\{/u);
  }
  expect(nudgeTable(nudges, reading)).toContain('theirs alone');
  expect(nudgeTable(nudges, reading)).not.toMatch(/\b(open|answered)$/mu);
});
