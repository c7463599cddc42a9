import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { behaviours } from '../../../src/behaviours/index.ts';
import { defaultPolicy, settingsOf } from '../../../src/leading/policy.ts';
import { validateView } from '../../../src/sandbox/blocks/validate.ts';
import type { Json } from '../../../src/sandbox/contract.ts';
import { changeSentence, nameOfCountry } from '../../../src/slack/views/setting-words.ts';
import type { ToldChange } from '../../../src/slack/views/setting-words.ts';
import { numbersSchema, numbersView } from '../../../src/slack/views/settings-numbers.ts';
import { ownSettingsSchema, ownSettingsView } from '../../../src/slack/views/settings-own.ts';
import type { OwnSettingsData } from '../../../src/slack/views/settings-own.ts';
import { savedSettingsView } from '../../../src/slack/views/settings-saved.ts';
import { workspaceSettingsSchema, workspaceSettingsView } from '../../../src/slack/views/settings-workspace.ts';
import { countriesWithHolidays } from '../../../src/time/holidays.ts';
import { addDays } from '../../../src/time/zoned.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';

const endless = `<!channel>*_${'Ö&👩‍👩‍👧‍👦'.repeat(300)}`;
const row = (id: number) => ({ id, sentence: 'x'.repeat(4000), canUndo: true });

function expectFits(view: ModalView): void {
  expect(validateView(JSON.parse(JSON.stringify(view)) as Json, 'modal')).toEqual([]);
}

const admin: OwnSettingsData = {
  policy: defaultPolicy,
  today: '2026-11-23',
  zone: { name: 'America/Argentina/ComodRivadavia', source: 'slack' },
  country: { code: 'DE', source: 'workspace' },
  out: { until: 'Fri 27 Nov, 17:00' },
  daysOff: Array.from({ length: 40 }, (_, index) => ({
    from: addDays('2026-12-01', index * 3),
    until: addDays('2026-12-02', index * 3),
  })),
  publicPraise: true,
  standIn: 'U0LEE',
  weeklyRecap: true,
  monthlyRecap: false,
  stopped: Array.from({ length: 60 }, (_, index) => ({ id: `kind-${index}`, name: endless, act: endless })),
  isLeader: true,
  hasManager: true,
  isAdmin: true,
  last: row(1),
};
const rep: OwnSettingsData = {
  ...admin,
  country: undefined,
  out: undefined,
  daysOff: [],
  stopped: [],
  isLeader: false,
  isAdmin: false,
  publicPraise: undefined,
  last: undefined,
};

describe('Slack takes', () => {
  test('one’s own settings: an admin who is everything, with everything; a rep with nothing', () => {
    expectFits(ownSettingsView(admin));
    expectFits(ownSettingsView(rep));
    expectFits(ownSettingsView({ ...rep, hasManager: false, policy: { ...defaultPolicy, workingDays: [] } }));
  });

  test('the workspace’s settings, with every country', async () => {
    const countries = await countriesWithHolidays();
    const settings = { ...defaultPolicy, defaultTimeZone: 'Etc/UTC' };
    expectFits(workspaceSettingsView({ settings, countries, last: undefined }));
    const all = { holidayCountry: 'AX', winsChannel: 'C0WINS', retentionDays: 3650 };
    const view = workspaceSettingsView({ settings: { ...settings, ...all }, countries, last: row(1) });
    expectFits(view);
    expect(JSON.stringify(view)).toContain('Åland');
  });

  test.each(behaviours.filter(({ settings }) => settings.length > 0).map((one) => [one.id, one] as const))(
    'the numbers of %s, and reads them back',
    (_id, behaviour) => {
      const settings = settingsOf(behaviour, defaultPolicy);
      const view = numbersView({ behaviour, settings, choices: behaviours });
      expectFits(view);
      const inputs = view.blocks.flatMap((block) =>
        'element' in block && block.element.type === 'number_input'
          ? [[block.block_id ?? '', block.element.initial_value]]
          : [],
      );
      expect(Object.values(numbersSchema(behaviour).parse(Object.fromEntries(inputs)))).toEqual(
        behaviour.settings.map(({ key }) => settings[key]),
      );
      for (const { label, unit, minimum, maximum } of behaviour.settings) {
        expect(JSON.stringify(view)).toContain(JSON.stringify(label).slice(1, -1));
        expect(JSON.stringify(view)).toContain(`${unit}, from ${minimum} to ${maximum}`);
      }
    },
  );

  test('what was saved: nothing, one, twenty', () => {
    expectFits(savedSettingsView([]));
    expectFits(savedSettingsView([row(1)]));
    expectFits(savedSettingsView(Array.from({ length: 20 }, (_, index) => row(index + 1))));
  });
});

