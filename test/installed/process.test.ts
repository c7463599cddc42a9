/** As it is run: a process of its own, and the command line beside it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';
import { acme, app, birch, cedar, elm, key, openTown } from '../helpers/installed.ts';
import { startProcess } from '../helpers/process.ts';
import { signingSecret } from '../helpers/sandbox.ts';

test('it starts with nothing installed, is installed, goes on after a restart; imports find people in their own workspace', async () => {
  const town = await openTown();
  const folder = scratchFolder();
  const ofApp = { SLACK_CLIENT_ID: app.clientId, SLACK_CLIENT_SECRET: app.clientSecret, SLACK_STATE_SECRET: 'state' };
  const environment = {
    ...ofApp,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: town.slack.apiUrl,
    PORT: String(town.port),
    FIRSTLINE_DB: join(folder, 'firstline.db'),
    FIRSTLINE_KEY: key.toString('base64'),
  };
  const roster = writeIn(
    folder,
    'roster.csv',
    'name,email,manager',
    'Priya Nair,priya@example.com,Dana Osei',
    'Dana Osei,dana@example.com,',
  );
  const early = await firstline(folder, ['import', 'roster', roster, '--yes'], environment);
  expect(early.code).toBe(1);
  expect(early.errors).toContain('No workspace has installed the app yet');

  const first = startProcess(['start'], environment, folder);
  await first.says('Firstline is at work');
  await town.slack.install({ teamId: acme }, town.installUrl);
  await town.slack.install({ teamId: birch }, town.installUrl);
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar]);
  await first.says('"workspace":"T0CEDAR"');
  const health = (await (await fetch(`http://127.0.0.1:${town.port}/healthz`)).json()) as { workspaces: object };
  expect(Object.keys(health.workspaces)).toEqual([acme, birch, cedar]);
  first.child.kill('SIGTERM');
  expect(await first.exited).toBe(0);

  const ambiguous = await firstline(folder, ['import', 'roster', roster, '--yes'], environment);
  expect(ambiguous.errors).toMatch(/There are 3 workspaces on record: T0ACME \(Acme\), T0BIRCH .* --workspace ID/);
  const imported = await firstline(folder, ['import', 'roster', roster, '--yes', '--workspace', birch], environment);
  expect(imported.code).toBe(0);
  const people = await firstline(folder, ['people', '--workspace', birch, '--json'], environment);
  expect(people.output).toContain('"slackUserId": "U0PRIYA"');
  const elsewhere = await firstline(folder, ['people', '--workspace', acme, '--json'], environment);
  expect(elsewhere.output).not.toContain('Priya');

  const listed = await firstline(folder, ['workspaces'], environment);
  expect(
    listed.output
      .split('\n')
      .slice(0, 3)
      .map((line) => line.replaceAll(/ +/g, ' ')),
  ).toEqual([
    expect.stringMatching(/^T0ACME Acme installed since \d{4}-\d\d-\d\d by U0LEE$/u) as string,
    expect.stringMatching(/^T0BIRCH Birch & Sons installed since /) as string,
    expect.stringMatching(/^T0CEDAR Cedar by its organization \(E0ELM\) since /) as string,
  ]);
  const json = await firstline(folder, ['workspaces', '--json'], environment);
  expect(JSON.parse(json.output)).toMatchObject({
    workspaces: [{ id: acme, installed: 'itself' }, {}, { organization: elm }],
  });
  expect(json.output).not.toContain('xox');

  const second = startProcess(['start'], environment, folder);
  await second.says('Firstline is at work');
  await town.slack.workspace(acme).as('U0DANA').command('/firstline', 'help');
  await town.slack.workspace(acme).until('help', () => town.slack.workspace(acme).as('U0DANA').messages().length > 0);
  second.child.kill('SIGTERM');
  expect(await second.exited).toBe(0);
  expect(first.output() + second.output()).not.toMatch(/xox[a-z]/);
});
