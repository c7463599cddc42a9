/** On the wire: nobody takes a rep or a seat by a claim; whoever may say so is asked, and everybody concerned is told. */
import { expect, test } from 'vitest';
import { addAsk, recordStep } from '../../../src/store/asks.ts';
import type { Store } from '../../../src/store/db.ts';
import { addGoal } from '../../../src/store/goals.ts';
import { addClaim, waitingClaims } from '../../../src/store/line-claims.ts';
import { countLinesAsTold } from '../../../src/store/line-tellings.ts';
import { changePerson } from '../../../src/store/people.ts';
import { currentLines, endLine, managerIdOf, setManager } from '../../../src/store/reporting-lines.ts';
import type { SandboxUser } from '@firstline/slack-sandbox';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { slackIdOf } from '../../helpers/people.ts';
import type { PersonKey } from '../../helpers/people.ts';
import { openSandbox, teamId, testClock } from '../../helpers/sandbox.ts';
import { sendInteraction } from '../../helpers/signed.ts';
import { fillStore, logInteraction, personCalled } from '../../helpers/store.ts';

async function office(prepare: (store: Store, now: Date) => Promise<void> = async () => {}, isOverHttp = false) {
  // Everybody is at work, in London and in New York.
  const clock = testClock('2026-11-23T15:00:00Z');
  const sandbox = await openSandbox({ clock });
  const fill = async (store: Store, now: Date) => {
    await fillStore(store, now);
    await prepare(store, now);
    await countLinesAsTold(store);
  };
  const bot = await startBot({ sandbox, clock, fill, ...(isOverHttp && { httpPort: 0 }) });
  const as = (key: PersonKey) => sandbox.as(slackIdOf(key));
  const id = async (key: PersonKey) => (await personCalled(bot.store, key)).id;
  const heard = (key: PersonKey, words: string) =>
    sandbox.until(`${key} to hear “${words}”`, () =>
      as(key)
        .messages()
        .findLast((message) => wordsOf(message.blocks).includes(words)),
    );
  async function claim(key: PersonKey, wish: { reps?: readonly PersonKey[]; lead?: PersonKey }) {
    await as(key).command('/firstline', 'team');
    await sandbox.until('the form', () => as(key).modal());
    as(key).fill({
      reps: (wish.reps ?? []).map(slackIdOf),
      ...(wish.lead === undefined ? {} : { lead: slackIdOf(wish.lead) }),
    });
    const { errors } = await as(key).submit();
    return errors;
  }
  return { clock, sandbox, bot, as, id, heard, claim };
}

const settledWords = 'Canary: a discount for Northwind';
const openWords = 'Canary: a second seat for Contoso';
const noteWords = 'Canary: let the silence work';
const goalWords = 'Canary: lead a team one day';

/** Sam had Dana as manager until yesterday, with everything that can be of a past, and reports to nobody now. */
async function samAlone(store: Store, now: Date): Promise<void> {
  const [sam, dana] = [await personCalled(store, 'sam'), await personCalled(store, 'dana')];
  const earlier = new Date(now.getTime() - 5 * 86_400_000);
  const blank = { kind: 'help', dealId: null, obstacle: null, neededBy: null } as const;
  const asked = { ...blank, repId: sam.id, managerId: dana.id, askedBy: sam.id, askedOn: '2026-11-18' } as const;
  const settled = await addAsk(store, { ...asked, text: settledWords }, earlier);
  await recordStep(
    store,
    settled,
    { state: 'done', holderId: dana.id, takenUntil: null },
    { step: 'done', actorId: dana.id, until: null, text: null },
    earlier,
  );
  await addAsk(store, { ...asked, text: openWords }, earlier);
  await addGoal(store, { repId: sam.id, authorId: sam.id, text: goalWords, on: '2026-11-18' }, earlier);
  await logInteraction(
    store,
    {
      behaviour: 'coaching-note',
      managerId: dana.id,
      repId: sam.id,
      happenedOn: '2026-11-18',
      texts: { note: noteWords },
      shared: true,
    },
    earlier,
  );
  await endLine(store, sam.id, '2026-11-22');
}

function everythingSeenBy(person: SandboxUser): string {
  return JSON.stringify([person.messages(), person.home(), person.modal()]);
}

