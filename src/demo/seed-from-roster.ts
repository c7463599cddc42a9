import { linkAccount } from '../acts/link-account.ts';
import { UserError } from '../errors.ts';
import type { Source } from '../importing/reading/bytes.ts';
import { importRoster } from '../importing/roster/roster.ts';
import type { RosterOptions } from '../importing/roster/roster.ts';
import { comparableName } from '../leading/full-name.ts';
import { openDatabase, writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { everybody } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { currentLines } from '../store/reporting-lines.ts';
import { saveWorkspace } from '../store/workspaces.ts';
import { whatElse } from './file-summary.ts';
import { groupsOf } from './roles.ts';
import { slackIdFor, workspaceOf } from './seed.ts';
import type { SandboxSeedLike, SandboxUserLike } from './seed.ts';

const ownTeamId = 'T0OWNTEAM1';
const ownTeamName = 'Your team';

/**
 * The people of somebody's own roster, as users of a sandbox: exactly those whom the import of the same file puts on record, because
 * it is imported for this, into a database in memory. The same file gives the same users. The import of the file then finds them.
 * @param now who has left by then is nobody
 * @throws UserError as `importRoster` does, and where nobody is in it
 */
export async function seedFromRoster(source: Source, options: RosterOptions, now: Date): Promise<SandboxSeedLike> {
  const database = await openDatabase({ path: ':memory:' });
  try {
    const store = database.forWorkspace(ownTeamId);
    await saveWorkspace(store, { name: ownTeamName, botUserId: null }, now);
    const report = await importRoster(store, source, options, now);
    const people = (await everybody(store)).filter(({ leftOn }) => leftOn === null);
    if (people.length === 0)
      throw new UserError(['Nobody of the roster could be brought in.', ...whatElse(report)].join('\n'));
    const lines = await currentLines(store);
    const managers = new Set(lines.map(({ managerId }) => managerId));
    const users = usersFor(people, managers, options);
    return workspaceOf(
      ownTeamId,
      ownTeamName,
      users.map(({ user }) => user),
      groupsOf(
        users.map(({ id, user }) => ({
          id,
          userId: user.id,
          name: user.realName,
          managerId: lines.find(({ personId }) => personId === id)?.managerId,
          isAdmin: user.isAdmin === true,
        })),
      ),
    );
  } finally {
    await database.close();
  }
}

/** The lead first, then the managers. */
function usersFor(
  people: readonly Person[],
  managers: ReadonlySet<number>,
  { lead, timeZone = 'Etc/UTC' }: RosterOptions,
): { readonly id: number; readonly user: SandboxUserLike }[] {
  const isLead = (person: Person): boolean => lead !== undefined && isCalled(person, lead.trim());
  const rank = (person: Person): number => (isLead(person) ? 0 : managers.has(person.id) ? 1 : 2);
  const handles = new Set<string>();
  const ids = new Set<string>();
  return people
    .toSorted((one, other) => rank(one) - rank(other))
    .map((person) => ({
      id: person.id,
      user: {
        id: unlike(ids, (number) => slackIdFor(`${person.email ?? comparableName(person.name)}${number}`)),
        name: unlike(handles, (number) => `${handleOf(person.name)}${number}`),
        realName: person.name,
        ...(person.email !== null && { email: person.email }),
        timeZone: person.timeZone ?? timeZone,
        title: titleOf(isLead(person), managers.has(person.id), person.team),
        ...(isLead(person) && { isAdmin: true }),
      },
    }));
}

/** Is that their address or their name? */
function isCalled({ name, email }: Person, typed: string): boolean {
  return typed.includes('@')
    ? email?.toLowerCase() === typed.toLowerCase()
    : comparableName(name) === comparableName(typed);
}

function titleOf(isLead: boolean, isManager: boolean, team: string | null): string {
  const role = isLead ? 'Sales lead' : isManager ? 'Sales manager' : 'Sales';
  return team === null ? role : `${role}, ${team}`;
}

/** `anna.snelling` */
function handleOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '');
  return plain === '' ? 'person' : plain.slice(0, 60);
}

/** The first that isn't taken; a second one has a 2 behind it. */
function unlike(taken: Set<string>, make: (number: string) => string): string {
  let made = make('');
  for (let number = 2; taken.has(made); number += 1) made = make(String(number));
  taken.add(made);
  return made;
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
