import { describe, expect, onTestFinished, test } from 'vitest';
import { WebClient } from '@slack/web-api';
import { linkPeople } from '../../src/acts/link-people.ts';
import type { Linked } from '../../src/acts/link-people.ts';
import type { SlackUser } from '../../src/acts/slack-users.ts';
import { openDatabase, writing } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { deliveriesIn, enqueue, noSlackAccount, park } from '../../src/store/outbox.ts';
import { noteKnown } from '../../src/store/known-as.ts';
import { waitingProposals } from '../../src/store/link-proposals.ts';
import { addPerson, findPerson, findPersonBySlackId, peopleWithoutAccount } from '../../src/store/people.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { emptyStore, now, peopleOf } from '../helpers/imports.ts';
import { people, slackIdOf } from '../helpers/people.ts';
import type { SeedUser } from '@firstline/slack-sandbox';
import { botToken, openSandbox, seed, teamId } from '../helpers/sandbox.ts';

const unused = new WebClient('xoxb-unused');

function user(id: string, name: string, more: Partial<SlackUser> = {}): SlackUser {
  return { id, names: [name], email: null, timeZone: 'Europe/Berlin', isAdmin: false, ...more };
}

function link(store: Store, users: readonly SlackUser[]): Promise<Linked> {
  return linkPeople({ store, slack: unused, clock: () => now }, users);
}

describe('who is whom', () => {
  test('is told by the address first, in any case, whatever the name', async () => {
    const store = await emptyStore();
    const id = await addPerson(store, { name: 'Ana Lopez', email: 'Ana@x.io' }, now);
    const { proposed } = await link(store, [user('U01', 'Ana Lopez'), user('U02', 'A. L.', { email: 'ana@x.io' })]);
    expect(await findPerson(store, id)).toMatchObject({ slackUserId: 'U02', name: 'A. L.' });
    expect(proposed).toEqual([]);
  });

  test('by a former address, too, and the blanks are filled in from Slack', async () => {
    const store = await emptyStore();
    const personId = await addPerson(store, { name: 'Ana Lopez', country: 'ES' }, now);
    await noteKnown(store, { personId, kind: 'address', value: 'ana@old.io', source: 'roster' }, now);
    await noteKnown(store, { personId, kind: 'address', value: 'ana@new.io', source: 'roster' }, now);
    await link(store, [user('U01', 'Ana L.', { email: 'ana@old.io', isAdmin: true })]);
    expect([...(await peopleOf(store)).values()]).toMatchObject([
      { slackUserId: 'U01', name: 'Ana L.', timeZone: 'Europe/Berlin', isAdmin: true, country: 'ES' },
    ]);
  });

  test('by either of the ids that a member of an organisation has', async () => {
    const store = await emptyStore();
    const personId = await addPerson(store, { name: 'Ana Lopez' }, now);
    await noteKnown(store, { personId, kind: 'slack-id', value: 'W0ANA', source: 'roster' }, now);
    await link(store, [user('U0ANA', 'A. L.', { otherId: 'W0ANA' })]);
    for (const id of ['U0ANA', 'W0ANA']) expect((await findPersonBySlackId(store, id))?.id).toBe(personId);
  });

  test('a name alone links nobody: the pair waits for an admin, once', async () => {
    const store = await emptyStore();
    const personId = await addPerson(store, { name: 'Ana  lopez' }, now);
    const users = [user('U01', 'ANA Lopez', { email: 'ana@x.io', isAdmin: true })];
    for (const round of [1, 2])
      expect(await link(store, users), `round ${round}`).toMatchObject({
        linked: [],
        proposed: [{ personId, slackUserId: 'U01' }],
      });
    expect(await findPerson(store, personId)).toMatchObject({ slackUserId: null, isAdmin: false });
    expect(await waitingProposals(store)).toMatchObject([{ personId, slackUserId: 'U01', slackAddress: 'ana@x.io' }]);
  });

  test('what waited for an account is sent', async () => {
    const store = await emptyStore();
    const recipientId = await addPerson(store, { name: 'Ana', email: 'ana@x.io' }, now);
    const message = { kind: 'welcome', recipientId, subject: { person: recipientId }, dueAt: now } as const;
    await enqueue(store, { occurrenceKey: 'one', deliveryId: 'one', ...message }, now);
    const [delivery] = await deliveriesIn(store, ['pending']);
    await park(store, delivery?.id ?? 0, noSlackAccount);
    await link(store, [user('U01', 'Ana', { email: 'ana@x.io' })]);
    expect(await deliveriesIn(store, ['pending'])).toHaveLength(1);
  });

  test('a zone of the roster stays', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'Ana', email: 'ana@x.io', timeZone: 'Asia/Tokyo' }, now);
    await link(store, [user('U01', 'Ana', { email: 'ana@x.io' })]);
    expect((await peopleOf(store)).get('Ana')?.timeZone).toBe('Asia/Tokyo');
  });

  test('is not guessed where two in Slack have the name, or two on record', async () => {
    const store = await emptyStore();
    const anaId = await addPerson(store, { name: 'Ana' }, now);
    const boId = await addPerson(store, { name: 'Bo' }, now);
    const otherBoId = await addPerson(store, { name: 'BO' }, now);
    const { linked, proposed } = await link(store, [user('U01', 'Ana'), user('U02', 'ana'), user('U03', 'Bo')]);
    expect(linked).toEqual([]);
    expect(proposed).toEqual([
      { personId: anaId, slackUserId: 'U01' },
      { personId: anaId, slackUserId: 'U02' },
      { personId: boId, slackUserId: 'U03' },
      { personId: otherBoId, slackUserId: 'U03' },
    ]);
  });

  test('the same name with two addresses is two people', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'Ana', email: 'ana@x.io' }, now);
    expect((await link(store, [user('U01', 'Ana', { email: 'ana@y.io' })])).linked).toEqual([]);
  });

  test('somebody who is on record already is nobody else, and nobody is linked twice', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'Ana', slackUserId: 'U01', email: 'ana@x.io' }, now);
    await addPerson(store, { name: 'Bo', email: 'bo@x.io' }, now);
    const users = [
      user('U01', 'Ana', { email: 'ana@x.io' }),
      user('U02', 'Bo', { names: ['Bo', 'Ana'], email: 'bo@x.io' }),
    ];
    expect((await link(store, users)).linked).toHaveLength(1);
    expect((await link(store, users)).linked).toHaveLength(0);
  });
});

