import { expect, test } from 'vitest';
import { originOf } from '../../../src/slack/door/origin.ts';

test('a command, a press and an event say where they came from, each in its way', () => {
  expect(originOf({ command: '/ask', team_id: 'T1', enterprise_id: 'E1' })).toEqual({
    teamId: 'T1',
    enterpriseId: 'E1',
  });
  expect(originOf({ type: 'block_actions', team: { id: 'T1', enterprise_id: 'E1' } })).toEqual({
    teamId: 'T1',
    enterpriseId: 'E1',
  });
  expect(originOf({ type: 'view_submission', team: { id: 'T1' }, enterprise: { id: 'E1' } })).toEqual({
    teamId: 'T1',
    enterpriseId: 'E1',
  });
});

test('in a channel that two companies share it is the one that installed the app', () => {
  const body = { team_id: 'T2', authorizations: [{ team_id: 'T1', enterprise_id: null }] };
  expect(originOf(body)).toEqual({ teamId: 'T1', enterpriseId: undefined });
});

test('what says nothing, or nonsense, comes from nowhere', () => {
  for (const body of [undefined, null, 'x', {}, { team: 7, enterprise: 'E', authorizations: 'none' }])
    expect(originOf(body)).toEqual({ teamId: undefined, enterpriseId: undefined });
});
