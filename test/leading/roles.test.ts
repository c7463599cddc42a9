import { describe, expect, it } from 'vitest';
import { checkLine, managersOf, repsOf, rolesOf } from '../../src/leading/roles.ts';

/** 1 leads 2 and 3; 2 manages 4 and 5; 3 manages nobody, and so is a rep of 1. */
const lines = [
  { personId: 2, managerId: 1 },
  { personId: 3, managerId: 1 },
  { personId: 4, managerId: 2 },
  { personId: 5, managerId: 2 },
];
const nameOf = (id: number): string => `Person ${id}`;

describe('roles follow from the lines', () => {
  it.each([
    [1, { isRep: false, isManager: true, isLead: true }],
    [2, { isRep: false, isManager: true, isLead: false }],
    [3, { isRep: true, isManager: false, isLead: false }],
    [4, { isRep: true, isManager: false, isLead: false }],
    [9, { isRep: false, isManager: false, isLead: false }],
  ])('of person %i', (id, roles) => {
    expect(rolesOf(id, lines)).toEqual(roles);
  });

  it('a lead’s managers are not their reps', () => {
    expect(repsOf(1, lines)).toEqual([3]);
    expect(managersOf(1, lines)).toEqual([2]);
  });
});

describe('a line that cannot be is refused with the reason', () => {
  it.each([
    ['to oneself', { personId: 4, managerId: 4 }, 'can’t report to themselves'],
    ['a circle of two', { personId: 1, managerId: 2 }, 'already above'],
    ['a circle of three', { personId: 1, managerId: 4 }, 'already above'],
  ])('%s', (_what, line, reason) => {
    expect(() => checkLine(line, lines, nameOf)).toThrow(reason);
  });

  it('and one that can be is not', () => {
    expect(() => checkLine({ personId: 9, managerId: 4 }, lines, nameOf)).not.toThrow();
  });
});
