import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  changeNumbers,
  changeOwnSettings,
  changeWorkspaceSettings,
  removeDaysOff,
} from '../../src/acts/change-settings.ts';
import { dayOf } from '../../src/acts/own.ts';
import { undoSettings } from '../../src/acts/undo-settings.ts';
import { FieldError, UserError } from '../../src/errors.ts';
import { changePerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { addPraise, findPraise } from '../../src/store/praises.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { readOwnSettings, writeSetting } from '../../src/store/settings.ts';
import { loadWorkingTimes } from '../../src/store/working-times.ts';
import { findWorkspace } from '../../src/store/workspaces.ts';
import { auditEvents } from '../helpers/audit.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await changePerson(office.store, office.people.lee.id, { isAdmin: true });
});
afterEach(() => office.close());

let forms = 0;
const once = () => `view:${(forms += 1)}`;
const policyOf = async (person: Person) => (await dayOf(office.store, person, office.context.clock())).policy;
const ownOf = async (person: Person) => (await readOwnSettings(office.store, [person.id])).get(person.id);
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('own settings', () => {
  test('hold for that person alone, and before the workspace’s', async () => {
    const { dana, sam } = office.people;
    await changeOwnSettings(office.context, dana, { planDay: 2, planAt: '10:00' }, once());
    expect(await policyOf(dana)).toMatchObject({ planDay: 2, planAt: '10:00' });
    expect(await policyOf(sam)).toMatchObject({ planDay: 1, planAt: '09:00' });
  });

  test('what is as it was before is no change, and goes on following the workspace', async () => {
    const { dana, lee } = office.people;
    const same = { planDay: 1, planAt: '09:00', workingDays: [1, 2, 3, 4, 5] } as const;
    expect(await changeOwnSettings(office.context, dana, same, once())).toEqual([]);
    await changeWorkspaceSettings(office.context, lee, { planDay: 3 }, once());
    expect(await policyOf(dana)).toMatchObject({ planDay: 3 });
  });

  test('either recap can be stopped, and Undo brings it back', async () => {
    const { dana } = office.people;
    const recaps = async () => {
      const times = await loadWorkingTimes(office.store, [dana]);
      return (['weeklyRecap', 'monthlyRecap'] as const).map((recap) => times.wantsRecap(dana.id, recap));
    };
    expect(await recaps()).toEqual([true, true]);
    expect(await changeOwnSettings(office.context, dana, { weeklyRecap: true, monthlyRecap: true }, once())).toEqual(
      [],
    );
    const changes = await changeOwnSettings(office.context, dana, { weeklyRecap: false, monthlyRecap: false }, once());
    expect(changes.map(({ topic }) => topic)).toEqual(['weekly-recap', 'monthly-recap']);
    expect(await recaps()).toEqual([false, false]);
    await undoSettings(office.context, dana, changes[0]?.id ?? 0);
    expect(await recaps()).toEqual([true, false]);
  });

  test('several at once are several changes, each with what was stored before', async () => {
    const { dana } = office.people;
    const changes = await changeOwnSettings(
      office.context,
      dana,
      {
        planAt: '11:00',
        workingUntil: '16:00',
        publicPraise: true,
        addDaysOff: { from: '2026-12-24', until: '2026-12-31' },
      },
      once(),
    );
    expect(changes.map(({ topic }) => topic)).toEqual(['plan', 'work', 'days-off', 'praise']);
    expect(changes[0]).toMatchObject({
      before: { planDay: null, planAt: null },
      after: { planDay: 1, planAt: '11:00' },
    });
    expect(await auditEvents(office.store)).toHaveLength(4);
    expect(JSON.stringify(await auditEvents(office.store))).not.toContain('2026-12-24');
  });

  test('what doesn’t fit together is refused by the field, and nothing is stored', async () => {
    const { dana } = office.people;
    const wrong = { planAt: '08:00', publicPraise: true };
    const error = await refusal(changeOwnSettings(office.context, dana, wrong, 'view:same'));
    expect(error).toBeInstanceOf(FieldError);
    expect(error).toMatchObject({ field: 'planAt' });
    expect(await ownOf(dana)).toBeUndefined();
    expect(await changeOwnSettings(office.context, dana, { publicPraise: true }, 'view:same')).toHaveLength(1);
  });

  test('a No that was never said before is an answer', async () => {
    const { priya } = office.people;
    expect(await changeOwnSettings(office.context, priya, { publicPraise: false }, once())).toHaveLength(1);
    expect(await ownOf(priya)).toEqual({ publicPraise: false });
  });

  test('thanks that waited for the answer follow it', async () => {
    const { dana, priya } = office.people;
    const praise = { managerId: dana.id, repId: priya.id, interactionId: null, text: 'Well asked', isPublic: true };
    const id = await addPraise(office.store, { ...praise, givenOn: '2026-11-20' }, office.context.clock());
    await changeOwnSettings(office.context, priya, { publicPraise: false }, once());
    expect(await findPraise(office.store, id)).toMatchObject({ isPublic: false });
    expect((await office.outbox()).map(({ kind }) => kind)).toEqual(['praise-kept-private']);
  });

  test('the same form twice has one effect', async () => {
    const { dana } = office.people;
    const off = { addDaysOff: { from: '2026-12-24', until: '2026-12-24' } } as const;
    await changeOwnSettings(office.context, dana, off, 'view:1');
    expect(await changeOwnSettings(office.context, dana, off, 'view:1')).toEqual([]);
    expect(await ownOf(dana)).toEqual({ daysOff: [{ from: '2026-12-24', until: '2026-12-24' }] });
  });

  test('a rep can change their hours though the plan’s time lies outside them', async () => {
    const { priya } = office.people;
    await changeOwnSettings(office.context, priya, { workingFrom: '12:00', workingUntil: '20:00' }, once());
    expect(await policyOf(priya)).toMatchObject({ workingFrom: '12:00', planAt: '12:00' });
  });
});

