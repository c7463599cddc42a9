import type { Behaviour } from '../behaviours/behaviour.ts';
import type { RepBelowFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { ownOnlyKinds } from './access.ts';

/** The facts as one person may know them: without what others logged for themselves alone. */
export function asKnownTo(readerId: PersonId, team: TeamFacts, behaviours: readonly Behaviour[]): TeamFacts {
  const kinds = ownOnlyKinds(behaviours);
  const known = <Facts extends RepBelowFacts>(facts: Facts): Facts => ({
    ...facts,
    interactions: facts.interactions.filter(
      ({ behaviour, managerId }) => managerId === readerId || !kinds.includes(behaviour),
    ),
  });
  return {
    ...team,
    reps: team.reps.map((facts) => known(facts)),
    managers: team.managers.map(({ manager, reps }) => ({
      manager: known(manager),
      reps: reps.map((facts) => known(facts)),
    })),
    teamwide: team.teamwide.filter(({ behaviour, managerId }) => managerId === readerId || !kinds.includes(behaviour)),
  };
}