async function sandboxStore(users: readonly SeedUser[] = []) {
  const sandbox = await openSandbox({ seed: { ...seed, users: [...seed.users, ...users] } });
  const store = await emptyStore(teamId);
  const slack = new WebClient(botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  return { sandbox, store, context: { store, slack, clock: () => now } };
}

test('whoever presses a button meanwhile doesn’t wait until a whole company is linked', async () => {
  let press: Promise<void> | undefined;
  const linkedByThen: number[] = [];
  const onStatement = (text: string): void => {
    if (press === undefined && text.startsWith('update "person"')) press = pressing();
  };
  const database = await openDatabase({ path: ':memory:', onStatement });
  onTestFinished(() => database.close());
  const store = database.forWorkspace(teamId);
  await saveWorkspace(store, { name: 'Test & Co', botUserId: 'UBOT' }, now);
  const pressing = () =>
    writing(store, async (tx) => {
      linkedByThen.push(200 - (await peopleWithoutAccount(tx)).length);
    });
  const crowd = Array.from({ length: 200 }, (_, at) => ({ name: `Crowd ${at}`, email: `crowd${at}@x.io` }));
  for (const person of crowd) await addPerson(store, person, now);
  const { linked } = await link(
    store,
    crowd.map(({ name, email }, at) => user(`U0${at}`, name, { email })),
  );
  await press;
  expect(linked).toHaveLength(200);
  expect(linkedByThen).toHaveLength(1);
  expect(linkedByThen[0]).toBeLessThanOrEqual(50);
});

describe('asked of Slack', () => {
  test('people are found; guests and apps are not people', async () => {
    const { store, context } = await sandboxStore();
    for (const { name, email } of people) await addPerson(store, { name, email }, now);
    await addPerson(store, { name: 'Gus Guest' }, now);
    const { linked, isListed } = await linkPeople(context);
    expect(isListed).toBe(true);
    expect(linked).toHaveLength(people.length);
    const found = await peopleOf(store);
    expect(found.get('Priya Nair')).toMatchObject({ slackUserId: slackIdOf('priya'), email: 'priya@example.com' });
    expect(found.get('Gus Guest')?.slackUserId).toBe(null);
  });

  test('the list is read to its end, page after page', async () => {
    const crowd = Array.from({ length: 450 }, (_, index) => ({
      id: `U0CROWD${index}`,
      name: `crowd${index}`,
      realName: `Crowd ${index}`,
      email: `crowd${index}@x.io`,
    }));
    const { sandbox, store, context } = await sandboxStore(crowd);
    await addPerson(store, { name: 'Crowd 449', email: 'crowd449@x.io' }, now);
    expect((await linkPeople(context)).linked).toMatchObject([{ slackUserId: 'U0CROWD449' }]);
    expect(sandbox.traffic.filter(({ name }) => name === 'users.list')).toHaveLength(3);
  });

  test('where Slack doesn’t list its users, that costs only this', async () => {
    const { sandbox, store, context } = await sandboxStore();
    await addPerson(store, { name: 'Priya Nair' }, now);
    sandbox.script('users.list', { kind: 'error', error: 'unknown_method' });
    expect(await linkPeople(context)).toEqual({ linked: [], proposed: [], isListed: false });
  });
});
