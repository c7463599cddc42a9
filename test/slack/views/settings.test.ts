import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { behaviours } from '../../../src/behaviours/index.ts';
import { defaultPolicy, settingsOf } from '../../../src/leading/policy.ts';
import { workspaceSettings } from '../../../src/leading/topics/index.ts';
import { validateView } from '@firstline/slack-sandbox/blocks';
import type { Json } from '@firstline/slack-sandbox';
import { numbersSchema, numbersView } from '../../../src/slack/views/settings/settings-numbers.ts';
import { ownSettingsSchema, ownSettingsView } from '../../../src/slack/views/settings/settings-own.ts';
import type { OwnSettingsData } from '../../../src/slack/views/settings/settings-own.ts';
import { savedSettingsView } from '../../../src/slack/views/settings/settings-saved.ts';
import {
  workspaceSettingsSchema,
  workspaceSettingsView,
} from '../../../src/slack/views/settings/settings-workspace.ts';
import { withEmptied } from '../../../src/slack/views/settings/topic-fields.ts';
import { countriesWithHolidays, regionsOf } from '../../../src/time/holidays.ts';
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
  usualPlace: { name: 'Germany', source: 'workspace' },
  place: { chosen: null, countries: [], regions: [] },
  out: { until: 'Fri, Nov 27, 5:00 PM' },
  daysOff: Array.from({ length: 40 }, (_, index) => ({
    from: addDays('2026-12-01', index * 3),
    until: addDays('2026-12-02', index * 3),
  })),
  own: { publicPraise: true, weeklyRecap: true, monthlyRecap: false },
  standIn: 'U0LEE',
  stopped: Array.from({ length: 60 }, (_, index) => ({ id: `kind-${index}`, name: endless, act: endless })),
  isLeader: true,
  isManager: true,
  isRep: true,
  hasManager: true,
  isAdmin: true,
  last: row(1),
};
const rep: OwnSettingsData = {
  ...admin,
  usualPlace: undefined,
  out: undefined,
  daysOff: [],
  stopped: [],
  isLeader: false,
  isAdmin: false,
  own: { weeklyRecap: true, monthlyRecap: false },
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
    const nowhere = { chosen: null, countries, regions: [] };
    expectFits(workspaceSettingsView({ settings, place: nowhere, today: '2026-11-23', last: undefined }));
    const companyDaysOff = Array.from({ length: 300 }, (_, index) => ({
      from: addDays('2026-12-01', index),
      until: addDays('2026-12-01', index),
      name: endless.slice(0, 80),
      place: 'US-TX',
    }));
    const all = { winsChannel: 'C0WINS', retentionDays: 3650, companyDaysOff };
    const place = { chosen: 'US-TX', countries, regions: await regionsOf('US') };
    const view = workspaceSettingsView({ settings: { ...settings, ...all }, place, today: '2026-11-23', last: row(1) });
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
    expect(words).toContain('Germany, the workspace default');
    expect(words).toContain('you’re out* until Fri, Nov 27, 5:00 PM');
    expect(wordsOf(ownSettingsView(rep))).toContain('No public holidays yet');
  });
  test('a way back for the last change, for each day off and each stopped kind', () => {
    const buttons = buttonsOf(ownSettingsView(admin));
    expect(buttons.filter((label) => label === 'Undo')).toHaveLength(1);
    expect(buttons.filter((label) => label === 'Remove')).toHaveLength(20);
    expect(buttons.filter((label) => label === 'Start again')).toHaveLength(36);
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
    ['companyFrom', 'tomorrow'],
    ['winsChannel', ['D0DIRECT']],
    ['winsChannel', ['C0ONE', 'C0TWO']],
  ])('%s: not %s', (field, value) => {
    const result = workspaceSettingsSchema.safeParse({ ...whole, [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
  test('an input that was emptied has no value, and one that wasn’t in the form keeps its own', () => {
    const read = workspaceSettingsSchema.parse(whole);
    expect(withEmptied(workspaceSettings, read, { retentionDays: {} })).toMatchObject({ retentionDays: null });
    expect(withEmptied(workspaceSettings, read, {})).not.toHaveProperty('retentionDays');
    const kept = workspaceSettingsSchema.parse({ ...whole, retentionDays: '90' });
    expect(withEmptied(workspaceSettings, kept, { retentionDays: {} })).toMatchObject({ retentionDays: 90 });
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
      defaultTimeZone: 'Etc/UTC',
    });
    const more = { winsChannel: ['C0WINS'], companyFrom: '2026-12-24', retentionDays: '30', planNudges: '5' };
    expect(workspaceSettingsSchema.parse({ ...whole, ...more })).toMatchObject({
      winsChannel: 'C0WINS',
      companyFrom: '2026-12-24',
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
