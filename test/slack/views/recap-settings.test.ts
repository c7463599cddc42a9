import { expect, test } from 'vitest';
import { changeOwnSettings } from '../../../src/acts/change-settings.ts';
import { behaviours } from '../../../src/behaviours/index.ts';
import { defaultPolicy } from '../../../src/leading/policy.ts';
import { loadChanges, loadOwnSettings } from '../../../src/slack/loading/settings-data.ts';
import { ownSettingsSchema, ownSettingsView } from '../../../src/slack/views/settings/settings-own.ts';
import { changeSentence } from '../../../src/slack/views/settings/setting-words.ts';
import { wordsOf } from '../../helpers/blocks.ts';
import { openOffice } from '../../helpers/office.ts';

function told(topic: string, after: Readonly<Record<string, unknown>>): string {
  const rest = {
    policy: defaultPolicy,
    behaviours,
    today: '2026-11-23',
    planCame: false,
    recapAt: { day: 5, at: '15:00' },
  } as const;
  return changeSentence({ scope: 'own', topic, before: {}, after, ...rest });
}

test('a recap that is stopped or comes again is told in a sentence', () => {
  expect(told('weekly-recap', { weeklyRecap: false })).toContain('is off');
  expect(told('weekly-recap', { weeklyRecap: null })).toBe('Your weekly recap now comes on Fridays at 3:00 PM.');
  expect(told('monthly-recap', { monthlyRecap: false })).toContain('is off');
  expect(told('monthly-recap', { monthlyRecap: null })).toBe('You’ll get a recap once a month.');
});

test('the form’s answers read back, and what isn’t asked stays', () => {
  expect(ownSettingsSchema.parse({ weeklyRecap: 'no', monthlyRecap: 'yes' })).toEqual({
    weeklyRecap: false,
    monthlyRecap: true,
  });
  expect(ownSettingsSchema.parse({})).toEqual({});
});

test('somebody who doesn’t work on Fridays reads on which day and at which hour the recap comes to them', async () => {
  const office = await openOffice();
  try {
    const { dana } = office.people;
    const shown = async () => wordsOf(ownSettingsView(await loadOwnSettings(office.context, dana)));
    expect(await shown()).toContain('Your weekly recap, Fridays at 3:00 PM');
    const partTime = { workingDays: [1, 2, 3], workingFrom: '08:00', workingUntil: '14:00' } as const;
    await changeOwnSettings(office.context, dana, partTime, 'view:1');
    expect(await shown()).toContain('Your weekly recap, Wednesdays at 1:00 PM');
    await changeOwnSettings(office.context, dana, { weeklyRecap: false }, 'view:2');
    const again = await changeOwnSettings(office.context, dana, { weeklyRecap: true }, 'view:3');
    const rows = await loadChanges(
      office.context,
      dana,
      again.map(({ id }) => id),
    );
    expect(rows.map(({ sentence }) => sentence)).toEqual(['Your weekly recap now comes on Wednesdays at 1:00 PM.']);
  } finally {
    await office.close();
  }
});
