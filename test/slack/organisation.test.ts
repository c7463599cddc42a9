/** A company with several workspaces: a button is pressed by somebody of another one, and Slack says no more than that. */
import { expect, test } from 'vitest';
import { findPersonBySlackId } from '../../src/store/people.ts';
import { organisationIn } from '../../src/slack/wire/organisation-in.ts';
import { startBot } from '../helpers/bot.ts';
import { openSandbox, seed, teamId, testClock } from '../helpers/sandbox.ts';
import { sendInteraction } from '../helpers/signed.ts';

const sister = { id: 'U0SISTER', name: 'sis', realName: 'Sis Ter', teamId: 'T0SISTER', timeZone: 'Europe/London' };
const outsider = { ...sister, id: 'U0OUTSIDER', name: 'out', realName: 'Out Sider', isStranger: true };

async function pressed(userId: string, enterprise: { readonly id: string } | null) {
  const clock = testClock();
  const sandbox = await openSandbox({ clock, seed: { ...seed, users: [...seed.users, sister, outsider] } });
  const bot = await startBot({ sandbox, clock, httpPort: 0 });
  await sendInteraction(bot.port ?? 0, {
    user: { id: userId, team_id: 'T0SISTER' },
    team: { id: teamId },
    enterprise,
    token: 'x',
    type: 'block_actions',
    trigger_id: 'press-1',
    actions: [{ type: 'button', action_id: 'command.help', block_id: 'now', value: '{}', action_ts: '1.1' }],
  });
  const message = await sandbox.until('the answer', () => sandbox.as(userId).messages()[0]);
  return { said: message.text, person: await findPersonBySlackId(bot.store, userId) };
}

test('a member of another workspace of the organisation is served', async () => {
  const { said, person } = await pressed(sister.id, { id: 'E0ORG' });
  expect(said).toContain('What you can type here');
  expect(person).toMatchObject({ name: 'Sis Ter', isAdmin: false });
});

test.each([
  ['whom Slack calls one', outsider.id, { id: 'E0ORG' }],
  ['where there is no organisation', sister.id, null],
])('a stranger %s is not', async (_why, userId, enterprise) => {
  const { said, person } = await pressed(userId, enterprise);
  expect(said).toContain('for the people of the workspace it is installed in');
  expect(person).toBeUndefined();
});

test('an envelope tells of our own workspace only', () => {
  expect(organisationIn({ team_id: 'T1', enterprise_id: 'E1' }, 'T1')).toBe('E1');
  expect(organisationIn({ team: { id: 'T1', enterprise_id: 'E1' }, enterprise: null }, 'T1')).toBe('E1');
  expect(organisationIn({ team: { id: 'T2' }, enterprise: { id: 'E2' } }, 'T1')).toBeUndefined();
  expect(organisationIn({ team: { id: 'T1' }, enterprise: null }, 'T1')).toBeUndefined();
  expect(organisationIn(undefined, 'T1')).toBeUndefined();
});
