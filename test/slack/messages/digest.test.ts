/** The lead's digest from a real database, from one manager to sixty with ten people each. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import { loadHome } from '../../../src/slack/loading/home-data.ts';
import { digest } from '../../../src/slack/messages/digest.ts';
import { homeView } from '../../../src/slack/views/home/home.ts';
import { turnTeamsPage } from '../../../src/acts/open-home.ts';
import { addInteraction } from '../../../src/store/interactions.ts';
import { claimNext, enqueue, markSent } from '../../../src/store/outbox.ts';
import type { Person } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { loadWeeksOfPeople } from '../../../src/store/weeks-of-people.ts';
import { defaultPolicy } from '../../../src/leading/policy.ts';
import { asJson, buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { publishPulse } from '../../helpers/pulses.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';
import type { LocalDate } from '../../../src/time/zoned.ts';

const on: LocalDate = '2026-11-27';
const hostile = `<!channel> *_~\`& محمد 王小明 ${'very long '.repeat(12)}`;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  office.moveTo(`${on}T15:00:00Z`);
});
afterEach(() => office.close());

async function render(lead: Person) {
  const rendered = await digest.render(office.context, { lead: lead.id, on }, lead, office.context.clock());
  if (rendered === undefined) throw new Error('There is no digest');
  const message = asJson({ text: rendered.text, blocks: rendered.blocks });
  expect(validateMessage(message)).toEqual([]);
  expect(rendered.text.length).toBeLessThanOrEqual(4000);
  expect(JSON.stringify(rendered.blocks.filter(({ type }) => type !== 'actions'))).not.toContain('<!channel>');
  return rendered;
}

async function log(manager: Person, rep: Person, happenedOn: LocalDate, behaviour = 'ride-along'): Promise<void> {
  const rest = { minutes: 30, dealId: null, details: {}, texts: { saw: 'Canary note' }, shared: true, nudgeId: null };
  await addInteraction(
    office.store,
    { ...rest, behaviour, managerId: manager.id, repId: rep.id, happenedOn },
    office.context.clock(),
  );
}

async function askOf(rep: Person): Promise<void> {
  const words = { kind: 'help', dealId: null, obstacle: null, neededBy: null, text: 'Canary ask' } as const;
  await ask(office.context, rep, { ...words, once: `view:${rep.id}` });
}

/** A lead with so many managers, every one with so many people, of whom some are seen, some ask, and some are missed. */
async function company(managers: number, people: number): Promise<Person> {
  const lead = await office.hire('Lena Lead');
  office.moveTo('2026-11-20T10:00:00Z');
  for (let number = 0; number < managers; number += 1) {
    const manager = await office.hire(`${number} ${hostile}`, lead.id);
    for (let at = 0; at < people; at += 1) {
      const rep = await office.hire(`${number} ${at} ${hostile}`, manager.id);
      if (at % 3 === 0) await log(manager, rep, '2026-11-25');
      if (at % 3 === 1) await log(manager, rep, '2026-10-05');
      if (at % 5 === 0) await askOf(rep);
    }
  }
  office.moveTo(`${on}T15:00:00Z`);
  return lead;
}

describe('a digest', () => {
  test.each([
    [1, 4],
    [12, 9],
    [60, 10],
  ])(
    'of %i managers with %i people each is within every limit, and read in a minute',
    async (managers, people) => {
      const lead = await company(managers, people);
      const { text, blocks, picture } = await render(lead);
      const words = wordsOf(blocks);
      expect(words).toContain('*Still missed:*');
      expect(words).toContain('One thing you can do');
      expect(words + text).not.toContain('Canary');
      expect(words.includes('They’re all in your Home tab.')).toBe(managers > 15);
      expect(picture?.before).toBe(2);
      expect(picture?.picture.alt).toMatch(new RegExp(`^${managers * people} people`, 'u'));
      expect(picture?.picture.alt.length).toBeLessThanOrEqual(1000);
      expect(buttonsOf(blocks)[0]).toMatch(/^Take an ask from \d+$/u);
      const home = homeView(await loadHome(office.context, lead, 0));
      expect(validateView(asJson(home), 'home')).toEqual([]);
      const weeks = await loadWeeksOfPeople(
        office.store,
        office.context.behaviours,
        defaultPolicy,
        lead.id,
        office.context.clock(),
      );
      expect(weeks?.groups.flatMap((group) => group.people)).toHaveLength(managers * people);
    },
    60_000,
  );

  test('too long for one message: every team is in the Home tab, page by page', async () => {
    const lead = await company(45, 2);
    const seen = new Set<string>();
    for (const page of [0, 1, 2]) {
      await turnTeamsPage(office.store, lead.id, page);
      const home = homeView(await loadHome(office.context, lead, 0));
      expect(wordsOf(home)).toContain(`page ${page + 1} of 3`);
      expect(buttonsOf(home).includes('Back')).toBe(page > 0);
      for (const [, number] of wordsOf(home).matchAll(/^\*(\d+) .* · time with \d of 2 people$/gmu))
        seen.add(number ?? '');
    }
    expect(seen.size).toBe(45);
  }, 60_000);
});

