import type { SandboxSeed } from '../contract.ts';
import type { Organisation } from './contract.ts';

/** Throws a sentence where two workspaces have the same id, or two channels. */
export function refuseDoubles(seeds: readonly SandboxSeed[]): void {
  const seen = new Set<string>();
  for (const id of seeds.flatMap(({ teamId, channels }) => [teamId, ...channels.map((channel) => channel.id)])) {
    if (seen.has(id)) throw new Error(`${id} occurs twice: workspaces and channels need ids of their own.`);
    seen.add(id);
  }
}

/** The organisations by id: those that were named, and those that only a workspace names. */
export function readOrganisations(
  seeds: readonly SandboxSeed[],
  named: readonly Organisation[],
): ReadonlyMap<string, Organisation> {
  const unnamed = seeds.flatMap(({ enterpriseId: id }) => (id === undefined ? [] : [{ id, name: id }]));
  return new Map([...unnamed, ...named].map((each) => [each.id, each]));
}
