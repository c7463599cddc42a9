/** Who leads whom, for the person at the terminal. */
import type { Store } from '../../store/db.ts';
import { everybody } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { currentLines } from '../../store/reporting-lines.ts';

const mostTreeLines = 20;

/** Everybody who hasn’t left, and who reports to whom of them, by id. */
export async function structureIn(store: Store): Promise<{ people: Person[]; managerOf: Map<number, number> }> {
  const people = (await everybody(store)).filter(({ leftOn }) => leftOn === null);
  const ids = new Set(people.map(({ id }) => id));
  const lines = (await currentLines(store)).filter(({ managerId }) => ids.has(managerId));
  return { people, managerOf: new Map(lines.map(({ personId, managerId }) => [personId, managerId])) };
}

/**
 * Who leads whom, each under their manager, on some twenty lines: where those aren't enough, managers only, with how many they lead.
 * @param managerOf by id
 */
export function treeLines(
  people: readonly Pick<Person, 'id' | 'name'>[],
  managerOf: ReadonlyMap<number, number>,
  most = mostTreeLines,
): string[] {
  const below = Map.groupBy(people, ({ id }) => managerOf.get(id) ?? null);
  const lines = (isShort: boolean): string[] => {
    const found: string[] = [];
    const put = ({ id, name }: Pick<Person, 'id' | 'name'>, depth: number): void => {
      const reports = below.get(id) ?? [];
      if (isShort && reports.length === 0) return;
      found.push(`${'  '.repeat(depth)}${name}${isShort ? ` (leads ${reports.length})` : ''}`);
      for (const report of reports) put(report, depth + 1);
    };
    for (const person of below.get(null) ?? []) put(person, 0);
    return found;
  };
  const whole = lines(false);
  if (whole.length <= most) return whole;
  const alone = (below.get(null) ?? []).filter(({ id }) => !below.has(id)).length;
  const end = alone === 0 ? [] : [`${counted(alone, 'person', 'people')} with nobody above or below`];
  const short = lines(true);
  const room = most - end.length;
  const shown = short.length > room ? short.slice(0, room - 1) : short;
  const more = short.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more who lead others`] : []), ...end];
}

function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
