import { cellsOf } from '../reading/cells.ts';
import type { Cells } from '../reading/cells.ts';
import type { Table } from '../reading/table.ts';
import type { DealField } from '../columns/columns.ts';
import type { ImportedDeal } from '../../store/deals.ts';
import type { ImportOptions, Tally } from '../report.ts';

/** Rows of a deal that has one before: a report of products, or a file that was put together twice. */
export class RepeatedDeals {
  /** A row that was refused keeps its id from being missing, and not from being in the file again: its line counts as 0. */
  private readonly lineOfId = new Map<string, number>();
  private readonly later = new Map<number, { readonly before: number; readonly deal: ImportedDeal }>();

  get size(): number {
    return this.lineOfId.size;
  }

  has(id: string): boolean {
    return this.lineOfId.has(id);
  }

  /** @returns true for a row whose deal has one before; what it says is compared once all rows are read */
  isLater(deal: ImportedDeal, line: number): boolean {
    const before = this.lineOfId.get(deal.externalId) ?? 0;
    if (before > 0) this.later.set(line, { before, deal });
    else this.lineOfId.set(deal.externalId, line);
    return before > 0;
  }

  remember(id: string): void {
    if (id !== '' && !this.has(id)) this.lineOfId.set(id, 0);
  }

  /**
   * Looks at the rows once more, if there are any such: those that say the same count as unchanged, the others are refused.
   * @param read a row that was read before
   * @returns how many say the same
   */
  async settle(
    table: Pick<Table<DealField>, 'again' | 'header' | 'names'>,
    read: (cells: Cells<DealField>, line: number) => ImportedDeal,
    tally: Tally,
    { onRefused }: Pick<ImportOptions, 'onRefused'>,
  ): Promise<number> {
    if (this.later.size === 0) return 0;
    const wanted = new Set([...this.later.values()].map(({ before }) => before));
    const first = new Map<number, ImportedDeal>();
    let same = 0;
    for await (const batch of table.again())
      for (const record of batch) {
        const { line, cells } = record;
        if (wanted.has(line)) first.set(line, read(cellsOf(table.header, record), line));
        const later = this.later.get(line);
        if (later === undefined) continue;
        if (isSame(later.deal, first.get(later.before))) same += 1;
        else {
          const reason = `The deal ${later.deal.externalId} is already in line ${later.before}, and not the same. Keep one of the two rows.`;
          tally.refuse(line, reason);
          onRefused?.({ line, reason, cells, names: table.names });
        }
      }
    tally.unchanged += same;
    return same;
  }
}

function isSame(one: ImportedDeal, other: ImportedDeal | undefined): boolean {
  return other !== undefined && (Object.keys(one) as (keyof ImportedDeal)[]).every((key) => one[key] === other[key]);
}
