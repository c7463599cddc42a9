import type { Assembled } from '../assemble.ts';
import type { Engine } from '../engine.ts';
import { clearSurfaces } from '../interactions/installation.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { Organisation, Where } from './contract.ts';
import type { Installation, Installations } from './installations.ts';
import type { Ledger } from './ledger.ts';

/** Everything behind one address: the workspaces, their organisations, and where the app is. */
export interface Town {
  readonly manifest: Manifest;
  /** By team id, in the order of the seeds. */
  readonly workspaces: ReadonlyMap<string, Assembled>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly installations: Installations;
  readonly ledger: Ledger;
}

/** A workspace's engine. Throws a sentence for one that is not there. */
export function workspaceCalled(town: Pick<Town, 'workspaces'>, teamId: string): Assembled {
  const found = town.workspaces.get(teamId);
  if (found) return found;
  throw new Error(`There is no workspace ${teamId}. There is: ${[...town.workspaces.keys()].join(', ')}.`);
}

/** An organisation. Throws a sentence for one that is not there. */
export function organisationCalled(town: Pick<Town, 'organisations'>, enterpriseId: string): Organisation {
  const found = town.organisations.get(enterpriseId);
  if (found) return found;
  const known = [...town.organisations.keys()].join(', ') || 'none';
  throw new Error(`There is no organisation ${enterpriseId}. There is: ${known}.`);
}

/** The engines of an organisation's workspaces, in the order of the seeds. */
export function enginesOf(town: Pick<Town, 'workspaces'>, enterpriseId: string): readonly Engine[] {
  return [...town.workspaces.values()]
    .map(({ engine }) => engine)
    .filter((engine) => engine.workspace.enterpriseId === enterpriseId);
}

/** The engines that an organisation's installation may act in. */
export function reachedBy(town: Pick<Town, 'workspaces'>, { where, access }: Installation): readonly Engine[] {
  return 'enterpriseId' in where
    ? enginesOf(town, where.enterpriseId).filter(({ workspace }) => access.has(workspace.team.id))
    : [];
}

/** The engines that are concerned by what happens there. */
export function enginesAt(town: Pick<Town, 'workspaces'>, where: Where): readonly Engine[] {
  return 'teamId' in where ? [workspaceCalled(town, where.teamId).engine] : enginesOf(town, where.enterpriseId);
}

/** Lets every workspace know how the app is there now. What the app showed goes with it. */
export function settle(town: Pick<Town, 'workspaces' | 'installations'>): void {
  for (const { engine } of town.workspaces.values()) {
    const { workspace } = engine;
    const serving = town.installations.serving(workspace.team.id, workspace.enterpriseId);
    workspace.app.installed = serving !== undefined;
    workspace.app.scopes = serving?.scopes ?? [];
    workspace.app.isEnterpriseInstall = serving !== undefined && 'enterpriseId' in serving.where;
    if (!serving) clearSurfaces(workspace);
    engine.changes.changed();
  }
}
