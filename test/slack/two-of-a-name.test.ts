/** Two people with the same first name, from the database to what is read. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/leading/policy.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { loadLogForm } from '../../src/slack/loading/log-form-data.ts';
import { digest } from '../../src/slack/messages/digest.ts';
import { loadPersonSheet } from '../../src/slack/loading/person-data.ts';
import { homeView } from '../../src/slack/views/home/home.ts';
import { logFormView } from '../../src/slack/views/log/log-form.ts';
import { nudgeBlocks } from '../../src/slack/views/nudge/nudge.ts';
import { personView } from '../../src/slack/views/people/person.ts';
import { loadFacts } from '../../src/store/facts.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

const bare = /\b(?:Priya|Dana)(?! (?:N\.|G\.|O\.|R\.|Nair|Green|Osei|Reed))/;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { lee, dana } = office.people;
  await office.hire('Priya Green', dana.id);
  const other = await office.hire('Dana Reed', lee.id);
  await office.hire('Ana Silva', other.id);
});
afterEach(() => office.close());

/** All that is due for a leader, in words. */
async function saidTo(leaderId: number): Promise<string[]> {
  const { store, behaviours } = office.context;
  const team = (await loadFacts(store, [leaderId], office.context.clock())).team(leaderId);
  const policy = await readPolicy(store);
  return behaviours
    .flatMap((behaviour) => behaviour.due(team, settingsOf(behaviour, policy)))
    .flatMap(({ evidence, words }) => [evidence.sentence, ...Object.values<string>({ ...words })]);
}

describe('two people with the same first name', () => {
  test('are told apart in every nudge, and others go by their first name', async () => {
    const said = await saidTo(office.people.dana.id);
    expect(said.filter((text) => bare.test(text) || text.includes('..'))).toEqual([]);
    const headlines = said.join('\n');
    expect(headlines).toContain('Check in with Priya N.\n');
    expect(headlines).toContain('Check in with Priya G.\n');
    expect(headlines).toContain('Check in with Sam\n');
  });

  test('are told apart among a lead’s managers, whose reps are told apart among all of theirs', async () => {
    const said = await saidTo(office.people.lee.id);
    expect(said.filter((text) => bare.test(text) || text.includes('..'))).toEqual([]);
    expect(said.join('\n')).toContain('Sit down with Priya G. from Dana O.’s team');
  });

  test('are told apart in the digest and in Home', async () => {
    const { lee } = office.people;
    office.moveTo('2026-11-27T15:00:00Z');
    const rendered = await digest.render(
      office.context,
      { lead: lee.id, on: '2026-11-27' },
      lee,
      office.context.clock(),
    );
    expect(wordsOf(rendered?.blocks)).toContain('Priya Nair, with Dana O.\n');
    expect(wordsOf(rendered?.blocks)).toContain('Priya Green, with Dana O.\n');
    expect(buttonsOf(rendered?.blocks).filter((label) => bare.test(label))).toEqual([]);
    const home = homeView(await loadHome(office.context, lee, 0));
    expect(buttonsOf(home).filter((label) => bare.test(label))).toEqual([]);
  });

  test('are told apart in the sheet of a person and in the form', async () => {
    const { dana, priya } = office.people;
    expect(personView(await loadPersonSheet(office.context, dana, priya.id, 0)).title.text).toBe('Priya N.');
    const form = logFormView(await loadLogForm(office.context, dana, { behaviour: 'coaching-note', rep: priya.id }));
    expect(wordsOf(form)).toContain('Yes, Priya N. can read it');
  });
});

test('a headline that ends with an initial gets no second full stop', () => {
  const blocks = nudgeBlocks({
    id: 1,
    words: { headline: 'Check in with Priya N.', act: 'Half an hour.', openingLine: '“How are you?”' },
    sentence: 'Last check-in with Priya N.: Nov 1, 22 days ago.',
    state: 'snoozed',
    quietUntil: '2026-11-30',
    today: '2026-11-23',
    snoozeDays: 7,
    subject: undefined,
    thing: undefined,
    about: undefined,
    taps: [],
    asksWhy: false,
    booking: undefined,
    entry: undefined,
  });
  expect(wordsOf(blocks)).toContain('Later: *Check in with Priya N.* Back Mon, Nov 30');
});
