/** On the wire: who is on record and who is who, for an admin, and for nobody else. */
import { expect, test } from 'vitest';
import { addPerson, findPerson, findPersonBySlackId } from '../../../src/store/people.ts';
import { proposeLink } from '../../../src/store/link-proposals.ts';
import { managerIdOf } from '../../../src/store/reporting-lines.ts';
import { startBot } from '../../helpers/bot.ts';
import { wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

async function office() {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const lee = sandbox.as(slackIdOf('lee'));
  const shown = () => wordsOf(lee.modal()?.blocks);
  const open = async () => {
    await lee.command('/firstline', 'people');
    await sandbox.until('the list', () => shown().includes('Everyone'));
  };
  return { clock, sandbox, bot, lee, shown, open };
}

test('an admin sees who is on record, and by what there is to put right', async () => {
  const { bot, clock, sandbox, lee, shown, open } = await office();
  await addPerson(bot.store, { name: 'Ada Quill', email: 'ada@example.com' }, clock.now());
  await addPerson(bot.store, { name: 'PRIYA NAIR' }, clock.now());
  await open();
  expect(shown()).toContain('*Priya Nair*');
  expect(shown()).toContain('1 other person with this name');
  await lee.press({ actionId: 'people.choose', choose: 'No Slack account (2)' });
  await sandbox.until('those without an account', () => !shown().includes('*Dana Osei*'));
  expect(shown()).toContain('*Ada Quill* · no Slack account · ada@example.com · no manager');
});

test('nobody else sees it', async () => {
  const { sandbox } = await office();
  const dana = sandbox.as(slackIdOf('dana'));
  await dana.command('/firstline', 'people');
  const refusal = await sandbox.until('the refusal', () =>
    dana.messages().find(({ text }) => text.includes('Only a Slack workspace admin')),
  );
  expect(wordsOf(refusal.blocks) + refusal.text).toContain('Only a Slack workspace admin');
  expect(dana.modal()).toBeUndefined();
});

test('a manager is chosen, and the list below follows', async () => {
  const { bot, sandbox, lee, shown, open } = await office();
  const omar = await personCalled(bot.store, 'omar');
  await open();
  await lee.press({ blockId: `person-${omar.id}`, choose: 'Choose manager…' });
  await sandbox.until('the form', () => shown().includes('Omar Haddad report to'));
  lee.fill({ manager: slackIdOf('marco') });
  expect(await lee.submit()).toEqual({});
  await sandbox.until('the answer', () => shown().includes('reports to Marco Bianchi now'));
  expect(await managerIdOf(bot.store, omar.id)).toBe((await personCalled(bot.store, 'marco')).id);
  await lee.close();
  await sandbox.until('the list', () => /Omar Haddad\* .*reports to Marco Bianchi/u.test(shown()));
});

test('two who are one are merged, and that is undone', async () => {
  const { bot, clock, sandbox, lee, shown, open } = await office();
  const priya = await personCalled(bot.store, 'priya');
  const double = await addPerson(bot.store, { name: 'Priya Nair', email: 'priya.old@example.com' }, clock.now());
  await open();
  await lee.press({ blockId: `person-${priya.id}`, choose: 'Merge with…' });
  await sandbox.until('the form', () => shown().includes('Which other person is the same'));
  expect(shown()).toContain('priya.old@example.com');
  lee.fill({ other: 'nobody at all' });
  expect((await lee.submit()).errors?.['other']).toContain('I don’t know anyone called');
  lee.fill({ other: 'priya.old@example.com' });
  expect(await lee.submit()).toEqual({});
  await sandbox.until('the answer', () => shown().includes('Merged.'));
  expect(await findPerson(bot.store, double)).toMatchObject({ leftWhy: 'merged' });
  await lee.press({ label: 'Undo' });
  await sandbox.until('two again', () => shown().includes('two people again'));
  expect(await findPerson(bot.store, double)).toMatchObject({ leftOn: null });
});

test('somebody is removed, and comes back', async () => {
  const { bot, sandbox, lee, shown, open } = await office();
  const sam = await personCalled(bot.store, 'sam');
  await open();
  await lee.press({ blockId: `person-${sam.id}`, choose: 'Remove…' });
  await sandbox.until('the question', () => shown().includes('gets no more messages'));
  expect(await lee.submit()).toEqual({});
  await sandbox.until('the answer', () => shown().includes('Removed. Sam Ruiz'));
  expect(await findPerson(bot.store, sam.id)).toMatchObject({ leftWhy: 'removed' });
  await lee.press({ label: 'Undo' });
  await sandbox.until('the way back', () => shown().includes('Sam Ruiz is back'));
  expect(await findPerson(bot.store, sam.id)).toMatchObject({ leftOn: null, leftWhy: null });
});

test('a pair that waits is decided: the same person has the account, another has none of it', async () => {
  const { bot, clock, sandbox, lee, shown, open } = await office();
  const now = clock.now();
  const pair = async (name: string, slackUserId: string) => {
    const personId = await addPerson(bot.store, { name }, now);
    await proposeLink(bot.store, { personId, slackUserId, slackName: name, slackAddress: null }, now);
    return personId;
  };
  const [ada, otto] = [await pair('Ada Quill', 'U0ADA'), await pair('Otto Quill', 'U0OTTO')];
  await open();
  expect(shown()).toContain('The same person?');
  await lee.press({ label: 'Same person', blockId: 'pair-1' });
  await sandbox.until('one pair left', () => !shown().includes('<@U0ADA> in Slack'));
  await lee.press({ label: 'Someone else', blockId: 'pair-2' });
  await sandbox.until('no pair left', () => !shown().includes('The same person?'));
  expect((await findPersonBySlackId(bot.store, 'U0ADA'))?.id).toBe(ada);
  expect(await findPerson(bot.store, otto)).toMatchObject({ slackUserId: null });
});
