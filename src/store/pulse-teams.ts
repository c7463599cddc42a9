import type { PersonId } from '../behaviours/ids.ts';
import { managerOf } from '../leading/roles.ts';
import type { PulseTeam } from '../leading/pulse-groups.ts';
import type { Store } from './db.ts';
import { loadPeopleAtWork } from './organisation.ts';
import { linesTo } from './lines-near.ts';
import { managerIdOf, reportsNow } from './reporting-lines.ts';
import type { ReportingLine } from './reporting-lines.ts';

export interface PulseTeams {
  readonly teams: readonly PulseTeam[];
  readonly lines: readonly ReportingLine[];
}

/**
 * The teams as they stand now that decide what is asked for one leader: their own, those of their managers and, because small ones are
 * pooled, the sister teams of their own. Each has a manager who can be written to, and the reps who can be.
 */
export async function loadPulseTeams(store: Store, leaderId: PersonId): Promise<PulseTeams> {
  const leadId = await managerIdOf(store, leaderId);
  const sisters = leadId === undefined ? [] : await reportsNow(store, leadId);
  const candidates = [leaderId, ...(await reportsNow(store, leaderId)), ...sisters];
  const above = leadId === undefined ? [] : [leadId];
  const { managers, leads } = await loadPeopleAtWork(store, [...new Set([...candidates, ...above])]);
  const asked = managers.filter(({ id }) => candidates.includes(id));
  const lines = await linesTo(store, [...new Set([leaderId, ...above, ...asked.map(({ id }) => id)])]);
  const members = lines.map(({ personId }) => personId);
  const reps = new Set((await loadPeopleAtWork(store, members)).reps.map(({ id }) => id));
  const teams = asked.map(({ id }): PulseTeam => {
    const lead = id === leaderId ? leadId : managerOf(id, lines);
    return {
      managerId: id,
      leadId: leads.some((one) => one.id === lead) ? (lead ?? null) : null,
      memberIds: lines.filter((line) => line.managerId === id && reps.has(line.personId)).map((line) => line.personId),
    };
  });
  return { teams, lines };
}
