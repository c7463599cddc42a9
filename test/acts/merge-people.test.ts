import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { mergePeople, undoMerge } from '../../src/acts/merge-people.ts';
import { removePerson, restorePerson } from '../../src/acts/remove-person.ts';
import { askFacts } from '../../src/store/asks.ts';
import { knownOf, noteKnown } from '../../src/store/known-as.ts';
import { writeMark, readMark } from '../../src/store/marks.ts';
import { addPerson, changePerson, findPerson, findPersonByEmail, findPersonBySlackId } from '../../src/store/people.ts';
import { personPlaces } from '../../src/store/person-places.ts';
import { addPulse } from '../../src/store/pulse-rounds.ts';
import { hasAnsweredPulse, isPulseMember } from '../../src/store/pulses.ts';
import { noteAnswered } from '../../src/store/pulse-box.ts';
import { endLine, linesOf, managerIdOf, setManager } from '../../src/store/reporting-lines.ts';
import { readSettings, writeSetting } from '../../src/store/settings.ts';
import { auditEvents } from '../helpers/audit.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { addOneOfEach, everyRow } from '../helpers/one-of-each.ts';
import { logInteraction } from '../helpers/store.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const now = () => office.context.clock();
const merge = (keptId: number, goneId: number) =>
  mergePeople(office.context, office.store, { keptId, goneId, actorId: null }, now());
const undo = (mergeId: number) => undoMerge(office.context, office.store, { mergeId, actorId: null }, now());

/** On the roster without an account. */
async function enlist(name: string, managerId?: number, email: string | null = null): Promise<number> {
  const id = await addPerson(office.store, { name, email }, now());
  if (managerId !== undefined) await setManager(office.store, id, managerId, '2026-09-01');
  return id;
}

