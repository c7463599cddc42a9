import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setUpTeam } from '../../src/acts/set-up-team.ts';
import { welcomeRep } from '../../src/acts/welcome-rep.ts';
import { addPerson } from '../../src/store/people.ts';
import { currentLines, managerIdOf, setManager } from '../../src/store/reporting-lines.ts';
import { auditEvents } from '../helpers/audit.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('setting up a team', () => {
  test('draws the lines, welcomes who is new once, and says who is concerned', async () => {
    const { omar } = office.people;
    const one = await office.hire('Rep One');
    const two = await office.hire('Rep Two');
    const lead = await office.hire('The Lead');
    const input = { repIds: [one.id, two.id], leadId: lead.id, once: 'view:1' };
    const change = await setUpTeam(office.context, omar, input);
    expect(change).toMatchObject({ added: [one.id, two.id], removed: [], lead: lead.id });
    expect(new Set(change?.concerned)).toEqual(new Set([omar.id, one.id, two.id, lead.id]));
    expect(await managerIdOf(office.store, one.id)).toBe(omar.id);
    expect(await managerIdOf(office.store, omar.id)).toBe(lead.id);
    expect(await setUpTeam(office.context, omar, input)).toBeUndefined();
    await setUpTeam(office.context, omar, { ...input, repIds: [one.id], once: 'view:2' });
    await setUpTeam(office.context, omar, { ...input, once: 'view:3' });
    expect((await office.outbox()).map(({ kind, recipientId }) => ({ kind, recipientId }))).toEqual([
      { kind: 'welcome', recipientId: one.id },
      { kind: 'welcome', recipientId: two.id },
    ]);
    expect((await auditEvents(office.store)).map(({ event }) => event)).toEqual([
      'reporting-line.changed',
      'reporting-line.changed',
      'reporting-line.changed',
      'reporting-line.ended',
      'reporting-line.changed',
    ]);
  });

  test('refuses all of it where one line can’t be', async () => {
    const { omar, priya } = office.people;
    const one = await office.hire('Rep One');
    const refused = setUpTeam(office.context, omar, { repIds: [one.id, priya.id], leadId: undefined, once: 'view:1' });
    await expect(refused).rejects.toMatchObject({
      field: 'reps',
      message: 'Priya Nair reports to Dana Osei. Ask Dana Osei or an admin to change that.',
    });
    expect(await managerIdOf(office.store, one.id)).toBeUndefined();
    expect(await office.outbox()).toEqual([]);
  });

  test('leaves alone whom the form can’t show: reps and a lead without a Slack account', async () => {
    const { omar } = office.people;
    const now = office.context.clock();
    const quiet = await addPerson(office.store, { name: 'On the roster only' }, now);
    const above = await addPerson(office.store, { name: 'Above, on the roster only' }, now);
    await setManager(office.store, quiet, omar.id, '2026-09-01');
    await setManager(office.store, omar.id, above, '2026-09-01');
    await setUpTeam(office.context, omar, { repIds: [], leadId: undefined, once: 'view:1' });
    expect(await managerIdOf(office.store, quiet)).toBe(omar.id);
    expect(await managerIdOf(office.store, omar.id)).toBe(above);
  });

  test('a line begins on the manager’s own day', async () => {
    const { omar } = office.people;
    office.moveTo('2026-11-23T23:30:00Z');
    const one = await office.hire('Rep One');
    const inBerlin = { ...omar, timeZone: 'Europe/Berlin' };
    await setUpTeam(office.context, inBerlin, { repIds: [one.id], leadId: undefined, once: 'view:1' });
    expect((await currentLines(office.store)).find((line) => line.personId === one.id)?.startedOn).toBe('2026-11-24');
  });
});

test('nobody is welcomed who reports to nobody, and nobody twice', async () => {
  const { omar, priya } = office.people;
  const now = office.context.clock();
  expect(await welcomeRep(office.context, office.store, omar.id, now)).toBe(false);
  expect(await welcomeRep(office.context, office.store, priya.id, now)).toBe(true);
  expect(await welcomeRep(office.context, office.store, priya.id, now)).toBe(false);
  expect(await office.outbox()).toHaveLength(1);
});