test('somebody with no role who takes a rep without a manager sees nothing before the rep says yes, and then what is live', async () => {
  const { sandbox, bot, as, id, heard, claim } = await office(samAlone);
  const [omar, sam] = [as('omar'), as('sam')];
  await omar.openHome();
  expect(await claim('omar', { reps: ['sam'] })).toBeUndefined();
  expect(wordsOf(omar.modal()?.blocks)).toContain('1 asked, no answer yet.');
  await omar.close();
  await sandbox.until('Home', () => wordsOf(omar.home()?.blocks).includes('*Sam Ruiz* on your team: no answer yet.'));
  expect(await managerIdOf(bot.store, await id('sam'))).toBeUndefined();
  await omar.command('/firstline', 'asks');
  await sandbox.until('the answer', () => omar.newest());
  expect(everythingSeenBy(omar)).not.toContain('Canary');

  const question = await heard('sam', 'Omar Haddad says you report to them. Is that right?');
  expect(wordsOf(question.blocks)).toContain('Hello Sam. I’m Firstline.');
  expect(buttonsOf(question.blocks)).toEqual(['Yes', 'No']);
  // The only word to Sam so far.
  expect(sam.messages()).toHaveLength(1);
  await sam.press({ label: 'Yes' });
  await heard('sam', 'You said yes. Omar Haddad is your manager now.');
  await heard('sam', 'A word on what I do, Sam');
  await heard('omar', 'Sam Ruiz reports to you now.');
  await sandbox.until('Home', () => wordsOf(omar.home()?.blocks).includes(openWords));

  await omar.press({ actionId: 'person.choose', choose: 'Sam Ruiz', home: true });
  const sheet = await sandbox.until('the sheet', () => omar.modal());
  expect(wordsOf(sheet.blocks)).toContain(goalWords);
  // That they talked is seen, not what was said.
  expect(wordsOf(sheet.blocks)).toContain('Coaching note');
  expect(buttonsOf(sheet.blocks)).not.toContain('Read it');
  await omar.close();
  await omar.command('/firstline', 'asks');
  await sandbox.until('the asks', () => omar.modal());
  expect(everythingSeenBy(omar)).not.toContain(settledWords);
  expect(everythingSeenBy(omar)).not.toContain(noteWords);
});

test('a no is told kindly to the one who asked, alone, and isn’t asked again at once', async () => {
  const { bot, as, id, heard, claim } = await office(samAlone);
  await claim('omar', { reps: ['sam'] });
  await heard('sam', 'Is that right?');
  await as('sam').press({ label: 'No' });
  await heard('sam', 'You said no. Nothing changed.');
  await heard('omar', 'Only you can see this.');
  expect(await managerIdOf(bot.store, await id('sam'))).toBeUndefined();
  await as('omar').close();
  expect((await claim('omar', { reps: ['sam'] }))?.['reps']).toMatch(/Sam Ruiz said no/u);
  for (const key of ['dana', 'lee'] as const)
    expect(
      as(key)
        .messages()
        .filter(({ text }) => text.includes('Omar')),
    ).toEqual([]);
});

test('nobody puts themselves above a lead or a manager without one: they are asked, and no name of their people is told', async () => {
  const { bot, as, id, heard, claim } = await office(async (store) => {
    await endLine(store, (await personCalled(store, 'marco')).id, '2026-11-22');
  });
  const before = await currentLines(bot.store);
  await as('omar').openHome();
  await claim('omar', { reps: ['lee', 'marco'] });
  await heard('lee', 'Omar Haddad says you report to them.');
  await heard('marco', 'Omar Haddad says you report to them.');
  await bot.tick();
  expect(await currentLines(bot.store)).toEqual(before);
  for (const name of ['Tom Webb', 'Uma Rao', 'Priya Nair', 'Dana Osei'])
    expect(everythingSeenBy(as('omar'))).not.toContain(name);
  await as('marco').press({ label: 'Yes' });
  await heard('omar', 'Marco Bianchi reports to you now.');
  expect(await managerIdOf(bot.store, await id('marco'))).toBe(await id('omar'));
  expect(await managerIdOf(bot.store, await id('lee'))).toBeUndefined();
});

test('of a rep who has a manager, manager and lead are asked; the first answer counts, and all sides hear', async () => {
  const { sandbox, bot, as, id, heard, claim } = await office();
  await claim('omar', { reps: ['priya'] });
  await heard('dana', 'Omar Haddad says Priya Nair reports to them. Is that right?');
  await heard('lee', 'Priya Nair reports to Dana Osei now. If you say yes, Omar Haddad sees what’s open');
  expect(as('priya').messages()).toEqual([]);
  await as('lee').press({ label: 'Yes' });
  await heard('dana', 'Lee Park said yes. Priya Nair reports to Omar Haddad now.');
  await heard('dana', 'Priya Nair now reports to Omar Haddad, not to you. You keep what you wrote.');
  await heard('omar', 'Priya Nair reports to you now.');
  await sandbox.until('Priya to hear', () => as('priya').messages().length > 0);
  expect(await managerIdOf(bot.store, await id('priya'))).toBe(await id('omar'));
  await bot.tick();
  const said = as('dana').messages().length;
  await bot.tick();
  await bot.tick();
  expect(as('dana').messages()).toHaveLength(said);
});

