/** Home tabs and the form on a rep at the edges of what there can be, all within Slack's limits. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { validateView } from '@firstline/slack-sandbox/blocks';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { loadPersonView } from '../../src/slack/loading/person-data.ts';
import { personParts } from '../../src/slack/routes/person.ts';
import { homeView } from '../../src/slack/views/home/home.ts';
import { addCycleComment, openCycle } from '../../src/store/cycles.ts';
import { addExpectation } from '../../src/store/expectations.ts';
import { addGoal } from '../../src/store/goals.ts';
import { addIdea, markIdeaUsed } from '../../src/store/ideas.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import type { Person } from '../../src/store/people.ts';
import { addPraise } from '../../src/store/praises.ts';
import { addPromise, settlePromise } from '../../src/store/promises.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addSkillNote, answerConfidence, askConfidence } from '../../src/store/skills.ts';
import { addDays } from '../../src/time/zoned.ts';
import { asJson, buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const today: LocalDate = '2026-11-23';
const longWords = `${'& <b> _*~`'.repeat(60)}${'😀'.repeat(1100)}`;
const mostBytes = 250_000;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

function valid(view: object, surface: 'home' | 'modal'): void {
  expect(validateView(asJson(view), surface)).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(mostBytes);
}
async function home(person: Person, page = 0) {
  const view = homeView(await loadHome(office.context, person, page));
  valid(view, 'home');
  return view;
}
async function more(manager: Person, rep: Person, page = 0) {
  const view = await loadPersonView(office.context, manager, rep.id, page);
  valid(view, 'modal');
  return view;
}

/** Ten years of everything, in long words. */
async function longHistory(manager: Person, rep: Person, text = longWords): Promise<void> {
  const { store } = office;
  const now = office.context.clock();
  const people = { managerId: manager.id, repId: rep.id };
  const rest = { minutes: 30, dealId: null, details: {}, texts: { saw: text }, shared: true, nudgeId: null };
  const firstEntry = await addInteraction(
    store,
    { ...people, ...rest, behaviour: 'strategy-brief', happenedOn: '2016-11-23' },
    now,
  );
  for (const { id } of office.context.behaviours)
    for (let back = 0; back < 4; back += 1)
      await addInteraction(store, { ...people, ...rest, behaviour: id, happenedOn: addDays(today, -900 * back) }, now);
  for (let number = 0; number < 60; number += 1) {
    const dueOn = addDays(today, number - 20);
    const id = await addPromise(store, { ...people, text, madeOn: '2026-10-01', dueOn }, now);
    if (number % 4 === 0) await settlePromise(store, id, number % 8 === 0 ? 'kept' : 'dropped', '2026-11-20');
  }
  for (let number = 0; number < 12; number += 1) {
    await addGoal(store, { repId: rep.id, authorId: rep.id, text, on: '2026-01-01' }, now);
    await addExpectation(store, { ...people, text, on: '2026-01-01' }, now);
    const idea = await addIdea(store, { repId: rep.id, text, heardOn: '2026-01-01' }, now);
    await markIdeaUsed(store, idea, '2026-02-01', text);
    await addPraise(store, { ...people, text, isPublic: true, givenOn: '2026-01-01', interactionId: null }, now);
    const words = { gap: text, assignment: text, rootCause: 'skill' } as const;
    const cycleId = await openCycle(store, { ...people, ...words, openedOn: '2026-01-01', dueOn: today }, now);
    for (let said = 0; said < 12; said += 1)
      await addCycleComment(store, { cycleId, authorId: said % 2 === 0 ? rep.id : manager.id, text }, now);
  }
  for (let number = 0; number < 45; number += 1) {
    const level = number % 2 === 0 ? 'strength' : 'learning';
    const tag = `skill-with-a-rather-long-name-number${number}`;
    await addSkillNote(store, { ...people, interactionId: firstEntry, tag, level, notedOn: '2026-01-01' }, now);
  }
  const topics = ['how-we-win', 'dream-clients', 'our-value'] as const;
  await askConfidence(store, { repId: rep.id, interactionId: firstEntry, topics }, now);
  for (const topic of topics)
    await answerConfidence(store, { repId: rep.id, interactionId: firstEntry, topic, value: 3, on: '2026-02-01' });
}

