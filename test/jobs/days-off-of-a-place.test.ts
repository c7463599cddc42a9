/** When the weekly plan and recaps come around the holidays of a region, days off of the company, and any work week. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeOwnSettings, changeWorkspaceSettings } from '../../src/acts/change-settings.ts';
import { undoSettings } from '../../src/acts/undo-settings.ts';
import { planWeeks } from '../../src/jobs/plan.ts';
import { sendRecaps } from '../../src/jobs/recap.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { changePerson } from '../../src/store/people.ts';
import { instantOf } from '../../src/time/zoned.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const zone = 'Europe/Berlin';
const allSaints = '2027-11-01';
const tuesday = '2027-11-02';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await changePerson(office.store, office.people.lee.id, { isAdmin: true });
  await office.hire('Ines Ito', office.people.sam.id);
});
afterEach(() => office.close());

let forms = 0;
const once = () => `view:${(forms += 1)}`;

async function run(on: LocalDate, at = '10:00', timeZone = zone): Promise<void> {
  office.moveTo(instantOf(on, at, timeZone).toISOString());
  const round = beginRound(office.context);
  await planWeeks(office.context, round);
  await sendRecaps(office.context, round);
}

/** For whom a message of this kind was written, and for which day. */
async function written(kind: string): Promise<string[]> {
  const { dana, sam } = office.people;
  const names = new Map([
    [dana.id, 'dana'],
    [sam.id, 'sam'],
  ]);
  return (await office.outbox())
    .filter((delivery) => delivery.kind === kind && names.has(delivery.recipientId))
    .map(({ recipientId, subject }) => `${names.get(recipientId)} ${String(subject['batch'] ?? subject['on'])}`);
}

/** Of what was written, the messages to Dana. */
const ofDana = async (kind: string) => (await written(kind)).filter((line) => line.startsWith('dana'));

test('on All Saints a manager in Munich gets no plan, but on the next day; one in Berlin gets it', async () => {
  const { dana, sam } = office.people;
  await changePerson(office.store, dana.id, { timeZone: zone, country: 'DE', region: 'DE-BY' });
  await changePerson(office.store, sam.id, { timeZone: zone, country: 'DE', region: 'DE-BE' });
  await run(allSaints);
  expect(await written('plan')).toEqual([`sam plan:${allSaints}`]);
  await run(tuesday);
  expect(await written('plan')).toEqual([`sam plan:${allSaints}`, `dana plan:${tuesday}`]);
});

test('the same by the workspace’s region, and by the place that one chose for oneself', async () => {
  const { dana, sam, lee } = office.people;
  for (const { id } of [dana, sam]) await changePerson(office.store, id, { timeZone: zone });
  await changeWorkspaceSettings(office.context, lee, { holidayCountry: 'DE', holidayRegion: 'DE-BY' }, once());
  await changeOwnSettings(office.context, sam, { holidayPlace: 'DE-BE' }, once());
  await run(allSaints);
  expect(await written('plan')).toEqual([`sam plan:${allSaints}`]);
});

test('another country takes the region with it', async () => {
  const { lee } = office.people;
  await changeWorkspaceSettings(office.context, lee, { holidayCountry: 'DE', holidayRegion: 'DE-BE' }, once());
  const [change] = await changeWorkspaceSettings(office.context, lee, { holidayCountry: 'CH' }, once());
  expect(change?.after).toEqual({ holidayCountry: 'CH', holidayRegion: null });
  await undoSettings(office.context, lee, change?.id ?? 0);
  const { dana } = office.people;
  await changePerson(office.store, dana.id, { timeZone: zone });
  await run('2027-03-08');
  expect(await written('plan')).not.toContain('dana plan:2027-03-08');
});

test('nothing comes on a day off of the company, where it holds, until it is taken back', async () => {
  const { dana, sam, lee } = office.people;
  await changePerson(office.store, dana.id, { timeZone: zone, country: 'DE', region: 'DE-BY' });
  await changePerson(office.store, sam.id, { timeZone: zone, country: 'DE', region: 'DE-BE' });
  const inBerlin = { from: '2027-11-08', until: '2027-11-09', name: 'Moving house', place: 'DE-BE' } as const;
  const [change] = await changeWorkspaceSettings(office.context, lee, { addCompanyDaysOff: inBerlin }, once());
  for (const on of ['2027-11-08', '2027-11-09'] as const) await run(on);
  expect(await written('plan')).toEqual(['dana plan:2027-11-08']);
  await undoSettings(office.context, lee, change?.id ?? 0);
  await run('2027-11-09', '11:00');
  expect(await written('plan')).toEqual(['dana plan:2027-11-08', 'sam plan:2027-11-08']);
});

test('who works Sunday to Thursday gets the recap on Thursday, the plan on a working day, and nothing on Friday', async () => {
  const { dana } = office.people;
  await changePerson(office.store, dana.id, { timeZone: 'Asia/Dubai' });
  await changeOwnSettings(office.context, dana, { workingDays: [1, 2, 3, 4, 7] }, once());
  const days = [
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
  ] as const;
  for (const on of days) await run(on, '16:00', 'Asia/Dubai');
  await run('2026-11-29', '16:00', 'Asia/Dubai');
  expect(await ofDana('plan')).toEqual(['dana plan:2026-11-23']);
  expect(await ofDana('recap')).toEqual(['dana 2026-11-26']);
});

test('the same days off twice are refused, and the list has an end', async () => {
  const { lee } = office.people;
  const add = (from: LocalDate, until = from) =>
    changeWorkspaceSettings(
      office.context,
      lee,
      { addCompanyDaysOff: { from, until, name: null, place: null } },
      once(),
    );
  await add('2027-12-24', '2027-12-31');
  await expect(add('2027-12-24', '2027-12-31')).rejects.toMatchObject({ field: 'companyFrom' });
  await expect(add('2027-12-24', '2027-12-23')).rejects.toMatchObject({ field: 'companyUntil' });
  await expect(add('2020-12-24')).rejects.toMatchObject({ field: 'companyUntil' });
  await expect(add('2027-01-01', '2028-01-02')).rejects.toMatchObject({ field: 'companyUntil' });
});
