/** The rep's half of a Home tab in which little or nothing stands yet. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { validateView } from '@firstline/slack-sandbox/blocks';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { homeView, mineView } from '../../src/slack/views/home/home.ts';
import { addBooking } from '../../src/store/bookings.ts';
import { addExpectation } from '../../src/store/expectations.ts';
import { addGoal } from '../../src/store/goals.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import type { Person } from '../../src/store/people.ts';
import { addPromise } from '../../src/store/promises.ts';
import { asJson, buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** The headings, and what can be pressed but for settings and help. */
async function homeOf(person: Person): Promise<{ words: string; headings: string[]; buttons: string[] }> {
  const view = homeView(await loadHome(office.context, person, 0));
  expect(validateView(asJson(view), 'home')).toEqual([]);
  const headings = view.blocks.flatMap((block) =>
    'text' in block && block.type === 'header' ? [block.text?.text ?? ''] : [],
  );
  return { words: wordsOf(view), headings, buttons: buttonsOf(view).slice(0, -2) };
}
const goal = (rep: Person) =>
  addGoal(
    office.store,
    { repId: rep.id, authorId: rep.id, text: 'Lead a team', on: '2026-11-20' },
    office.context.clock(),
  );
async function asks(rep: Person): Promise<void> {
  const words = { kind: 'help', text: 'Come along', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, rep, { ...words, once: 'view:ask' });
}
async function promised(manager: Person, rep: Person): Promise<void> {
  const people = { managerId: manager.id, repId: rep.id };
  const promise = { ...people, text: 'Call the CFO', madeOn: '2026-11-20', dueOn: '2026-12-01' } as const;
  await addPromise(office.store, promise, office.context.clock());
}

test('a new rep reads in one place what will stand here, can begin at once, and isn’t asked to set up a team', async () => {
  const { words, headings, buttons } = await homeOf(office.people.priya);
  expect(headings).toEqual(['You and Dana']);
  expect(words).toContain(
    'Here you’ll see what you ask for and where it stands, what Dana promises you, what you’re working on together, your goals, what Dana expects, thanks, your ideas that were used and the time you had together.',
  );
  expect(words).toContain(
    '*You report to Dana Osei.* This page is between you and Dana. Lee Park sees counts, never words, unless an ask goes up.',
  );
  expect(buttons).toEqual(['Ask for something', 'Add a goal', 'What’s stored about me']);
  expect(words).not.toContain('Set up');
});

test('a manager has what they have with their own manager behind one button, and on Home only what waits for them', async () => {
  const { dana, lee } = office.people;
  await goal(dana);
  const rest = { minutes: 30, dealId: null, details: {}, texts: {}, shared: false, nudgeId: null };
  const entry = {
    behaviour: 'check-in',
    managerId: lee.id,
    repId: dana.id,
    happenedOn: '2026-11-20',
    ...rest,
  } as const;
  await addInteraction(office.store, entry, office.context.clock());
  const { words, buttons, headings } = await homeOf(dana);
  expect(buttons).toContain('You and Lee');
  expect(words).not.toContain('Lead a team');
  expect(headings).not.toContain('Your asks');
  const mine = mineView(await loadHome(office.context, dana, 0));
  expect(validateView(asJson(mine), 'modal')).toEqual([]);
  expect(wordsOf(mine)).toMatch(/Your goals\n.*Lead a team[\s\S]*Time with Lee\n.*\*Check-in with Lee Park\*/u);
  expect(buttonsOf(mine)).toEqual(['Ask for something', 'Change', 'Add a goal', 'What’s stored about me']);
  await asks(dana);
  expect((await homeOf(dana)).headings).toContain('Your asks');
});

test('what is asked for stands above what is still to come, and nothing empty has a heading', async () => {
  const { dana, priya } = office.people;
  await asks(priya);
  const { headings, buttons } = await homeOf(priya);
  expect(headings).toEqual(['You and Dana', 'Your asks']);
  expect(buttons.filter((label) => label === 'Ask for something')).toHaveLength(1);
  await goal(priya);
  await promised(dana, priya);
  const expectation = { text: 'A next step on each deal', on: '2026-11-20' } as const;
  await addExpectation(office.store, { managerId: dana.id, repId: priya.id, ...expectation }, office.context.clock());
  expect((await homeOf(priya)).headings).toEqual([
    'You and Dana',
    'Your asks',
    'Promised to you',
    'Your goals',
    'What Dana expects',
  ]);
});

test('a rep sees when their manager has set time aside for them, and not what for', async () => {
  const { dana, lee, priya, omar } = office.people;
  const booking = { repId: priya.id, dealId: null, behaviour: 'early-conversation', nudgeId: null, minutes: 30 };
  const now = office.context.clock();
  const add = (managerId: number, startsAt: string) =>
    addBooking(office.store, { ...booking, managerId, startsAt: new Date(startsAt) }, now);
  await add(dana.id, '2026-11-24T10:00:00Z');
  await add(dana.id, '2026-11-20T10:00:00Z');
  await add(lee.id, '2026-11-25T10:00:00Z');
  await add(omar.id, '2026-11-26T10:00:00Z');
  const { words } = await homeOf(priya);
  expect(words).toContain('Coming up\n');
  expect(words).toContain('*Time with Dana Osei* · Tue, Nov 24, 10:00 AM');
  expect(words).toContain('*Time with Lee Park* · Wed, Nov 25, 10:00 AM');
  expect(words.match(/Time with/gu)).toHaveLength(2);
});
