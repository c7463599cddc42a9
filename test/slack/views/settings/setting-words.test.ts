import { describe, expect, test } from 'vitest';
import { behaviours } from '../../../../src/behaviours/index.ts';
import { defaultPolicy } from '../../../../src/leading/policy.ts';
import { nameOfCountry } from '../../../../src/leading/topics/workspace.ts';
import { changeSentence } from '../../../../src/slack/views/settings/setting-words.ts';
import type { ToldChange } from '../../../../src/slack/views/settings/setting-words.ts';

function told(change: Partial<ToldChange>): string {
  return changeSentence({
    scope: 'own',
    topic: 'plan',
    before: {},
    after: {},
    policy: defaultPolicy,
    behaviours,
    today: '2026-11-23',
    planCame: false,
    recapAt: { day: 5, at: '15:00' },
    ...change,
  });
}

describe('a change is told in a sentence', () => {
  test.each<[Partial<ToldChange>, string]>([
    [{ after: { planDay: 2, planAt: '10:00' } }, 'Your plan now comes on Tuesdays at 10:00 AM.'],
    [{ after: { planDay: null, planAt: null } }, 'Your plan now comes on Mondays at 9:00 AM.'],
    [
      { after: { planDay: 4, planAt: '09:00' }, planCame: true },
      'Your plan now comes on Thursdays at 9:00 AM. This week’s already came, so the next one comes then.',
    ],
    [
      { topic: 'work', after: { workingDays: [2, 3], workingFrom: '08:00', workingUntil: '16:00' } },
      'You now work Tuesdays and Wednesdays, 8:00 AM to 4:00 PM. Nudges come only then.',
    ],
    [
      { topic: 'days-off', before: {}, after: { daysOff: [{ from: '2026-12-24', until: '2027-01-01' }] } },
      'You’re off from Thu, Dec 24 to Fri, Jan 1, 2027. Nothing comes while you’re off, and nothing piles up.',
    ],
    [
      {
        topic: 'days-off',
        before: { daysOff: [{ from: '2026-12-24', until: '2026-12-24' }] },
        after: { daysOff: null },
      },
      'You’re no longer off on Thu, Dec 24.',
    ],
    [{ topic: 'praise', after: { publicPraise: true } }, 'Your manager can now thank you in the wins channel.'],
    [{ topic: 'praise', after: { publicPraise: false } }, 'You’ll now be thanked in private only.'],
    [
      { topic: 'praise', after: { publicPraise: null } },
      'I’ll ask you about the wins channel when someone thanks you.',
    ],
    [
      { scope: 'workspace', topic: 'budget', after: { planNudges: 1 } },
      'A plan now has up to 1 nudge, and a week up to 5 things, 2 about one person.',
    ],
    [
      { scope: 'workspace', topic: 'plan', after: { planDay: 2, planAt: '10:00' } },
      'Plans now come on Tuesdays at 10:00 AM, for everyone who hasn’t chosen their own time.',
    ],
    [
      { scope: 'workspace', topic: 'digest', after: { digestDay: null, digestAt: null } },
      'Digests and recaps now come on Fridays at 3:00 PM.',
    ],
    [
      {
        scope: 'workspace',
        topic: 'pulse',
        after: { pulseOn: null, pulseEveryDays: 35, pulseDay: 3, pulseAt: '11:00' },
      },
      'Reps now get the pulse about every 35 days, on Wednesdays at 11:00 AM.',
    ],
    [
      { scope: 'workspace', topic: 'pulse', after: { pulseOn: false } },
      'The pulse is off. One that’s open still closes on time.',
    ],
    [
      { scope: 'workspace', topic: 'wins', after: { winsChannel: 'C0WINS' } },
      'Wins are now posted in <#C0WINS>, for people who like that.',
    ],
    [{ scope: 'workspace', topic: 'wins', after: { winsChannel: null } }, 'Wins are no longer posted in a channel.'],
    [
      { scope: 'workspace', topic: 'holidays', after: { holidayCountry: 'SG' } },
      'People without a country now have the public holidays of Singapore.',
    ],
    [
      { scope: 'workspace', topic: 'holidays', after: { holidayCountry: null } },
      'People without a country now have no public holidays.',
    ],
    [
      {
        scope: 'workspace',
        topic: 'holidays',
        after: { holidayCountry: 'DE', holidayRegion: 'DE-BY' },
        placeName: 'Bayern, Germany',
      },
      'People without a country now have the public holidays of Bayern, Germany.',
    ],
    [
      {
        scope: 'workspace',
        topic: 'company-days',
        after: {
          companyDaysOff: [
            { from: '2026-12-28', until: '2026-12-30', name: 'Winter break', place: null },
            { from: '2027-02-08', until: '2027-02-08', name: null, place: 'DE-NW' },
          ],
        },
      },
      'The company is now off from Mon, Dec 28 to Wed, Dec 30 (Winter break) and on Mon, Feb 8, 2027 in DE-NW. Nothing comes on those days.',
    ],
    [
      {
        scope: 'workspace',
        topic: 'company-days',
        before: { companyDaysOff: [{ from: '2026-12-28', until: '2026-12-28', name: null, place: null }] },
        after: { companyDaysOff: null },
      },
      'The company is no longer off on Mon, Dec 28.',
    ],
    [
      { topic: 'place', after: { holidayPlace: 'DE-BY' }, placeName: 'Bayern, Germany' },
      'You now have the public holidays of Bayern, Germany.',
    ],
    [{ topic: 'place', after: { holidayPlace: null } }, 'Your public holidays are now the default ones.'],
    [
      { scope: 'workspace', topic: 'zone', after: { defaultTimeZone: 'Europe/Berlin' } },
      'The default time zone is now Europe/Berlin.',
    ],
    [
      { scope: 'workspace', topic: 'retention', after: { retentionDays: 365 } },
      'The words of notes and pulses are now erased for good after 365 days. This starts in a day, so you can undo it until then.',
    ],
    [{ scope: 'workspace', topic: 'retention', after: { retentionDays: null } }, 'Notes are now kept.'],
    [
      {
        scope: 'workspace',
        topic: 'behaviour:check-in',
        before: { 'behaviour:check-in': null },
        after: { 'behaviour:check-in': { rhythmWorkingDays: 5 } },
      },
      'Check-in. Working days between check-ins with one rep: now 5 working days (was 8).',
    ],
  ])('%j', (change, sentence) => {
    expect(told(change)).toBe(sentence);
  });

  test('a country is named as people name it, and anything else is left as it is', () => {
    expect(['DE', 'nowhere'].map(nameOfCountry)).toEqual(['Germany', 'nowhere']);
  });
});
