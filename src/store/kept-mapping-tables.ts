/** The columns of mappings that are kept. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';

export interface KeptMappingTables {
  keptMapping: KeptMappingTable;
}

/** A kind of file. */
export type MappingKind = 'roster' | 'deals';

export interface KeptMappingTable {
  id: Generated<number>;
  workspaceId: string;
  kind: MappingKind;
  /** Of the names of the columns. */
  fingerprint: string;
  /** JSON list: the names of the columns, as the file had them. */
  names: string;
  /** JSON list of `column=field`. */
  columns: string;
  /** JSON list of `words=value`. */
  valueWords: string;
  dateOrder: 'day-first' | 'month-first' | null;
  madeAt: string;
  usedAt: string | null;
}
