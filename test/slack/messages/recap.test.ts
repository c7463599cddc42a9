/** A manager's week and a rep's month from a real database: one person to sixty, hostile names, and who may read what. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import { book } from '../../../src/acts/book.ts';
import { stepAsk } from '../../../src/acts/step-ask.ts';
import { validateMessage } from '@firstline/slack-sandbox/blocks';
import { recap } from '../../../src/slack/messages/recap.ts';
import { repRecap } from '../../../src/slack/messages/rep-recap.ts';
import { asksOf } from '../../../src/store/asks.ts';
import { addCycleComment, openCycle } from '../../../src/store/cycles.ts';
import { addGoal } from '../../../src/store/goals.ts';
import { addInteraction } from '../../../src/store/interactions.ts';
import type { NewInteraction } from '../../../src/store/interactions.ts';
import type { Person } from '../../../src/store/people.ts';
import { addPraise } from '../../../src/store/praises.ts';
import { addPromise, settlePromise } from '../../../src/store/promises.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { asJson, buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';
import type { LocalDate } from '../../../src/time/zoned.ts';
import { dayNamed } from '../../../src/time/zoned.ts';

const on: LocalDate = '2026-11-27';
const hostile = `<!channel> *_~\`& محمد 王小明 ${'very long '.repeat(12)}`;
const endless = `${hostile} ${'words and more words '.repeat(150)}`;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  office.moveTo(`${on}T15:00:00Z`);
});
afterEach(() => office.close());

function expectFits(message: { readonly text: string; readonly blocks: readonly unknown[] } | undefined): void {
  if (message === undefined) throw new Error('There is no message');
  expect(validateMessage(asJson({ text: message.text, blocks: message.blocks }))).toEqual([]);
  expect(message.text.length).toBeLessThanOrEqual(4000);
  // One more for a picture.
  expect(message.blocks.length).toBeLessThan(50);
  expect(message.text).not.toContain('<!channel>');
}

const weekOf = (manager: Person, day = on) =>
  recap.render(office.context, { manager: manager.id, on: day }, manager, office.context.clock());
const monthOf = (rep: Person, month = '2026-11') =>
  repRecap.render(office.context, { rep: rep.id, month }, rep, office.context.clock());

async function log(manager: Person, rep: Person, more: Partial<NewInteraction> = {}): Promise<number> {
  const entry = { behaviour: 'check-in', happenedOn: on, minutes: 30, dealId: null, details: {}, texts: {} };
  const rest = { shared: false, nudgeId: null, managerId: manager.id, repId: rep.id };
  return addInteraction(office.store, { ...entry, ...rest, ...more }, office.context.clock());
}

async function promiseTo(manager: Person, rep: Person, text: string, dueOn: LocalDate = '2026-12-01'): Promise<number> {
  const promise = { managerId: manager.id, repId: rep.id, text, madeOn: '2026-11-20', dueOn } as const;
  return addPromise(office.store, promise, office.context.clock());
}

async function newestAsk(): Promise<number> {
  const asks = await asksOf(office.store, { states: ['open'], limit: 10 });
  return asks.at(-1)?.id ?? 0;
}

test('whom next week begins with is offered to be booked once', async () => {
  const { dana, priya, sam } = office.people;
  await log(dana, priya);
  const message = await weekOf(dana);
  expect(wordsOf(message)).toContain('*Start next week with Sam Ruiz.*');
  expect(buttonsOf(message)).toContain('Book it');
  const appointment = { date: '2026-11-30', time: '10:00', minutes: 30 } as const;
  await book(office.context, dana, { subject: { behaviour: 'check-in', repId: sam.id }, appointment, once: 'view:1' });
  const after = await weekOf(dana);
  expect(wordsOf(after)).toContain('You booked Mon, Nov 30, 10:00 AM.');
  expect(buttonsOf(after)).not.toContain('Book it');
});

describe('the manager’s week', () => {
  test.each([
    [1, /1 person/u],
    [8, /8 people/u],
    [60, /And 52 more people\./u],
  ])('fits with %d reps whose names are hostile, every one with acts and promises', async (reps, rest) => {
    const manager = await office.hire(hostile);
    for (let number = 0; number < reps; number += 1) {
      const rep = await office.hire(`${number} ${hostile}`, manager.id);
      for (const behaviour of ['check-in', 'ride-along', 'coaching-note', 'connect', 'recognition'])
        await log(manager, rep, { behaviour });
      await promiseTo(manager, rep, endless);
      await settlePromise(office.store, await promiseTo(manager, rep, endless), 'kept', on);
    }
    const message = await weekOf(manager);
    expectFits(message);
    expect(wordsOf(message?.blocks)).toContain(`time with ${reps} of ${reps}`);
    expect(message?.picture === undefined).toBe(reps === 1);
    expect(wordsOf(message?.blocks)).toMatch(rest);
  });

  test('has a picture of nothing but the manager’s own entries', async () => {
    const { dana, priya, lee } = office.people;
    await log(dana, priya);
    await log(lee, priya, { behaviour: 'skip-level' });
    await log(dana, priya, { behaviour: 'reflection' });
    expect((await weekOf(dana))?.picture?.picture.alt).toContain('times together in 28 days. Team’s median: 0.5.');
    const texts = { what: 'Canary of another' };
    await log(lee, priya, { texts, shared: true });
    expect(JSON.stringify(await weekOf(dana))).not.toMatch(/Canary|eflection|skip-level/u);
  });

  test('is the manager’s alone, and only while they have reps', async () => {
    const { dana, lee, priya } = office.people;
    const subject = { manager: dana.id, on };
    expect(await recap.render(office.context, subject, lee, office.context.clock())).toBeUndefined();
    expect(await weekOf(lee)).toBeUndefined();
    expect(await weekOf(priya)).toBeUndefined();
    expect(await weekOf(dana)).toBeDefined();
  });

  test('is news for three days', async () => {
    office.moveTo('2026-11-30T09:00:00Z');
    expect(await weekOf(office.people.dana)).toBeDefined();
    office.moveTo('2026-12-01T09:00:00Z');
    expect(await weekOf(office.people.dana)).toBeUndefined();
  });

  test('tells an earlier manager nothing about somebody who went to another team, nor the new one of the time before', async () => {
    const { dana, priya, omar } = office.people;
    await log(dana, priya);
    await promiseTo(dana, priya, 'Call the CFO');
    await setManager(office.store, priya.id, omar.id, on);
    const [before, now] = [await weekOf(dana), await weekOf(omar)];
    expect(wordsOf(before?.blocks)).not.toContain('check-in');
    // What Dana promised is still Dana’s to keep.
    expect(buttonsOf(before?.blocks)).toContain('Kept');
    expect(wordsOf(now?.blocks)).not.toMatch(/check-in|CFO/u);
  });

  test('says without guilt that nothing is logged, and offers one small step', async () => {
    const words = wordsOf((await weekOf(office.people.dana))?.blocks);
    expect(words).toContain('one line is enough');
    expect(words).not.toMatch(/fail|miss|should|only \d/iu);
    expect(buttonsOf((await weekOf(office.people.dana))?.blocks)).toEqual([
      'Log one thing',
      'Last 12 weeks',
      'Change my hour',
    ]);
  });

  test('tells an answer to an ask, by its kind and without its words', async () => {
    const { dana, priya } = office.people;
    const asked = { kind: 'exception', dealId: null, obstacle: null, neededBy: null, text: 'Canary ask' } as const;
    await ask(office.context, priya, { ...asked, once: 'view:1' });
    await stepAsk(office.context, dana, { askId: await newestAsk(), step: 'granted', once: 'view:2' });
    const words = wordsOf((await weekOf(dana))?.blocks);
    expect(words).toContain('Priya Nair asked for an exception: you said yes (Fri)');
    expect(words).not.toContain('Canary');
  });
});

describe('the rep’s month', () => {
  beforeEach(() => office.moveTo('2026-12-04T15:00:00Z'));

  test('fits with all that can be said, promised and done, in hostile words', async () => {
    const { dana } = office.people;
    const rep = await office.hire(hostile, dana.id);
    const now = office.context.clock();
    for (let number = 0; number < 12; number += 1) {
      const texts = { what: endless };
      for (const behaviour of office.context.behaviours.filter(({ about }) => about === 'rep').map(({ id }) => id))
        await log(dana, rep, { behaviour, happenedOn: dayNamed(2026, 11, 10 + number), texts, shared: true });
      const praise = { managerId: dana.id, repId: rep.id, text: endless, isPublic: false, givenOn: on };
      await addPraise(office.store, { ...praise, interactionId: null }, now);
      await promiseTo(dana, rep, endless);
      await settlePromise(office.store, await promiseTo(dana, rep, endless), 'kept', on);
      await addGoal(office.store, { repId: rep.id, authorId: rep.id, text: endless, on }, now);
    }
    const cycle = { managerId: dana.id, repId: rep.id, gap: endless, rootCause: 'skill', assignment: endless } as const;
    const id = await openCycle(office.store, { ...cycle, openedOn: '2026-11-02', dueOn: on }, now);
    await addCycleComment(office.store, { cycleId: id, authorId: rep.id, text: endless }, now);
    expectFits(await monthOf(rep));
  });

  test('quotes what the rep may read, and nothing else', async () => {
    const { dana, priya, lee } = office.people;
    await log(dana, priya, { texts: { heard: 'Canary private' } });
    await log(dana, priya, { texts: { heard: 'Shared by Dana' }, shared: true });
    await log(lee, priya, { behaviour: 'reflection', texts: { what: 'Canary reflection' }, shared: true });
    await log(dana, priya, { texts: { heard: 'Canary of October' }, shared: true, happenedOn: '2026-10-31' });
    const month = await monthOf(priya);
    expect(wordsOf(month?.blocks)).toContain('Shared by Dana');
    expect(wordsOf(month?.blocks)).toContain('2 check-ins (Nov 27)');
    expect(JSON.stringify(month)).not.toMatch(/Canary|eflection/u);
    expect(
      await repRecap.render(office.context, { rep: priya.id, month: '2026-11' }, dana, office.context.clock()),
    ).toBeUndefined();
  });

  test('tells what was done for the rep, each once, and leaves a refusal out', async () => {
    const { dana, priya } = office.people;
    office.moveTo(`${on}T10:00:00Z`);
    const asked = { kind: 'exception', dealId: null, obstacle: null, neededBy: null } as const;
    for (const [text, step] of [
      ['Net 60 for Northwind', 'granted'],
      ['A new laptop', 'declined'],
    ] as const) {
      await ask(office.context, priya, { ...asked, text, once: `view:${text}` });
      await stepAsk(office.context, dana, { askId: await newestAsk(), step, text: 'So be it', once: `step:${text}` });
    }
    await settlePromise(office.store, await promiseTo(dana, priya, 'Call the CFO'), 'kept', on);
    office.moveTo('2026-12-04T15:00:00Z');
    const words = wordsOf((await monthOf(priya))?.blocks);
    expect(words).toContain('Exception approved on Nov 27: Net 60 for Northwind');
    expect(words).toContain('Promise kept on Nov 27: Call the CFO');
    expect(words).not.toContain('laptop');
  });

  test('is not sent where there is nothing to tell, whatever stands', async () => {
    const { priya } = office.people;
    await addGoal(office.store, { repId: priya.id, authorId: priya.id, text: 'Lead', on }, office.context.clock());
    expect(await monthOf(priya)).toBeUndefined();
    await promiseTo(office.people.dana, priya, 'Call the CFO');
    expect(wordsOf((await monthOf(priya))?.blocks)).toContain('Call the CFO');
  });
});

test('a month’s recap tells that month alone, however late it comes', async () => {
  const { dana, priya } = office.people;
  office.moveTo('2026-12-07T15:00:00Z');
  const now = office.context.clock();
  const promise = { managerId: dana.id, repId: priya.id, dueOn: '2026-12-10' } as const;
  await addPromise(office.store, { ...promise, text: 'Of November', madeOn: '2026-11-20' }, now);
  await addPromise(office.store, { ...promise, text: 'Of December', madeOn: '2026-12-02' }, now);
  await addPromise(office.store, { ...promise, text: 'Of October', madeOn: '2026-10-20' }, now);
  await addGoal(office.store, { repId: priya.id, authorId: priya.id, text: 'Lead a team', on: '2026-12-03' }, now);
  const cycle = {
    managerId: dana.id,
    repId: priya.id,
    gap: 'December’s gap',
    rootCause: 'skill',
    assignment: 'Try',
  } as const;
  await openCycle(office.store, { ...cycle, openedOn: '2026-12-02', dueOn: '2026-12-20' }, now);
  const words = wordsOf((await monthOf(priya))?.blocks);
  expect(words).toContain('*Promised to you*\n• Of November\n');
  expect(words).not.toMatch(/December’s|Of December|Of October|Lead a team/u);
});
