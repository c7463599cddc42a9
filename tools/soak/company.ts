/** The made-up company of a soak: two leads, their managers, eight reps each, in zones whose working hours overlap. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject, SandboxSeed } from '@firstline/slack-sandbox';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { saveGreeting } from '../../src/store/greetings.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';
import { addPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { addDays, localDateOf } from '../../src/time/zoned.ts';

export const teamId = 'T0SOAK';
export const key = Buffer.alloc(32, 5);
const leads = 2;
const repsPerManager = 8;
const daysOnTheTeam = 200;
const zones = ['Europe/London', 'Europe/Berlin', 'Europe/Lisbon', 'Europe/Warsaw'];

export interface Member {
  readonly slackId: string;
  readonly handle: string;
  readonly role: 'lead' | 'manager' | 'rep';
  /** The account of whom they report to; undefined for leads. */
  readonly manager: string | undefined;
  readonly zone: string;
}

/** @param managers each has eight reps */
export function companyOf(managers: number): Member[] {
  let count = 0;
  const member = (role: Member['role'], manager?: string): Member => {
    count += 1;
    const zone = zones[count % zones.length] ?? 'Etc/UTC';
    return { slackId: `U0SOAK${String(count).padStart(4, '0')}`, handle: `p${count}`, role, manager, zone };
  };
  const top = Array.from({ length: leads }, () => member('lead'));
  const middle = Array.from({ length: managers }, (_, at) => member('manager', top[at % leads]?.slackId));
  const reps = middle.flatMap(({ slackId }) => Array.from({ length: repsPerManager }, () => member('rep', slackId)));
  return [...top, ...middle, ...reps];
}

const nameOf = ({ handle }: Member): string => `Person ${handle.toUpperCase()}`;
const emailOf = ({ handle }: Member): string => `${handle}@soak.example`;

/** The workspace as Slack has it. */
export function seedOf(members: readonly Member[]): SandboxSeed {
  return {
    teamId,
    teamName: 'Soak & Co',
    users: members.map((one, at) => ({
      id: one.slackId,
      name: one.handle,
      realName: nameOf(one),
      email: emailOf(one),
      timeZone: one.zone,
      ...(at === 0 && { isAdmin: true }),
    })),
    channels: [{ id: 'C0SALES', name: 'sales', members: members.map(({ slackId }) => slackId) }],
  };
}

/** The app as it is installed. */
export function readManifest(): JsonObject {
  return parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')) as JsonObject;
}

/** Opens the database beside whoever has it open, for one look. */
export async function looking<T>(path: string, look: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase({ path, key });
  try {
    return await look(database.forWorkspace(teamId));
  } finally {
    await database.close();
  }
}

/** Puts everybody on record, with who reports to whom; nothing has been logged, so much is due. */
export function fillCompany(path: string, members: readonly Member[], now: Date): Promise<void> {
  return looking(path, async (store) => {
    await saveWorkspace(store, { name: 'Soak & Co', botUserId: null }, now);
    const since = addDays(localDateOf(now, 'Etc/UTC'), -daysOnTheTeam);
    const ids = new Map<string, number>();
    for (const [at, one] of members.entries()) {
      const { slackId: slackUserId, zone: timeZone } = one;
      const person = { slackUserId, timeZone, name: nameOf(one), email: emailOf(one), startedOn: since };
      ids.set(slackUserId, await addPerson(store, { ...person, isAdmin: at === 0 }, now));
    }
    for (const { slackId, manager, role } of members) {
      const [personId, managerId] = [ids.get(slackId), ids.get(manager ?? '')];
      if (personId !== undefined && managerId !== undefined) await setManager(store, personId, managerId, since);
      if (personId !== undefined && role !== 'rep') await saveGreeting(store, { personId, role, said: false }, now);
    }
    await countLinesAsTold(store);
  });
}
