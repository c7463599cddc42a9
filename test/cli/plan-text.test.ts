import { expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { dueTable, nudgeTable } from '../../src/cli/plan-text.ts';
import type { Reading } from '../../src/cli/plan-text.ts';
import { addNudges, nudgesSince } from '../../src/store/nudges.ts';
import { nudged } from '../helpers/planning.ts';
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
  const days = { answeredOn: '2026-11-20', nudgedOn: '2026-11-19', quietUntil: '2026-11-30' } as const;
  const last = nudged(due, 'done', days);
  const verdicts = ['said-done', 'put-off', 'backed-off', 'said-this-week', 'called-wrong', 'said-booked'] as const;
  for (const verdict of verdicts) {
    const table = dueTable([{ due, verdict, place: undefined, last }], reading);
    expect(table).not.toMatch(/2026|\{/u);
  }
  expect(nudgeTable(nudges, reading)).toContain('theirs alone');
  expect(nudgeTable(nudges, reading)).not.toMatch(/\b(open|answered)$/mu);
});