describe('a rep', () => {
  test('on day one reads in one place what will stand here, and can begin at once', async () => {
    const { dana } = office.people;
    const nia = await office.hire('Nia Cole', dana.id);
    const view = await home(nia);
    expect(wordsOf(view)).toContain('Here you’ll see what you ask for');
    expect(buttonsOf(view)).toEqual(
      expect.arrayContaining(['Ask for something', 'Add a goal', 'What’s stored about me', 'Settings']),
    );
    const sheet = await more(dana, nia);
    expect(wordsOf(sheet)).toContain('Nothing yet: promises, goals, expectations, ideas and talks.');
    expect(buttonsOf(sheet).slice(0, 6)).toEqual([
      'Log a conversation',
      'Promise something',
      'Book it',
      'Done',
      'Book it',
      'Done',
    ]);
    expect(buttonsOf(sheet).slice(6)).toEqual([expect.stringMatching(/^\d+ more$/u), 'Pick one thing']);
  });

  test('of ten years sees the newest of everything, and how much there is beyond that', async () => {
    const { dana, priya } = office.people;
    await longHistory(dana, priya);
    const view = await home(priya);
    const words = wordsOf(view);
    for (const counted of ['more promises', 'more goals', '10 more before these']) expect(words).toContain(counted);
    expect(buttonsOf(view)).toEqual(expect.arrayContaining(['Comment', 'Change', 'I’ve read it', 'Read']));
    const sheet = await more(dana, priya);
    expect(wordsOf(sheet)).toContain('*Strong at:* #skill');
    expect(wordsOf(sheet)).toContain('How we win:* they say 3 of 5');
    expect(wordsOf(sheet)).toContain('11 before this one.');
    expect(buttonsOf(sheet)).toEqual(
      expect.arrayContaining(['Look again', 'Comment', 'Read', 'Older', 'Kept', '46 more']),
    );
    await more(dana, priya, 5);
    expect(wordsOf(await more(dana, priya, 999))).toContain('Time together');
    for (const part of personParts) valid(await loadPersonView(office.context, dana, priya.id, 0, part), 'modal');
  });

  test('sees what was kept, taken back and moved, soonest first', async () => {
    const { dana, priya } = office.people;
    const now = office.context.clock();
    const people = { managerId: dana.id, repId: priya.id, madeOn: '2026-11-01' } as const;
    const add = (text: string, dueOn: LocalDate) => addPromise(office.store, { ...people, text, dueOn }, now);
    const kept = await add('Kept one', '2026-11-20');
    const dropped = await add('Dropped one', '2026-11-20');
    await add('Later one', '2026-11-30');
    await add('Late one', '2026-11-20');
    await settlePromise(office.store, kept, 'kept', '2026-11-19');
    await settlePromise(office.store, dropped, 'dropped', '2026-11-18');
    const words = wordsOf(await home(priya));
    expect(words).toContain('*Late one*\nWas due Fri, Nov 20');
    expect(words).toContain('*Kept one*\nKept on Nov 19');
    expect(words).toContain('*Dropped one*\nWithdrawn on Nov 18');
    const order = ['Late one', 'Later one', 'Kept one', 'Dropped one'].map((text) => words.indexOf(text));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });
});

