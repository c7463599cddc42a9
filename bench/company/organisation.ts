import { accountOf, leadId, managerId, managersPerLead, repId, repsPerManager, workspaceId } from './shape.ts';
import type { Shape } from './shape.ts';
import type { Writer } from './writer.ts';

const startedOn = '2025-01-13';
const at = '2025-01-13T08:00:00.000Z';
const givenNames = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gia', 'Hugo', 'Ines', 'Jon', 'Kira', 'Leo', 'Mia'];

/** When the jobs look at somebody next, on the Monday after the plans came. */
const nextLooks = {
  lead: [
    ['plan', '2026-11-30T09:00:00.000Z'],
    ['digest', '2026-11-27T15:00:00.000Z'],
    ['pulse', '2026-11-24T10:00:00.000Z'],
  ],
  manager: [
    ['plan', '2026-11-30T09:00:00.000Z'],
    ['recap', '2026-11-27T15:00:00.000Z'],
    ['pulse', '2026-11-24T10:00:00.000Z'],
  ],
  rep: [['rep-recap', '2026-12-04T15:00:00.000Z']],
} as const;

export function nameOf(personId: number): string {
  return `${givenNames[personId % givenNames.length]} Person${personId}`;
}

export function emailOf(personId: number): string {
  return `person${personId}@bench.example`;
}

/** The workspace, its people, who reports to whom, and that everybody knows the bot by now. */
export function writeOrganisation(writer: Writer, shape: Shape): void {
  writer.insert('workspace', {
    id: workspaceId,
    name: 'Bench',
    bot_user_id: 'U0BOT',
    default_time_zone: 'Etc/UTC',
    created_at: at,
  });
  for (let index = 0; index < shape.leads; index += 1) writePerson(writer, leadId(index), 'lead');
  for (let index = 0; index < shape.managers; index += 1) {
    writePerson(writer, managerId(shape, index), 'manager');
    writeLine(writer, managerId(shape, index), leadId(Math.floor(index / managersPerLead)));
  }
  for (let index = 0; index < shape.reps; index += 1) {
    writePerson(writer, repId(shape, index), 'rep');
    writeLine(writer, repId(shape, index), managerId(shape, Math.floor(index / repsPerManager)));
  }
}

function writePerson(writer: Writer, id: number, role: 'lead' | 'manager' | 'rep'): void {
  const common = { workspace_id: workspaceId, person_id: id };
  writer.insert('person', {
    id,
    workspace_id: workspaceId,
    slack_user_id: accountOf(id),
    email: emailOf(id),
    name: nameOf(id),
    time_zone: 'Etc/UTC',
    started_on: startedOn,
    created_at: at,
    welcomed_at: at,
    is_admin: id === 1 ? 1 : 0,
  });
  writer.insert('known_as', {
    ...common,
    kind: 'slack-id',
    value: accountOf(id),
    folded: accountOf(id),
    source: 'slack',
    since: at,
  });
  if (role !== 'rep') writer.insert('greeting', { ...common, role, at, said: 1 });
  for (const [job, dueAt] of nextLooks[role]) writer.insert('due', { ...common, job, due_at: dueAt });
}

function writeLine(writer: Writer, personId: number, toId: number): void {
  writer.insert('reporting_line', {
    workspace_id: workspaceId,
    person_id: personId,
    manager_id: toId,
    started_on: startedOn,
    start_told_at: at,
  });
}
