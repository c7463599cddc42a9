import type { Context } from '../context.ts';
import { managerOf, reportsOf } from '../leading/roles.ts';
import { teamChange } from '../leading/team.ts';
import type { TeamChange } from '../leading/team.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { everybody } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { currentLines, endLine, setManager } from '../store/reporting-lines.ts';
import type { LocalDate } from '../time/zoned.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { localDayOf } from './local-day.ts';
import { welcomeRep } from './welcome-rep.ts';

export interface TeamInput {
  readonly repIds: readonly number[];
  readonly leadId: number | undefined;
  /** Names what came in from Slack, so that it counts once. */
  readonly once: string;
}

export interface TeamSetUp extends TeamChange {
  /** Everybody whose Home tab shows something else now. */
  readonly concerned: readonly number[];
}

/**
 * A manager says who reports to them, and whom they report to themselves. Lines begin and end on the manager's local day; who was
 * added is told once what this is.
 * @returns undefined if this came in before
 * @throws FieldError on `reps` or `lead`
 */
export async function setUpTeam(context: Context, acting: Person, input: TeamInput): Promise<TeamSetUp | undefined> {
  const now = context.clock();
  const result = await writing(context.store, async (store) => {
    if (!(await receiveOnce(store, input.once, now))) return undefined;
    const people = await everybody(store);
    const lines = await currentLines(store);
    const names = new Map(people.map((person) => [person.id, person.name]));
    const inSlack = new Set(people.filter((person) => person.slackUserId !== null).map((person) => person.id));
    const shownIds = reportsOf(acting.id, lines).filter((id) => inSlack.has(id));
    const { repIds } = input;
    const leadNow = managerOf(acting.id, lines);
    // The form can't show a lead who isn't in Slack: left empty, it says nothing about them.
    const leadId = input.leadId ?? (leadNow === undefined || inSlack.has(leadNow) ? undefined : leadNow);
    const wish = { managerId: acting.id, isAdmin: acting.isAdmin, repIds, leadId, shownIds };
    const change = teamChange(wish, lines, (id) => names.get(id) ?? 'Somebody');
    await drawLines(context, store, acting, change, await localDayOf(store, acting, now), now);
    const moved = await followReportingLines(context, store, acting.id, now);
    const lead = change.lead ?? input.leadId;
    const touched = [acting.id, ...change.removed, ...change.added, ...moved, ...(lead === undefined ? [] : [lead])];
    return { ...change, concerned: [...new Set(touched)] };
  });
  context.deliverSoon();
  return result;
}

async function drawLines(
  context: Context,
  store: Store,
  acting: Person,
  change: TeamChange,
  on: LocalDate,
  now: Date,
): Promise<void> {
  const audit = (event: string, subjectId: number, managerId: number | null) =>
    recordAudit(
      store,
      { actorId: acting.id, event, subjectKind: 'person', subjectId, details: { manager: managerId } },
      now,
    );
  for (const personId of change.removed) {
    await endLine(store, personId, on);
    await audit('reporting-line.ended', personId, null);
  }
  for (const personId of change.added) {
    await setManager(store, personId, acting.id, on);
    await audit('reporting-line.changed', personId, acting.id);
    await welcomeRep(context, store, personId, now);
  }
  if (change.lead === undefined) return;
  if (change.lead === null) await endLine(store, acting.id, on);
  else await setManager(store, acting.id, change.lead, on);
  await audit('reporting-line.changed', acting.id, change.lead);
}
