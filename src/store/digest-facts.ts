import type { Behaviour } from '../behaviours/behaviour.ts';
import { timeZoneOf } from '../leading/calendars.ts';
import { digestOf } from '../leading/digest.ts';
import type { Digest } from '../leading/digest.ts';
import { obstaclesSince, topObstacles } from '../leading/obstacles.ts';
import { settingsOf } from '../leading/policy.ts';
import type { Policy } from '../leading/policy.ts';
import { managersOf } from '../leading/roles.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadFacts } from './facts.ts';
import { companyObstaclesOf } from './obstacles.ts';
import { findWorkspace } from './workspaces.ts';

/** The digest of one lead as of `now`; undefined for somebody who has no managers. */
export async function loadDigest(
  store: Store,
  behaviours: readonly Behaviour[],
  policy: Policy,
  leadId: number,
  now: Date,
): Promise<Digest | undefined> {
  const facts = await loadFacts(store, now);
  const lead = facts.people.get(leadId);
  const managerIds = managersOf(leadId, facts.lines).filter((id) => facts.managerIds.includes(id));
  if (lead === undefined || managerIds.length === 0) return undefined;
  const workspace = await findWorkspace(store);
  const blockedDeal = behaviours.find((behaviour) => behaviour.id === 'blocked-deal');
  const teams = managerIds.map((id) => facts.team(id));
  const on = localDateOf(now, timeZoneOf(lead, workspace?.defaultTimeZone ?? 'Etc/UTC'));
  const repIds = teams.flatMap(({ reps }) => reps.map(({ rep }) => rep.id));
  const { reports, deals } = await companyObstaclesOf(store, repIds, obstaclesSince(on));
  return digestOf({
    lead,
    teams,
    obstacles: topObstacles(reports, deals, on),
    behaviours,
    policy,
    on,
    idleDealsOf: (team) =>
      blockedDeal === undefined
        ? 0
        : blockedDeal.due(team, settingsOf(blockedDeal, policy)).filter((due) => due.askId === null).length,
  });
}
