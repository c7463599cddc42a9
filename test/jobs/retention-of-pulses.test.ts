/** Where a workspace keeps words for so many days only, those of a pulse go, too: from the rows, and from the disk. */
import { beforeEach, expect, test } from 'vitest';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import { settleOwnPromise } from '../../src/acts/promises.ts';
import { eraseOldTexts } from '../../src/jobs/retention.ts';
import { loadResult } from '../../src/slack/loading/pulse-data.ts';
import { loadPulseHome } from '../../src/slack/loading/pulse-home-data.ts';
import { pulseHeard } from '../../src/slack/messages/pulse-heard.ts';
import { pulseResult } from '../../src/slack/messages/pulse-result.ts';
import { pulseForMe, pulseOfTeams } from '../../src/slack/views/home/home-pulse.ts';
import { sentencesView } from '../../src/slack/views/pulse/pulse-result.ts';
import { erasedWords } from '../../src/store/retention.ts';
import { claimNext, markSent } from '../../src/store/outbox.ts';
import { promisesAfterPulse } from '../../src/store/promises.ts';
import { findPulse } from '../../src/store/pulses.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { auditEvents } from '../helpers/audit.ts';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';
import { middling, publishPulse } from '../helpers/pulses.ts';

let company: Company;
let pulse: number;

beforeEach(async () => {
  company = await pulseCompany(6);
  const sentences = ['Canary one', 'Canary two', 'Canary three', 'Canary four', 'Canary five'];
  const days = { openedOn: '2026-11-10', closedOn: '2026-11-17' } as const;
  pulse = await publishPulse(company.store, company.dana, company.team, days, { ...middling, sentences });
  const about = { repId: null, happenedOn: '2026-11-23', minutes: 20, dealId: null, shared: false } as const;
  const texts = { heard: 'Canary heard', will: 'Canary will' };
  const entry = { ...about, behaviour: 'trust-pulse', details: { dueOn: '2026-12-01' }, texts } as const;
  await logInteraction(company.context, company.dana, { entry, once: 'view:V1' });
  for (let sent = 0; ; sent += 1) {
    const claimed = await claimNext(company.store, company.context.clock());
    if (claimed === undefined) break;
    await markSent(company.store, claimed.id, { channel: 'D1', ts: `1.${sent}` }, company.context.clock());
  }
  await writeSetting(company.store, 'workspace', 'retentionDays', 30, company.context.clock());
});

async function runOn(instant: string): Promise<void> {
  company.office.moveTo(instant);
  await eraseOldTexts(company.context, company.context.clock());
}

async function keep(): Promise<void> {
  company.office.moveTo('2026-12-01T10:00:00Z');
  const [first] = await promisesAfterPulse(company.store, pulse);
  await settleOwnPromise(company.context, company.dana, { promiseId: first?.id ?? 0, state: 'kept' });
}

const home = async (person = company.dana) => {
  const data = await loadPulseHome(company.context, person);
  const sections = [...pulseForMe(data, '2027-01-05'), ...pulseOfTeams(data)] as const;
  return sections.flatMap(({ head, rows }) => [...head, ...rows.flat()]);
};

test('the sentences go first, the answer to them on its own day; the averages stay', async () => {
  await runOn('2026-12-17T10:00:00Z');
  expect((await findPulse(company.store, pulse))?.result?.sentences).toHaveLength(5);
  await runOn('2026-12-18T10:00:00Z');
  expect(await findPulse(company.store, pulse)).toMatchObject({
    state: 'published',
    result: { ...middling, sentences: [] },
    heard: 'Canary heard',
    will: 'Canary will',
  });
  await runOn('2026-12-24T10:00:00Z');
  expect(await findPulse(company.store, pulse)).toMatchObject({ answeredOn: '2026-11-23', heard: null, will: null });
  const events = (await auditEvents(company.store)).filter(({ event }) => event === 'texts.erased');
  expect(events).toMatchObject(Array(2).fill({ details: '{"entries":0,"pulses":1,"olderThanDays":30}' }));
});

const texts = async () => new Set((await promisesAfterPulse(company.store, pulse)).map(({ text }) => text));

test('the promise that came of it keeps its words until it is settled and old', async () => {
  await runOn('2026-12-30T10:00:00Z');
  expect(await texts()).toEqual(new Set(['Canary will']));
  await keep();
  await runOn('2026-12-31T10:00:00Z');
  expect(await texts()).toEqual(new Set(['Canary will']));
  await runOn('2027-01-01T10:00:00Z');
  expect(await texts()).toEqual(new Set([erasedWords]));
});

test('nowhere on the disk, and the second time there is nothing to do', async () => {
  await keep();
  expect(company.disk()).toContain('Canary');
  await runOn('2027-01-05T10:00:00Z');
  expect(company.disk()).not.toContain('Canary');
  await runOn('2027-01-07T10:00:00Z');
  expect((await auditEvents(company.store)).filter(({ event }) => event === 'texts.erased')).toHaveLength(1);
});

test('what Slack has shown stays, and Home and “Read them all” say what there still is', async () => {
  const { context, dana, team } = company;
  const [rep] = team;
  if (rep === undefined) throw new Error('Nobody');
  await runOn('2027-01-05T10:00:00Z');
  const now = context.clock();
  expect(await pulseHeard.render(context, { pulse }, rep, now)).toBeUndefined();
  expect(wordsOf((await pulseResult.render(context, { pulse }, dana, now))?.blocks)).toContain('4 of 5');
  expect(wordsOf(await home())).toContain('You answered Nov 23');
  expect(buttonsOf(await home())).toEqual([]);
  expect(wordsOf(await home(rep))).not.toContain('heard');
  const shown = await loadResult(context, dana, pulse, now);
  const view = sentencesView({ pulse, sentences: shown?.result?.sentences ?? ['none'], page: 0 });
  expect(wordsOf(view.blocks)).toContain('are gone');
});
