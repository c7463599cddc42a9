/** The rep's half of a Home tab in which little or nothing stands yet. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { validateView } from '../../src/sandbox/blocks/validate.ts';
import { loadHome } from '../../src/slack/home-data.ts';
import { homeView } from '../../src/slack/views/home.ts';
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

/** What stands between the first heading and the buttons below all. */
async function homeOf(person: Person): Promise<{ words: string; headings: string[]; buttons: string[] }> {
  const view = homeView(await loadHome(office.context, person, 0));
  expect(validateView(asJson(view), 'home')).toEqual([]);
  const headings = view.blocks.flatMap((block) =>
    'text' in block && block.type === 'header' ? [block.text?.text ?? ''] : [],
  );
  return { words: wordsOf(view), headings: headings.slice(1), buttons: buttonsOf(view).slice(0, -3) };
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
  const promise = { ...people, text: 'Call the CFO', madeOn: '2026-11-20', dueOn: '2026-12-01' };
  await addPromise(office.store, promise, office.context.clock());
}

test('a new rep reads in one place what will stand here, can begin at once, and sees nothing that looks like a fault', async () => {
  const { words, headings, buttons } = await homeOf(office.people.priya);
  expect(headings).toEqual(['You and Dana', 'Time with your manager']);
  expect(words).toContain(
    'Here you’ll see what you ask for and where it stands, what Dana promises you, what the two of you work on, what you want from this job, what is expected of you, thanks for your work, ideas of yours that were used and the time you had together.',
  );
  expect(words).not.toMatch(/no open promise|hasn’t|haven’t|logged nothing|None on record/u);
  expect(words).toContain('You report to Dana Osei.');
  expect(buttons).toEqual(['Ask for something', 'What I want from this job', 'What’s stored about me']);
});

test('a manager’s own half with a goal and time with the lead shows these, and the rest in one place', async () => {
  const { dana, lee } = office.people;
  await goal(dana);
  const rest = { minutes: 30, dealId: null, details: {}, texts: {}, shared: false, nudgeId: null };
  const entry = { behaviour: 'check-in', managerId: lee.id, repId: dana.id, happenedOn: '2026-11-20', ...rest };
  await addInteraction(office.store, entry, office.context.clock());
  const { words, headings, buttons } = await homeOf(dana);
  expect(headings.slice(-3)).toEqual(['You and Lee', 'What you want from this job', 'Time with your manager']);
  expect(words).toContain('what is expected of you, thanks for your work and ideas of yours that were used.');
  expect(words).toContain('*Check-in with Lee Park*');
  expect(buttons).toEqual(expect.arrayContaining(['Ask for something', 'Change', 'Remove', 'Add']));
  expect(buttons).not.toContain('What I want from this job');
});

test('what is asked for stands above what is still to come', async () => {
  const { priya } = office.people;
  await asks(priya);
  const { headings, buttons } = await homeOf(priya);
  expect(headings).toEqual(['Your asks', 'You and Dana', 'Time with your manager']);
  expect(buttons.filter((label) => label === 'Ask for something')).toHaveLength(1);
});

test('with most of it on record every heading stays, and each empty one says what it is for', async () => {
  const { dana, priya } = office.people;
  await goal(priya);
  await asks(priya);
  await promised(dana, priya);
  const expectation = { text: 'A next step on each deal', on: '2026-11-20' };
  await addExpectation(office.store, { managerId: dana.id, repId: priya.id, ...expectation }, office.context.clock());
  const { words, headings } = await homeOf(priya);
  expect(headings).toEqual([
    'Your asks',
    'Promised to you',
    'What you work on',
    'What you want from this job',
    'What is expected of you',
    'Thanks you got',
    'Your ideas',
    'Time with your manager',
  ]);
  expect(words).toContain('You and Dana haven’t agreed yet on what to get better at.');
  expect(words).toContain('Dana Osei has logged nothing about time with you yet.');
});
