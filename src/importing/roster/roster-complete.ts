import { UserError } from '../../errors.ts';
import type { Directory } from './directory.ts';
import type { Member } from './member.ts';
import { listNames } from '../list-names.ts';
import type { RosterPlan } from './roster-plan.ts';

/** What follows if a file holds everybody. */
export interface Completeness {
  /** People of earlier rosters who are not in it any more. */
  readonly missing: readonly Member[];
  /** Their cell for the manager is empty now, and the line that holds is the roster's. */
  readonly emptied: readonly Member[];
}

/**
 * @param onRoster ids of the people of earlier rosters
 * @param lined ids of those whose line is the roster's word
 * @param hasManagers the file has a column for managers
 */
export function completenessOf(
  plan: RosterPlan,
  directory: Directory,
  onRoster: ReadonlySet<number>,
  lined: ReadonlySet<number>,
  hasManagers: boolean,
): Completeness {
  const emptied = hasManagers ? emptiedIn(plan, lined) : [];
  const named = new Set<Member>([
    ...plan.decisions.flatMap(({ member, manager }) => (manager === undefined ? [member] : [member, manager])),
    ...plan.departures.map(({ member }) => member),
  ]);
  const above = idsAbove([...named], plan.managerOf, new Set(emptied));
  const missing = [...onRoster].flatMap((id) => {
    const member = directory.memberOf(id);
    const isThere = member === undefined || named.has(member) || member.gone !== undefined || above.has(id);
    return isThere ? [] : [member];
  });
  return { missing, emptied };
}

function emptiedIn(plan: RosterPlan, lined: ReadonlySet<number>): Member[] {
  const withManager = new Set(plan.decisions.flatMap(({ member, manager }) => (manager === undefined ? [] : [member])));
  const members = new Set(plan.decisions.map(({ member }) => member));
  return [...members].filter((member) => !withManager.has(member) && lined.has(member.id));
}

/** To whom somebody in the file reports, however far up, needs no row of their own. */
function idsAbove(
  members: readonly Member[],
  managerOf: ReadonlyMap<number, number>,
  free: ReadonlySet<Member>,
): Set<number> {
  const freeIds = new Set([...free].map(({ id }) => id));
  const above = new Set<number>();
  for (const { id } of members)
    for (let at = id; !freeIds.has(at);) {
      const managerId = managerOf.get(at);
      if (managerId === undefined || above.has(managerId)) break;
      above.add(managerId);
      at = managerId;
    }
  return above;
}

const mostWithoutYes = 1 / 3;

/** @throws UserError if so many are missing that the file may be another one */
export function refuseTooMany({ missing }: Completeness, onRoster: number, isSure: boolean): void {
  if (isSure || missing.length <= onRoster * mostWithoutYes) return;
  throw new UserError(
    `${missing.length} of ${onRoster} people on record are not in this file, so all of them would be taken out: ${listNames(missing)}. ` +
      'Nothing was stored. If that is right, import it again with --complete --yes.',
  );
}
