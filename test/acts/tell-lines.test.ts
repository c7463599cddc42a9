import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellLines } from '../../src/acts/tell-lines.ts';
import { messageKinds } from '../../src/slack/messages/index.ts';
import { untoldLines } from '../../src/store/line-tellings.ts';
import { changePerson, findPerson, markWelcomed } from '../../src/store/people.ts';
import { endLine, setManager } from '../../src/store/reporting-lines.ts';
import { pendingWorkspaceId, saveWorkspace } from '../../src/store/workspaces.ts';
import { addPerson } from '../../src/store/people.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { wordsOf } from '../helpers/blocks.ts';

const today = '2026-11-23';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  for (const { id } of Object.values(office.people)) await markWelcomed(office.store, id, office.context.clock());
});
afterEach(() => office.close());

function tell(): Promise<readonly number[]> {
  return tellLines(office.context, office.store, office.context.clock());
}

/** What waits to be sent: to whom, and in which words; undefined where it is no longer true. */
async function told(): Promise<{ to: string; kind: string; words: string | undefined }[]> {
  const { context, store } = office;
  return Promise.all(
    (await office.outbox()).map(async ({ kind, subject, recipientId }) => {
      const recipient = await findPerson(store, recipientId);
      if (recipient === undefined) throw new Error('Nobody');
      const rendered = await messageKinds
        .find((one) => one.kind === kind)
        ?.render(context, subject, recipient, context.clock());
      return { to: recipient.name, kind, words: rendered && wordsOf(rendered.blocks) };
    }),
  );
}

test('all sides hear of a change, a manager in one message of several reps, and nobody twice', async () => {
  const { lee, dana, priya, sam, omar } = office.people;
  await setManager(office.store, priya.id, omar.id, today);
  await setManager(office.store, sam.id, omar.id, today);
  expect(new Set(await tell())).toEqual(new Set([priya.id, sam.id, dana.id, omar.id]));
  expect(await tell()).toEqual([]);
  expect(await untoldLines(office.store)).toEqual([]);
  const messages = await told();
  expect(messages.map(({ to, kind }) => `${kind}: ${to}`)).toEqual([
    'line-begun: Priya Nair',
    'line-begun: Sam Ruiz',
    'lines-begun: Omar Haddad',
    'lines-ended: Dana Osei',
  ]);
  expect(messages[0]?.words).toContain('Omar Haddad is your manager now.');
  expect(messages[0]?.words).toContain('Who sees what');
  expect(messages[2]?.words).toContain('Priya Nair and Sam Ruiz report to you now.');
  expect(messages[3]?.words).toContain(
    'Priya Nair and Sam Ruiz now report to Omar Haddad, not to you. You keep what you wrote.',
  );

  await endLine(office.store, dana.id, today);
  await tell();
  const later = (await told()).slice(4);
  expect(later.map(({ to, kind }) => `${kind}: ${to}`)).toEqual(['line-ended: Dana Osei', 'lines-ended: Lee Park']);
  expect(later[0]?.words).toContain('You no longer report to Lee Park here.');
  expect(later[1]?.words).toContain('Dana Osei doesn’t report to you anymore.');
  expect(lee.id).toBeGreaterThan(0);
});

test('what began and ended before it could be told is told to nobody; back and forth is no news', async () => {
  const { dana, priya, sam, omar, lee } = office.people;
  await setManager(office.store, priya.id, omar.id, today);
  await setManager(office.store, priya.id, dana.id, today);
  expect(await tell()).toEqual([]);
  expect(await office.outbox()).toEqual([]);
  await setManager(office.store, sam.id, omar.id, today);
  await setManager(office.store, sam.id, lee.id, today);
  await tell();
  expect((await told()).map(({ to, kind }) => `${kind}: ${to}`)).toEqual([
    'line-begun: Sam Ruiz',
    'lines-begun: Lee Park',
    'lines-ended: Dana Osei',
  ]);
  expect(await untoldLines(office.store)).toEqual([]);
});

test('of a manager who has left, the rep hears who has their asks for now; the lead hears it otherwise', async () => {
  const { dana, priya, lee } = office.people;
  await changePerson(office.store, dana.id, { leftOn: today, leftWhy: 'account' });
  await setManager(office.store, priya.id, lee.id, today, 'held');
  await tell();
  const messages = await told();
  expect(messages.map(({ to }) => to)).toEqual(['Priya Nair']);
  expect(messages[0]?.words).toContain('Dana Osei has left. Lee Park has your asks and is your manager for now.');
});

test('whoever never heard of this is welcomed, which is the telling', async () => {
  const { omar } = office.people;
  const una = await office.hire('Una Bell');
  await setManager(office.store, una.id, omar.id, today);
  await tell();
  expect((await told()).map(({ to, kind }) => `${kind}: ${to}`)).toEqual([
    'welcome: Una Bell',
    'lines-begun: Omar Haddad',
  ]);
});

test('what has changed again before it is sent is not said', async () => {
  const { priya, omar, dana } = office.people;
  await setManager(office.store, priya.id, omar.id, today);
  await tell();
  await setManager(office.store, priya.id, dana.id, today);
  expect((await told()).map(({ words }) => words)).toEqual([undefined, undefined, undefined]);
});

test('before Slack is connected nothing is told, and nothing forgotten', async () => {
  const store = office.database.forWorkspace(pendingWorkspaceId);
  await saveWorkspace(store, { name: 'Pending', botUserId: null }, office.context.clock());
  const [above, below] = [
    await addPerson(store, { name: 'A' }, new Date()),
    await addPerson(store, { name: 'B' }, new Date()),
  ];
  await setManager(store, below, above, today);
  expect(await tellLines(office.context, store, office.context.clock())).toEqual([]);
  expect(await untoldLines(store)).toHaveLength(1);
});
