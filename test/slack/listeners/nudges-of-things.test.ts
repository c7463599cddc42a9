/** On the wire: a nudge names what it is about, is answered by the buttons of that thing, and says what is true, however old it is. */
import { expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import { stepAsk } from '../../../src/acts/step-ask.ts';
import type { Behaviour } from '../../../src/behaviours/behaviour.ts';
import { answerAsk } from '../../../src/behaviours/answer-ask.ts';
import { askTheirPlan } from '../../../src/behaviours/ask-their-plan.ts';
import { checkIn } from '../../../src/behaviours/check-in.ts';
import { evaluateAssignment } from '../../../src/behaviours/evaluate-assignment.ts';
import { keepPromise } from '../../../src/behaviours/keep-promise.ts';
import { recognition } from '../../../src/behaviours/recognition.ts';
import { openCycle } from '../../../src/store/cycles.ts';
import { addIdea, findIdea, markIdeaUsed } from '../../../src/store/ideas.ts';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { nudgesSince } from '../../../src/store/nudges.ts';
import { addPromise, findPromise } from '../../../src/store/promises.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { startBot } from '../../helpers/bot.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';
import type { LocalDate } from '../../../src/time/zoned.ts';

const tuesday = '2026-11-24T09:00:00Z';

/** Of the message, whatever is in it. */
const ofTheMessage = ['What can wait', 'I’m snowed under', 'Settings'];

/** Dana at work on a Tuesday, nudged about these kinds alone. */
async function atWork(behaviours: readonly Behaviour[], start = tuesday) {
  const clock = testClock(start);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, behaviours, logLevel: 'debug' });
  const dana = sandbox.as(slackIdOf('dana'));
  const [manager, rep] = [await personCalled(bot.store, 'dana'), await personCalled(bot.store, 'priya')];
  const at = async (instant: string): Promise<void> => {
    clock.moveTo(new Date(instant));
    await bot.tick();
  };
  /** The one message of nudges that she got, as it stands now. */
  const message = () => dana.messages().find(({ blocks }) => JSON.stringify(blocks).includes('plan.rest'));
  const shown = () => wordsOf(message()?.blocks);
  const buttons = () => buttonsOf(message()?.blocks).filter((label) => !ofTheMessage.includes(label));
  const press = (label: string) => dana.press({ label, messageTs: message()?.ts ?? '' });
  const says = (words: string) => sandbox.until(words, () => shown().includes(words));
  return { clock, sandbox, bot, dana, manager, rep, at, message, shown, buttons, press, says };
}

async function promised(work: Awaited<ReturnType<typeof atWork>>, dueOn: LocalDate, text: string) {
  const { bot, manager, rep, clock } = work;
  return addPromise(
    bot.store,
    { managerId: manager.id, repId: rep.id, text, madeOn: '2026-11-13', dueOn },
    clock.now(),
  );
}

test('a promise: named in the message and its notification, kept in one tap, taken back in one; its words stay where they are', async () => {
  const work = await atWork([keepPromise]);
  const { bot, says, shown, buttons, press, sandbox } = work;
  const id = await promised(work, '2026-11-24', 'Canary:  an answer on\nthe port fair budget.');
  await work.at('2026-11-24T09:10:00Z');
  await says('Your promise to Priya: “Canary: an answer on the port fair budget”');
  expect(shown()).toContain('Due today (promised on Nov 13).');
  expect(work.message()?.text).toContain('Canary: an answer on the port fair budget');
  expect(buttons()).toEqual(['Kept', 'Move', 'I can’t', 'Why?']);
  await press('Kept');
  await says('Kept: *Your promise to Priya: “Canary: an answer on the port fair budget”*');
  expect(await findPromise(bot.store, id)).toMatchObject({ state: 'kept', settledOn: '2026-11-24' });
  expect(await interactionsBetween(bot.store, { limit: 5 })).toMatchObject([{ behaviour: 'keep-promise' }]);
  const toPriya = () =>
    wordsOf(
      sandbox
        .as(slackIdOf('priya'))
        .messages()
        .map(({ blocks }) => blocks),
    );
  await sandbox.until('the rep to hear', () => toPriya().includes('Dana Osei kept a promise to you'));
  await press('Undo');
  await sandbox.until('the buttons', () => buttons().includes('Kept'));
  expect(await findPromise(bot.store, id)).toMatchObject({ state: 'open', settledOn: null });
  expect(await interactionsBetween(bot.store, { limit: 5 })).toEqual([]);
  await sandbox.until('the rep to hear that, too', () => toPriya().includes('Dana Osei is still on this'));
  await press('I can’t');
  await says('Withdrawn: *Your promise to Priya');
  expect(JSON.stringify(await nudgesSince(bot.store, work.manager.id, new Date(0)))).not.toContain('Canary');
  expect(bot.logged.join('\n')).not.toContain('Canary');
});