describe('one’s own settings show', () => {
  test('a rep no plan, no kinds and nothing of the workspace', () => {
    const shown = JSON.stringify(ownSettingsView(rep));
    for (const absent of ['planDay', 'Kinds of nudge', 'Workspace settings']) expect(shown).not.toContain(absent);
    expect(shown).toContain('publicPraise');
  });
  test('where the zone and the holidays come from, and who is out until when', () => {
    const words = wordsOf(ownSettingsView(admin));
    expect(words).toContain('America/Argentina/ComodRivadavia, from your Slack profile');
    expect(words).toContain('Germany, as for everybody whose country isn’t known');
    expect(words).toContain('you’re out* until Fri 27 Nov, 17:00');
    expect(wordsOf(ownSettingsView(rep))).toContain('No public holidays are known for you');
  });
  test('a way back for the last change, for each day off and each stopped kind', () => {
    const buttons = buttonsOf(ownSettingsView(admin));
    expect(buttons.filter((label) => label === 'Undo')).toHaveLength(1);
    expect(buttons.filter((label) => label === 'Remove')).toHaveLength(20);
    expect(buttons.filter((label) => label === 'Start again')).toHaveLength(40);
  });
});

describe('what is typed is held to its bounds', () => {
  const whole = {
    planDay: '1',
    planAt: '09:00',
    planNudges: '3',
    digestDay: '5',
    digestAt: '15:00',
    pulseOn: 'yes',
    pulseEveryDays: '28',
    pulseDay: '2',
    pulseAt: '10:00',
    holidayCountry: 'none',
    defaultTimeZone: 'Etc/UTC',
  };
  test.each([
    ['planNudges', '0'],
    ['planNudges', '6'],
    ['planNudges', '2.5'],
    ['planNudges', 'many'],
    ['planDay', '8'],
    ['planAt', '24:00'],
    ['pulseOn', 'perhaps'],
    ['pulseEveryDays', '20'],
    ['pulseEveryDays', '181'],
    ['retentionDays', '29'],
    ['retentionDays', '3651'],
    ['holidayCountry', 'Germany'],
    ['winsChannel', ['D0DIRECT']],
    ['winsChannel', ['C0ONE', 'C0TWO']],
  ])('%s: not %s', (field, value) => {
    const result = workspaceSettingsSchema.safeParse({ ...whole, [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
  test('and what fits is read', () => {
    expect(workspaceSettingsSchema.parse(whole)).toEqual({
      planDay: 1,
      planAt: '09:00',
      planNudges: 3,
      digestDay: 5,
      digestAt: '15:00',
      pulseOn: true,
      pulseEveryDays: 28,
      pulseDay: 2,
      pulseAt: '10:00',
      winsChannel: null,
      holidayCountry: null,
      defaultTimeZone: 'Etc/UTC',
      retentionDays: null,
    });
    const more = { winsChannel: ['C0WINS'], holidayCountry: 'SG', retentionDays: '30', planNudges: '5' };
    expect(workspaceSettingsSchema.parse({ ...whole, ...more })).toMatchObject({
      winsChannel: 'C0WINS',
      holidayCountry: 'SG',
      retentionDays: 30,
      planNudges: 5,
    });
    expect(
      ownSettingsSchema.parse({
        workingDays: ['5', '1'],
        publicPraise: 'yes',
        standIn: 'U0LEE',
        offFrom: '2028-02-29',
      }),
    ).toEqual({
      workingDays: [1, 5],
      publicPraise: true,
      standIn: 'U0LEE',
      offFrom: '2028-02-29',
    });
    expect(ownSettingsSchema.safeParse({ offFrom: '2026-02-29' }).success).toBe(false);
  });
});

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
    [{ after: { planDay: 2, planAt: '10:00' } }, 'Your plan now comes on Tuesdays at 10:00.'],
    [{ after: { planDay: null, planAt: null } }, 'Your plan now comes on Mondays at 09:00.'],
    [
      { after: { planDay: 4, planAt: '09:00' }, planCame: true },
      'Your plan now comes on Thursdays at 09:00. This week’s has come; the next one comes then.',
    ],
    [
      { topic: 'work', after: { workingDays: [2, 3], workingFrom: '08:00', workingUntil: '16:00' } },
      'You now work Tuesdays and Wednesdays, 08:00 to 16:00. Nudges only come then.',
    ],
    [
      { topic: 'days-off', before: {}, after: { daysOff: [{ from: '2026-12-24', until: '2027-01-01' }] } },
      'You’re off from Thu 24 Dec to Fri 1 Jan 2027. Nothing comes meanwhile, and nothing piles up.',
    ],
    [
      {
        topic: 'days-off',
        before: { daysOff: [{ from: '2026-12-24', until: '2026-12-24' }] },
        after: { daysOff: null },
      },
      'You’re no longer off on Thu 24 Dec.',
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
      'Plans now come on Tuesdays at 10:00, for everybody who chose no time of their own.',
    ],
    [
      { scope: 'workspace', topic: 'digest', after: { digestDay: null, digestAt: null } },
      'Digests and recaps now come on Fridays at 15:00.',
    ],
    [
      {
        scope: 'workspace',
        topic: 'pulse',
        after: { pulseOn: null, pulseEveryDays: 35, pulseDay: 3, pulseAt: '11:00' },
      },
      'Reps are now asked about every 35 days whether they feel cared for, helped and able to trust: on Wednesdays at 11:00.',
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