describe('everything of the second is the first’s', () => {
  test('in every table that names a person; and taken back, every row is as it was', async () => {
    const { omar, lee } = office.people;
    const keptId = await enlist('Omar Haddad', undefined, 'omar@example.com');
    const places = await addOneOfEach(office.store, omar.id, lee.id);
    expect(places.length).toBeGreaterThan(30);
    await endLine(office.store, omar.id, '2026-11-02');
    // When to look at them is worked out anew for both.
    const record = async () => ({ ...(await everyRow(office.store)), due: [] });
    const before = await record();

    const { mergeId } = await merge(keptId, omar.id);
    const after: Awaited<ReturnType<typeof everyRow>> = await record();
    const left = Object.entries(personPlaces).flatMap(([table, { columns }]) =>
      (after[table] ?? []).flatMap((row) =>
        columns.filter((column) => row[column] === omar.id).map((column) => `${table}.${column}`),
      ),
    );
    expect(left).toEqual([]);
    expect(after).not.toEqual(before);

    await undo(mergeId);
    expect(await record()).toEqual(before);
    await expect(undo(mergeId)).rejects.toThrow('already undone');
  });

  test('account and addresses of both lead to whoever stays', async () => {
    const { omar } = office.people;
    const keptId = await enlist('Omar F. Haddad', undefined, 'omar@example.com');
    await changePerson(office.store, omar.id, { email: 'omar.haddad@example.com', isAdmin: true });
    await merge(keptId, omar.id);
    expect(await findPersonBySlackId(office.store, omar.slackUserId ?? '')).toMatchObject({
      id: keptId,
      name: 'Omar F. Haddad',
      email: 'omar@example.com',
      isAdmin: true,
      leftOn: null,
    });
    expect((await findPersonByEmail(office.store, 'omar.haddad@example.com'))?.id).toBe(keptId);
    expect(await findPerson(office.store, omar.id)).toMatchObject({ leftWhy: 'merged', slackUserId: null });
    const names = (await knownOf(office.store, keptId)).flatMap(({ kind, value }) => (kind === 'name' ? [value] : []));
    expect(names).toEqual(['Omar Haddad', 'Omar F. Haddad']);
  });

  test('of two accounts each leads to whoever stays', async () => {
    const { omar, sam } = office.people;
    const { mergeId } = await merge(sam.id, omar.id);
    for (const account of [sam.slackUserId, omar.slackUserId])
      expect((await findPersonBySlackId(office.store, account ?? ''))?.id).toBe(sam.id);
    await undo(mergeId);
    expect((await findPersonBySlackId(office.store, omar.slackUserId ?? ''))?.id).toBe(omar.id);
  });

  test('settings, marks and what the second got this week go along; the first’s own count', async () => {
    const { omar, sam } = office.people;
    const { store } = office;
    await writeSetting(store, `person:${omar.id}`, 'planAt', '10:00', now());
    await writeSetting(store, `person:${omar.id}`, 'planDay', 2, now());
    await writeSetting(store, `person:${sam.id}`, 'planDay', 3, now());
    await writeSetting(store, `person:${office.people.lee.id}`, 'standIn', omar.id, now());
    await writeMark(store, `plan|${omar.id}|2026-11-23`, 'sent');
    await writeMark(store, `plan|${omar.id}0|2026-11-23`, 'somebody else’s');
    const { mergeId } = await merge(sam.id, omar.id);
    expect(await readSettings(store, `person:${sam.id}`)).toEqual({ planAt: '10:00', planDay: 3 });
    expect(await readSettings(store, `person:${office.people.lee.id}`)).toEqual({ standIn: sam.id });
    expect(await readMark(store, `plan|${sam.id}|2026-11-23`)).toBe('sent');
    expect(await readMark(store, `plan|${omar.id}0|2026-11-23`)).toBe('somebody else’s');
    await undo(mergeId);
    expect(await readSettings(store, `person:${omar.id}`)).toEqual({ planAt: '10:00', planDay: 2 });
    expect(await readMark(store, `plan|${omar.id}|2026-11-23`)).toBe('sent');
  });

  test('a line that holds goes along where the first has none; where both have one, the first’s stays', async () => {
    const { sam, dana, lee, omar } = office.people;
    const keptId = await enlist('Sam Ruiz');
    await merge(keptId, sam.id);
    expect(await managerIdOf(office.store, keptId)).toBe(dana.id);
    await setManager(office.store, omar.id, lee.id, '2026-10-01');
    const { mergeId } = await merge(keptId, omar.id);
    expect(await managerIdOf(office.store, keptId)).toBe(dana.id);
    expect((await linesOf(office.store, lee.id)).find(({ personId }) => personId === keptId)?.endedOn).toBe(
      '2026-11-23',
    );
    await undo(mergeId);
    expect(await managerIdOf(office.store, omar.id)).toBe(lee.id);
  });

  test('an ask of the second is with the first’s manager; what came since stays when it is taken back', async () => {
    const { omar, dana, lee, priya } = office.people;
    await setManager(office.store, omar.id, lee.id, '2026-10-01');
    const words = { kind: 'help', text: 'Canary', dealId: null, obstacle: null, neededBy: null } as const;
    await ask(office.context, omar, { ...words, once: 'view:one' });
    const keptId = await enlist('Omar Haddad', dana.id);
    const { mergeId } = await merge(keptId, omar.id);
    expect(await askFacts(office.store, ['open'])).toMatchObject([{ repId: keptId, holderId: dana.id }]);
    const later = { behaviour: 'check-in', managerId: dana.id, repId: keptId, happenedOn: '2026-11-23' } as const;
    await logInteraction(office.store, later, now());
    await undo(mergeId);
    expect(await askFacts(office.store, ['open'])).toMatchObject([{ repId: omar.id, holderId: lee.id }]);
    expect(JSON.stringify(await auditEvents(office.store))).not.toContain('Canary');
    await expect(merge(dana.id, priya.id)).rejects.toThrow('reports to');
  });

  test('a seat in an open pulse goes along with the note that it has answered, and nothing says so elsewhere', async () => {
    const { sam, priya, dana } = office.people;
    const round = {
      kind: 'team',
      minimum: 5,
      openedOn: '2026-11-23',
      closesAt: new Date('2026-11-27T10:00:00Z'),
    } as const;
    const pulse = await addPulse(office.store, {
      ...round,
      leaderId: dana.id,
      managerIds: [dana.id],
      memberIds: [sam.id, priya.id],
    });
    await noteAnswered(office.store, pulse, sam.id, true);
    const keptId = await enlist('Sam Ruiz');
    const { mergeId } = await merge(keptId, sam.id);
    expect(await isPulseMember(office.store, pulse, keptId)).toBe(true);
    expect(await hasAnsweredPulse(office.store, pulse, keptId)).toBe(true);
    const rows = await office.store.database.selectFrom('peopleChangeRow').select('inTable').execute();
    expect(rows.map(({ inTable }) => inTable)).not.toContain('pulseAnswered');
    await undo(mergeId);
    expect(await hasAnsweredPulse(office.store, pulse, sam.id)).toBe(true);
    expect(await hasAnsweredPulse(office.store, pulse, keptId)).toBe(false);
    await expect(merge(sam.id, priya.id)).rejects.toThrow('pulse that’s open');
  });

  test('who was merged into the second before is found as the first', async () => {
    const { omar, sam } = office.people;
    const [one, two] = [await enlist('Omar'), await enlist('O. Haddad')];
    await noteKnown(office.store, { personId: one, kind: 'own-id', value: '101', source: 'roster' }, now());
    await merge(omar.id, one);
    await merge(two, omar.id);
    expect((await findPersonBySlackId(office.store, omar.slackUserId ?? ''))?.id).toBe(two);
    expect((await knownOf(office.store, two)).some(({ value }) => value === '101')).toBe(true);
    await expect(merge(sam.id, omar.id)).rejects.toThrow('merged before');
  });
});

