/** Two results are set side by side, and what is left over is one person's answer: or would be. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/store/people.ts';
import { setPulseAnswer } from '../../src/store/pulse-rounds.ts';
import { membersOfPulse, openPulses, pulsesLedBy } from '../../src/store/pulses.ts';
import type { PulseRecord } from '../../src/store/pulses.ts';
import { endLine, setManager } from '../../src/store/reporting-lines.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { addDays } from '../../src/time/zoned.ts';
import { closing, opening, pulseCompanyAnywhere } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';

const longAgo = '2026-09-01';

async function teamOf(company: Company, name: string, reps: number) {
  const manager = await company.office.hire(name, company.lee.id);
  const team: Person[] = [];
  for (let index = 0; index < reps; index += 1) team.push(await company.office.hire(`${name}${index}`, manager.id));
  return { manager, team };
}

/** Everybody who is asked answers, each as they always do; then it closes and the leader says what they heard. */
async function round(company: Company, pulse: PulseRecord, pointsOf: (id: number) => number): Promise<PulseRecord> {
  const everybody = await membersOfPulse(company.store, pulse.id);
  for (const id of everybody) await company.answer(pulse, { id } as Person, pointsOf(id));
  await company.at(pulse.closesAt.toISOString());
  await setPulseAnswer(company.store, pulse.id, {
    heard: 'Heard',
    will: 'Will',
    on: addDays(pulse.openedOn, 8),
    interactionId: null,
  });
  return company.again(pulse);
}

const pointsIn = ({ result }: PulseRecord) => result?.statements.map(({ points }) => points);

describe('a team and the pool it was in', () => {
  test('letting a pooled team grow to five, to take its result from the pool’s and see the four that are left: it isn’t asked for eight weeks', async () => {
    const company = await pulseCompanyAnywhere(0);
    const [ed, flo] = [await teamOf(company, 'Ed Vance', 4), await teamOf(company, 'Flo Ames', 4)];
    await company.at(opening);
    const pool = await round(company, await company.newest(company.lee), () => 4);
    expect(pool).toMatchObject({ kind: 'pool', state: 'published' });
    const fifth = await company.office.hire('The fifth');
    await setManager(company.store, fifth.id, ed.manager.id, '2026-11-25');
    for (const tuesday of ['2026-12-15', '2026-12-22', '2027-01-05', '2027-01-12']) {
      await company.at(`${tuesday}T10:00:00Z`);
      expect(await openPulses(company.store)).toEqual([]);
    }
    await company.at('2027-01-19T10:00:00Z');
    expect(await pulsesLedBy(company.store, ed.manager.id)).toMatchObject([{ kind: 'team', state: 'open' }]);
    expect(await pulsesLedBy(company.store, flo.manager.id)).toEqual([]);
  });

  test('letting a team of five lose one, so that four whose result is known are pooled with a single rep of another: that rep isn’t asked with them', async () => {
    const company = await pulseCompanyAnywhere(5);
    await teamOf(company, 'Ed Vance', 1);
    await company.at(opening);
    await round(company, await company.newest(), () => 5);
    await endLine(company.store, (company.team[4] as Person).id, '2026-12-02');
    for (const tuesday of ['2026-12-15', '2026-12-22', '2026-12-29', '2027-01-12']) {
      await company.at(`${tuesday}T10:00:00Z`);
      expect(await pulsesLedBy(company.store, company.lee.id)).toEqual([]);
    }
  });

  test('taking one team out of a pool, to see what it said from what the rest say now: the rest is another pool, and waits as well', async () => {
    const company = await pulseCompanyAnywhere(0);
    const [ed] = [await teamOf(company, 'Ed Vance', 4), await teamOf(company, 'Flo Ames', 4)];
    const gus = await teamOf(company, 'Gus Hart', 3);
    await company.at(opening);
    await round(company, await company.newest(company.lee), () => 4);
    for (const { id } of gus.team) await endLine(company.store, id, '2026-12-02');
    await company.at('2026-12-29T10:00:00Z');
    expect(await pulsesLedBy(company.store, company.lee.id)).toHaveLength(1);
    await company.at('2027-01-19T10:00:00Z');
    const [second] = await pulsesLedBy(company.store, company.lee.id);
    expect(second).toMatchObject({ openedOn: '2027-01-19', state: 'open' });
    expect(second?.managerIds).toContain(ed.manager.id);
  });
});

