import { describe, expect, test } from 'vitest';
import { WebClient } from '@slack/web-api';
import { linkPeople } from '../../src/acts/link-people.ts';
import type { Linked } from '../../src/acts/link-people.ts';
import type { SlackUser } from '../../src/acts/slack-users.ts';
import type { Store } from '../../src/store/db.ts';
import { deliveriesIn, enqueue, noSlackAccount, park } from '../../src/store/outbox.ts';
import { addPerson } from '../../src/store/people.ts';
import { emptyStore, now, peopleOf } from '../helpers/imports.ts';
import { people, slackIdOf } from '../helpers/people.ts';
import type { SeedUser } from '../../src/sandbox/index.ts';
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
    await addPerson(store, { name: 'Ana Lopez', email: 'Ana@x.io' }, now);
    await link(store, [user('U01', 'Ana Lopez'), user('U02', 'A. L.', { email: 'ana@x.io' })]);
    expect((await peopleOf(store)).get('Ana Lopez')?.slackUserId).toBe('U02');
  });

  test('else by the full name, and the blanks are filled in from Slack', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'Ana  lopez', country: 'ES' }, now);
    await link(store, [user('U01', 'ANA Lopez', { email: 'ana@x.io', isAdmin: true })]);
    expect([...(await peopleOf(store)).values()]).toMatchObject([
      { slackUserId: 'U01', email: 'ana@x.io', timeZone: 'Europe/Berlin', isAdmin: true, country: 'ES' },
    ]);
  });

  test('what waited for an account is sent', async () => {
    const store = await emptyStore();
    const recipientId = await addPerson(store, { name: 'Ana' }, now);
    const message = { kind: 'welcome', recipientId, subject: { person: recipientId }, dueAt: now };
    await enqueue(store, { occurrenceKey: 'one', deliveryId: 'one', ...message }, now);
    const [delivery] = await deliveriesIn(store, ['pending']);
    await park(store, delivery?.id ?? 0, noSlackAccount);
    await link(store, [user('U01', 'Ana')]);
    expect(await deliveriesIn(store, ['pending'])).toHaveLength(1);
  });

  test('a zone of the roster stays', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'Ana', timeZone: 'Asia/Tokyo' }, now);
    await link(store, [user('U01', 'Ana')]);
    expect((await peopleOf(store)).get('Ana')?.timeZone).toBe('Asia/Tokyo');
  });

  test('is not guessed where two in Slack have the name, or two on record', async () => {
    const store = await emptyStore();
    const anaId = await addPerson(store, { name: 'Ana' }, now);
    const boId = await addPerson(store, { name: 'Bo' }, now);
    const otherBoId = await addPerson(store, { name: 'BO' }, now);
    const { linked, ambiguous } = await link(store, [user('U01', 'Ana'), user('U02', 'ana'), user('U03', 'Bo')]);
    expect(linked).toEqual([]);
    expect(ambiguous).toEqual([
      { personId: anaId, name: 'Ana', candidates: 2 },
      { personId: boId, name: 'Bo', candidates: 2 },
      { personId: otherBoId, name: 'BO', candidates: 2 },
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
    await addPerson(store, { name: 'Bo' }, now);
    const users = [user('U01', 'Ana', { email: 'ana@x.io' }), user('U02', 'Bo', { names: ['Bo', 'Ana'] })];
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

describe('asked of Slack', () => {
  test('people are found; guests and apps are not people', async () => {
    const { store, context } = await sandboxStore();
    for (const { name } of people) await addPerson(store, { name }, now);
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
    }));
    const { sandbox, store, context } = await sandboxStore(crowd);
    await addPerson(store, { name: 'Crowd 449' }, now);
    expect((await linkPeople(context)).linked).toMatchObject([{ slackUserId: 'U0CROWD449' }]);
    expect(sandbox.traffic.filter(({ name }) => name === 'users.list')).toHaveLength(3);
  });

  test('where Slack doesn’t list its users, that costs only this', async () => {
    const { sandbox, store, context } = await sandboxStore();
    await addPerson(store, { name: 'Priya Nair' }, now);
    sandbox.script('users.list', { kind: 'error', error: 'unknown_method' });
    expect(await linkPeople(context)).toEqual({ linked: [], ambiguous: [], isListed: false });
  });
});
