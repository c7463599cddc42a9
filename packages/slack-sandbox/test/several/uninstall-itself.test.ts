/** apps.uninstall: an app removes itself. */
import { expect, test } from 'vitest';
import { client, clientOf, startTown, tokenFor } from './support.ts';

test('an app removes itself with its own proof: its tokens die', async () => {
  const town = await startTown();
  const { token } = await tokenFor(town, 'T1');
  const slack = clientOf(town, token);
  const proof = { client_id: client.clientId, client_secret: client.clientSecret };
  await expect(slack.apps.uninstall({ ...proof, client_secret: 'wrong' })).rejects.toThrow('bad_client_secret');
  expect(await slack.auth.test()).toMatchObject({ team_id: 'T1' });
  expect(await slack.apps.uninstall(proof)).toMatchObject({ ok: true });
  await expect(slack.auth.test()).rejects.toThrow('account_inactive');
  await expect(slack.apps.uninstall(proof)).rejects.toThrow('invalid_auth');
});
