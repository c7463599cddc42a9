/** On the wire: settings, changed and taken back, by those who may. */
import { expect, test } from 'vitest';
import type { PageView } from '@firstline/slack-sandbox';
import { dayOf } from '../../../src/acts/own.ts';
import { readPolicy } from '../../../src/store/policy.ts';
import { readOwnSettings } from '../../../src/store/settings.ts';
import { startBot } from '../../helpers/bot.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import { slackIdOf } from '../../helpers/people.ts';
import type { PersonKey } from '../../helpers/people.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';
import { personCalled } from '../../helpers/store.ts';

async function open(key: PersonKey) {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const user = sandbox.as(slackIdOf(key));
  const shown = (callbackId: string): PageView | undefined => {
    const modal = user.modal();
    return modal?.callbackId === callbackId ? modal : undefined;
  };
  const see = (what: string) => sandbox.until(what, () => shown(what));
  const says = (text: string) => sandbox.until(text, () => wordsOf(user.modal()?.blocks).includes(text));
  await user.command('/firstline', 'settings');
  await see('settings.save');
  const person = await personCalled(bot.store, key);
  const policy = async () => (await dayOf(bot.store, person, clock.now())).policy;
  return { clock, sandbox, bot, user, person, policy, see, says };
}

test('a manager moves their plan, reads it in a sentence, and takes it back with one tap', async () => {
  const { user, policy, see, says } = await open('dana');
  user.fill({ planDay: '2', planAt: '10:00' });
  expect(await user.submit()).toEqual({});
  await says('Your plan now comes on Tuesdays at 10:00 AM.');
  expect(await policy()).toMatchObject({ planDay: 2, planAt: '10:00' });
  await user.press({ label: 'Undo' });
  await says('Undone. Your plan now comes on Mondays at 9:00 AM.');
  expect(buttonsOf(user.modal()?.blocks)).not.toContain('Undo');
  expect(await policy()).toMatchObject({ planDay: 1, planAt: '09:00' });
  await user.press({ label: 'Your settings' });
  const form = await see('settings.save');
  expect(JSON.stringify(form.blocks.find(({ block_id: id }) => id === 'planDay'))).toContain(
    '"initial_option":{"value":"1"',
  );
});

test('the plan then comes at the person’s own time', async () => {
  const { clock, sandbox, bot, user } = await open('dana');
  user.fill({ planDay: '2', planAt: '10:00' });
  await user.submit();
  await user.close();
  const plans = () => user.messages().filter(({ text }) => text.startsWith('This week'));
  for (const instant of ['2026-11-23T10:30:00Z', '2026-11-24T09:59:00Z']) {
    clock.moveTo(new Date(instant));
    await bot.tick();
    expect(plans()).toEqual([]);
  }
  clock.moveTo(new Date('2026-11-24T10:00:10Z'));
  await bot.tick();
  await sandbox.until('the plan', () => plans().length === 1);
});

test('the last change can still be taken back when the settings are opened again', async () => {
  const { user, bot, person, see, says } = await open('priya');
  user.fill({ publicPraise: 'yes' });
  await user.submit();
  await says('Your manager can now thank you in the wins channel.');
  await user.close();
  await user.command('/firstline', 'settings');
  await see('settings.save');
  await user.press({ label: 'Undo' });
  await says('Undone. I’ll ask you about the wins channel');
  expect((await readOwnSettings(bot.store, [person.id])).get(person.id)).toBeUndefined();
});

test('days off: added, seen, removed, brought back; half a span is asked about', async () => {
  const { user, bot, person, see, says, sandbox } = await open('dana');
  user.fill({ offUntil: '2026-12-31' });
  expect((await user.submit()).errors).toHaveProperty('offFrom');
  user.fill({ offFrom: '2027-01-04' });
  expect((await user.submit()).errors).toHaveProperty('offUntil');
  user.fill({ offFrom: '2026-12-24' });
  expect(await user.submit()).toEqual({});
  await says('You’re off from Thu, Dec 24 to Thu, Dec 31.');
  await user.press({ label: 'Your settings' });
  await see('settings.save');
  await user.press({ label: 'Remove' });
  await says('You’re no longer off from Thu, Dec 24 to Thu, Dec 31.');
  await sandbox.until('the row to be gone', () => !buttonsOf(user.modal()?.blocks).includes('Remove'));
  await user.press({ label: 'Undo' });
  await says('Undone. You’re off from Thu, Dec 24 to Thu, Dec 31.');
  expect((await readOwnSettings(bot.store, [person.id])).get(person.id)).toEqual({
    daysOff: [{ from: '2026-12-24', until: '2026-12-31' }],
  });
});

