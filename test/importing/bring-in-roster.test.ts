import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { bringInRoster } from '../../src/importing/bring-in-roster.ts';
import { addAsk, findAsk } from '../../src/store/asks.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { csv, emptyStore, now, peopleOf } from '../helpers/imports.ts';
import { slackIdOf } from '../helpers/people.ts';
import { botToken, openSandbox, teamId } from '../helpers/sandbox.ts';

async function connected() {
  const sandbox = await openSandbox();
  const store = await emptyStore(teamId);
  let ids = 0;
  const slack = new WebClient(botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  return { sandbox, store, context: { store, slack, clock: () => now, newId: () => `id-${(ids += 1)}` } };
}

test('people of the file are found in Slack by name', async () => {
  const { store, context } = await connected();
  const report = await bringInRoster(
    context,
    csv('sales agent,manager', 'Priya Nair,Dana Osei', 'Sam Ruiz,Dana Osei'),
    {},
  );
  expect(report.notes.at(-1)).toBe('3 people were found in Slack.');
  expect((await peopleOf(store)).get('Dana Osei')).toMatchObject({
    slackUserId: slackIdOf('dana'),
    timeZone: 'Europe/London',
  });
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
  const people = await peopleOf(store);
  const repId = people.get('Priya Nair')?.id ?? 0;
  const managerId = people.get('Dana Osei')?.id ?? 0;
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

function teamOf(manager: string) {
  return csv('name,manager', `Priya Nair,${manager}`, `Sam Ruiz,${manager}`);
}

test('both sides are told of each line that the file draws, changes or leaves as it is: once', async () => {
  const { store, context } = await connected();
  await bringInRoster(context, teamOf('Dana Osei'), {});
  const said = async () => {
    const people = new Map([...(await peopleOf(store)).values()].map(({ id, name }) => [id, name]));
    const waiting = await deliveriesIn(store, ['pending']);
    return waiting.map(({ kind, recipientId }) => `${kind}: ${people.get(recipientId)}`);
  };
  const first = ['welcome: Priya Nair', 'welcome: Sam Ruiz', 'lines-begun: Dana Osei'];
  expect(await said()).toEqual(first);
  await bringInRoster(context, teamOf('Dana Osei'), {});
  expect(await said()).toEqual(first);
  await bringInRoster(context, teamOf('Marco Bianchi'), {});
  expect((await said()).slice(first.length)).toEqual([
    'line-begun: Priya Nair',
    'line-begun: Sam Ruiz',
    'lines-begun: Marco Bianchi',
    'lines-ended: Dana Osei',
  ]);
});
