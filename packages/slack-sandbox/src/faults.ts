import type { Fault } from './contract.ts';

/** Scripted answers waiting for the calls they are for. */
export interface Faults {
  add(method: string, fault: Fault): void;
  /** The next scripted answer for this method, which is then used up. */
  take(method: string): Fault | undefined;
}

/** A new, empty script. */
export function createFaults(): Faults {
  const waiting = new Map<string, Fault[]>();
  return {
    add(method, fault) {
      waiting.set(method, [...(waiting.get(method) ?? []), fault]);
    },
    take: (method) => waiting.get(method)?.shift(),
  };
}
