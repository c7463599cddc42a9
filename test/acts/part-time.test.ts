import { fc } from '../helpers/fast-check.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeOwnSettings, changeWorkspaceSettings } from '../../src/acts/change-settings.ts';
import { dayOf } from '../../src/acts/own.ts';
import { undoSettings } from '../../src/acts/undo-settings.ts';
import { changePerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { readOwnSettings } from '../../src/store/settings.ts';
import type { Weekday } from '../../src/time/zoned.ts';
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

describe('the plan of somebody who works part-time', () => {
  test('moves with the days of work, follows the workspace meanwhile, and comes back with them', async () => {
    const { dana, lee } = office.people;
    const [week] = await changeOwnSettings(office.context, dana, { workingDays: [1, 2, 3] }, once());
    expect(await policyOf(dana)).toMatchObject({ planDay: 1, planAt: '09:00' });
    await changeWorkspaceSettings(office.context, lee, { planDay: 5, planAt: '10:00' }, once());
    expect(await policyOf(dana)).toMatchObject({ planDay: 3, planAt: '10:00' });
    await undoSettings(office.context, dana, week?.id ?? 0);
    expect(await policyOf(dana)).toMatchObject({ planDay: 5, planAt: '10:00' });
  });

  test('at a new hour only, it is stored with the day on which it then comes', async () => {
    const { dana } = office.people;
    await changeOwnSettings(office.context, dana, { workingDays: [4, 5], planDay: 1, planAt: '11:00' }, once());
    expect(await ownOf(dana)).toMatchObject({ planDay: 4, planAt: '11:00' });
  });

  test('takes every choice of working days in one step, with whatever stood in the form', async () => {
    const { dana } = office.people;
    const days = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(days, async (workingDays) => {
        const { planDay, planAt } = await policyOf(dana);
        await changeOwnSettings(office.context, dana, { workingDays, planDay, planAt }, once());
        const after = await policyOf(dana);
        expect(after.workingDays).toEqual(workingDays);
        expect(workingDays).toContain(after.planDay);
      }),
      { numRuns: 60 },
    );
  });
});