test('kept on the Home tab, the message says so; moved, it says until when', async () => {
  const work = await atWork([keepPromise]);
  await promised(work, '2026-11-24', 'Call legal');
  await work.at('2026-11-24T09:10:00Z');
  await work.says('“Call legal”');
  await work.dana.openHome();
  await work.sandbox.until('the Home tab', () => buttonsOf(work.dana.home()).includes('Move'));
  await work.dana.press({ label: 'Move' });
  await work.sandbox.until('the form', () => work.dana.modal());
  work.dana.fill({ dueOn: '2026-12-04' });
  expect(await work.dana.submit()).toEqual({});
  await work.says('Moved to Fri, Dec 4: *Your promise to Priya: “Call legal”*');
});

test('four days later a nudge says what is true then', async () => {
  const work = await atWork([keepPromise]);
  await promised(work, '2026-11-24', 'Call legal');
  await work.at('2026-11-24T09:10:00Z');
  await work.says('Due today (promised on Nov 13).');
  await work.at('2026-11-25T09:10:00Z');
  await work.says('Due Nov 24, yesterday (promised on Nov 13).');
  await work.at('2026-11-28T09:10:00Z');
  await work.says('Due Nov 24, four days ago (promised on Nov 13).');
  expect(work.dana.messages().filter(({ blocks }) => wordsOf(blocks).includes('Your promise'))).toHaveLength(1);
});

test('two weeks later Done on an old plan is saved, and the plan says so and from when it is', async () => {
  const work = await atWork([checkIn], '2026-11-23T08:30:00Z');
  await work.at('2026-11-23T09:00:30Z');
  await work.sandbox.until('the plan', () => work.message());
  const old = work.message()?.ts ?? '';
  const now = () => work.dana.messages().find(({ ts }) => ts === old);
  for (const monday of ['2026-11-30', '2026-12-07']) await work.at(`${monday}T09:00:30Z`);
  await work.sandbox.until('the next plan', () => wordsOf(now()?.blocks).includes('No answer: '));
  const nia = now()?.blocks.find((block) => wordsOf(block).includes('Nia'));
  await work.dana.press({ label: 'Done', messageTs: old, blockId: nia?.['block_id'] as string });
  await work.sandbox.until('the form', () => work.dana.modal());
  expect(await work.dana.submit()).toEqual({});
  await work.sandbox.until('the old plan to say so', () => wordsOf(now()?.blocks).includes('Done: *Check in with'));
  expect(wordsOf(now()?.blocks)).toContain('Week of Nov 23');
  expect(await interactionsBetween(work.bot.store, { limit: 5 })).toMatchObject([{ happenedOn: '2026-12-07' }]);
});

test('an ask opens where it is named; taken, it is no longer done but taken, and with the lead it is with the lead', async () => {
  const work = await atWork([answerAsk]);
  const { bot, clock, rep, manager } = work;
  const asking = { kind: 'help', dealId: null, obstacle: null, neededBy: null } as const;
  clock.moveTo(new Date('2026-11-20T10:00:00Z'));
  await ask(bot.context, rep, { ...asking, text: 'A second pair of eyes on the offer', once: 'view:one' });
  await work.at('2026-11-24T09:10:00Z');
  await work.says('Priya’s ask: “A second pair of eyes on the offer”');
  expect(work.shown()).toContain('Priya asked two working days ago (Nov 20). No one has picked it up.');
  expect(work.buttons()).toEqual(['Open', 'Why?']);
  await stepAsk(bot.context, manager, { askId: 1, step: 'taken', until: '2026-11-26', once: 'view:take' });
  bot.context.deliverSoon([manager.id, rep.id]);
  await work.says('Taken: *Priya’s ask: “A second pair of eyes on the offer”*');
  await stepAsk(bot.context, manager, { askId: 1, step: 'handed', once: 'view:hand' });
  await work.at('2026-11-24T09:20:00Z');
  expect(work.shown()).not.toContain('Done: ');
});

