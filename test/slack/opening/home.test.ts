import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import { stepAsk } from '../../../src/acts/step-ask.ts';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import { loadHome } from '../../../src/slack/loading/home-data.ts';
import { standpointOf } from '../../../src/slack/loading/standpoint.ts';
import { helpMessage, notRead, unknownWord, whatNow } from '../../../src/slack/views/home/help.ts';
import { slashWords } from '../../../src/slack/words/index.ts';
import { homeView } from '../../../src/slack/views/home/home.ts';
import { noPlan, planNow } from '../../../src/slack/views/nudge/plan-now.ts';
import { teamForm, teamSaved } from '../../../src/slack/views/people/team-form.ts';
import { addBooking } from '../../../src/store/bookings.ts';
import { addInteraction } from '../../../src/store/interactions.ts';
import type { NewInteraction } from '../../../src/store/interactions.ts';
import { addNudges } from '../../../src/store/nudges.ts';
import { loadPlanning } from '../../../src/store/plan-input.ts';
import { weeklyPlan } from '../../../src/leading/weekly-plan.ts';
import type { Person } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { asJson, buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function home(person: Person, page = 0) {
  const view = homeView(await loadHome(office.context, person, page));
  expect(validateView(asJson(view), 'home')).toEqual([]);
  return view;
}
let keys = 0;
async function asks(person: Person, text = 'Come along'): Promise<void> {
  keys += 1;
  const words = { kind: 'help', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, person, { ...words, text, once: `view:${keys}` });
}
async function logs(manager: Person, rep: Person, more: Partial<NewInteraction>): Promise<void> {
  const entry = {
    behaviour: 'ride-along',
    managerId: manager.id,
    repId: rep.id,
    happenedOn: '2026-11-20',
    minutes: 45,
  } as const;
  const rest = { dealId: null, details: {}, texts: {}, shared: false, nudgeId: null };
  await addInteraction(office.store, { ...entry, ...rest, ...more }, office.context.clock());
}

describe('the first visit', () => {
  test('says what this is and who sees what, and offers to begin', async () => {
    const view = await home(office.people.omar);
    expect(wordsOf(view)).toContain('Who sees what');
    expect(wordsOf(view)).toContain('Once they say yes, you can ask for things here.');
    expect(buttonsOf(view)).toContain('Set up your team');
  });
});

describe('a manager', () => {
  test('without anything on record sees when the plan comes and whom it is about, and no empty section', async () => {
    const { dana } = office.people;
    office.moveTo('2026-11-23T08:00:00Z');
    const words = wordsOf(await home(dana));
    expect(words).toContain('This week\nNothing planned yet. Your next plan comes Mon, Nov 23, 9:00 AM.');
    expect(words).toMatch(/\*Priya Nair\* · nothing logged yet · next: [^,\n]+, [^,\n]+, \d+ more/u);
    expect(words).not.toMatch(/Waiting on you|Promises|Booked/u);
    office.moveTo('2026-11-23T09:00:00Z');
    expect(wordsOf(await home(dana))).toContain('Your next plan comes in a few minutes.');
  });

  test('sees the people who are missed most first, with two things to do next at most', async () => {
    const { dana, priya, sam } = office.people;
    await logs(dana, priya, { happenedOn: '2026-11-20' });
    await logs(dana, priya, { happenedOn: '2026-11-02', behaviour: 'check-in' });
    await logs(dana, sam, { happenedOn: '2026-10-13' });
    const words = wordsOf(await home(dana));
    expect(words).toMatch(/\*Sam Ruiz\* · talked 41 days ago · next: [^,\n]+, [^,\n]+, \d+ more\n/u);
    expect(words).toMatch(/\*Priya Nair\* · talked 3 days ago · next: [^,\n]+, [^,\n]+, \d+ more\n/u);
    expect(words.indexOf('*Sam Ruiz*')).toBeLessThan(words.indexOf('*Priya Nair*'));
  });

  test('sees the week’s plan with its answers, and what else is due, each once', async () => {
    const { dana } = office.people;
    const planning = await loadPlanning(office.store, office.context.behaviours, [dana.id], office.context.clock());
    const dues = weeklyPlan(await planning.inputOf(dana.id)).slice(0, 1);
    await addNudges(office.store, dana.id, 'plan:2026-11-23', dues, office.context.clock());
    const headline = dues[0]?.words.headline ?? '';
    const words = wordsOf(await home(dana));
    expect(words.split(`*${headline}*`)).toHaveLength(2);
    expect(words.indexOf(headline)).toBeLessThan(words.indexOf('more can wait'));
  });

  test('sees asks by age with the card’s buttons', async () => {
    const { dana, priya } = office.people;
    await asks(priya);
    office.moveTo('2026-11-26T10:00:00Z');
    const view = await home(dana);
    expect(wordsOf(view)).toContain('*Priya Nair asks for help* · 3 days old');
    expect(buttonsOf(view)).toEqual(expect.arrayContaining(['Say yes', 'Decline', 'Take it to my lead']));
  });

  test('sees what is booked, and not what is past or somebody else’s', async () => {
    const { dana, lee, priya } = office.people;
    const booking = { repId: priya.id, dealId: null, behaviour: 'ride-along', nudgeId: null, minutes: 90 };
    const now = office.context.clock();
    await addBooking(office.store, { ...booking, managerId: dana.id, startsAt: new Date('2026-11-24T10:00:00Z') }, now);
    await addBooking(office.store, { ...booking, managerId: dana.id, startsAt: new Date('2026-11-20T10:00:00Z') }, now);
    await addBooking(office.store, { ...booking, managerId: lee.id, startsAt: new Date('2026-11-25T10:00:00Z') }, now);
    const words = wordsOf(await home(dana));
    expect(words).toContain('Booked: *Ride-along with Priya Nair*, Tue, Nov 24, 10:00 AM');
    expect(words).not.toContain('Fri, Nov 20, 10:00 AM');
    expect(words).not.toContain('Wed, Nov 25, 10:00 AM');
  });

  test('of forty turns pages, and everybody is on one of them', async () => {
    const { dana } = office.people;
    for (let number = 0; number < 38; number += 1) await office.hire(`Rep Number${number}`, dana.id);
    const pages = [wordsOf(await home(dana)), wordsOf(await home(dana, 1))];
    expect(buttonsOf(await home(dana))).toContain('More');
    expect(buttonsOf(await home(dana))).not.toContain('Back');
    expect(buttonsOf(await home(dana, 1))).toContain('Back');
    for (let number = 0; number < 38; number += 1)
      expect(pages.filter((page) => page.includes(`*Rep Number${number}*`))).toHaveLength(1);
    expect(wordsOf(await home(dana, 99))).toBe(pages[1]);
  });
});

describe('a rep', () => {
  test('sees who the manager is, what was logged, and reads only what was shared', async () => {
    const { dana, priya } = office.people;
    await logs(dana, priya, { texts: { saw: 'Canary private' } });
    await logs(dana, priya, { behaviour: 'coaching-note', texts: { saw: 'Canary shared' }, shared: true });
    const view = await home(priya);
    expect(wordsOf(view)).toContain('You report to Dana Osei.');
    expect(wordsOf(view)).toContain('*Ride-along with Dana Osei* · Fri, Nov 20 · 45 min');
    expect(buttonsOf(view).filter((label) => label === 'Read')).toHaveLength(1);
    expect(buttonsOf(view)).toEqual(expect.arrayContaining(['Ask for something', 'What’s stored about me']));
    expect(JSON.stringify(view)).not.toContain('Canary');
  });

  test('sees what was asked for and where it stands, and nothing of others', async () => {
    const { dana, priya, sam } = office.people;
    await asks(priya, 'A bigger discount');
    await asks(sam, 'Canary of Sam');
    expect(buttonsOf(await home(priya))).toContain('Withdraw');
    await stepAsk(office.context, dana, { askId: 1, step: 'granted', once: 'trigger:grant' });
    const view = await home(priya);
    expect(buttonsOf(view)).toEqual(expect.arrayContaining(['That helped', 'Not yet']));
    expect(wordsOf(view)).toContain('A bigger discount');
    expect(JSON.stringify(view)).not.toContain('Canary');
  });
});

describe('a lead', () => {
  test('sees each manager in numbers, and no word of an ask or a note', async () => {
    const { lee, dana, priya } = office.people;
    await asks(priya, 'Canary ask');
    await logs(dana, priya, { texts: { saw: 'Canary note' } });
    const view = await home(lee);
    expect(wordsOf(view)).toContain('*Dana Osei* · time with 1 of 2 people');
    expect(wordsOf(view)).toContain('1 ask open');
    expect(JSON.stringify(view)).not.toContain('Canary');
    await stepAsk(office.context, dana, { askId: 1, step: 'handed', once: 'trigger:hand' });
    expect(wordsOf(await home(lee))).toContain('Canary ask');
  });
});

describe('at the edge of what Slack takes', () => {
  test('a lead of 25 managers with 40 reps, 30 asks each way and names of 300 characters still has a Home', async () => {
    const long = '& <b> '.repeat(50);
    const { lee } = office.people;
    const boss = await office.hire(`Boss ${long}`);
    await setManager(office.store, lee.id, boss.id, '2026-09-01');
    for (let number = 0; number < 40; number += 1) {
      const rep = await office.hire(`Rep ${number} ${long}`, lee.id);
      if (number < 30) await asks(rep, `${number} ${'😀'.repeat(1400)}`);
      await logs(boss, lee, {});
      await logs(lee, rep, { happenedOn: '2026-10-01' });
    }
    for (let number = 0; number < 25; number += 1) {
      const manager = await office.hire(`Manager ${number} ${long}`, lee.id);
      await office.hire(`Rep of ${number} ${long}`, manager.id);
    }
    for (let number = 0; number < 30; number += 1) await asks(lee, '&'.repeat(3000));
    for (let number = 0; number < 30; number += 1) {
      const booking = { managerId: lee.id, repId: boss.id, dealId: null, behaviour: 'check-in', nudgeId: null };
      const startsAt = new Date('2026-11-24T10:00:00Z');
      await addBooking(office.store, { ...booking, minutes: 30, startsAt }, office.context.clock());
    }
    const view = await home(lee);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    const words = wordsOf(view);
    expect(words).toContain('26 more asks');
    expect(buttonsOf(view)).toContain('All asks');
    expect(words.match(/· talked \d+ days ago/gu)).toHaveLength(20);
    for (const heading of ['This week', 'Waiting on you', 'Booked', 'Your people', 'Your managers', 'Your asks'])
      expect(words).toContain(heading);
    const planning = await loadPlanning(office.store, office.context.behaviours, [lee.id], office.context.clock());
    expect(planning.facts.managerIds).toContain(lee.id);
  });

  test('a manager of one, and the answers to commands', async () => {
    const { omar, dana } = office.people;
    const only = await office.hire('Only One', omar.id);
    await home(omar);
    await home(only);
    const data = await loadHome(office.context, dana, 0);
    const point = await standpointOf(office.store, dana.id);
    const typed = `<!channel> ${'x'.repeat(400)}`;
    const messages = [
      whatNow(point),
      helpMessage(slashWords, point),
      notRead(point),
      noPlan(),
      unknownWord(typed, undefined, slashWords, point),
      ...(data.manager === undefined ? [] : [planNow(data.manager.plan)]),
    ];
    expect(messages).toHaveLength(6);
    for (const message of messages) expect(validateMessage(asJson(message))).toEqual([]);
    expect(unknownWord(typed, undefined, slashWords, point).text).not.toContain('<!channel>');
    const names = Array.from({ length: 100 }, (_, number) => `${number} ${'<&>'.repeat(100)}`);
    const claimed = names.map((name, id) => ({
      id,
      personName: name,
      managerName: name,
      goesUp: id % 2 === 0,
      isPerson: false,
      isManager: false,
    }));
    const forms = [
      teamForm({ reps: names.map((_, number) => `U${number}`), lead: 'ULEAD', isNew: true, waiting: 100 }),
      teamForm({ reps: [], lead: undefined, isNew: false, waiting: 0 }),
      teamSaved({ added: names, removed: names, size: 100, waiting: claimed }),
      teamSaved({ added: [], removed: [], size: 0, waiting: [] }),
    ];
    for (const form of forms) expect(validateView(asJson(form), 'modal')).toEqual([]);
  });
});

describe('what is offered', () => {
  test('follows what somebody is to others', async () => {
    const { dana, priya, omar } = office.people;
    const labels = async (person: Person) => buttonsOf(whatNow(await standpointOf(office.store, person.id)));
    expect(await labels(dana)).toEqual(
      expect.arrayContaining(['Your plan', 'Log a conversation', 'Ask for something']),
    );
    expect(await labels(priya)).not.toContain('Your plan');
    expect(await labels(priya)).toContain('What’s stored about me');
    expect(await labels(omar)).toEqual(['Set up your team', 'Settings', 'Help']);
  });
});
