import type { PersonId } from '../behaviours/ids.ts';
import { managerOf, repsOf } from '../leading/roles.ts';
import type { PulseTeam } from '../leading/pulse-groups.ts';
import type { Store } from './db.ts';
import type { Organisation } from './organisation.ts';
import { currentLines } from './reporting-lines.ts';
import type { ReportingLine } from './reporting-lines.ts';

export interface PulseTeams {
  readonly teams: readonly PulseTeam[];
  readonly lines: readonly ReportingLine[];
}

/** The teams as they stand now: those whose manager can be written to, with the reps who can be. */
export async function loadPulseTeams(
  store: Store,
  { people, managers, leads }: Pick<Organisation, 'people' | 'managers' | 'leads'>,
): Promise<PulseTeams> {
  const lines = await currentLines(store);
  const canBeAsked = (personId: PersonId): boolean => {
    const person = people.get(personId);
    return person !== undefined && person.leftOn === null && person.slackUserId !== null;
  };
  const teams = managers.map(({ id }): PulseTeam => {
    const leadId = managerOf(id, lines);
    return {
      managerId: id,
      leadId: leads.some((lead) => lead.id === leadId) ? (leadId ?? null) : null,
      memberIds: repsOf(id, lines).filter(canBeAsked),
    };
  });
  return { teams, lines };
}
