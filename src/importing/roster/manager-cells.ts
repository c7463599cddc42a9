/** Managers as other rows of the file: named by their number, their account, their distinguished name. */
import { comparableName } from '../../leading/full-name.ts';
import type { Reference, RosterRow } from './roster-rows.ts';

/** Who is meant by the cells for the manager. */
export interface ManagerCells {
  /** As the row has it, or as the row that it means has it; null where it means nobody, or the person themselves. */
  of(row: RosterRow): Reference | null;
  /** Rows whose manager is the person themselves: they have none. */
  readonly ownManagers: readonly RosterRow[];
  /** Some managers’ ids are another row’s but for zeros that a spreadsheet cut off, or put behind. */
  readonly isCut: boolean;
}

/** Finds the rows that managers are named by. What means no row stays as it is written. */
export function managersIn(rows: readonly RosterRow[]): ManagerCells {
  /** Ids as they are: Salesforce’s differ by case alone. */
  const byId = new Map<string, RosterRow>();
  /** Accounts, distinguished names and addresses, lower case. */
  const byAccount = new Map<string, RosterRow>();
  /** Without zeros before and behind; undefined where two rows have such an id. */
  const byNumber = new Map<string, RosterRow | undefined>();
  const rowsOfName = new Map<string, number>();
  for (const row of rows) {
    for (const id of row.person.ownIds ?? []) putFirst(byId, id, row);
    for (const id of row.person.ownIds ?? []) {
      const number = numberIn(id);
      const other = number === undefined ? undefined : byNumber.get(number);
      if (number !== undefined) byNumber.set(number, byNumber.has(number) && other !== row ? undefined : row);
    }
    for (const account of [row.account, row.dn, row.person.email])
      if (account !== null) putFirst(byAccount, account.toLowerCase(), row);
    const name = nameOf(row.person);
    rowsOfName.set(name, (rowsOfName.get(name) ?? 0) + 1);
  }

  let isCut = false;

  function rowNamed({ ownIds = [], email, written }: Reference): RosterRow | undefined {
    const withoutDomain = written?.slice(written.lastIndexOf('\\') + 1);
    const ids = [...ownIds, written].flatMap((id) => (id === undefined ? [] : (byId.get(id) ?? [])));
    const accounts = [email, written, withoutDomain].flatMap((account) =>
      account === null || account === undefined ? [] : (byAccount.get(account.toLowerCase()) ?? []),
    );
    const named = ids[0] ?? accounts[0];
    if (named !== undefined) return named;
    const cut = [...ownIds, written].flatMap((id) => byNumber.get(numberIn(id ?? '') ?? '') ?? [])[0];
    isCut ||= cut !== undefined;
    return cut;
  }

  /** A name alone, of one row alone. */
  function isOwnName(manager: Reference, { person }: RosterRow): boolean {
    if (manager.email !== null || (manager.ownIds ?? []).length > 0) return false;
    return manager.name !== null && nameOf(manager) === nameOf(person) && rowsOfName.get(nameOf(person)) === 1;
  }

  const ownManagers: RosterRow[] = [];
  const found = new Map<RosterRow, Reference>();
  for (const row of rows) {
    const { manager } = row;
    if (manager === null) continue;
    const named = rowNamed(manager);
    const isOwnAddress = manager.email !== null && manager.email === row.person.email;
    if (named === row || isOwnAddress || (named === undefined && isOwnName(manager, row))) ownManagers.push(row);
    else found.set(row, named?.person ?? manager);
  }
  return { of: (row) => found.get(row) ?? null, ownManagers, isCut };
}

/** The number that an id of digits is: 00123 and 123.0 are 123. */
function numberIn(id: string): string | undefined {
  return /^0*([1-9]\d*)(?:\.0+)?$/.exec(id)?.[1];
}

function putFirst(map: Map<string, RosterRow>, key: string, row: RosterRow): void {
  if (!map.has(key)) map.set(key, row);
}

function nameOf({ name, email }: Reference): string {
  return comparableName(name ?? email ?? '');
}
