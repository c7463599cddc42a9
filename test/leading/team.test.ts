import { describe, expect, test } from 'vitest';
import { FieldError } from '../../src/errors.ts';
import type { Line } from '../../src/leading/roles.ts';
import { teamChange } from '../../src/leading/team.ts';
import type { TeamWish } from '../../src/leading/team.ts';

const names = ['', 'Dana', 'Priya', 'Sam', 'Lee', 'Omar'];
const [dana, priya, sam, lee, omar] = [1, 2, 3, 4, 5] as const;
/** Has left. */
const gone = 6;
const lines: Line[] = [
  { personId: priya, managerId: dana },
  { personId: dana, managerId: lee },
];

function change(wish: Partial<TeamWish>, drawn = lines) {
  const whole = { managerId: dana, isAdmin: false, repIds: [priya], leadId: lee, shownIds: [priya], ...wish };
  return teamChange(
    whole,
    drawn,
    (id) => names[id] ?? '?',
    (id) => id !== gone,
  );
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
    expect(change({})).toEqual({ removed: [], added: [], lead: undefined, claimed: [] });
  });

  test('claims whom nobody manages, once: they say themselves whether it is so', () => {
    const wished = { repIds: [priya, sam, sam] };
    expect(change(wished)).toMatchObject({ added: [], claimed: [{ personId: sam, managerId: dana }] });
    expect(change({ ...wished, isAdmin: true })).toMatchObject({ added: [sam], claimed: [] });
  });

  test('claims a manager without a lead, and somebody whose manager has left', () => {
    const drawn = [...lines, { personId: sam, managerId: omar }];
    expect(change({ repIds: [priya, omar] }, drawn).claimed).toEqual([{ personId: omar, managerId: dana }]);
    const left = [...lines, { personId: sam, managerId: gone }];
    expect(change({ repIds: [priya, sam] }, left).claimed).toEqual([{ personId: sam, managerId: dana }]);
  });

  test('draws at once what the one above says: a lead takes a manager’s rep', () => {
    const wished = { managerId: lee, leadId: undefined, shownIds: [dana], repIds: [dana, priya] };
    expect(change(wished)).toMatchObject({ added: [priya], claimed: [] });
  });

  test('removes whom it leaves out, but nobody whom the form couldn’t show', () => {
    expect(change({ repIds: [] }).removed).toEqual([priya]);
    expect(change({ repIds: [], shownIds: [] }).removed).toEqual([]);
  });

  test('refuses oneself as a rep', () => {
    expect(refusal({ repIds: [dana] })).toEqual({
      field: 'reps',
      message: 'You can’t report to yourself. Remove yourself.',
    });
  });

  test('claims a rep who reports to somebody else; an admin takes them', () => {
    const drawn = [...lines, { personId: sam, managerId: omar }];
    expect(change({ repIds: [priya, sam] }, drawn)).toMatchObject({
      added: [],
      claimed: [{ personId: sam, managerId: dana }],
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

  test('going up is claimed, whoever is above now; nobody ends the line to their lead by leaving it empty', () => {
    expect(change({ leadId: lee }, [{ personId: priya, managerId: dana }])).toMatchObject({
      lead: undefined,
      claimed: [{ personId: dana, managerId: lee }],
    });
    expect(change({ leadId: omar }).claimed).toEqual([{ personId: dana, managerId: omar }]);
    expect(refusal({ leadId: undefined })).toEqual({
      field: 'lead',
      message: 'You report to Lee. Ask Lee or an admin to end that, or choose someone else.',
    });
    expect(change({ leadId: omar, isAdmin: true }).lead).toBe(omar);
    expect(change({ leadId: undefined, isAdmin: true }).lead).toBeNull();
  });
});
