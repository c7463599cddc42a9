import { expect, test } from 'vitest';
import { behaviours } from '../../../src/behaviours/index.ts';
import { defaultPolicy } from '../../../src/leading/policy.ts';
import { ownSettingsSchema } from '../../../src/slack/views/settings-own.ts';
import { changeSentence } from '../../../src/slack/views/setting-words.ts';

function told(topic: string, after: Readonly<Record<string, unknown>>): string {
  const rest = { policy: defaultPolicy, behaviours, today: '2026-11-23', planCame: false };
  return changeSentence({ scope: 'own', topic, before: {}, after, ...rest });
}

test('a recap that is stopped or comes again is told in a sentence', () => {
  expect(told('weekly-recap', { weeklyRecap: false })).toContain('no longer comes');
  expect(told('weekly-recap', { weeklyRecap: null })).toBe('Your week with your people now comes on Fridays at 15:00.');
  expect(told('monthly-recap', { monthlyRecap: false })).toContain('no longer comes');
  expect(told('monthly-recap', { monthlyRecap: null })).toBe('Your recap now comes once a month.');
});

test('the form’s answers read back, and what isn’t asked stays', () => {
  expect(ownSettingsSchema.parse({ weeklyRecap: 'no', monthlyRecap: 'yes' })).toEqual({
    weeklyRecap: false,
    monthlyRecap: true,
  });
  expect(ownSettingsSchema.parse({})).toEqual({});
});
