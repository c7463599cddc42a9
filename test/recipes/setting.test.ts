/** docs/adding-a-setting.md, followed: a setting in a topic, a topic, and what tells where a step was forgotten. */
import { expect, test } from 'vitest';
import { scratchTree } from '../helpers/scratch-tree.ts';

/** All that reads, shows or changes settings. */
const touched = [
  'src/acts/undo-settings.ts',
  'src/cli/setting-catalogue.ts',
  'src/slack/loading/settings-data.ts',
  'src/slack/views/settings/settings-own.ts',
  'src/slack/views/settings/settings-workspace.ts',
];

const newTopic = `export const lunch = topic({
  id: 'lunch',
  decidesWhen: false,
  settings: {
    /** Nothing comes from then on for an hour. */
    lunchAt: time({ initial: '12:00', label: 'Your lunch is at' }),
    lunchMinutes: numberOrNone({ minimum: 15, maximum: 120, label: 'It takes … minutes' }),
  },
  told: ({ lunchAt }) => \`Your lunch is now at \${formatTime(lunchAt)}.\`,
});

export const praise = topic({`;

/** Sets what is new as somebody would, takes it back, and says what stands where. */
const script = `
import { openOffice } from './test/helpers/office.ts';
import { changeOwnSettings, changeWorkspaceSettings } from './src/acts/change-settings.ts';
import { undoSettings } from './src/acts/undo-settings.ts';
import { settingCatalogue } from './src/cli/setting-catalogue.ts';
import { ownSettings, workspaceSettings } from './src/leading/topics/index.ts';
import { loadChanges, loadOwnSettings, loadWorkspaceSettings } from './src/slack/loading/settings-data.ts';
import { ownSettingsSchema, ownSettingsView } from './src/slack/views/settings/settings-own.ts';
import { workspaceSettingsSchema, workspaceSettingsView } from './src/slack/views/settings/settings-workspace.ts';
import { withEmptied } from './src/slack/views/settings/topic-fields.ts';
import { changePerson } from './src/store/people.ts';
import { readPolicy } from './src/store/policy.ts';
import { readOwnSettings } from './src/store/settings.ts';

const { context, store, people: { lee, priya } } = await openOffice(':memory:');
await changePerson(store, lee.id, { isAdmin: true });
const sentences = async (person, changes) => (await loadChanges(context, person, changes.map(({ id }) => id))).map(({ sentence }) => sentence);
const refusal = (work) => work.then(() => undefined, ({ field }) => field);
const labels = (view) => view.blocks.flatMap((block) => (block.type === 'input' ? [block.label.text] : []));

const before = (await readPolicy(store)).weekQuestions;
const read = workspaceSettingsSchema.parse({ weekQuestions: '2' });
const changed = await changeWorkspaceSettings(context, lee, { weekQuestions: read.weekQuestions }, 'view:1');
const set = (await readPolicy(store)).weekQuestions;
const tooMany = await refusal(changeWorkspaceSettings(context, lee, { weekQuestions: 9 }, 'view:2'));
const told = await sentences(lee, changed);
await undoSettings(context, lee, changed[0].id);

const values = { lunchAt: '13:00', lunchMinutes: '30' };
const lunch = await changeOwnSettings(context, priya, ownSettingsSchema.parse(values), 'view:3');
const own = (await readOwnSettings(store, [priya.id])).get(priya.id);
const emptied = withEmptied(ownSettings, ownSettingsSchema.parse({}), { lunchMinutes: {} });
await changeOwnSettings(context, priya, emptied, 'view:4');
console.log(JSON.stringify({
  before, set, tooMany, told, undone: (await readPolicy(store)).weekQuestions,
  form: labels(workspaceSettingsView(await loadWorkspaceSettings(context, lee))),
  own, lunch: await sentences(priya, lunch),
  emptied: (await readOwnSettings(store, [priya.id])).get(priya.id),
  ownForm: labels(ownSettingsView(await loadOwnSettings(context, priya))),
  catalogue: settingCatalogue(), known: Object.keys(workspaceSettings).includes('weekQuestions'),
}));
`;

test('a setting in a topic is one edit, a topic one and its line in the list: in the form, stored, told, undone', async () => {
  const tree = scratchTree();
  const [workspace, own, list] = ['workspace', 'own', 'index'].map((file) => `src/leading/topics/${file}.ts`) as [
    string,
    string,
    string,
  ];
  tree.edit(
    workspace,
    "label: 'About the same person, at most' }),",
    "label: 'About the same person, at most' }),\n    weekQuestions: number({ initial: 1, minimum: 0, maximum: 3, label: 'Questions a week, at most' }),",
  );
  tree.edit(own, 'export const praise = topic({', newTopic);
  tree.edit(own, 'import { choice, own,', 'import { choice, numberOrNone, own,');
  tree.edit(list, '  mine.daysOff,\n', '  mine.daysOff,\n  mine.lunch,\n');
  // The one place that uses it.
  tree.edit(
    'src/leading/week-budget.ts',
    'import type { Policy }',
    'export const questionsOf = (policy: Policy): number => policy.weekQuestions;\nimport type { Policy }',
  );
  expect(await tree.errorsIn(touched)).toEqual([]);

  const outcome = await tree.run(script);
  expect((outcome as { emptied: unknown }).emptied).toEqual({ lunchAt: '13:00' });
  expect(outcome).toMatchObject({
    before: 1,
    set: 2,
    tooMany: 'weekQuestions',
    undone: 1,
    own: { lunchAt: '13:00', lunchMinutes: 30 },
    lunch: ['Your lunch is now at 1:00 PM.'],
    form: expect.arrayContaining(['Questions a week, at most']) as unknown,
    ownForm: expect.arrayContaining(['Your lunch is at', 'It takes … minutes']) as unknown,
    catalogue: expect.stringMatching(/`weekQuestions` .* 0 to 3/u) as unknown,
  });
});

test('what was forgotten doesn’t compile', async () => {
  const tree = scratchTree();
  const own = 'src/leading/topics/own.ts';
  // A topic in no list: nobody has its settings.
  tree.edit(own, 'export const praise = topic({', newTopic);
  tree.edit(own, 'import { choice, own,', 'import { choice, numberOrNone, own,');
  tree.edit(
    'src/leading/week-budget.ts',
    'import type { Policy }',
    "import type { OwnSettings } from './policy.ts';\nexport const lunchOf = (own: OwnSettings) => own.lunchAt;\nimport type { Policy }",
  );
  // A setting without a usual input, in a topic without a form of its own.
  tree.edit(
    'src/leading/topics/workspace.ts',
    "label: 'Digests and recaps come on' }),\n    digestAt: time({ initial: '15:00', label: 'At' }),",
    "label: 'Digests and recaps come on' }),\n    digestAt: time({ initial: '15:00', label: 'At' }),\n  },\n  told: () => '',\n});\n\nexport const mood = topic({\n  id: 'mood',\n  settings: {\n    digestMood: special<string | null>('Mood', null, z.string().nullable()),\n    digestDay: weekday({ initial: 5, label: 'On' }),\n    digestAt: time({ initial: '15:00', label: 'At' }),",
  );
  tree.edit('src/leading/topics/index.ts', '  everybodys.digest,\n', '  everybodys.digest,\n  everybodys.mood,\n');
  const errors = await tree.errorsIn([...touched, 'src/leading/week-budget.ts']);
  const inFile = (path: string) => errors.filter((line) => line.startsWith(path)).join('\n');
  expect(inFile('src/leading/week-budget.ts')).toContain('lunchAt');
  expect(inFile('src/slack/views/settings/settings-workspace.ts')).toContain('mood');
});
