/** Each thing in one place on a manager's Home tab, as true as on the day it is looked at. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import { weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { loadRestView } from '../../src/slack/loading/rest.ts';
import { homeView } from '../../src/slack/views/home/home.ts';
import { addBooking } from '../../src/store/bookings.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addNudges } from '../../src/store/nudges.ts';
import type { Person } from '../../src/store/people.ts';
import { loadPlanning } from '../../src/store/plan-input.ts';
import { addPromise } from '../../src/store/promises.ts';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function homeOf(person: Person): Promise<string> {
  return wordsOf(homeView(await loadHome(office.context, person, 0)).blocks);
}
/** What a plan has to say now of one kind. */
async function nudges(person: Person, behaviour: string): Promise<void> {
  const { store, behaviours } = office.context;
  const now = office.context.clock();
  const input = await (await loadPlanning(store, behaviours, [person.id], now)).inputOf(person.id);
  const plan = weeklyPlan({ ...input, behaviours: behaviours.filter(({ id }) => id === behaviour) });
  expect(plan).not.toEqual([]);
  await addNudges(store, person.id, 'plan:2026-11-23', plan, now);
}
/** How often words stand there. */
function times(words: string, said: string): number {
  return words.split(said).length - 1;
}

test('a blocked deal stands once: in the week, not as an ask, not among what can wait, not beside its person', async () => {
  const { dana, priya } = office.people;
  office.moveTo('2026-11-18T10:00:00Z');
  const words = { kind: 'blocked-deal', text: 'Legal sits on it', dealId: null, neededBy: null } as const;
  await ask(office.context, priya, { ...words, obstacle: 'company', once: 'view:ask' });
  office.moveTo('2026-11-23T10:00:00Z');
  const before = await homeOf(dana);
  expect(before).toContain('Waiting on you\n');
  expect(times(before, 'Legal sits on it')).toBe(1);
  await nudges(dana, 'blocked-deal');
  const home = await homeOf(dana);
  expect(times(home, 'Legal sits on it')).toBe(1);
  expect(home).not.toContain('Waiting on you');
  expect(home).not.toMatch(/next: .*blocked deal/u);
});

test('what a lead took is theirs: it is no row of the manager’s Home, though their nudge still stands open', async () => {
  const { dana, priya, lee } = office.people;
  office.moveTo('2026-11-18T10:00:00Z');
  const words = { kind: 'blocked-deal', text: 'Legal sits on it', dealId: null, neededBy: null } as const;
  await ask(office.context, priya, { ...words, obstacle: 'company', once: 'view:ask' });
  office.moveTo('2026-11-23T10:00:00Z');
  await nudges(dana, 'blocked-deal');
  await stepAsk(office.context, dana, { askId: 1, step: 'handed', once: 'trigger:hand' });
  expect(await homeOf(dana)).not.toContain('Legal sits on it');
  expect(await homeOf(lee)).toContain('Legal sits on it');
});

test('a promise that the week asks for has no second row, and has the same buttons there', async () => {
  const { dana, priya } = office.people;
  const promise = { managerId: dana.id, repId: priya.id, madeOn: '2026-11-16', dueOn: '2026-11-23' } as const;
  await addPromise(office.store, { ...promise, text: 'Call the CFO' }, office.context.clock());
  expect(await homeOf(dana)).toContain('Promises\n*Priya Nair* · Due today\nCall the CFO');
  await nudges(dana, 'keep-promise');
  const view = homeView(await loadHome(office.context, dana, 0));
  expect(times(wordsOf(view), 'Call the CFO')).toBe(1);
  expect(wordsOf(view)).not.toContain('Promises');
  expect(buttonsOf(view).slice(0, 3)).toEqual(['Kept', 'Move', 'I can’t']);
});

test('what was done meanwhile is no longer asked for, whatever the nudge said on Monday', async () => {
  const { dana, priya, sam } = office.people;
  for (const rep of [priya, sam])
    await addPromise(
      office.store,
      { managerId: dana.id, repId: rep.id, madeOn: '2026-11-16', dueOn: '2026-12-20', text: 'Something later' },
      office.context.clock(),
    );
  await nudges(dana, 'check-in');
  expect(await homeOf(dana)).toContain('*Check in with Priya');
  const entry = { minutes: 30, dealId: null, details: {}, texts: {}, shared: false, nudgeId: null };
  const talk = {
    ...entry,
    behaviour: 'check-in',
    managerId: dana.id,
    repId: priya.id,
    happenedOn: '2026-11-23',
  } as const;
  await addInteraction(office.store, talk, office.context.clock());
  const home = await homeOf(dana);
  expect(home).not.toContain('*Check in with Priya');
  expect(home).toContain('*Priya Nair* · talked today');
});

test('what is booked is one row, with its time and a way to move it', async () => {
  const { dana, priya } = office.people;
  const booking = { managerId: dana.id, repId: priya.id, dealId: null, behaviour: 'check-in', nudgeId: null };
  const startsAt = new Date('2026-11-24T10:00:00Z');
  await addBooking(office.store, { ...booking, minutes: 30, startsAt }, office.context.clock());
  const home = await homeOf(dana);
  expect(home).toContain('Booked: *Check-in with Priya Nair*, Tue, Nov 24, 10:00 AM\nMove\n');
  expect(home).not.toMatch(/Priya Nair\* · .*check-in/u);
});

test('as many things can wait as the list has that the number opens, asks and promises not among them', async () => {
  const { dana, priya } = office.people;
  const promise = { managerId: dana.id, repId: priya.id, madeOn: '2026-11-01', dueOn: '2026-11-20' } as const;
  await addPromise(office.store, { ...promise, text: 'Call the CFO' }, office.context.clock());
  const [, said = ''] = /\*(\d+) more can wait\.\*/u.exec(await homeOf(dana)) ?? [];
  expect(Number(said)).toBeGreaterThan(5);
  let rows = 0;
  let shown = '';
  for (let page = 0; page * 15 < Number(said); page += 1) {
    const view = await loadRestView(office.context, dana, page);
    rows += view.blocks.filter(({ type }) => type === 'section').length;
    shown += wordsOf(view);
  }
  expect(rows).toBe(Number(said));
  expect(shown).not.toContain('Call the CFO');
});

test('an ask that was taken isn’t called done: Home has the word of the message', async () => {
  const { dana, priya } = office.people;
  office.moveTo('2026-11-18T10:00:00Z');
  const words = { kind: 'blocked-deal', text: 'Legal sits on it', dealId: null, neededBy: null } as const;
  await ask(office.context, priya, { ...words, obstacle: 'company', once: 'view:ask' });
  office.moveTo('2026-11-23T10:00:00Z');
  await nudges(dana, 'blocked-deal');
  await stepAsk(office.context, dana, { askId: 1, step: 'taken', until: '2026-11-25', once: 'trigger:take' });
  const home = await homeOf(dana);
  expect(home).toContain('Taken: ');
  expect(home).not.toContain('Done: ');
});
