import { UserError } from '../../errors.ts';
import type { ImportedDeal } from '../../store/deals.ts';

/** The rows of one file by their deals: a report of products, or a file that was put together twice, has a deal in several. */
export interface RepeatedDeals {
  /**
   * @returns true if a row before says the same of this deal
   * @throws UserError if one says something else of it
   */
  isRepeated(deal: ImportedDeal, line: number): boolean;
  /** A row that was refused keeps its id from being missing, and not from being in the file again. */
  remember(id: string): void;
  has(id: string): boolean;
  /** How many ids there are. */
  readonly size: number;
  /** How many rows were repeated. */
  readonly count: number;
}

interface Said {
  /** Undefined where the row was refused. */
  readonly line: number | undefined;
  readonly digest: number;
}

export function repeatedDeals(): RepeatedDeals {
  const said = new Map<string, Said>();
  let count = 0;
  return {
    isRepeated(deal, line) {
      const before = said.get(deal.externalId);
      const digest = digestOf(deal);
      if (before?.line === undefined) {
        said.set(deal.externalId, { line, digest });
        return false;
      }
      if (before.digest !== digest)
        throw new UserError(
          `The deal ${deal.externalId} is already in line ${before.line}, and not the same. Keep one of the two rows.`,
        );
      count += 1;
      return true;
    },
    remember(id) {
      if (id !== '' && !said.has(id)) said.set(id, { line: undefined, digest: 0 });
    },
    has: (id) => said.has(id),
    get size() {
      return said.size;
    },
    get count() {
      return count;
    },
  };
}

/** FNV-1a in two halves: 53 bits tell the rows of one deal apart (Fowler, Noll, Vo: draft-eastlake-fnv). */
function digestOf(deal: ImportedDeal): number {
  const text = Object.values(deal).join('\n');
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return (one >>> 0) * 0x200000 + (other >>> 11);
}