describe('where there is little to say', () => {
  test('there is none for a lead whose managers have nobody yet', async () => {
    const { omar } = office.people;
    await office.hire('Mara Manager', omar.id);
    const rendered = await digest.render(office.context, { lead: omar.id, on }, omar, office.context.clock());
    expect(rendered).toBeUndefined();
  });

  test('it says how it begins where nothing was ever logged', async () => {
    const { blocks, picture } = await render(office.people.lee);
    const words = wordsOf(blocks);
    expect(picture).toBeUndefined();
    expect(words).toContain('Nothing is logged for these teams yet.');
    expect(words).not.toContain('issed');
  });

  test('it says that nobody is missed where everybody was seen', async () => {
    const { lee, dana, priya, sam } = office.people;
    for (const rep of [priya, sam]) await log(dana, rep, '2026-11-25', 'check-in');
    const { text, blocks } = await render(lee);
    expect(text).toContain('Week ending Fri, Nov 27: 2 of 2 people had time with their manager.');
    expect(wordsOf(blocks)).toContain('*Missed:* nobody.\n*Went well:*');
    expect(wordsOf(blocks)).toContain('Dana made time for everyone on the team');
    expect(buttonsOf(blocks)[0]).toBe('Thank Dana');
  });

  test('it misses nobody in the first week', async () => {
    const lead = await office.hire('Lena Lead');
    const manager = await office.hire('Mara Manager', lead.id);
    const rep = await office.hire('Rita Rep');
    await setManager(office.store, rep.id, manager.id, '2026-11-24');
    await log(manager, rep, '2026-11-25', 'check-in');
    expect(wordsOf((await render(lead)).blocks)).toContain('*Missed:* nobody.');
  });
});

describe('a pulse', () => {
  const words = '*Pulse:* Dana Osei’s team: care 4 of 5, help 3.5 of 5 and trust 3 of 5.';

  test('that was published this week is told to the lead of that team, not to another', async () => {
    const { lee, dana, priya, sam, omar } = office.people;
    await publishPulse(office.store, dana, [priya, sam], { openedOn: '2026-11-18', closedOn: '2026-11-25' });
    const manager = await office.hire('Mara Manager', omar.id);
    await office.hire('Rita Rep', manager.id);
    for (const rep of [priya, sam]) await log(dana, rep, '2026-11-25');
    expect(wordsOf((await render(lee)).blocks)).toContain(words);
    expect(wordsOf((await render(omar)).blocks)).not.toContain('Pulse');
    // Who comes above her later isn't among those whom the team was told of.
    await setManager(office.store, dana.id, omar.id, '2026-11-26');
    expect(wordsOf((await render(omar)).blocks)).not.toContain('Pulse');
  });

  test('of an earlier week, or one that is hidden, isn’t told', async () => {
    const { lee, dana, priya, sam } = office.people;
    for (const rep of [priya, sam]) await log(dana, rep, '2026-11-25');
    await publishPulse(office.store, dana, [priya, sam], { openedOn: '2026-10-18', closedOn: '2026-11-20' });
    await publishPulse(office.store, dana, [priya, sam], { openedOn: '2026-11-18', closedOn: '2026-11-25' }, null);
    expect(wordsOf((await render(lee)).blocks)).not.toContain('Pulse');
  });
});

describe('a digest shown again later', () => {
  test('is still of its own week', async () => {
    const { lee, dana, priya } = office.people;
    await log(dana, priya, '2026-11-25');
    const friday = await render(lee);
    const subject = { lead: lee.id, on };
    const now = office.context.clock();
    await enqueue(
      office.store,
      { occurrenceKey: 'digest', deliveryId: 'd', kind: 'digest', recipientId: lee.id, subject, dueAt: now },
      now,
    );
    const claimed = await claimNext(office.store, now);
    await markSent(office.store, claimed?.id ?? 0, { channel: 'D1', ts: '1.2' }, now);
    office.moveTo('2026-12-07T09:00:00Z');
    await log(dana, priya, '2026-12-04');
    expect(await render(lee)).toEqual(friday);
  });

  test('isn’t sent for the first time when it is no news any more', async () => {
    const { lee } = office.people;
    office.moveTo('2026-12-01T09:00:00Z');
    const rendered = await digest.render(office.context, { lead: lee.id, on }, lee, office.context.clock());
    expect(rendered).toBeUndefined();
  });
});
