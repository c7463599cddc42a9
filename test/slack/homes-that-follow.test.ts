/** On whose Home an act shows at once: what made-up weeks found, each by itself. */
import { expect, test } from 'vitest';
import { buttonsOf } from '../helpers/blocks.ts';
import { homeOf, heard, openHomes } from '../helpers/homes.ts';
import { slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';

async function workplace() {
  const homes = await openHomes();
  const { sandbox, bot } = homes;
  const as = (key: PersonKey) => sandbox.as(slackIdOf(key));
  async function opens(...keys: readonly PersonKey[]): Promise<void> {
    for (const key of keys) {
      await as(key).openHome();
      await sandbox.until(`Home of ${key}`, () => as(key).home());
    }
    await bot.tick();
  }
  async function claims(key: PersonKey, fields: Readonly<Record<string, readonly string[] | string>>): Promise<void> {
    await as(key).command('/firstline', 'team');
    await sandbox.until('the form', () => as(key).modal());
    as(key).fill(fields);
    expect(await as(key).submit()).toEqual({});
  }
  const shows = (key: PersonKey, words: string) =>
    sandbox.until(`Home of ${key} to show “${words}”`, () => homeOf(as(key)).includes(words));
  return { ...homes, as, opens, claims, shows };
}

test('what a lead logs about a rep shows on the Home of the rep’s manager', async () => {
  const { dana, as, opens, rep, sandbox, shows } = await workplace();
  await opens('lee');
  expect(homeOf(dana)).not.toContain('talked today');
  await as('lee').press({ label: 'Log a conversation', home: true });
  await sandbox.until('the form', () => as('lee').modal());
  as('lee').fill({ rep: `${rep.id}`, behaviour: 'skip-level' });
  expect(await as('lee').submit()).toEqual({});
  await shows('dana', 'talked today');
});

test('a claim shows on the Home of whoever may say yes, and goes from it and from the claimant’s', async () => {
  const { as, opens, claims, sandbox, shows } = await workplace();
  await opens('dana', 'nia', 'omar');
  await claims('omar', { reps: [slackIdOf('nia')] });
  await shows('dana', 'Omar Haddad says Nia Cole reports to them');
  await shows('omar', 'Waiting for a yes');
  await as('omar').press({ label: 'Withdraw', home: true });
  await sandbox.until('hers to be without it', () => !homeOf(as('dana')).includes('Waiting for a yes'));
  await sandbox.until('his to be without it', () => !homeOf(as('omar')).includes('Waiting for a yes'));
  expect(homeOf(as('dana'))).not.toContain('Omar Haddad');
});

test('a claim that is withdrawn where Slack doesn’t draw the form anew goes from every Home all the same', async () => {
  const { as, opens, claims, sandbox, shows } = await workplace();
  await opens('dana', 'nia', 'omar');
  await claims('omar', { reps: [slackIdOf('nia')] });
  await shows('dana', 'Omar Haddad says Nia Cole reports to them');
  const form = await sandbox.until('what became of it', () => as('omar').modal());
  expect(buttonsOf(form.blocks)).toContain('Withdraw');
  sandbox.script('views.update', { kind: 'http', status: 500 });
  await as('omar').press({ label: 'Withdraw' });
  await sandbox.until('both to be without it', () =>
    ['dana', 'omar'].every((key) => !homeOf(as(key as PersonKey)).includes('Waiting for a yes')),
  );
  await sandbox.until('word of it', () => heard(as('omar')).includes('That worked'));
});

test('where a manager gets another lead, each of their reps reads on Home who it is', async () => {
  const { as, opens, claims, shows } = await workplace();
  await opens('lee', 'sam');
  await shows('sam', 'Lee Park sees counts');
  await claims('lee', { reps: [slackIdOf('marco')] });
  await shows('sam', 'Leads see counts');
  expect(homeOf(as('sam'))).not.toContain('Lee Park');
});
