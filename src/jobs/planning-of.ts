import type { Organisation } from '../store/organisation.ts';
import type { Planning } from '../store/plan-input.ts';
import type { Person } from '../store/people.ts';
import type { Round } from './round.ts';

/** So many teams are loaded together: more would let nobody be answered for longer than they notice. */
const teamsAtOnce = 10;

/**
 * What the plan of each of these leaders follows from, loaded when it is asked for, some teams at a time; only the last ones are kept.
 * A lead's is loaded alone: it has the teams of all of their managers.
 */
export function planningOf(
  round: Round,
  organisation: Pick<Organisation, 'rolesOf'>,
  leaders: readonly Person[],
): (leader: Person) => Promise<Planning> {
  const managers = leaders.filter(({ id }) => !organisation.rolesOf(id).isLead).map(({ id }) => id);
  let loaded: { readonly ids: readonly number[]; readonly planning: Promise<Planning> } | undefined;
  return ({ id }) => {
    if (loaded?.ids.includes(id) === true) return loaded.planning;
    const at = managers.indexOf(id);
    const from = at - (at % teamsAtOnce);
    const ids = at < 0 ? [id] : managers.slice(from, from + teamsAtOnce);
    loaded = { ids, planning: round.planning(ids) };
    return loaded.planning;
  };
}
