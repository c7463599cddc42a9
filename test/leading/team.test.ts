import { describe, expect, test } from 'vitest';
import { FieldError } from '../../src/errors.ts';
import type { Line } from '../../src/leading/roles.ts';
import { teamChange } from '../../src/leading/team.ts';
import type { TeamWish } from '../../src/leading/team.ts';

const names = ['', 'Dana', 'Priya', 'Sam', 'Lee', 'Omar'];
const [dana, priya, sam, lee, omar] = [1, 2, 3, 4, 5] as const;
const lines: Line[] = [
  { personId: priya, managerId: dana },
  { personId: dana, managerId: lee },
];

function change(wish: Partial<TeamWish>, drawn = lines) {
  const whole = { managerId: dana, isAdmin: false, repIds: [priya], leadId: lee, shownIds: [priya], ...wish };
  return teamChange(whole, drawn, (id) => names[id] ?? '?');
}

function refusal(wish: Partial<TeamWish>, drawn = lines): { field: string; message: string } {
  try {
    change(wish, drawn);
  } catch (error) {
    if (error instanceof FieldError) return { field: error.field, message: error.message };
    throw error;
  }
  throw new Error('Nothing was refused');
}

describe('a manager’s wish for a team', () => {
  test('changes nothing where it is so already', () => {
    expect(change({})).toEqual({ removed: [], added: [], lead: undefined });
  });

  test('adds whom nobody manages, once', () => {
    expect(change({ repIds: [priya, sam, sam] }).added).toEqual([sam]);
  });

  test('removes whom it leaves out, but nobody whom the form couldn’t show', () => {
    expect(change({ repIds: [] }).removed).toEqual([priya]);
    expect(change({ repIds: [], shownIds: [] }).removed).toEqual([]);
  });

  test('refuses oneself as a rep', () => {
    expect(refusal({ repIds: [dana] })).toEqual({
      field: 'reps',
      message: 'You can’t report to yourself. Take yourself out.',
    });
  });

  test('refuses a rep who reports to somebody else, and says who can change that', () => {
    const drawn = [...lines, { personId: sam, managerId: omar }];
    expect(refusal({ repIds: [priya, sam] }, drawn)).toEqual({
      field: 'reps',
      message: 'Sam reports to Omar. Ask Omar or an admin to change that.',
    });
    expect(change({ repIds: [priya, sam], isAdmin: true }, drawn).added).toEqual([sam]);
  });

  test('refuses a circle, on the side where it was chosen', () => {
    expect(refusal({ repIds: [priya, lee] }).field).toBe('reps');
    const withoutLead = [{ personId: priya, managerId: dana }];
    expect(refusal({ leadId: priya }, withoutLead).field).toBe('lead');
    expect(refusal({ leadId: sam, repIds: [priya, sam] }, withoutLead).field).toBe('lead');
  });

  test('refuses oneself as lead', () => {
    expect(refusal({ leadId: dana }, [])).toMatchObject({ field: 'lead' });
  });

  test('gives a lead to whom has none, and keeps another’s hands off who has one', () => {
    expect(change({ leadId: lee }, [{ personId: priya, managerId: dana }]).lead).toBe(lee);
    expect(refusal({ leadId: omar })).toEqual({
      field: 'lead',
      message: 'You report to Lee. Ask Lee or an admin to change that.',
    });
    expect(refusal({ leadId: undefined })).toMatchObject({ field: 'lead' });
    expect(change({ leadId: omar, isAdmin: true }).lead).toBe(omar);
    expect(change({ leadId: undefined, isAdmin: true }).lead).toBeNull();
  });
});