describe('a team filled with friends', () => {
  test('adding four friends the day before, to be alone with the fifth: who came less than two weeks ago isn’t asked, in no round', async () => {
    const company = await pulseCompanyAnywhere(6);
    await company.at(opening);
    await round(company, await company.newest(), () => 4);
    const [target, ...others] = company.team as [Person, ...Person[]];
    for (const { id } of others) await endLine(company.store, id, '2026-12-02');
    for (let index = 0; index < 4; index += 1) {
      const friend = await company.office.hire(`Friend${index}`);
      await setManager(company.store, friend.id, company.dana.id, '2026-12-21');
    }
    await company.at('2026-12-22T10:00:00Z');
    await company.at('2026-12-29T10:00:00Z');
    expect(await openPulses(company.store)).toEqual([]);
    expect(await membersOfPulse(company.store, (await company.newest()).id)).toContain(target.id);
  });

  test('taking somebody out and in again to move them between results: they begin anew', async () => {
    const company = await pulseCompanyAnywhere(7);
    await company.at(opening);
    await round(company, await company.newest(), () => 4);
    const out = company.team[0] as Person;
    await endLine(company.store, out.id, '2026-12-10');
    await setManager(company.store, out.id, company.dana.id, '2026-12-10');
    await company.at('2026-12-22T10:00:00Z');
    expect(await membersOfPulse(company.store, (await company.newest()).id)).not.toContain(out.id);
  });
});

describe('from month to month', () => {
  test('letting somebody go to see the average rise by half a point: it stays as it was, and a month later, too', async () => {
    const company = await pulseCompanyAnywhere(6);
    const gone = company.team[5] as Person;
    const pointsOf = (id: number) => (id === gone.id ? 1 : 4);
    await company.at(opening);
    expect(pointsIn(await round(company, await company.newest(), pointsOf))).toEqual([3.5, 3.5, 3.5]);
    await endLine(company.store, gone.id, '2026-12-02');
    for (const [tuesday, told] of [
      ['2026-12-22', 3.5],
      ['2027-01-19', 3.5],
      ['2027-02-16', 4],
    ] as const) {
      await company.at(`${tuesday}T10:00:00Z`);
      expect(pointsIn(await round(company, await company.newest(), pointsOf))).toEqual([told, told, told]);
    }
  });

  test('a change of a whole point is told, whoever came or went', async () => {
    const company = await pulseCompanyAnywhere(6);
    await company.at(opening);
    await round(company, await company.newest(), () => 4);
    await endLine(company.store, (company.team[5] as Person).id, '2026-12-02');
    await company.at('2026-12-22T10:00:00Z');
    expect(pointsIn(await round(company, await company.newest(), () => 3))).toEqual([3, 3, 3]);
  });

  test('asking every week, whatever the setting was made to say: nobody is asked within three weeks', async () => {
    const company = await pulseCompanyAnywhere(6);
    await writeSetting(company.store, 'workspace', 'pulseEveryDays', 1, new Date(longAgo));
    await company.at(opening);
    await round(company, await company.newest(), () => 4);
    await company.at(closing);
    await company.at('2026-12-08T10:00:00Z');
    expect(await openPulses(company.store)).toEqual([]);
    await company.at('2026-12-15T10:00:00Z');
    expect(await openPulses(company.store)).toMatchObject([{ openedOn: '2026-12-15' }]);
  });
});
