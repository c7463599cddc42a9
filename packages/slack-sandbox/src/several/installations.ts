import type { Where } from './contract.ts';

/** The app as installed in a workspace or in an organisation. */
export interface Installation {
  readonly where: Where;
  readonly botUserId: string;
  readonly botId: string;
  /** Who installed it last. */
  installerId: string;
  /** Scopes add up: installing again with fewer takes none away; https://docs.slack.dev/authentication/installing-with-oauth */
  scopes: readonly string[];
  /** Of an organisation: the workspaces that it may act in; none at first. */
  readonly access: Set<string>;
  removed: boolean;
}

/** Where the app is installed. */
export interface Installations {
  at(where: Where): Installation | undefined;
  /** The installation that serves a workspace: its organisation's where that has access, else its own. */
  serving(teamId: string, enterpriseId: string | undefined): Installation | undefined;
  /** Installs the app, or adds to what it may do where it is. */
  install(made: Omit<Installation, 'access' | 'removed'>): Installation;
  remove(installation: Installation): void;
}

/** The id of a workspace or of an organisation. */
export function idOf(where: Where): string {
  return 'teamId' in where ? where.teamId : where.enterpriseId;
}

/** An app that is installed nowhere yet. `changed` is called after every change. */
export function createInstallations(changed: () => void): Installations {
  const known = new Map<string, Installation>();
  return {
    at: (where) => known.get(idOf(where)),
    serving(teamId, enterpriseId) {
      const whole = known.get(enterpriseId ?? '');
      return whole?.access.has(teamId) ? whole : known.get(teamId);
    },
    install(made) {
      const id = idOf(made.where);
      const before = known.get(id);
      if (before) {
        before.installerId = made.installerId;
        before.scopes = [...new Set([...before.scopes, ...made.scopes])];
      } else known.set(id, { ...made, access: new Set(), removed: false });
      const installation = known.get(id);
      if (!installation) throw new Error(`${id} was installed and is not there.`);
      changed();
      return installation;
    },
    remove(installation) {
      installation.removed = true;
      known.delete(idOf(installation.where));
      changed();
    },
  };
}
