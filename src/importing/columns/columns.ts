export { deals } from './deal-fields.ts';
export type { DealField } from './deal-fields.ts';
export { roster } from './roster-fields.ts';
export type { RosterField } from './roster-fields.ts';
export type { TableKind } from './table-kind.ts';
