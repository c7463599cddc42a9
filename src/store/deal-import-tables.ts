/** The columns of what imports of deals did. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';

export interface DealImportTables {
  dealImportPart: DealImportPartTable;
}

/** What one transaction of an import did. */
export interface DealImportPartTable {
  id: Generated<number>;
  workspaceId: string;
  /** The `peopleChange` that the import is. */
  changeId: number;
  /** The deals that it added: ids from the first to the last; null where it added none. */
  firstDeal: number | null;
  lastDeal: number | null;
  /** The rows of history that it wrote, in the same way. */
  firstHistory: number | null;
  lastHistory: number | null;
  /** JSON list of the deals that it changed: `id`, and the columns that changed, as they were `before` and were left `after`. */
  changed: string;
}
