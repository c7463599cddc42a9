import { linkAccount } from '../acts/link-account.ts';
import type { Source } from '../importing/reading/bytes.ts';
import { roster as rosterTable } from '../importing/columns/columns.ts';
import { directoryOf } from '../importing/roster/directory.ts';
import type { Member } from '../importing/roster/member.ts';
import { Tally } from '../importing/report.ts';
import type { ImportOptions } from '../importing/report.ts';
import { planRoster } from '../importing/roster/roster-plan.ts';
import { rosterRowsIn } from '../importing/roster/roster-file.ts';
import { readReference } from '../importing/roster/who-cells.ts';
import { openTable } from '../importing/reading/table.ts';
import { comparableName } from '../leading/full-name.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { everybody } from '../store/people.ts';
import { slackIdFor, workspaceOf } from './seed.ts';
import type { SandboxSeedLike, SandboxUserLike } from './seed.ts';

export interface RosterSeedOptions extends ImportOptions {
  /** A lead above the managers, as for the import. */
  readonly lead?: string;
  /** IANA name, for people without one in the file. */
  readonly timeZone?: string;
}

const ownTeamId = 'T0OWNTEAM1';

/**
 * The people of somebody's own roster, as users of a sandbox: whoever has a row that the import takes, and whoever stands in a
 * manager column. The same file gives the same users. The import of the same file then finds them by e-mail address or name.
 * @throws UserError if the file is no CSV or a needed column is missing
 */
export async function seedFromRoster(source: Source, options: RosterSeedOptions = {}): Promise<SandboxSeedLike> {
  const tally = new Tally();
  const table = await openTable(rosterTable, source, options, tally);
  const rows = await rosterRowsIn(table, tally, options, new Map());
  const directory = directoryOf({ people: [], known: [] });
  const plan = planRoster(rows, directory, [], tally);
  const rowOf = new Map(plan.decisions.map(({ member, row }) => [member, row]));
  const managers = new Set(plan.decisions.flatMap(({ manager }) => manager ?? []));
  const lead = options.lead === undefined ? null : readReference('', options.lead.trim(), 'The lead');
  const top = lead === null ? [] : [directory.find(lead) ?? directory.add(lead)];
  const all = [...new Set([...top, ...managers, ...rowOf.keys()])];
  const handles = new Set<string>();
  const users = all.map((member): SandboxUserLike => {
    const row = rowOf.get(member);
    return {
      id: slackIdFor(member.email ?? comparableName(member.name)),
      name: handleOf(member, handles),
      realName: member.name,
      ...(member.email !== null && { email: member.email }),
      timeZone: row?.timeZone ?? options.timeZone ?? 'Etc/UTC',
      title: titleOf(top.includes(member), managers.has(member), row?.team ?? null),
      ...(top.includes(member) && { isAdmin: true }),
    };
  });
  return workspaceOf(ownTeamId, 'Your team', users);
}

function titleOf(isLead: boolean, isManager: boolean, team: string | null): string {
  const role = isLead ? 'Sales lead' : isManager ? 'Sales manager' : 'Sales';
  return team === null ? role : `${role}, ${team}`;
}

/** `anna.snelling`, and `anna.snelling2` for the second. */
function handleOf(member: Member, taken: Set<string>): string {
  const plain = member.name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '');
  const base = plain === '' ? 'person' : plain.slice(0, 60);
  let handle = base;
  for (let number = 2; taken.has(handle); number += 1) handle = `${base}${number}`;
  taken.add(handle);
  return handle;
}

/**
 * The workspace was made from this roster, so who is who needs no confirmation: whoever came on record by it gets the account that was
 * made for them. Does nothing for names that several have.
 */
export async function linkToSeed(store: Store, { users }: SandboxSeedLike, now: Date): Promise<void> {
  await writing(store, async (tx) => {
    const people = await everybody(tx);
    for (const user of users) {
      const name = comparableName(user.realName);
      const meant = people.filter(({ slackUserId, email, name: called }) =>
        slackUserId !== null
          ? false
          : user.email === undefined
            ? email === null && comparableName(called) === name
            : email?.toLowerCase() === user.email.toLowerCase(),
      );
      const [person] = meant;
      if (person === undefined || meant.length > 1) continue;
      const { id, realName, email, timeZone, isAdmin = false } = user;
      await linkAccount(
        tx,
        person,
        { ids: [id], name: realName, email, timeZone, isAdmin, standing: 'fit', profile: undefined },
        now,
      );
    }
  });
}
