/** Whose a promise is to keep: who made it, or who holds it since they left. */
export function keeperOf(promise: { readonly managerId: number; readonly holderId?: number | null }): number {
  return promise.holderId ?? promise.managerId;
}
