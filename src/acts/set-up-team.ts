import type { PersonId } from '../behaviours/ids.ts';
import { linesNear, reportsBelow } from '../store/lines-near.ts';
import type { Context } from '../context.ts';
import { FieldError } from '../errors.ts';
import { managerOf, reportsOf } from '../leading/roles.ts';
import type { Line } from '../leading/roles.ts';
import { teamChange } from '../leading/team.ts';
import type { TeamChange } from '../leading/team.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { endLine, setManager } from '../store/reporting-lines.ts';
import type { LocalDate } from '../time/zoned.ts';
import { followReportingLines } from './follow-reporting-lines.ts';
import { closeOldClaims } from './claim-steps.ts';
import { claimLine } from './line-claims.ts';
import { localDayOf } from './local-day.ts';
import { tellLines } from './tell-lines.ts';

export interface TeamInput {
  readonly repIds: readonly PersonId[];
  readonly leadId: PersonId | undefined;
  /** Names what came in from Slack, so that it counts once. */
  readonly once: string;
}

export interface TeamSetUp extends TeamChange {
  /** Everybody whose Home tab shows something else now. */
  readonly concerned: readonly number[];
}

/**
 * Somebody says who reports to them, and whom they report to themselves. What isn't theirs to say waits until somebody who may has
 * said yes. Lines begin and end on the manager's local day; both sides are told.
 * @returns undefined if this came in before
 * @throws FieldError on `reps` or `lead`
 */
export async function setUpTeam(context: Context, acting: Person, input: TeamInput): Promise<TeamSetUp | undefined> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    if (!(await receiveOnce(store, input.once, now))) return undefined;
    const named = [...input.repIds, ...(typeof input.leadId === 'number' ? [input.leadId] : [])];
    const lines = await linesNear(store, [acting.id, ...named]);
    const near = lines.flatMap(({ personId, managerId }) => [personId, managerId]);
    const people = await findPeople(store, [...new Set([acting.id, ...named, ...near])]);
    const names = new Map(people.map((person) => [person.id, person.name]));
    const here = new Set(people.filter((person) => person.leftOn === null).map((person) => person.id));
    const inSlack = new Set(people.filter((person) => person.slackUserId !== null).map((person) => person.id));
    const shownIds = reportsOf(acting.id, lines).filter((id) => inSlack.has(id));
    const { repIds } = input;
    const leadNow = managerOf(acting.id, lines);
    // The form can't show a lead who isn't in Slack: left empty, it says nothing about them.
    const leadId = input.leadId ?? (leadNow === undefined || inSlack.has(leadNow) ? undefined : leadNow);
    const wish = { managerId: acting.id, isAdmin: acting.isAdmin, repIds, leadId, shownIds };
    const change = teamChange(
      wish,
      lines,
      (id) => names.get(id) ?? 'Somebody',
      (id) => here.has(id),
    );
    await drawLines(store, acting, change, await localDayOf(store, acting, now), now);
    const { asked, confirmed, concerned } = await claimLines(
      context,
      store,
      acting,
      change,
      (id) => names.get(id) ?? 'Somebody',
      now,
    );
    const told = await tellLines(context, store, now, acting.id);
    const sides = [...asked, ...confirmed].flatMap(({ personId, managerId }) => [personId, managerId]);
    const about = [acting.id, ...change.removed, ...change.added, ...sides, ...told];
    const moved = await followReportingLines(context, store, about, acting.id, now);
    const closed = await closeOldClaims(context, store, now);
    const lead = change.lead ?? input.leadId;
    const placed = [...change.removed, ...change.added, ...(change.lead === undefined ? [] : [acting.id])];
    const below = await reportsBelow(store, placed);
    const touched = [
      ...about,
      ...below,
      ...concerned,
      ...moved,
      ...closed,
      ...(lead === undefined || lead === null ? [] : [lead]),
    ];
    const joined = confirmed.filter(({ managerId }) => managerId === acting.id).map(({ personId }) => personId);
    return { ...change, added: [...change.added, ...joined], claimed: asked, concerned: [...new Set(touched)] };
  });
}

async function drawLines(store: Store, acting: Person, change: TeamChange, on: LocalDate, now: Date): Promise<void> {
  // Who isn't an admin is above those whom they may add at once.
  const source = acting.isAdmin ? 'admin' : 'confirmed';
  const audit = (event: string, subjectId: number, managerId: PersonId | null) =>
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
    await setManager(store, personId, acting.id, on, source);
    await audit('reporting-line.changed', personId, acting.id);
  }
  if (change.lead === undefined) return;
  if (change.lead === null) await endLine(store, acting.id, on);
  else await setManager(store, acting.id, change.lead, on, source);
  await audit('reporting-line.changed', acting.id, change.lead);
}

/**
 * Asks for what isn't the acting person's to say; where the other one said the same before, this is the answer.
 * @throws FieldError where a no is still fresh
 */
async function claimLines(
  context: Context,
  store: Store,
  acting: Person,
  { claimed }: TeamChange,
  nameOf: (personId: PersonId) => string,
  now: Date,
): Promise<{ readonly asked: Line[]; readonly confirmed: Line[]; readonly concerned: number[] }> {
  const asked: Line[] = [];
  const confirmed: Line[] = [];
  const concerned: number[] = [];
  for (const line of claimed) {
    const claim = await claimLine(context, store, acting, line, now);
    concerned.push(...claim.concerned);
    if (claim.became === 'refused') {
      const [field, otherId] = line.personId === acting.id ? ['lead', line.managerId] : ['reps', line.personId];
      const name = nameOf(otherId);
      throw new FieldError(field, `${name} said no to this recently. Talk to ${name} first.`);
    }
    (claim.became === 'confirmed' ? confirmed : asked).push(line);
  }
  return { asked, confirmed, concerned };
}