describe('Undo', () => {
  test('brings back what was before, once', async () => {
    const { dana } = office.people;
    const [change] = await changeOwnSettings(office.context, dana, { planDay: 2 }, once());
    await undoSettings(office.context, dana, change?.id ?? 0);
    expect(await ownOf(dana)).toBeUndefined();
    expect(await refusal(undoSettings(office.context, dana, change?.id ?? 0))).toBeInstanceOf(UserError);
    expect((await auditEvents(office.store)).map(({ event }) => event)).toEqual(['setting.changed', 'setting.undone']);
  });

  test('not once something newer was changed there, but whatever was changed elsewhere', async () => {
    const { dana } = office.people;
    const [first] = await changeOwnSettings(office.context, dana, { planDay: 2 }, once());
    const [second] = await changeOwnSettings(office.context, dana, { planDay: 3 }, once());
    await changeOwnSettings(office.context, dana, { publicPraise: true }, once());
    expect(await refusal(undoSettings(office.context, dana, first?.id ?? 0))).toBeInstanceOf(UserError);
    await undoSettings(office.context, dana, second?.id ?? 0);
    expect(await ownOf(dana)).toEqual({ planDay: 2, planAt: '09:00', publicPraise: true });
    expect(await refusal(undoSettings(office.context, dana, first?.id ?? 0))).toBeInstanceOf(UserError);
  });

  test('nor where it was set otherwise meanwhile, by a button on a message', async () => {
    const { priya } = office.people;
    const [change] = await changeOwnSettings(office.context, priya, { publicPraise: false }, once());
    await writeSetting(office.store, `person:${priya.id}`, 'publicPraise', true, office.context.clock());
    expect(await refusal(undoSettings(office.context, priya, change?.id ?? 0))).toBeInstanceOf(UserError);
    expect(await ownOf(priya)).toEqual({ publicPraise: true });
  });

  test('is nobody else’s, and for the workspace’s an admin’s', async () => {
    const { dana, lee, sam } = office.people;
    const [own] = await changeOwnSettings(office.context, dana, { planDay: 2 }, once());
    const [everybodys] = await changeWorkspaceSettings(office.context, lee, { planNudges: 2 }, once());
    for (const [person, id] of [
      [lee, own?.id],
      [sam, own?.id],
      [sam, everybodys?.id],
      [sam, 999],
    ] as const)
      expect(await refusal(undoSettings(office.context, person, id ?? 0))).toBeInstanceOf(UserError);
    expect(await policyOf(dana)).toMatchObject({ planDay: 2, planNudges: 2 });
    await undoSettings(office.context, lee, everybodys?.id ?? 0);
    expect((await readPolicy(office.store)).planNudges).toBe(3);
  });

  test('brings days off back', async () => {
    const { dana } = office.people;
    const off = { from: '2026-12-24', until: '2026-12-31' } as const;
    await changeOwnSettings(office.context, dana, { addDaysOff: off }, once());
    const [removed] = await removeDaysOff(office.context, dana, off);
    expect(await ownOf(dana)).toEqual({ daysOff: [] });
    await undoSettings(office.context, dana, removed?.id ?? 0);
    expect(await ownOf(dana)).toEqual({ daysOff: [off] });
    expect(await removeDaysOff(office.context, dana, { from: '2026-01-01', until: '2026-01-01' })).toEqual([]);
  });
});

