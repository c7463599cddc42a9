/** docs/adding-an-ask-kind.md, followed: a field for words, a kind, and what tells where a step was forgotten. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchTree } from '../helpers/scratch-tree.ts';

/** All that reads or shows an ask. */
const touched = [
  'src/asks/index.ts',
  'src/acts/ask.ts',
  'src/slack/views/ask/ask-form.ts',
  'src/slack/loading/ask-form-data.ts',
  'src/slack/loading/load-ask.ts',
  'src/cli/ask-catalogue.ts',
  'src/demo/fill-asks.ts',
];

/** Step 1 of the recipe for a field: one edit in the file of the kind. */
const newField = `const whyNow = {
  id: 'whyNow',
  label: 'Why now?',
  longest: 200,
  tooLong: '200 characters fit. Shorten it a little.',
  called: 'why now',
  shown: 'Why now',
  readers: 'manager',
} as const satisfies WordsField;

export const training = {`;

const newKind = `import type { AskKindDescription } from '../ask-kind.ts';
import { links } from '../words-fields.ts';

export const timeOff = {
  kind: 'time-off',
  label: 'Time off',
  request: 'asks for time off',
  noun: 'time off',
  fields: ['neededBy', links],
  first: 'neededBy',
  saidAs: [/\\bdays? off\\b|\\btime off\\b/iu],
  sample: 'Can I take the Friday as a day off?',
} as const satisfies AskKindDescription;
`;

/** Asks by the form as somebody would, and says what each reader sees. */
const script = `
import { openOffice } from './test/helpers/office.ts';
import { ask } from './src/acts/ask.ts';
import { readAsk } from './src/acts/read-ask.ts';
import { stepAsk } from './src/acts/step-ask.ts';
import { askCatalogue } from './src/cli/ask-catalogue.ts';
import { loadAskForm, loadAskFormFor } from './src/slack/loading/ask-form-data.ts';
import { summaryOf } from './src/slack/loading/load-ask.ts';
import { askForm, askFormSchema } from './src/slack/views/ask/ask-form.ts';
import { askCard } from './src/slack/views/ask/ask-card.ts';

const office = await openOffice('asks.db', Buffer.alloc(32, 7));
const { context, store, people } = office;
const { priya, dana, lee } = people;
const form = askForm(await loadAskForm(context, priya, { kind: 'training', typed: {}, more: true }));
const read = askFormSchema.parse({ kind: 'training', text: 'Canary: a course', whyNow: 'Canary: before my review' });
await ask(context, priya, { ...read, once: 'view:1' });
await stepAsk(context, dana, { askId: 1, step: 'handed', text: null, once: 'view:2' });
const seenBy = async (person) => {
  const found = await readAsk(store, person.id, 1);
  return JSON.stringify(askCard(await summaryOf(store, found, person, context.clock())));
};
const seen = { priya: await seenBy(priya), lee: await seenBy(lee) };
const typed = await loadAskFormFor(context, priya, 'Can I take the Friday as a day off?');
await office.close();
console.log(JSON.stringify({
  labels: form.blocks.flatMap((block) => (block.type === 'input' ? [block.label.text] : [])),
  kinds: JSON.stringify(form),
  seen,
  typed: typed.kind,
  catalogue: askCatalogue(),
}));
`;

interface Outcome {
  readonly labels: readonly string[];
  readonly kinds: string;
  readonly seen: Readonly<Record<'priya' | 'lee', string>>;
  readonly typed: string;
  readonly catalogue: string;
}

test('a field for words is one edit, a kind a file and a line: asked, kept sealed, shown to whom it says', async () => {
  const tree = scratchTree();
  const training = 'src/asks/kinds/training.ts';
  tree.edit(training, 'export const training = {', newField);
  tree.edit(training, 'import type { AskKindDescription }', 'import type { AskKindDescription, WordsField }');
  tree.edit(training, "fields: ['neededBy', links]", "fields: ['neededBy', whyNow, links]");
  tree.write('src/asks/kinds/time-off.ts', newKind);
  const list = 'src/asks/index.ts';
  tree.edit(list, 'training, blockedDeal] as const', 'training, blockedDeal, timeOff] as const');
  tree.edit(
    list,
    "import { training } from './kinds/training.ts';",
    "import { timeOff } from './kinds/time-off.ts';\nimport { training } from './kinds/training.ts';",
  );
  expect(await tree.errorsIn(touched)).toEqual([]);

  const outcome = (await tree.run(script)) as Outcome;
  expect(outcome.labels).toContain('Why now? · Only Dana');
  expect(outcome.seen.priya).toContain('Why now: Canary: before my review');
  expect(outcome.seen.lee).toContain('Canary: a course');
  expect(outcome.seen.lee).not.toContain('before my review');
  expect(outcome.kinds).toContain('Time off');
  expect(outcome.typed).toBe('time-off');
  expect(outcome.catalogue).toContain('why now (only the manager who was asked)');
  expect(outcome.catalogue).toContain('`time-off`');
  const bytes = ['asks.db', 'asks.db-wal'].map((file) => read(join(tree.folder, file))).join('');
  expect(bytes).toContain('SQLite format 3');
  expect(bytes).not.toContain('Canary');
});

test('what was forgotten doesn’t compile', async () => {
  const tree = scratchTree();
  tree.write('src/asks/kinds/time-off.ts', newKind.replace(/ {2}sample: .*\n/u, ''));
  tree.edit('src/asks/kinds/help.ts', "fields: ['deal'", "fields: ['dael'");
  tree.edit('src/asks/exceptions.ts', "    label: 'Credit',\n", '');
  tree.edit('src/store/asks.ts', 'text: store.secrets.seal(ask.text),', 'text: ask.text,');
  const errors = await tree.errorsIn([...touched, 'src/asks/kinds/time-off.ts']);
  const inFile = (path: string) => errors.filter((line) => line.startsWith(path)).join('\n');
  expect(inFile('src/asks/kinds/time-off.ts')).toContain("Property 'sample' is missing");
  expect(inFile('src/asks/kinds/help.ts')).toContain('dael');
  expect(inFile('src/asks/exceptions.ts')).toContain("Property 'label' is missing");
  expect(inFile('src/store/asks.ts')).toContain('error TS');
});

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