describe('who sees what', () => {
  test('an entry for oneself alone appears in nobody else’s Home or form, and nobody’s row', async () => {
    const { dana, priya, lee } = office.people;
    const now = office.context.clock();
    const entry = { happenedOn: today, minutes: 5, dealId: null, details: {}, texts: {}, shared: true, nudgeId: null };
    for (const repId of [null, priya.id])
      for (const behaviour of ['reflection', 'time-balance'])
        await addInteraction(office.store, { ...entry, behaviour, managerId: dana.id, repId }, now);
    await setManager(office.store, priya.id, lee.id, '2026-11-20');
    for (const reader of [priya, lee])
      expect(wordsOf(await home(reader))).not.toMatch(/Reflection|Time balance|talked today/u);
    expect(wordsOf(await more(lee, priya))).not.toMatch(/Reflection|Time balance/u);
  });

  test('an earlier manager, a lead and a colleague get no form on a rep; a new manager neither tags nor answers meant for another', async () => {
    const { dana, priya, lee, sam, omar } = office.people;
    await longHistory(dana, priya, 'Canary of Dana');
    for (const reader of [lee, sam, priya, omar]) await expect(more(reader, priya)).rejects.toThrow('report to you');
    await setManager(office.store, priya.id, omar.id, '2026-11-20');
    await expect(more(dana, priya)).rejects.toThrow('report to you');
    const sheet = await more(omar, priya);
    expect(wordsOf(sheet)).toContain('Working on together');
    expect(wordsOf(sheet)).not.toMatch(/#skill|3 of 5/u);
    expect(wordsOf(await home(lee))).not.toContain('Canary');
  });
});

describe('a manager', () => {
  test('of one, of nobody, and of forty with ten years each has a Home', async () => {
    const { omar, dana } = office.people;
    expect(wordsOf(await home(omar))).toContain('Who sees what');
    const only = await office.hire(`Only ${'&'.repeat(300)}`, omar.id);
    await longHistory(omar, only);
    expect(buttonsOf(await home(omar))).toEqual(expect.arrayContaining(['Kept', 'Move', 'I can’t', 'Log']));
    for (let number = 0; number < 38; number += 1) await office.hire(`Rep Number${number}`, dana.id);
    for (const page of [0, 1])
      expect(buttonsOf(await home(dana, page)).filter((label) => label === 'Log')).toHaveLength(20);
  });

  test('of sixty sees two things to do next a person, twenty people a page, and one line each', async () => {
    const { dana } = office.people;
    for (let number = 0; number < 58; number += 1) await office.hire(`Rep ${number} ${'Long '.repeat(50)}`, dana.id);
    for (const page of [0, 1, 2]) {
      const rows = (await home(dana, page)).blocks.filter(({ block_id: id }) => id?.startsWith('person-'));
      expect(rows).toHaveLength(20);
      for (const row of rows) expect(wordsOf(row)).toMatch(/ · next: [^,\n]+, [^,\n]+, \d+ more$/mu);
    }
  });
});

describe('a lead', () => {
  test('sees how promises stand in numbers, skip-levels and thanks, and no word of them', async () => {
    const { lee, dana, priya } = office.people;
    const now = office.context.clock();
    const people = { managerId: dana.id, repId: priya.id, madeOn: '2026-11-01', text: 'Canary promise' } as const;
    await addPromise(office.store, { ...people, dueOn: '2026-11-20' }, now);
    const kept = await addPromise(office.store, { ...people, dueOn: '2026-11-20' }, now);
    await settlePromise(office.store, kept, 'kept', '2026-11-20');
    const view = await home(lee);
    expect(wordsOf(view)).toContain('Promises to reps, last 28 days: Dana Osei 1 kept, 1 open (1 overdue)');
    expect(wordsOf(view)).toMatch(/\d+ more can wait\.\* Next: /u);
    expect(JSON.stringify(view)).not.toContain('Canary');
  });

  test('who is a manager and a rep, too, with everything at its longest, loses no person of the page', async () => {
    const long = '& <b> '.repeat(50);
    const { lee } = office.people;
    const boss = await office.hire(`Boss ${long}`);
    await setManager(office.store, lee.id, boss.id, '2026-09-01');
    await longHistory(boss, lee);
    for (let number = 0; number < 20; number += 1) {
      const rep = await office.hire(`Rep ${number} ${long}`, lee.id);
      const now = office.context.clock();
      for (const dueOn of ['2026-11-20', '2026-11-23', '2026-12-01'] as const)
        await addPromise(
          office.store,
          { managerId: lee.id, repId: rep.id, text: longWords, madeOn: '2026-11-01', dueOn },
          now,
        );
      const words = { kind: 'help', dealId: null, obstacle: null, neededBy: null, text: longWords } as const;
      await ask(office.context, rep, { ...words, once: `view:${number}` });
    }
    for (let number = 0; number < 25; number += 1) {
      const manager = await office.hire(`Manager ${number} ${long}`, lee.id);
      await office.hire(`Rep of ${number} ${long}`, manager.id);
    }
    const view = await home(lee);
    const labels = buttonsOf(view);
    expect(labels.filter((label) => label === 'Log')).toHaveLength(20);
    const words = wordsOf(view);
    for (const heading of ['This week', 'Promises', 'Waiting on you', 'Your managers', 'Your people'])
      expect(words).toContain(heading);
    expect(words).toMatch(/\d+ more promises with a later day/u);
  });
});
