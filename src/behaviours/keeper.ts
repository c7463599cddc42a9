import type { PersonId } from './ids.ts';
/** Whose a promise is to keep: who made it, or who holds it since they left. */
export function keeperOf(promise: { readonly managerId: PersonId; readonly holderId?: PersonId | null }): number {
  return promise.holderId ?? promise.managerId;
}