test('what doesn’t fit together is said beside its field, and nothing is stored', async () => {
  const { user, policy } = await open('dana');
  user.fill({ workingFrom: '17:00', workingUntil: '09:00' });
  expect((await user.submit()).errors).toHaveProperty('workingUntil');
  user.fill({ workingFrom: '10:00', workingUntil: '19:00', planAt: '09:30' });
  expect((await user.submit()).errors).toHaveProperty('planAt');
  expect(await policy()).toMatchObject({ workingFrom: '09:00', workingUntil: '18:00' });
});

test('part-time takes one form: the plan moves to a day and an hour of work by itself, and it is said', async () => {
  const { user, policy, says } = await open('dana');
  user.fill({ workingDays: ['3', '4', '5'], workingFrom: '13:00', workingUntil: '18:00' });
  expect(await user.submit()).toEqual({});
  await says('You now work Wednesdays, Thursdays and Fridays, 1:00 PM to 6:00 PM. Nudges come only then.');
  await says('Your plan now comes on Wednesdays at 1:00 PM.');
  expect(await policy()).toMatchObject({ workingDays: [3, 4, 5], planDay: 3, planAt: '13:00' });
  await user.press({ label: 'Undo' });
  await says('Undone. You now work Mondays, Tuesdays, Wednesdays, Thursdays and Fridays, 9:00 AM to 6:00 PM.');
  await says('Your plan now comes on Mondays at 9:00 AM.');
  expect(await policy()).toMatchObject({ planDay: 1, planAt: '09:00' });
});

test('a plan day that was chosen in the same form has to be a working day', async () => {
  const { user, policy } = await open('dana');
  user.fill({ workingDays: ['1', '2', '3'], planDay: '5' });
  expect((await user.submit()).errors).toHaveProperty('planDay');
  user.fill({ planDay: '2' });
  expect(await user.submit()).toEqual({});
  expect(await policy()).toMatchObject({ workingDays: [1, 2, 3], planDay: 2 });
});

test('an admin sets what holds for everybody, with bounds and a way back', async () => {
  const { user, bot, see, says } = await open('lee');
  await user.press({ label: 'Workspace settings' });
  await see('settings.save-workspace');
  user.fill({ defaultTimeZone: 'Berlin' });
  expect((await user.submit()).errors).toHaveProperty('defaultTimeZone');
  user.fill({
    defaultTimeZone: 'Europe/Berlin',
    planNudges: '2',
    winsChannel: ['C0SALES'],
    retentionDays: '365',
  });
  await user.press({ blockId: 'holidayCountry', choose: 'SG' });
  expect(await user.submit()).toEqual({});
  await says('A plan now has up to 2 nudges, and a week up to 5 things, 2 about one person.');
  await says('Wins are now posted in <#C0SALES>');
  await says('the public holidays of Singapore');
  await says('erased for good after 365 days');
  expect(await readPolicy(bot.store)).toMatchObject({
    planNudges: 2,
    winsChannel: 'C0SALES',
    holidayCountry: 'SG',
    retentionDays: 365,
  });
  const [budget] = (user.modal()?.blocks ?? []).map(({ block_id: id }) => id);
  if (typeof budget !== 'string') throw new Error('The change has no row');
  await user.press({ label: 'Undo', blockId: budget });
  await says('Undone. A plan now has up to 3 nudges, and a week up to 5 things, 2 about one person.');
  expect(buttonsOf(user.modal()?.blocks).filter((label) => label === 'Undo')).toHaveLength(4);
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 3, retentionDays: 365 });
});

test('an admin changes the numbers of a behaviour: chosen, held to their bounds, taken back', async () => {
  const { user, bot, sandbox, see, says } = await open('lee');
  await user.press({ label: 'Workspace settings' });
  await see('settings.save-workspace');
  await user.press({ label: 'Change rhythms' });
  await see('settings.save-numbers');
  await user.press({ actionId: 'settings.choose-numbers', choose: 'Check-in' });
  await sandbox.until('its numbers', () =>
    user.modal()?.blocks.some(({ block_id: id }) => id === 'check-in.rhythmWorkingDays'),
  );
  user.fill({ 'check-in.rhythmWorkingDays': '5' });
  expect(await user.submit()).toEqual({});
  await says('Check-in. Working days between check-ins with one rep: now 5 working days (was 8).');
  expect((await readPolicy(bot.store)).behaviours).toEqual({ 'check-in': { rhythmWorkingDays: 5 } });
  await user.press({ label: 'Undo' });
  await says('Undone. Check-in. Working days between check-ins with one rep: now 8 working days (was 5).');
  expect((await readPolicy(bot.store)).behaviours).toEqual({});
});