test('an idea is credited in one tap, and that is taken back in one', async () => {
  const work = await atWork([askTheirPlan]);
  const { bot, rep, clock } = work;
  const id = await addIdea(
    bot.store,
    { repId: rep.id, text: 'Start with the invoice', heardOn: '2026-11-02' },
    clock.now(),
  );
  await markIdeaUsed(bot.store, id, '2026-11-18', null);
  await work.at('2026-11-30T09:00:30Z');
  await work.says('Credit Priya for the idea: “Start with the invoice”');
  expect(work.shown()).toContain('You used Priya’s idea on Nov 18. No one has credited Priya yet.');
  await work.press('Credited');
  await work.says('Credited: *Credit Priya for the idea');
  expect(await findIdea(bot.store, id)).toMatchObject({ usedOn: '2026-11-18', creditedOn: '2026-11-30' });
  await work.press('Undo');
  await work.sandbox.until('the button', () => work.buttons().includes('Credited'));
  expect(await findIdea(bot.store, id)).toMatchObject({ usedOn: '2026-11-18', creditedOn: null });
});

test('an assignment is looked at again by its own form; a lock screen doesn’t say what somebody has to learn', async () => {
  const work = await atWork([evaluateAssignment]);
  const { bot, rep, manager, clock } = work;
  await openCycle(
    bot.store,
    {
      managerId: manager.id,
      repId: rep.id,
      gap: 'Gives discounts too soon',
      rootCause: 'skill',
      assignment: 'Ask for the next step on every call',
      openedOn: '2026-11-02',
      dueOn: '2026-11-24',
    },
    clock.now(),
  );
  await work.at('2026-11-24T09:10:00Z');
  await work.says('See how Priya is doing: “Ask for the next step on every call”');
  expect(work.shown()).toContain('You agreed on Nov 2 to look again today.');
  expect(work.message()?.text).not.toContain('next step');
  expect(work.buttons()).toEqual(['Look again', 'Book it', 'Why?']);
  await work.press('Look again');
  const form = await work.sandbox.until('the form', () => work.dana.modal());
  expect(form.callbackId).toBe('log.save');
});

test('thanks that came too late are called too late, not settled', async () => {
  const work = await atWork([recognition], '2026-11-23T08:30:00Z');
  const { bot, rep, clock } = work;
  const id = await addIdea(
    bot.store,
    { repId: rep.id, text: 'Start with the invoice', heardOn: '2026-11-02' },
    clock.now(),
  );
  await markIdeaUsed(bot.store, id, '2026-11-12', null);
  await work.at('2026-11-23T09:00:30Z');
  await work.says('Thank Priya for the idea: “Start with the invoice”');
  await work.at('2026-11-27T09:00:30Z');
  await work.says('Too late now: *Thank Priya for the idea');
  expect(work.buttons()).toEqual([]);
});

test('what else is due can be opened, a page at a time, and is answered there', async () => {
  const work = await atWork([checkIn, askTheirPlan], '2026-11-23T08:30:00Z');
  await work.at('2026-11-23T09:00:30Z');
  await work.sandbox.until('the plan', () => work.message());
  const idea = { repId: work.rep.id, text: 'Start with the invoice', heardOn: '2026-11-02' } as const;
  const id = await addIdea(work.bot.store, idea, work.clock.now());
  await markIdeaUsed(work.bot.store, id, '2026-11-18', null);
  await work.press('What can wait');
  const rest = await work.sandbox.until('the rest', () => work.dana.modal());
  expect(wordsOf(rest.blocks)).toContain('Credit Priya for the idea: “Start with the invoice”');
  await work.dana.press({ label: 'Credited' });
  await work.sandbox.until('it to go', () => !wordsOf(work.dana.modal()?.blocks).includes('the invoice'));
  expect(await findIdea(work.bot.store, id)).toMatchObject({ creditedOn: '2026-11-23' });
});
