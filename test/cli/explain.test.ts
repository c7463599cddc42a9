import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asks } from '../../src/demo/asks.ts';
import { promises } from '../../src/demo/promises.ts';
import { slackIdFor } from '../../src/demo/seed.ts';
import { demoSeed, fillDemo } from '../../src/demo/team.ts';
import { openDatabase } from '../../src/store/db.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { firstline, scratchFolder } from '../helpers/command-line.ts';

const monday = '2026-11-23T14:00:00Z';

/** A folder with the made-up company in its database, as it is on the Monday of its plans. */
async function fill(folder: string): Promise<void> {
  const database = await openDatabase({ path: join(folder, 'firstline.db') });
  const store = database.forWorkspace(demoSeed().teamId);
  await saveWorkspace(store, { name: 'Kestrel', botUserId: null }, new Date(monday));
  await fillDemo(store, new Date(monday));
  await database.close();
}

async function withCompany() {
  const folder = scratchFolder();
  await fill(folder);
  return (...words: string[]) => firstline(folder, ['explain', ...words], { FIRSTLINE_CLOCK: monday });
}

test('a manager’s plan is told with its reasons, whoever is named and however, and never what anybody wrote', async () => {
  const explain = await withCompany();
  const all = await explain('Dana Whitfield');
  expect(all).toMatchObject({ code: 0, errors: '' });
  expect(all.output).toContain('plans come on Mondays at 09:00 (America/New_York), every week.');
  expect(all.output).toMatch(/^check-in +Aisha Bello \(\d+\) +since 2026-10-29, 24 against 8 +in the plan, place 1$/m);
  expect(all.output).toContain('this kind is stopped');
  expect(all.output).toContain('things aren’t due: --rep PERSON or --kind KIND shows them.');
  const written = [...asks, ...promises]
    .flatMap(({ text }) => text.split('{account}'))
    .filter((part) => part.length > 10);
  expect(written.filter((part) => all.output.includes(part))).toEqual([]);
  expect((await explain(slackIdFor('dana'))).output).toBe(all.output);

  const aboutTom = await explain('Dana Whitfield', '--rep', 'Tom Gallagher');
  expect(aboutTom.output).not.toContain('Aisha');
  expect(aboutTom.output).toMatch(/^check-in +Tom Gallagher \(\d+\) +2026-11-13 +every 8 working days/m);

  const ofOneKind = await explain('Dana Whitfield', '--kind', 'ride-along', '--json');
  const { due } = JSON.parse(ofOneKind.output) as { due: { kind: string; verdict: string }[] };
  expect(new Set(due.map(({ kind }) => kind))).toEqual(new Set(['ride-along']));
});

test('of what only its author ever sees not even the day is told', async () => {
  const explain = await withCompany();
  const { output } = await explain('Dana Whitfield', '--kind', 'reflection');
  expect(output).toMatch(/^reflection +- +theirs alone/m);
});

test('another moment can be asked about where the bot has its token: Slack has no part in it', async () => {
  const folder = scratchFolder();
  await fill(folder);
  const environment = { FIRSTLINE_CLOCK: monday, SLACK_BOT_TOKEN: 'xoxb-1' };
  expect(await firstline(folder, ['explain', 'Dana Whitfield'], environment)).toMatchObject({ code: 0, errors: '' });
});

test('who leads nobody, an unknown kind and an unknown name get a sentence', async () => {
  const explain = await withCompany();
  const rep = await explain('Tom Gallagher');
  expect(rep).toMatchObject({
    code: 1,
    errors: 'Nobody reports to Tom Gallagher, so there are no nudges to explain.\n',
  });
  expect((await explain('Dana Whitfield', '--kind', 'hug')).errors).toContain('There’s no kind “hug”. The kinds are:');
  expect((await explain('Nobody At All')).errors).toContain('I don’t know anyone called “Nobody At All”.');
});