test('nobody else is offered that, nor gets it by a press that was left over', async () => {
  const { user, sandbox, bot, person } = await open('dana');
  expect(buttonsOf(user.modal()?.blocks)).not.toContain('Workspace settings');
  await user.close();
  const lee = sandbox.as(slackIdOf('lee'));
  await lee.command('/firstline', 'settings');
  await sandbox.until('the form', () => lee.modal());
  await lee.press({ label: 'Workspace settings' });
  await sandbox.until('the workspace’s', () => lee.modal()?.callbackId === 'settings.save-workspace');
  await sandbox.admin.change(slackIdOf('lee'), { isAdmin: false });
  lee.fill({ planNudges: '5' });
  expect(Object.values((await lee.submit()).errors ?? {}).join(' ')).toContain('Only a Slack workspace admin');
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 3 });
  expect(person.isAdmin).toBe(false);
});

test('a place of one’s own: the states come with the country, what was typed stays, and it can be taken back', async () => {
  const { user, bot, person, says, sandbox, see } = await open('dana');
  user.fill({ planAt: '11:00' });
  await user.press({ blockId: 'holidayCountry', choose: 'DE' });
  await sandbox.until('the states', () => JSON.stringify(user.modal()?.blocks).includes('holidayRegion-DE'));
  user.fill({ 'holidayRegion-DE': 'DE-BY' });
  await user.press({ blockId: 'holidayCountry', choose: 'US' });
  await sandbox.until('other states', () => JSON.stringify(user.modal()?.blocks).includes('holidayRegion-US'));
  await user.press({ blockId: 'holidayCountry', choose: 'DE' });
  await sandbox.until('the states', () => JSON.stringify(user.modal()?.blocks).includes('holidayRegion-DE'));
  user.fill({ 'holidayRegion-DE': 'DE-BY' });
  expect(await user.submit()).toEqual({});
  await says('You now have the public holidays of Bayern, Germany.');
  await says('Your plan now comes on Mondays at 11:00 AM.');
  expect((await readOwnSettings(bot.store, [person.id])).get(person.id)).toMatchObject({ holidayPlace: 'DE-BY' });
  await user.press({ label: 'Your settings' });
  await see('settings.save');
  await user.press({ blockId: 'holidayCountry', choose: 'none' });
  await sandbox.until('no states', () => !JSON.stringify(user.modal()?.blocks).includes('holidayRegion'));
  expect(await user.submit()).toEqual({});
  await says('Your public holidays are now the default ones.');
});

test('an admin chooses a state for everybody and adds, sees, removes and brings back days off of the company', async () => {
  const { user, bot, see, says, sandbox } = await open('lee');
  await user.press({ label: 'Workspace settings' });
  await see('settings.save-workspace');
  user.fill({ companyName: 'Winter break' });
  expect((await user.submit()).errors).toHaveProperty('companyFrom');
  user.fill({ companyFrom: '2026-12-28', companyUntil: '2026-12-30', companyPlace: 'Bavaria' });
  expect((await user.submit()).errors).toHaveProperty('companyPlace');
  user.fill({ companyPlace: 'de-by' });
  await user.press({ blockId: 'holidayCountry', choose: 'DE' });
  await sandbox.until('the states', () => JSON.stringify(user.modal()?.blocks).includes('holidayRegion-DE'));
  user.fill({ 'holidayRegion-DE': 'DE-BE' });
  expect(await user.submit()).toEqual({});
  await says('the public holidays of Berlin, Germany');
  await says('The company is now off from Mon, Dec 28 to Wed, Dec 30 (Winter break) in DE-BY.');
  expect(await readPolicy(bot.store)).toMatchObject({
    holidayCountry: 'DE',
    holidayRegion: 'DE-BE',
    companyDaysOff: [{ from: '2026-12-28', until: '2026-12-30', name: 'Winter break', place: 'DE-BY' }],
  });
  await user.close();
  await user.command('/firstline', 'settings');
  await see('settings.save');
  await user.press({ label: 'Workspace settings' });
  await see('settings.save-workspace');
  await user.press({ label: 'Remove' });
  await says('The company is no longer off from Mon, Dec 28 to Wed, Dec 30 (Winter break) in DE-BY.');
  expect((await readPolicy(bot.store)).companyDaysOff).toEqual([]);
  await user.press({ label: 'Undo' });
  await says('Undone. The company is now off from Mon, Dec 28');
  expect((await readPolicy(bot.store)).companyDaysOff).toHaveLength(1);
});

test('an admin goes from one form of settings to the next as often as they like', async () => {
  const { user, see, says } = await open('lee');
  await user.press({ label: 'Workspace settings' });
  await see('settings.save-workspace');
  user.fill({ planAt: '10:00' });
  expect(await user.submit()).toEqual({});
  await says('10:00 AM');
  await user.press({ label: 'Undo' });
  await says('Undone.');
  await user.press({ label: 'Your settings' });
  await see('settings.save');
  await user.press({ label: 'Workspace settings' });
  await see('settings.save-workspace');
  await user.press({ label: 'Change rhythms' });
  await see('settings.save-numbers');
  expect(user.notices()).toEqual([]);
});
