/** A manager, a rep or somebody who forges what Slack sends tries to learn or to bend what others answered. */
import { describe, expect, test } from 'vitest';
import { takeBackPulseAnswer } from '../../src/acts/answer-pulse.ts';
import { UserError } from '../../src/errors.ts';
import { resultOf } from '../../src/leading/pulse.ts';
import type { Person } from '../../src/store/people.ts';
import { endLine, setManager } from '../../src/store/reporting-lines.ts';
import { membersOfPulse, openPulses, pulsesLedBy } from '../../src/store/pulses.ts';
import { setPulseAnswer } from '../../src/store/pulse-rounds.ts';
import { closing, everyRow, opening, pulseCompanyAnywhere } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';

async function asked(reps: number) {
  const company = await pulseCompanyAnywhere(reps);
  await company.at(opening);
  return { ...company, pulse: await company.newest() };
}

const word = { heard: 'Heard', will: 'Will', on: '2026-12-02', interactionId: null } as const;

describe('too few', () => {
  test('reading the result of four answers: there is none, and nothing of them is kept', async () => {
    const company = await asked(6);
    for (const person of company.team.slice(0, 4)) await company.answer(company.pulse, person, 1, 'Canary');
    await company.at(closing);
    expect(await company.again(company.pulse)).toMatchObject({ state: 'hidden', result: null, closedOn: '2026-12-01' });
    const rows = await everyRow(company);
    expect([rows.get('pulse_box'), rows.get('pulse_answered')]).toEqual(['[]', '[]']);
    expect([...rows.values()].join('\n')).not.toContain('Canary');
  });

  test('taking back the fifth to see the four: hidden, as if it had never been given', async () => {
    const company = await asked(6);
    const { pulse, team, context } = company;
    for (const person of team.slice(0, 4)) await company.answer(pulse, person, 1);
    const { receipt } = await company.answer(pulse, team[4], 5);
    await takeBackPulseAnswer(context, team[4] as Person, { pulseId: pulse.id, receipt });
    await company.at(closing);
    expect(await company.again(pulse)).toMatchObject({ state: 'hidden', result: null });
  });
});

describe('a form that is forged', () => {
  test('answering twice to weigh double: the second is refused, whatever it says', async () => {
    const { pulse, team, answer } = await asked(5);
    await answer(pulse, team[0], 1);
    await expect(answer(pulse, team[0], 1)).rejects.toThrow('You’ve already answered');
  });

  test('answering for a team that isn’t one’s own: leader, lead, stranger and unknown pulse are refused', async () => {
    const { pulse, answer, dana, lee, office } = await asked(5);
    for (const person of [dana, lee, office.people.omar])
      await expect(answer(pulse, person, 5)).rejects.toBeInstanceOf(UserError);
    await expect(answer({ ...pulse, id: 99 }, dana, 5)).rejects.toBeInstanceOf(UserError);
  });

  test('taking back with a made-up receipt, or without having answered, removes nobody’s answer', async () => {
    const company = await asked(5);
    const { pulse, team, context } = company;
    const [mine, other] = team as [Person, Person];
    const { receipt } = await company.answer(pulse, mine, 5);
    const before = await everyRow(company);
    const made = { pulseId: pulse.id, receipt: 'A'.repeat(22) };
    await expect(takeBackPulseAnswer(context, mine, made)).rejects.toBeInstanceOf(UserError);
    await expect(takeBackPulseAnswer(context, other, { pulseId: pulse.id, receipt })).rejects.toBeInstanceOf(UserError);
    expect(await everyRow(company)).toEqual(before);
  });

  test('answering or taking back after its time, even before the job has closed it, is refused', async () => {
    const company = await asked(5);
    const { pulse, team, context } = company;
    const [first, second] = team as [Person, Person];
    const { receipt } = await company.answer(pulse, first, 5);
    company.office.moveTo(closing);
    await expect(company.answer(pulse, second, 5)).rejects.toBeInstanceOf(UserError);
    await expect(takeBackPulseAnswer(context, first, { pulseId: pulse.id, receipt })).rejects.toBeInstanceOf(UserError);
  });
});

/** Ed’s team, new enough that its first pulse comes a week after Dana’s. */
async function teamOfEd(company: Company, reps: number) {
  const { office, lee, store } = company;
  const ed = await office.hire('Ed Vance', lee.id);
  const team: Person[] = [];
  for (let index = 0; index < reps; index += 1) {
    const person = await office.hire(`Rep${index} Ed`);
    await setManager(store, person.id, ed.id, '2026-11-12');
    team.push(person);
  }
  return { ed, team };
}

