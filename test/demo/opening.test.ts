import { describe, expect, test } from 'vitest';
import { demoOpening, mondayOfThePlan, ownTeamOpening } from '../../src/demo/opening.ts';
import { groupsOf } from '../../src/demo/roles.ts';
import { demoSeed } from '../../src/demo/team.ts';

function one(id: number, name: string, managerId?: number, isAdmin = false) {
  return { id, userId: `U${id}`, name, managerId, isAdmin };
}

describe('the instant at which the made-up company begins', () => {
  test.each([
    ['on a Saturday', '2026-11-28T03:00:00Z', '2026-11-23T14:00:00.000Z'],
    ['on a Monday after nine in New York', '2026-11-23T14:00:01Z', '2026-11-23T14:00:00.000Z'],
    ['on a Monday before nine', '2026-11-23T13:59:59Z', '2026-11-16T14:00:00.000Z'],
    ['in the week of a Monday that is a holiday there', '2026-09-09T12:00:00Z', '2026-08-31T13:00:00.000Z'],
  ])('%s it is a Monday at nine with a plan', async (_when, now, monday) => {
    expect((await mondayOfThePlan(new Date(now))).toISOString()).toBe(monday);
  });
});

describe('who somebody is at first', () => {
  test('a manager of the made-up company, told what to try', () => {
    const dana = demoSeed().users.find(({ realName }) => realName === 'Dana Whitfield');
    expect(demoOpening(true).userId).toBe(dana?.id);
    expect(demoOpening(true).hint).toContain(
      'It’s Monday at nine, and you’re Dana, a manager of six. Answer something below',
    );
    expect(demoOpening(false).hint).toContain('Press “Next Monday 9:00 AM” (top) for your plan');
  });

  test('of one’s own team the first manager, and nobody where there is none', () => {
    const users = [
      { id: 'U1', name: 'lee', realName: 'Lee Moss' },
      { id: 'U2', name: 'mina', realName: 'Mina Farrow' },
    ];
    const seed = { teamId: 'T1', teamName: 'Own', users, channels: [] };
    const managers = { name: 'Managers', people: [{ userId: 'U2', about: 'manager of 1' }] };
    expect(ownTeamOpening({ ...seed, groups: [managers] })).toMatchObject({
      userId: 'U2',
      hint: expect.stringContaining('You’re Mina Farrow, manager of 1. ') as string,
    });
    expect(ownTeamOpening({ ...seed, groups: [] })).toBeUndefined();
  });
});

test('people are listed by what they are, and one can be several', () => {
  const people = [
    one(1, 'Lee Moss', undefined, true),
    one(2, 'Mina Farrow', 1),
    one(3, 'Ada Quill', 2),
    one(4, 'Otto Brandt', 2),
    one(5, 'Sam Ode', 1),
    one(6, 'Nia Solo'),
  ];
  expect(groupsOf(people)).toEqual([
    {
      name: 'Managers',
      people: [
        { userId: 'U1', about: 'manager of 1' },
        { userId: 'U2', about: 'manager of 2' },
      ],
    },
    {
      name: 'Reps',
      people: [
        { userId: 'U3', about: 'on Mina’s team' },
        { userId: 'U4', about: 'on Mina’s team' },
        { userId: 'U5', about: 'on Lee’s team' },
      ],
    },
    { name: 'Leads', people: [{ userId: 'U1', about: 'lead of 1 manager' }] },
    { name: 'Admins', people: [{ userId: 'U1', about: 'admin' }] },
  ]);
});
