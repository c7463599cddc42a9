/**
 * Whose answers are put together. The groups of a round have nobody in common and nothing is ever added up over them, so no result can
 * be taken from another to see what is left.
 */
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, daysBetween } from '../time/zoned.ts';

/** The reps of one manager who can be asked. */
export interface PulseTeam {
  readonly managerId: PersonId;
  /** To whom the manager reports; null where there is nobody whom it could be told to. */
  readonly leadId: PersonId | null;
  readonly memberIds: readonly PersonId[];
}

/** People whose answers make one result. */
export interface PulseGroup {
  /** pool: small sister teams together, under their lead. */
  readonly kind: 'team' | 'pool';
  readonly leaderId: PersonId;
  readonly managerIds: readonly PersonId[];
  readonly memberIds: readonly PersonId[];
}

export interface PulseGroups {
  readonly groups: readonly PulseGroup[];
  /** Managers whose teams are too small, even together with their sister teams. */
  readonly withoutPulse: readonly number[];
}

/** Nobody is asked in two pulses whose openings lie nearer than this. */
const daysBetweenPulses = 21;
/** Nor in two of different groups that lie nearer than this, two of the usual rounds: a team could be taken from the pool it was in. */
export const daysBetweenGroups = 56;
/**
 * So long a rep has had this manager before they are asked: a new installation doesn't begin with it, and nobody can fill a team with
 * friends for the day of a pulse, to be alone in it with one other.
 */
const daysBeforeAsked = 14;

/** Every team that is large enough by itself, and the small ones pooled under their lead where together they are. */
export function pulseGroups(teams: readonly PulseTeam[], minimum: number): PulseGroups {
  const large = teams.filter(({ memberIds }) => memberIds.length >= minimum);
  const small = teams.filter(({ memberIds }) => memberIds.length > 0 && memberIds.length < minimum);
  const pools = [...Map.groupBy(small, ({ leadId }) => leadId)].map(([leadId, pooled]) => ({
    leadId,
    managerIds: pooled.map(({ managerId }) => managerId),
    memberIds: pooled.flatMap(({ memberIds }) => memberIds),
  }));
  return {
    groups: [
      ...large.map(({ managerId, memberIds }): PulseGroup => ({
        kind: 'team',
        leaderId: managerId,
        managerIds: [managerId],
        memberIds,
      })),
      ...pools.flatMap(({ leadId, managerIds, memberIds }): PulseGroup[] =>
        leadId === null || memberIds.length < minimum
          ? []
          : [{ kind: 'pool', leaderId: leadId, managerIds, memberIds }],
      ),
    ],
    withoutPulse: pools.flatMap(({ leadId, managerIds, memberIds }) =>
      leadId === null || memberIds.length < minimum ? managerIds : [],
    ),
  };
}

/** The group without those who were asked a short time ago, elsewhere perhaps; undefined where too few are left. */
export function withoutAsked(group: PulseGroup, asked: ReadonlySet<number>, minimum: number): PulseGroup | undefined {
  const memberIds = group.memberIds.filter((id) => !asked.has(id));
  return memberIds.length < minimum ? undefined : { ...group, memberIds };
}

/** A pulse that was opened before for the same leader and kind. */
export interface EarlierPulse {
  readonly openedOn: LocalDate;
  readonly state: 'open' | 'published' | 'hidden' | 'lost';
  readonly answeredOn: LocalDate | null;
}

/**
 * May this leader's next pulse be opened? Not while one is open, not before the rhythm is over, and not while the last result waits
 * for the leader's word. A hidden or lost one had no result, so it waits for nothing.
 * @param earlier newest first
 */
export function mayOpen(earlier: readonly EarlierPulse[], today: LocalDate, everyDays: number): boolean {
  const [last] = earlier;
  if (last === undefined) return true;
  if (last.state === 'open' || daysBetween(last.openedOn, today) < everyDays) return false;
  const published = earlier.find(({ state }) => state === 'published');
  return published === undefined || published.answeredOn !== null;
}

/** Are these asked of the same team, or of the same teams together? Only then are their results set side by side. */
export function isSameGroup(one: Asking, other: Asking): boolean {
  const [managers, others] = [new Set(one.managerIds), new Set(other.managerIds)];
  return one.kind === other.kind && one.leaderId === other.leaderId && managers.symmetricDifference(others).size === 0;
}

type Asking = Pick<PulseGroup, 'kind' | 'leaderId' | 'managerIds'>;

/** A pulse of any group, and who was asked in it. */
export type AskedBefore = PulseGroup & Pick<EarlierPulse, 'openedOn' | 'state'>;

/** Those who can't be asked in this group today, because they were a short time ago, or not so long ago in another group. */
export function askedTooLately(group: Asking, before: readonly AskedBefore[], today: LocalDate): Set<number> {
  return new Set(
    before
      .filter((pulse) => {
        const days = isSameGroup(group, pulse) ? daysBetweenPulses : daysBetweenGroups;
        return pulse.state === 'open' || daysBetween(pulse.openedOn, today) < days;
      })
      .flatMap(({ memberIds }) => memberIds),
  );
}

/** The group without those who haven't had this manager for long enough. `since` says from when on each reports to them. */
export function withoutNewcomers(
  group: PulseGroup,
  since: (personId: PersonId) => LocalDate | undefined,
  today: LocalDate,
): PulseGroup {
  const latest = addDays(today, -daysBeforeAsked);
  return { ...group, memberIds: group.memberIds.filter((id) => (since(id) ?? today) <= latest) };
}
