import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { pulseMinimum } from '../../src/leading/pulse.ts';
import {
  askedTooLately,
  mayOpen,
  pulseGroups,
  withoutAsked,
  withoutNewcomers,
} from '../../src/leading/pulse-groups.ts';
import type { PulseGroup, PulseTeam } from '../../src/leading/pulse-groups.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

/** Teams of any size under a few leads; nobody reports to two managers. */
const anyTeams = fc
  .array(fc.record({ size: fc.integer({ min: 0, max: 12 }), leadId: fc.option(fc.integer({ min: 1, max: 3 })) }), {
    maxLength: 12,
  })
  .map((teams) => {
    let next = 1_000;
    return teams.map(({ size, leadId }, index): PulseTeam => {
      const memberIds = Array.from({ length: size }, () => (next += 1));
      return { managerId: 100 + index, leadId, memberIds };
    });
  });

const membersOf = (groups: readonly PulseGroup[]) => groups.flatMap(({ memberIds }) => memberIds);

describe('however the teams are cut', () => {
  test('nobody is in two groups, and none has fewer than five', () => {
    fc.assert(
      fc.property(anyTeams, (teams) => {
        const { groups } = pulseGroups(teams, pulseMinimum);
        expect(new Set(membersOf(groups)).size).toBe(membersOf(groups).length);
        for (const { memberIds } of groups) expect(memberIds.length).toBeGreaterThanOrEqual(pulseMinimum);
      }),
    );
  });

  test('no results put together, or taken from one another, leave one to four people', () => {
    fc.assert(
      fc.property(anyTeams, fc.integer({ min: 0 }), fc.integer({ min: 0 }), (teams, some, others) => {
        const { groups } = pulseGroups(teams, pulseMinimum);
        const chosen = (bits: number) => new Set(membersOf(groups.filter((_, index) => (bits >> index) % 2 === 1)));
        const left = chosen(some).difference(chosen(others)).size;
        expect(left === 0 || left >= pulseMinimum).toBe(true);
      }),
    );
  });

  test('a manager is in one group, or is told that there is none', () => {
    fc.assert(
      fc.property(anyTeams, (teams) => {
        const { groups, withoutPulse } = pulseGroups(teams, pulseMinimum);
        const managers = [...groups.flatMap(({ managerIds }) => managerIds), ...withoutPulse];
        const withReps = teams.filter(({ memberIds }) => memberIds.length > 0).map(({ managerId }) => managerId);
        expect(managers).toHaveLength(withReps.length);
        expect(new Set(managers)).toEqual(new Set(withReps));
      }),
    );
  });

  test('whoever was asked a short time ago is left out, and then they are counted again', () => {
    fc.assert(
      fc.property(anyTeams, fc.array(fc.integer({ min: 1_001, max: 1_150 })), (teams, recently) => {
        const asked = new Set(recently);
        for (const group of pulseGroups(teams, pulseMinimum).groups) {
          const left = withoutAsked(group, asked, pulseMinimum)?.memberIds;
          expect(left?.some((id) => asked.has(id)) ?? false).toBe(false);
          expect(left === undefined || left.length >= pulseMinimum).toBe(true);
        }
      }),
    );
  });
});

const team = (managerId: number, leadId: number | null, ...memberIds: number[]): PulseTeam => ({
  managerId,
  leadId,
  memberIds,
});

describe('small sister teams', () => {
  test('are put together under their lead, and the large one stays by itself', () => {
    const teams = [team(1, 9, 11, 12, 13), team(2, 9, 21, 22), team(3, 9, 31, 32, 33, 34, 35)];
    expect(pulseGroups(teams, 5)).toEqual({
      groups: [
        { kind: 'team', leaderId: 3, managerIds: [3], memberIds: [31, 32, 33, 34, 35] },
        { kind: 'pool', leaderId: 9, managerIds: [1, 2], memberIds: [11, 12, 13, 21, 22] },
      ],
      withoutPulse: [],
    });
  });
  test('of different leads, or without one, are not', () => {
    const teams = [team(1, 8, 11, 12, 13), team(2, 9, 21, 22, 23), team(3, null, 31, 32, 33, 34)];
    expect(pulseGroups(teams, 5)).toEqual({ groups: [], withoutPulse: [1, 2, 3] });
  });
});

/** The sixth came later than the others. */
const newest = (day: LocalDate) => (id: number) => (id === 6 ? '2026-11-20' : day);

describe('the next one', () => {
  const published = { openedOn: '2026-10-27', state: 'published', answeredOn: '2026-11-04' } as const;
  const hidden = { openedOn: '2026-10-27', state: 'hidden', answeredOn: null } as const;
  test.each([
    ['the first may open', [], true],
    ['28 days after an answered one it may', [published], true],
    ['one day sooner it may not', [{ ...published, openedOn: '2026-10-28' }], false],
    ['while the last result waits for the leader’s word it may not', [{ ...published, answeredOn: null }], false],
    ['a hidden one waits for nothing', [hidden], true],
    ['one behind a hidden one still waits', [hidden, { ...published, answeredOn: null }], false],
    ['while one is open it may not', [{ ...hidden, state: 'open' as const }], false],
  ] as const)('%s', (_, earlier, expected) => {
    expect(mayOpen(earlier, '2026-11-24', 28)).toBe(expected);
  });
  const group: PulseGroup = { kind: 'team', leaderId: 1, managerIds: [1], memberIds: [1, 2, 3, 4, 5, 6] };
  const other: PulseGroup = { kind: 'pool', leaderId: 9, managerIds: [1, 2], memberIds: [1, 2] };
  test.each([
    ['asked 20 days ago is too lately', group, '2026-11-04', 'published', 6],
    ['21 days ago is not', group, '2026-11-03', 'hidden', 0],
    ['but asked in another group 55 days ago is', other, '2026-09-30', 'published', 2],
    ['56 days ago is not', other, '2026-09-29', 'hidden', 0],
    ['and whoever is asked in an open one is, however old', group, '2026-01-01', 'open', 6],
    ['a pool is another when another team is in it', { ...other, managerIds: [1, 3] }, '2026-09-30', 'hidden', 2],
  ] as const)('%s', (_, before, openedOn, state, expected) => {
    const asking = before.kind === 'pool' && before.managerIds[1] === 3 ? other : group;
    expect(askedTooLately(asking, [{ ...before, openedOn, state }], '2026-11-24').size).toBe(expected);
  });
  test('who has had this manager for less than two weeks isn’t asked', () => {
    expect(withoutNewcomers(group, newest('2026-11-10'), '2026-11-24').memberIds).toEqual([1, 2, 3, 4, 5]);
    expect(withoutNewcomers(group, newest('2026-11-11'), '2026-11-24').memberIds).toEqual([]);
    expect(withoutNewcomers(group, () => undefined, '2026-11-24').memberIds).toEqual([]);
  });
});
