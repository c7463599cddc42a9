import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src/store/people.ts';
import { openPulseOf, openPulses, pulsesLedBy } from '../../src/store/pulses.ts';
import { endLine, setManager } from '../../src/store/reporting-lines.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { closing, opening, pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';
import { publishPulse } from '../helpers/pulses.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let company: Company;
beforeEach(async () => {
  company = await pulseCompany(6);
});

async function told(kind: string): Promise<number[]> {
  return (await company.office.outbox()).filter((row) => row.kind === kind).map(({ recipientId }) => recipientId);
}

/** Another manager below Lee, with reps since the day. */
async function teamOf(
  name: string,
  reps: number,
  since: LocalDate = '2026-09-01',
): Promise<{ manager: Person; team: Person[] }> {
  const { office, store, lee } = company;
  const manager = await office.hire(name, lee.id);
  const team: Person[] = [];
  for (let index = 0; index < reps; index += 1) {
    const rep = await office.hire(`${name} Rep${index}`);
    await setManager(store, rep.id, manager.id, since);
    team.push(rep);
  }
  return { manager, team };
}

describe('a pulse opens', () => {
  test('on Tuesday at ten of the leader’s clock, once, and everybody on the team is asked', async () => {
    await company.at('2026-11-24T09:59:00Z');
    expect(await openPulses(company.store)).toEqual([]);
    await company.at(opening);
    await company.at('2026-11-24T10:01:00Z');
    expect(await pulsesLedBy(company.store, company.dana.id)).toMatchObject([
      { kind: 'team', minimum: 5, openedOn: '2026-11-24', state: 'open', managerIds: [company.dana.id] },
    ]);
    expect(await told('pulse')).toEqual(company.team.map(({ id }) => id));
    expect(await openPulseOf(company.store, company.dana.id)).toBeUndefined();
  });

  test('and stays open for five whole working days, to the end of the leader’s fifth', async () => {
    await writeSetting(company.store, `person:${company.dana.id}`, 'workingUntil', '16:30', new Date(opening));
    await company.at(opening);
    expect((await company.newest()).closesAt).toEqual(new Date('2026-12-01T16:30:00Z'));
  });

  test('later in the week where it was missed, and not at the weekend', async () => {
    await company.at('2026-11-28T12:00:00Z');
    expect(await openPulses(company.store)).toEqual([]);
    await company.at('2026-12-03T12:00:00Z');
    expect(await company.newest()).toMatchObject({ openedOn: '2026-12-03' });
  });

  test('not where it is switched off; one that is open still closes', async () => {
    await company.at(opening);
    await writeSetting(company.store, 'workspace', 'pulseOn', false, new Date(opening));
    await company.at(closing);
    await company.at('2027-01-19T10:00:00Z');
    expect(await pulsesLedBy(company.store, company.dana.id)).toMatchObject([{ state: 'hidden' }]);
  });

  test('not in the first two weeks of a team', async () => {
    for (const { id } of company.team)
      await company.store.database
        .updateTable('reportingLine')
        .set({ startedOn: '2026-11-20' })
        .where('personId', '=', id)
        .execute();
    await company.at(opening);
    await company.at('2026-12-01T10:00:00Z');
    expect(await openPulses(company.store)).toEqual([]);
    await company.at('2026-12-08T10:00:00Z');
    expect(await openPulses(company.store)).toHaveLength(1);
  });

  test('not again while the leader’s word on the last one is due, nor sooner than the rhythm', async () => {
    const days = { openedOn: '2026-10-06', closedOn: '2026-10-13' } as const;
    const waiting = await publishPulse(company.store, company.dana, company.team, days);
    await company.at(opening);
    expect(await openPulses(company.store)).toEqual([]);
    const said = { answeredOn: '2026-11-25' } as const;
    await company.store.database.updateTable('pulse').set(said).where('id', '=', waiting).execute();
    await company.at('2026-12-01T10:00:00Z');
    expect(await openPulses(company.store)).toMatchObject([{ openedOn: '2026-12-01' }]);
    await company.at('2026-12-08T18:00:00Z');
    await company.at('2026-12-22T10:00:00Z');
    expect(await openPulses(company.store)).toEqual([]);
    await company.at('2026-12-29T10:00:00Z');
    expect(await openPulses(company.store)).toMatchObject([{ openedOn: '2026-12-29' }]);
  });
});

describe('small teams', () => {
  test('are asked together under their lead, who hears the result with each of their managers', async () => {
    const one = await teamOf('Ed', 3);
    const two = await teamOf('Flo', 2);
    await company.at(opening);
    const pool = await company.newest(company.lee);
    expect(pool).toMatchObject({ kind: 'pool', managerIds: [one.manager.id, two.manager.id] });
    for (const person of [...one.team, ...two.team]) await company.answer(pool, person, 4);
    await company.at(closing);
    expect((await told('pulse-result')).filter((id) => id !== company.dana.id)).toEqual([
      company.lee.id,
      one.manager.id,
      two.manager.id,
    ]);
    expect(await told('pulse-none')).toEqual([]);
  });

  test('for which even that isn’t enough get none, and their manager is told once', async () => {
    const { manager } = await teamOf('Ed', 4);
    await company.at(opening);
    await company.at('2026-12-01T10:00:00Z');
    expect(await pulsesLedBy(company.store, company.lee.id)).toEqual([]);
    expect(await told('pulse-none')).toEqual([manager.id]);
  });

  test('in their first two weeks hear nothing of it yet', async () => {
    await teamOf('Ed', 4, '2026-11-20');
    await company.at(opening);
    expect(await told('pulse-none')).toEqual([]);
  });

  test('who has no Slack account or has left is not counted', async () => {
    const [left, ...others] = company.team as [Person, ...Person[]];
    const { database } = company.store;
    await database.updateTable('person').set({ leftOn: '2026-11-20' }).where('id', '=', left.id).execute();
    await database
      .updateTable('person')
      .set({ slackUserId: null })
      .where('id', '=', (others[0] as Person).id)
      .execute();
    await company.at(opening);
    expect(await openPulses(company.store)).toEqual([]);
  });
});

describe('a pulse closes', () => {
  test('at its time: the leader hears of it, and everybody’s message is made anew', async () => {
    await company.at(opening);
    const pulse = await company.newest();
    for (const person of company.team) await company.answer(pulse, person, 3);
    await company.at('2026-12-01T17:59:00Z');
    expect((await company.again(pulse)).state).toBe('open');
    await company.at(closing);
    expect(await company.again(pulse)).toMatchObject({ state: 'published', closedOn: '2026-12-01', answeredOn: null });
    expect(await told('pulse-result')).toEqual([company.dana.id]);
    const wanted = await company.store.database
      .selectFrom('outbox')
      .select('recipientId')
      .where('kind', '=', 'pulse')
      .where('refreshWanted', '=', 1)
      .execute();
    expect(wanted).toHaveLength(6);
    await company.at('2026-12-01T18:01:00Z');
    expect(await told('pulse-result')).toHaveLength(1);
  });

  test('with too few answers: the leader hears that, too', async () => {
    await company.at(opening);
    await company.at(closing);
    expect(await company.newest()).toMatchObject({ state: 'hidden' });
    expect(await told('pulse-result')).toEqual([company.dana.id]);
  });

  test('also when its leader has no team any more', async () => {
    await company.at(opening);
    for (const { id } of company.team) await endLine(company.store, id, '2026-11-25');
    await company.at(closing);
    expect(await openPulses(company.store)).toEqual([]);
  });
});