describe('the workspace’s settings', () => {
  test('are an admin’s alone, by the database and not by what the form was opened with', async () => {
    const { dana, lee } = office.people;
    const change = () => changeWorkspaceSettings(office.context, dana, { planNudges: 5 }, once());
    expect(await refusal(change())).toBeInstanceOf(UserError);
    expect(
      await refusal(changeNumbers(office.context, dana, 'check-in', { rhythmWorkingDays: 2 }, once())),
    ).toBeInstanceOf(UserError);
    expect(await readPolicy(office.store)).toMatchObject({ planNudges: 3, behaviours: {} });
    await changePerson(office.store, lee.id, { isAdmin: false });
    const stale = { ...lee, isAdmin: true };
    expect(await refusal(changeWorkspaceSettings(office.context, stale, { planNudges: 5 }, once()))).toBeInstanceOf(
      UserError,
    );
  });

  test('are read by everything from then on, and go back one by one', async () => {
    const { lee } = office.people;
    const changes = await changeWorkspaceSettings(
      office.context,
      lee,
      {
        planNudges: 2,
        digestDay: 4,
        pulseOn: false,
        pulseEveryDays: 35,
        winsChannel: 'C0WINS',
        holidayCountry: 'DE',
        defaultTimeZone: 'Europe/Berlin',
        retentionDays: 365,
      },
      once(),
    );
    expect(changes.map(({ topic }) => topic)).toEqual([
      'budget',
      'digest',
      'pulse',
      'wins',
      'holidays',
      'zone',
      'retention',
    ]);
    expect(await readPolicy(office.store)).toMatchObject({
      planNudges: 2,
      digestDay: 4,
      pulseOn: false,
      pulseEveryDays: 35,
      winsChannel: 'C0WINS',
      holidayCountry: 'DE',
      retentionDays: 365,
    });
    expect((await findWorkspace(office.store))?.defaultTimeZone).toBe('Europe/Berlin');
    for (const { id } of changes) await undoSettings(office.context, lee, id);
    expect(await readPolicy(office.store)).toMatchObject({
      planNudges: 3,
      pulseOn: true,
      pulseEveryDays: 28,
      winsChannel: null,
      retentionDays: null,
    });
    expect((await findWorkspace(office.store))?.defaultTimeZone).toBe('Etc/UTC');
  });

  test('can be emptied again', async () => {
    const { lee } = office.people;
    await changeWorkspaceSettings(office.context, lee, { winsChannel: 'C0WINS', retentionDays: 90 }, once());
    await changeWorkspaceSettings(office.context, lee, { winsChannel: null, retentionDays: null }, once());
    expect(await readPolicy(office.store)).toMatchObject({ winsChannel: null, retentionDays: null });
  });

  test.each([
    [{ planDay: 7 } as const, 'planDay'],
    [{ planAt: '20:00' }, 'planAt'],
    [{ digestDay: 6 } as const, 'digestDay'],
    [{ digestAt: '08:59' }, 'digestAt'],
    [{ pulseDay: 7 } as const, 'pulseDay'],
    [{ pulseAt: '18:00' }, 'pulseAt'],
    [{ defaultTimeZone: 'Mars/Olympus' }, 'defaultTimeZone'],
  ])('%j is refused at %s', async (change, field) => {
    const error = await refusal(changeWorkspaceSettings(office.context, office.people.lee, change, once()));
    expect(error).toMatchObject({ field });
  });

  test('the numbers of one behaviour change and go back without another’s', async () => {
    const { lee } = office.people;
    const [first] = await changeNumbers(office.context, lee, 'check-in', { rhythmWorkingDays: 5 }, once());
    await changeNumbers(office.context, lee, 'connect', { rhythmDays: 60 }, once());
    expect((await readPolicy(office.store)).behaviours).toEqual({
      'check-in': { rhythmWorkingDays: 5 },
      connect: { rhythmDays: 60 },
    });
    await undoSettings(office.context, lee, first?.id ?? 0);
    expect((await readPolicy(office.store)).behaviours).toEqual({ connect: { rhythmDays: 60 } });
    expect(await changeNumbers(office.context, lee, 'connect', { rhythmDays: 60 }, once())).toEqual([]);
    expect(await refusal(changeNumbers(office.context, lee, 'nothing', {}, once()))).toBeInstanceOf(UserError);
  });
});
