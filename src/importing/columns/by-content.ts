import { holdsFullNames, holdsOwnIds, holdsPeople, holdsStages, isDistinct } from './evidence.ts';
import { surelyHolds, telling } from './fits.ts';
import type { TableKind } from './table-kind.ts';

interface Guess {
  readonly mapping: readonly string[];
  readonly isSure: boolean;
}

/**
 * What the columns of a file without a header hold, by their cells. A column of days is left out: it might be anything, from the
 * first day in the job to a birthday.
 * @param sample the cells of its first rows
 * @returns a mapping by number, "1=name", as `readHeader` takes it; `isSure` where nothing else could be meant
 */
export function columnsByContent<F extends string>(kind: TableKind<F>, sample: readonly (readonly string[])[]): Guess {
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => sample.map((cells) => (cells[column] ?? '').trim()));
  if ('manager_name' in kind.fields) return peopleByContent(columns);
  return 'stage' in kind.fields ? dealsByContent(columns) : { mapping: [], isSure: false };
}

/** Managers are people of the list themselves: that tells their column from any other of names. */
function peopleByContent(columns: readonly (readonly string[])[]): Guess {
  const addresses = numbersOf(columns, (cells) => surelyHolds('address', cells));
  const names = numbersOf(columns, holdsFullNames);
  const own = (numbers: readonly number[]): number | undefined =>
    numbers.find((number) => isDistinct(columns[number] ?? []));
  const email = own(addresses);
  const name = own(names);
  const managersEmail = otherFrom(columns, addresses, email);
  const managersName = otherFrom(columns, names, name);
  const found = { email, name, manager_email: managersEmail, manager_name: managersName };
  const isTold =
    addresses.every((number) => number === email || number === managersEmail) &&
    names.every((number) => number === name || number === managersName);
  return { mapping: mappingOf(found), isSure: name !== undefined && isTold };
}

/** The other column of them whose values are, for the most part, in the first. */
function otherFrom(
  columns: readonly (readonly string[])[],
  numbers: readonly number[],
  own: number | undefined,
): number | undefined {
  if (own === undefined) return undefined;
  const known = new Set(columns[own]?.map((cell) => cell.toLowerCase()));
  return numbers.find((number) => {
    if (number === own) return false;
    const values = [...new Set(telling(columns[number] ?? []).map((cell) => cell.toLowerCase()))];
    return values.length > 0 && values.filter((value) => known.has(value)).length * 2 >= values.length;
  });
}

/** Never sure: days, amounts and names of two words are many things. */
function dealsByContent(columns: readonly (readonly string[])[]): Guess {
  const taken = new Set<number>();
  const take = (holds: (cells: readonly string[]) => boolean): number | undefined => {
    const number = numbersOf(columns, holds).find((candidate) => !taken.has(candidate));
    if (number !== undefined) taken.add(number);
    return number;
  };
  const id = take(holdsOwnIds);
  const owner = take((cells) => holdsPeople(cells) && !isDistinct(cells));
  const stage = take((cells) => holdsStages(cells) && !holdsPeople(cells));
  const amount = take((cells) => surelyHolds('amount', cells));
  return { mapping: mappingOf({ id, owner, stage, amount }), isSure: false };
}

function numbersOf(columns: readonly (readonly string[])[], holds: (cells: readonly string[]) => boolean): number[] {
  return columns.flatMap((cells, number) => (holds(cells) ? [number] : []));
}

function mappingOf(found: Readonly<Record<string, number | undefined>>): string[] {
  return Object.entries(found).flatMap(([field, number]) => (number === undefined ? [] : [`${number + 1}=${field}`]));
}
