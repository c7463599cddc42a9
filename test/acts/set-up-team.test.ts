import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setUpTeam } from '../../src/acts/set-up-team.ts';
import { welcomeRep } from '../../src/acts/welcome-rep.ts';
import { addPerson } from '../../src/store/people.ts';
import { currentLines, managerIdOf, setManager } from '../../src/store/reporting-lines.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('setting up a team', () => {
  test('asks each of them once, draws what an admin says at once, and says who is concerned', async () => {
    const { omar } = office.people;
    const one = await office.hire('Rep One');
    const two = await office.hire('Rep Two');
    const lead = await office.hire('The Lead');
    const input = { repIds: [one.id, two.id], leadId: lead.id, once: 'view:1' };
    const change = await setUpTeam(office.context, omar, input);
    expect(change).toMatchObject({ added: [], removed: [], lead: undefined });
    expect(change?.claimed).toEqual([
      { personId: one.id, managerId: omar.id },
      { personId: two.id, managerId: omar.id },
      { personId: omar.id, managerId: lead.id },
    ]);
    expect(new Set(change?.concerned)).toEqual(new Set([omar.id, one.id, two.id, lead.id]));
    expect(await managerIdOf(office.store, one.id)).toBeUndefined();
    expect(await managerIdOf(office.store, omar.id)).toBeUndefined();
    expect(await setUpTeam(office.context, omar, input)).toBeUndefined();
    await setUpTeam(office.context, omar, { ...input, once: 'view:2' });
    const questions = [one, two, lead].map(({ id }) => ({ kind: 'line-question', recipientId: id }));
    expect((await office.outbox()).map(({ kind, recipientId }) => ({ kind, recipientId }))).toEqual(questions);

    const admin = { ...omar, isAdmin: true };
    await setUpTeam(office.context, admin, { ...input, leadId: undefined, once: 'view:3' });
    expect(await managerIdOf(office.store, one.id)).toBe(omar.id);
    await setUpTeam(office.context, admin, { ...input, repIds: [one.id], leadId: undefined, once: 'view:4' });
    expect((await office.outbox()).map(({ kind, recipientId }) => ({ kind, recipientId }))).toEqual([
      // Nobody has to answer any more what an admin has said.
      { kind: 'line-question', recipientId: lead.id },
      { kind: 'welcome', recipientId: one.id },
      { kind: 'welcome', recipientId: two.id },
      { kind: 'line-ended', recipientId: two.id },
    ]);
  });

  test('refuses all of it where one line can’t be', async () => {
    const { dana, lee } = office.people;
    const one = await office.hire('Rep One');
    const refused = setUpTeam(office.context, dana, { repIds: [one.id, lee.id], leadId: lee.id, once: 'view:1' });
    await expect(refused).rejects.toMatchObject({ field: 'reps' });
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
    const inBerlin = { ...omar, timeZone: 'Europe/Berlin', isAdmin: true };
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