test('going up is confirmed by whoever is claimed, and can be taken back', async () => {
  const { sandbox, bot, as, id, heard, claim } = await office();
  const omar = as('omar');
  await omar.openHome();
  await claim('omar', { lead: 'marco' });
  await heard('marco', 'Omar Haddad says they report to you. Is that right?');
  await omar.press({ label: 'Withdraw' });
  await heard('marco', 'Omar Haddad withdrew the question.');
  await sandbox.until('the form', () => wordsOf(omar.modal()?.blocks).includes('No one reports to you.'));
  await omar.close();
  await claim('omar', { lead: 'marco' });
  await sandbox.until('the question again', () => buttonsOf(as('marco').newest()?.blocks).includes('Yes'));
  await as('marco').press({ label: 'Yes' });
  await heard('omar', 'I’m Firstline');
  expect(await managerIdOf(bot.store, await id('omar'))).toBe(await id('marco'));
});

test('two who say the same of each other need no further yes', async () => {
  const { sandbox, bot, as, id, claim } = await office(samAlone);
  await claim('sam', { lead: 'omar' });
  await sandbox.until('the question', () => as('omar').newest());
  await claim('omar', { reps: ['sam'] });
  expect(wordsOf(as('omar').modal()?.blocks)).toContain('Sam Ruiz reports to you now.');
  expect(await managerIdOf(bot.store, await id('sam'))).toBe(await id('omar'));
  expect(await waitingClaims(bot.store)).toEqual([]);
});

test('what has changed meanwhile, and what nobody answers, ends with a word', async () => {
  const { clock, bot, as, id, heard, claim } = await office(samAlone);
  await claim('omar', { reps: ['sam'] });
  await heard('sam', 'Is that right?');
  await setManager(bot.store, await id('sam'), await id('marco'), '2026-11-23');
  // The button is still there: the press says what became of it.
  await as('sam').press({ label: 'Yes' });
  await heard('sam', 'This has changed');
  await heard('omar', 'That has changed');
  await bot.tick();
  await heard('marco', 'Sam Ruiz reports to you now.');
  expect(await managerIdOf(bot.store, await id('sam'))).toBe(await id('marco'));

  await as('omar').close();
  await claim('omar', { lead: 'lee' });
  await heard('lee', 'Is that right?');
  clock.moveTo(new Date(clock.now().getTime() + 15 * 86_400_000));
  await bot.tick();
  await heard('omar', 'No one confirmed in two weeks');
  await heard('lee', 'No one answered in 14 days');
});

test('an admin’s own act is at once; somebody who has left is no claim any more', async () => {
  const { bot, as, id, heard, claim } = await office(samAlone);
  await claim('lee', { reps: ['dana', 'marco', 'sam'] });
  await heard('sam', 'Hello Sam');
  expect(await managerIdOf(bot.store, await id('sam'))).toBe(await id('lee'));
  await claim('omar', { reps: ['priya'] });
  await heard('dana', 'Is that right?');
  await changePerson(bot.store, await id('priya'), { leftOn: '2026-11-23' });
  await bot.tick();
  await heard('dana', 'This has changed');
  await heard('omar', 'I closed the question');
  expect(as('priya').messages()).toEqual([]);
});

test('a forged press on somebody’s claim changes nothing and tells nothing', async () => {
  const { sandbox, bot, as, id } = await office(samAlone, true);
  const [personId, managerId] = [await id('sam'), await id('omar')];
  await addClaim(
    bot.store,
    { personId, managerId, claimedBy: managerId, fromManagerId: null },
    new Date('2026-11-23T09:00:00Z'),
  );
  const [asked] = await waitingClaims(bot.store);
  const presses = [
    ['omar', 'line.confirm', asked?.id],
    ['omar', 'line.refuse', asked?.id],
    ['tom', 'line.confirm', asked?.id],
    ['dana', 'line.confirm', asked?.id],
    ['dana', 'line.withdraw', asked?.id],
    ['sam', 'line.withdraw', asked?.id],
    ['tom', 'line.confirm', 987_654],
    ['tom', 'line.confirm', 'all'],
    ['omar', 'person.open', undefined],
  ] as const;
  const refusal = /isn’t yours to|older version|doesn’t report to you/u;
  for (const [number, [key, actionId, claimId]] of presses.entries()) {
    const value = JSON.stringify(claimId === undefined ? { rep: await id('sam'), page: 0 } : { claim: claimId });
    const refusals = () =>
      as(key)
        .messages()
        .filter(({ text }) => refusal.test(text));
    const before = refusals().length;
    await sendInteraction(bot.port ?? 0, {
      user: { id: slackIdOf(key), team_id: teamId },
      team: { id: teamId },
      token: 'x',
      type: 'block_actions',
      trigger_id: `forged-${number}`,
      actions: [{ type: 'button', action_id: actionId, block_id: 'claim', value, action_ts: '1.1' }],
    });
    const said = await sandbox.until(`the refusal of ${key}`, () => refusals()[before]);
    expect(said.text).toMatch(refusal);
  }
  expect(await waitingClaims(bot.store)).toEqual([asked]);
  expect(await managerIdOf(bot.store, await id('sam'))).toBeUndefined();
  expect(everythingSeenBy(as('omar'))).not.toContain('Canary');
  expect(everythingSeenBy(as('tom'))).not.toContain('Sam Ruiz');
});
