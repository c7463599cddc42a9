import type { KnownBlock } from '@slack/types';
import { context } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';

/** A part of the Home tab: a heading, rows of one or more blocks each, and what stands below. */
export interface HomeSection {
  readonly head: readonly KnownBlock[];
  readonly rows: readonly (readonly KnownBlock[])[];
  /** How many there are in all, also those that have no row here. */
  readonly total: number;
  /** Who is asked last to give way when there is too much: a higher number stays longer. */
  readonly priority: number;
  /** `5 more things wait.` */
  more(hidden: number): string;
  readonly foot: readonly KnownBlock[];
}

/** The sections in their order, with as many rows as Slack takes; what doesn't fit is counted in a line of its section. */
export function fitSections(sections: readonly HomeSection[], room: number = limits.viewBlocks): KnownBlock[] {
  const fixed = sections.reduce(
    (sum, { head, foot, total }) => sum + head.length + foot.length + (total > 0 ? 1 : 0),
    0,
  );
  let left = room - fixed;
  const shown = new Map<HomeSection, KnownBlock[][]>();
  for (const section of sections.toSorted((one, other) => other.priority - one.priority)) {
    const rows: KnownBlock[][] = [];
    for (const row of section.rows) {
      if (row.length > left) break;
      rows.push([...row]);
      left -= row.length;
    }
    shown.set(section, rows);
  }
  return sections.flatMap((section) => {
    const rows = shown.get(section) ?? [];
    const hidden = section.total - rows.length;
    return [...section.head, ...rows.flat(), ...(hidden > 0 ? [context(section.more(hidden))] : []), ...section.foot];
  });
}
