import { expect, test } from 'vitest';
import { originOf } from '../../../src/slack/door/origin.ts';

test('a command, a press and an event say where they came from, each in its way', () => {
  expect(originOf({ command: '/ask', team_id: 'T1', enterprise_id: 'E1' })).toMatchObject({
    teamId: 'T1',
    enterpriseId: 'E1',
  });
  expect(originOf({ type: 'block_actions', team: { id: 'T1', enterprise_id: 'E1' } })).toMatchObject({
    teamId: 'T1',
    enterpriseId: 'E1',
  });
  expect(originOf({ type: 'view_submission', team: { id: 'T1' }, enterprise: { id: 'E1' } })).toMatchObject({
    teamId: 'T1',
    enterpriseId: 'E1',
  });
});

test('in a channel that two companies share it is the one that installed the app', () => {
  const body = { team_id: 'T2', authorizations: [{ team_id: 'T1', enterprise_id: null }] };
  expect(originOf(body)).toMatchObject({ teamId: 'T1', enterpriseId: undefined });
});

test('what says nothing, or nonsense, comes from nowhere', () => {
  for (const body of [undefined, null, 'x', {}, { team: 7, enterprise: 'E', authorizations: 'none' }])
    expect(originOf(body)).toMatchObject({ teamId: undefined, enterpriseId: undefined });
});

test('where the app is installed in a whole organisation the workspace is the person’s, or the form’s', () => {
  const press = { type: 'block_actions', team: null, enterprise: { id: 'E1' }, user: { id: 'U1', team_id: 'T1' } };
  expect(originOf(press)).toEqual({
    teamId: 'T1',
    enterpriseId: 'E1',
    userId: 'U1',
    concernsAll: false,
    isByOrganisation: false,
    isOfPerson: true,
  });
  const submission = { ...press, type: 'view_submission', view: { app_installed_team_id: 'T2', team_id: 'T1' } };
  expect(originOf(submission).teamId).toBe('T2');
  const everywhere = { ...submission, view: { app_installed_team_id: 'E1', team_id: 'T1' } };
  expect(originOf(everywhere).teamId).toBe('T1');
});

const event = (type: string) => ({
  type: 'event_callback',
  team_id: 'E1',
  authorizations: [{ team_id: null, enterprise_id: 'E1', is_enterprise_install: true }],
  event: { type, user: { id: 'U1' } },
});

test('news of a person may come from the organisation alone, and concern all workspaces in which they are', () => {
  expect(originOf(event('user_change'))).toEqual({
    teamId: undefined,
    enterpriseId: 'E1',
    userId: 'U1',
    concernsAll: true,
    isByOrganisation: false,
    isOfPerson: true,
  });
  expect(originOf(event('app_home_opened')).concernsAll).toBe(false);
});

test('that the organisation’s installation was used there is believed where Slack names the workspace itself', () => {
  const command = { command: '/ask', team_id: 'T1', enterprise_id: 'E1', user_id: 'U1' };
  expect(originOf({ ...command, is_enterprise_install: 'true' }).isByOrganisation).toBe(true);
  expect(originOf({ ...command, is_enterprise_install: 'false' }).isByOrganisation).toBe(false);
  const authorizations = [{ team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: true }];
  expect(originOf({ type: 'event_callback', authorizations, event: { type: 'message' } }).isByOrganisation).toBe(true);
  const press = { type: 'block_actions', is_enterprise_install: true, enterprise: { id: 'E1' } };
  expect(originOf({ ...press, team: null, user: { id: 'U1', team_id: 'T9' } }).isByOrganisation).toBe(false);
});