describe('two groups with people in common', () => {
  test('moving somebody to another team to have them in two results: the second leaves them out', async () => {
    const company = await pulseCompanyAnywhere(6);
    const { ed, team } = await teamOfEd(company, 5);
    await company.at(opening);
    const moved = company.team[0] as Person;
    await setManager(company.store, moved.id, ed.id, '2026-11-25');
    await company.at('2026-12-01T10:00:00Z');
    const members = await membersOfPulse(company.store, (await company.newest(ed)).id);
    expect(members).toEqual(team.map(({ id }) => id));
  });

  test('and where without them there are fewer than five, nobody is asked', async () => {
    const company = await pulseCompanyAnywhere(6);
    const { ed } = await teamOfEd(company, 4);
    await company.at(opening);
    await setManager(company.store, (company.team[0] as Person).id, ed.id, '2026-11-11');
    await company.at('2026-12-01T10:00:00Z');
    expect(await pulsesLedBy(company.store, ed.id)).toEqual([]);
  });

  test('shrinking a team so that it is pooled, to take the pool from the team: who was just asked isn’t in the pool', async () => {
    const company = await pulseCompanyAnywhere(5);
    const { team } = await teamOfEd(company, 4);
    await company.at(opening);
    await endLine(company.store, (company.team[4] as Person).id, '2026-11-25');
    await company.at('2026-12-01T10:00:00Z');
    expect(await pulsesLedBy(company.store, company.lee.id)).toEqual([]);
    await company.at('2027-01-12T10:00:00Z');
    expect(await pulsesLedBy(company.store, company.lee.id)).toEqual([]);
    await company.at('2027-01-19T10:00:00Z');
    const [pool] = await pulsesLedBy(company.store, company.lee.id);
    expect(pool).toMatchObject({ kind: 'pool', openedOn: '2027-01-19' });
    const members = await membersOfPulse(company.store, pool?.id ?? 0);
    expect(new Set(members)).toEqual(new Set([...company.team.slice(0, 4), ...team].map(({ id }) => id)));
  });
});

describe('a manager who takes people out of the team', () => {
  test('one by one while it is open: who is asked stays, their answers count, and the result comes once', async () => {
    const company = await asked(6);
    const { pulse, team, store } = company;
    for (const [index, person] of team.entries()) {
      await company.answer(pulse, person, 4, `Sentence ${index}`);
      await endLine(store, person.id, '2026-11-25');
      await company.at('2026-11-26T10:00:00Z');
      expect((await company.again(pulse)).state).toBe('open');
    }
    await company.at(closing);
    const published = await company.again(pulse);
    expect(published.result?.sentences).toHaveLength(6);
    await company.at('2026-12-02T10:00:00Z');
    expect(await company.again(pulse)).toEqual(published);
  });

  test('one by one from month to month: with four left nothing is asked, and an unanswered result stops it before', async () => {
    const company = await asked(6);
    const { pulse, team, store, dana } = company;
    for (const person of team) await company.answer(pulse, person, 4);
    await company.at(closing);
    await endLine(store, (team[5] as Person).id, '2026-12-02');
    await company.at('2026-12-22T10:00:00Z');
    expect(await pulsesLedBy(store, dana.id)).toHaveLength(1);
    await setPulseAnswer(store, pulse.id, word);
    await company.at('2026-12-29T10:00:00Z');
    const second = await company.newest();
    for (const person of team.slice(0, 5)) await company.answer(second, person, 4);
    await company.at('2027-01-05T18:00:00Z');
    expect((await company.again(second)).state).toBe('published');
    await setPulseAnswer(store, second.id, word);
    await endLine(store, (team[4] as Person).id, '2027-01-06');
    await company.at('2027-01-26T10:00:00Z');
    expect(await openPulses(store)).toEqual([]);
    expect(await pulsesLedBy(store, dana.id)).toHaveLength(2);
  });

  test('taking this month’s result from last month’s: where at most one of the others moved by a point, several answers of who is gone still fit', () => {
    const fits = new Map<string, Set<number | null>>();
    const note = (before: number, after: number, gone: number | null) => {
      const pair = `${before} then ${after}`;
      fits.set(pair, (fits.get(pair) ?? new Set()).add(gone));
    };
    // Whatever the five who stay said; the second time the same, or one of them a point more or less. Who is gone, or one of the others, may not have answered the first time.
    for (const stay of fiveAnswers())
      for (const gone of [1, 2, 3, 4, 5]) {
        const all = told([...stay, gone]);
        const withoutOne = [...stay.keys()].map((silent) => told([...stay.toSpliced(silent, 1), gone]));
        for (const after of [told(stay), ...movedByAPoint(stay).map(told)]) {
          for (const before of [all, ...withoutOne]) note(before, after, gone);
          note(told(stay), after, null);
        }
      }
    expect(fits.size).toBeGreaterThan(7);
    for (const said of fits.values()) expect(said.size).toBeGreaterThan(1);
  });
});

function told(points: readonly number[]): number {
  const ballots = points.map((one) => ({ receipt: '', points: [one, one, one], sentence: '' }));
  return resultOf(ballots, 5)?.statements[0]?.points ?? 0;
}

/** The same, but for one of them who says a point more or less. */
function movedByAPoint(points: readonly number[]): number[][] {
  return [...points.entries()].flatMap(([who, said]) =>
    [said - 1, said + 1].filter((one) => one >= 1 && one <= 5).map((one) => points.with(who, one)),
  );
}

/** Every way in which five people can answer, whoever of them says what. */
function fiveAnswers(): number[][] {
  return Array.from({ length: 5 }).reduce<number[][]>((begun) => begun.flatMap(withOneMore), [[]]);
}

function withOneMore(some: readonly number[]): number[][] {
  return [1, 2, 3, 4, 5].filter((one) => one >= (some.at(-1) ?? 1)).map((one) => [...some, one]);
}
