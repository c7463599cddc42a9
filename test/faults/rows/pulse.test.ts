/** Somebody wants to know what one person answered. */
import { expect } from 'vitest';
import { takeBackPulseAnswer } from '../../../src/acts/answer-pulse.ts';
import type { Person } from '../../../src/store/people.ts';
import { openPulses, pulsesLedBy } from '../../../src/store/pulses.ts';
import { afterClose, answer, askedTeam, messageTo, pulseDay } from '../../helpers/asked-team.ts';
import { row } from '../../helpers/fault-rows.ts';
import { closing, everyRow, opening, pulseCompanyAnywhere } from '../../helpers/pulse-company.ts';

const canary = 'Canary in the coal mine';

async function asked(reps: number) {
  const company = await pulseCompanyAnywhere(reps);
  await company.at(opening);
  return { ...company, pulse: await company.newest() };
}

row(
  43,
  async () => {
    // Four answer, in Slack as they do: no message and no row has any of it.
    const { bot, sandbox, team, dana, ...work } = await askedTeam(6);
    await work.at(pulseDay);
    for (const person of team.slice(0, 4)) await answer({ sandbox }, person, ['4', '3', '5'], canary);
    await work.at(afterClose);
    await sandbox.until('the end of it', () => team.every((person) => messageTo(person, 'This pulse is closed')));
    const toSlack = sandbox.traffic.filter(({ direction }) => direction === 'to-slack');
    expect(JSON.stringify(toSlack.map(({ sent }) => sent))).not.toContain('Canary');
    expect(JSON.stringify([dana.messages(), dana.home()?.blocks ?? []])).not.toContain('Canary');
    const rows = await everyRow({ store: bot.store });
    expect([rows.get('pulse_box'), rows.get('pulse_answered')]).toEqual(['[]', '[]']);
    expect([...rows.values()].join('\n')).not.toContain('Canary');

    // The fifth takes theirs back: as if it had never been given.
    const back = await asked(6);
    for (const person of back.team.slice(0, 4)) await back.answer(back.pulse, person, 1);
    const { receipt } = await back.answer(back.pulse, back.team[4], 5);
    await takeBackPulseAnswer(back.context, back.team[4] as Person, { pulseId: back.pulse.id, receipt });
    await back.at(closing);
    expect(await back.again(back.pulse)).toMatchObject({ state: 'hidden', result: null });

    // A team within a lead's: who was asked in one group is in no other, so that nothing is left to subtract.
    const nested = await asked(5);
    for (const person of nested.team) await nested.answer(nested.pulse, person, 3);
    await nested.at(closing);
    expect((await pulsesLedBy(nested.store, nested.lee.id)).length + (await openPulses(nested.store)).length).toBe(0);

    // In whatever order they came: the rows are the same.
    const stored: string[] = [];
    for (const order of [
      [0, 1, 2, 3, 4, 5],
      [5, 3, 4, 0, 2, 1],
    ]) {
      const company = await asked(6);
      for (const index of order) await company.answer(company.pulse, company.team[index], 4, canary);
      const all = await everyRow(company);
      expect(all.get('pulse_box')).not.toContain('Canary');
      const answered = JSON.parse(all.get('pulse_answered') ?? '[]') as object[];
      expect(answered).toHaveLength(6);
      stored.push(answered.map((one) => JSON.stringify(one)).join('\n'));
    }
    expect(stored[1]).toBe(stored[0]);
  },
  { milliseconds: 180_000 },
);
