import { expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { leaveOnLastDay } from '../../src/acts/leave-on-last-day.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { findPerson } from '../../src/store/people.ts';
import { managerIdOf } from '../../src/store/reporting-lines.ts';
import { csv } from '../helpers/imports.ts';
import { openOffice } from '../helpers/office.ts';

test('whose last day is to come stays until then, and leaves without another roster', async () => {
  const office = await openOffice();
  const { sam, dana } = office.people;
  const words = { kind: 'help', text: 'Words', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, sam, { ...words, once: 'view:one' });
  const file = csv('slack id,name,last day', `${sam.slackUserId},Sam Ruiz,2026-11-25`);
  expect(await importRoster(office.store, file, {}, office.context.clock())).toMatchObject({ changed: 1 });
  for (const [instant, isThere] of [
    ['2026-11-25T23:50:00Z', true],
    ['2026-11-26T00:10:00Z', false],
  ] as const) {
    office.moveTo(instant);
    const concerned = await leaveOnLastDay(office.context, office.store, office.context.clock());
    expect(concerned.includes(sam.id)).toBe(!isThere);
    expect(await managerIdOf(office.store, sam.id)).toBe(isThere ? dana.id : undefined);
  }
  expect(await findPerson(office.store, sam.id)).toMatchObject({ leftOn: '2026-11-25', leftWhy: 'roster' });
  expect(await leaveOnLastDay(office.context, office.store, office.context.clock())).toEqual([]);
  await office.close();
});
