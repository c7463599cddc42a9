import { describe, expect, test } from 'vitest';
import { behaviours } from '../../../src/behaviours/index.ts';
import { defaultPolicy } from '../../../src/leading/policy.ts';
import { changeSentence, nameOfCountry } from '../../../src/slack/views/setting-words.ts';
import type { ToldChange } from '../../../src/slack/views/setting-words.ts';

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
      'Your plan now comes on Thursdays at 9:00 AM. This week’s has come; the next one comes then.',
    ],
    [
      { topic: 'work', after: { workingDays: [2, 3], workingFrom: '08:00', workingUntil: '16:00' } },
      'You now work Tuesdays and Wednesdays, 8:00 AM to 4:00 PM. Nudges only come then.',
    ],
    [
      { topic: 'days-off', before: {}, after: { daysOff: [{ from: '2026-12-24', until: '2027-01-01' }] } },
      'You’re off from Thu, Dec 24 to Fri, Jan 1, 2027. Nothing comes meanwhile, and nothing piles up.',
    ],
    [
      {
        topic: 'days-off',
        before: { daysOff: [{ from: '2026-12-24', until: '2026-12-24' }] },
        after: { daysOff: null },
      },
      'You’re no longer off on Thu, Dec 24.',
    ],
    [{ topic: 'praise', after: { publicPraise: true } }, 'Your manager may now thank you in the wins channel.'],
    [{ topic: 'praise', after: { publicPraise: false } }, 'You’re now thanked in private only.'],
    [
      { topic: 'praise', after: { publicPraise: null } },
      'You’re asked whether you like thanks in the wins channel, when there are any.',
    ],
    [{ scope: 'workspace', topic: 'budget', after: { planNudges: 1 } }, 'A weekly plan now has at most 1 nudge.'],
    [
      { scope: 'workspace', topic: 'plan', after: { planDay: 2, planAt: '10:00' } },
      'Plans now come on Tuesdays at 10:00 AM, for everybody who chose no time of their own.',
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
      'Reps are now asked about every 35 days whether they feel cared for, helped and able to trust: on Wednesdays at 11:00 AM.',
    ],
    [
      { scope: 'workspace', topic: 'pulse', after: { pulseOn: false } },
      'Reps are now asked no pulse. One that is open is still closed as it was to be.',
    ],
    [
      { scope: 'workspace', topic: 'wins', after: { winsChannel: 'C0WINS' } },
      'Wins are now told in <#C0WINS>, of people who like that.',
    ],
    [{ scope: 'workspace', topic: 'wins', after: { winsChannel: null } }, 'Wins are now told in no channel.'],
    [
      { scope: 'workspace', topic: 'holidays', after: { holidayCountry: 'SG' } },
      'People whose country isn’t known now have the public holidays of Singapore.',
    ],
    [
      { scope: 'workspace', topic: 'holidays', after: { holidayCountry: null } },
      'People whose country isn’t known now have no public holidays.',
    ],
    [
      {
        scope: 'workspace',
        topic: 'holidays',
        after: { holidayCountry: 'DE', holidayRegion: 'DE-BY' },
        placeName: 'Bayern, Germany',
      },
      'People whose country isn’t known now have the public holidays of Bayern, Germany.',
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
      'Your public holidays are now those of Bayern, Germany.',
    ],
    [
      { topic: 'place', after: { holidayPlace: null } },
      'Your public holidays are now those that the roster or the workspace has for you.',
    ],
    [
      { scope: 'workspace', topic: 'zone', after: { defaultTimeZone: 'Europe/Berlin' } },
      'People whose time zone isn’t known are now taken to be in Europe/Berlin.',
    ],
    [
      { scope: 'workspace', topic: 'retention', after: { retentionDays: 365 } },
      'The words of notes and of pulses are now erased for good after 365 days. It begins in a day, so this can be taken back until then.',
    ],
    [{ scope: 'workspace', topic: 'retention', after: { retentionDays: null } }, 'Old words are now kept.'],
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