describe('two who can’t be one', () => {
  test.each([
    ['one reports to the other', async () => [office.people.dana.id, office.people.sam.id], 'reports to Dana Osei'],
    ['or the other to the one', async () => [office.people.sam.id, office.people.dana.id], 'reports to Dana Osei'],
    ['a circle', async () => [office.people.lee.id, office.people.sam.id], 'circle'],
    ['the same', async () => [office.people.lee.id, office.people.lee.id], 'same person'],
    ['nobody', async () => [office.people.lee.id, 999], 'no one with the id 999'],
    [
      'entries with each other',
      async () => {
        const { omar, lee } = office.people;
        const entry = { behaviour: 'check-in', managerId: lee.id, repId: omar.id, happenedOn: '2026-11-20' } as const;
        await logInteraction(office.store, entry, now());
        return [omar.id, lee.id];
      },
      'two people',
    ],
    [
      'the first has left',
      async () => {
        await changePerson(office.store, office.people.omar.id, { leftOn: '2026-11-01', leftWhy: 'account' });
        return [office.people.omar.id, office.people.sam.id];
      },
      'has left. Name Sam Ruiz',
    ],
  ])('%s', async (_, prepare, reason) => {
    const [keptId = 0, goneId = 0] = await prepare();
    const before = await everyRow(office.store);
    await expect(merge(keptId, goneId)).rejects.toThrow(reason);
    expect(await everyRow(office.store)).toEqual(before);
  });
});

const wish = (personId: number) => ({ personId, actorId: null });

describe('taken out by an admin', () => {
  test('is served no more and reports to nobody; taken back, all is as it was', async () => {
    const { sam } = office.people;
    const before = await everyRow(office.store);
    await removePerson(office.context, office.store, wish(sam.id), now());
    expect(await findPerson(office.store, sam.id)).toMatchObject({ leftOn: '2026-11-23', leftWhy: 'removed' });
    expect(await managerIdOf(office.store, sam.id)).toBeUndefined();
    await expect(removePerson(office.context, office.store, wish(sam.id), now())).rejects.toThrow('left on');
    await restorePerson(office.context, office.store, wish(sam.id), now());
    // That they had gone, and who was to hear it, did happen.
    const { departure, outbox } = await everyRow(office.store);
    expect(await everyRow(office.store)).toEqual({ ...before, departure, outbox });
    await expect(restorePerson(office.context, office.store, wish(sam.id), now())).rejects.toThrow('wasn’t taken out');
  });

  test('a line that was drawn since stays', async () => {
    const { sam, lee } = office.people;
    await removePerson(office.context, office.store, wish(sam.id), now());
    await setManager(office.store, sam.id, lee.id, '2026-11-23');
    await restorePerson(office.context, office.store, wish(sam.id), now());
    expect(await managerIdOf(office.store, sam.id)).toBe(lee.id);
  });
});
