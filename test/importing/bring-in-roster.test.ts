import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { bringInRoster } from '../../src/importing/roster/bring-in-roster.ts';
import { addAsk, findAsk } from '../../src/store/asks.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { csv, emptyStore, now, peopleOf } from '../helpers/imports.ts';
import { people as everybodyInSlack, slackIdOf } from '../helpers/people.ts';
import { botToken, openSandbox, teamId } from '../helpers/sandbox.ts';

async function connected() {
  const sandbox = await openSandbox();
  const store = await emptyStore(teamId);
  let ids = 0;
  const slack = new WebClient(botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  return { sandbox, store, context: { store, slack, clock: () => now, newId: () => `id-${(ids += 1)}` } };
}

const byName = () => csv('sales agent,manager', 'Priya Nair,Dana Osei', 'Sam Ruiz,Dana Osei', 'Ada Quill,Zed Moss');

test('a name alone links nobody: whoever imports sees the pairs, and who isn’t in Slack', async () => {
  const { store, context } = await connected();
  const rehearsed = await bringInRoster(context, byName(), { dryRun: true });
  expect((await peopleOf(store)).size).toBe(0);
  const report = await bringInRoster(context, byName(), {});
  expect({ ...rehearsed, dryRun: false }).toEqual(report);
  expect(report.pairs.map(({ name, slackUserId }) => [name, slackUserId])).toEqual([
    ['Priya Nair', slackIdOf('priya')],
    ['Dana Osei', slackIdOf('dana')],
    ['Sam Ruiz', slackIdOf('sam')],
  ]);
  expect(report.notes.slice(-2)).toEqual([
    'Ada Quill, Zed Moss: no Slack account found, so no messages.',
    'Zed Moss: manages people, and without an account there is no plan.',
  ]);
  expect([...(await peopleOf(store)).values()].map(({ slackUserId }) => slackUserId)).toEqual(Array(5).fill(null));
});

test('with a yes the pairs are linked, and a second run changes nothing', async () => {
  const { store, context } = await connected();
  await bringInRoster(context, byName(), {});
  const report = await bringInRoster(context, byName(), { linkByName: true });
  expect(report.notes[0]).toBe('3 people were linked to Slack by name, as you said: Priya Nair, Dana Osei, Sam Ruiz.');
  expect((await peopleOf(store)).get('Dana Osei')).toMatchObject({
    slackUserId: slackIdOf('dana'),
    timeZone: 'Europe/London',
  });
  expect(await bringInRoster(context, byName(), {})).toMatchObject({ added: 0, changed: 0, unchanged: 3, pairs: [] });
});

test('an address, a Slack id or an address that was theirs link at once', async () => {
  const { store, context } = await connected();
  const [priya, dana] = ['priya', 'dana'].map((key) => everybodyInSlack.find((one) => one.key === key));
  await bringInRoster(context, csv('id,name,email', `7,P. Nair,${priya?.email}`), {});
  const file = csv('id,name,email,slack id', `8,D. Osei,,${dana?.slackId}`);
  expect((await bringInRoster(context, file, {})).notes).toContain('1 person was found in Slack.');
  const linked = [...(await peopleOf(store)).values()].map(({ slackUserId }) => slackUserId);
  expect(linked).toEqual([slackIdOf('priya'), slackIdOf('dana')]);
});

describe('without Slack’s list the file goes in all the same', () => {
  test.each([
    [{ kind: 'error', error: 'missing_scope' } as const, 'doesn’t list its users'],
    [{ kind: 'http', status: 500 } as const, 'couldn’t be reached'],
  ])('%j', async (fault, note) => {
    const { sandbox, store, context } = await connected();
    sandbox.script('users.list', fault);
    const report = await bringInRoster(context, csv('name', 'Priya Nair'), {});
    expect(report).toMatchObject({ added: 1 });
    expect(report.notes.join(' ')).toContain(note);
    expect((await peopleOf(store)).get('Priya Nair')?.slackUserId).toBe(null);
  });
});

test('a dry run links nobody', async () => {
  const { store, context } = await connected();
  await bringInRoster(context, csv('name', 'Priya Nair'), {});
  const before = await peopleOf(store);
  await bringInRoster(context, csv('name', 'Sam Ruiz'), { dryRun: true });
  expect(await peopleOf(store)).toEqual(before);
});

test('an open ask goes to the manager whom the file names', async () => {
  const { store, context } = await connected();
  await bringInRoster(context, csv('name,manager', 'Priya Nair,Dana Osei'), {});
  const onRecord = await peopleOf(store);
  const repId = onRecord.get('Priya Nair')?.id ?? 0;
  const managerId = onRecord.get('Dana Osei')?.id ?? 0;
  const words = {
    kind: 'help',
    obstacle: null,
    dealId: null,
    neededBy: null,
    text: 'Help',
    askedOn: '2026-11-20',
  } as const;
  const askId = await addAsk(store, { ...words, repId, managerId }, now);
  await bringInRoster(context, csv('name,manager', 'Priya Nair,Marco Bianchi'), {});
  const marco = (await peopleOf(store)).get('Marco Bianchi');
  expect((await findAsk(store, askId))?.holderId).toBe(marco?.id);
});

test('an apostrophe is an apostrophe', async () => {
  const { sandbox, store, context } = await connected();
  await sandbox.admin.change(slackIdOf('priya'), { realName: 'Siobhan O’Dell' });
  const report = await bringInRoster(context, csv('name', "Siobhan O'Dell"), { linkByName: true });
  expect(report.notes).toContain("1 person was linked to Slack by name, as you said: Siobhan O'Dell.");
  const linked = [...(await peopleOf(store)).values()].map(({ slackUserId }) => slackUserId);
  expect(linked).toEqual([slackIdOf('priya')]);
});

function teamOf(manager: string) {
  return csv('name,manager', `Priya Nair,${manager}`, `Sam Ruiz,${manager}`);
}

test('both sides are told of each line that the file draws, changes or leaves as it is: once', async () => {
  const { store, context } = await connected();
  await bringInRoster(context, teamOf('Dana Osei'), { linkByName: true });
  const said = async () => {
    const people = new Map([...(await peopleOf(store)).values()].map(({ id, name }) => [id, name]));
    const waiting = await deliveriesIn(store, ['pending']);
    return waiting
      .filter(({ kind }) => kind !== 'link-made')
      .map(({ kind, recipientId }) => `${kind}: ${people.get(recipientId)}`);
  };
  const first = ['welcome: Priya Nair', 'welcome: Sam Ruiz', 'lines-begun: Dana Osei'];
  expect(await said()).toEqual(first);
  await bringInRoster(context, teamOf('Dana Osei'), { linkByName: true });
  expect(await said()).toEqual(first);
  await bringInRoster(context, teamOf('Marco Bianchi'), { linkByName: true });
  expect((await said()).slice(first.length)).toEqual([
    'line-begun: Priya Nair',
    'line-begun: Sam Ruiz',
    'lines-begun: Marco Bianchi',
    'lines-ended: Dana Osei',
  ]);
});
