import type { Assembled } from './assemble.ts';
import type { Sandbox } from './contract.ts';
import type { HttpDelivery } from './delivery/http.ts';
import { verificationToken } from './delivery/verification-token.ts';
import type { FirstOfRemoval } from './interactions/installation.ts';
import { createAdmin } from './person/admin.ts';
import type { SandboxAdmin } from './person/admin.ts';
import { createPerson } from './person/person.ts';
import { until } from './until.ts';

/** What tests and scripts do with one workspace, alone or among several. */
export interface WorkspaceHandle extends Pick<Sandbox, 'as' | 'botUserId' | 'script' | 'traffic' | 'until'> {
  /** What an admin of the workspace does. */
  readonly admin: SandboxAdmin;
  /** Removes the app as an admin would; says which event comes first. */
  uninstall(first?: FirstOfRemoval): Promise<void>;
  /** Delivers once more what the traffic has under this number: the same event, command or interaction. */
  deliverAgain(number: number): Promise<void>;
  /** Slack's handshake with the request URL; true if the app returned the challenge. */
  verifyRequestUrl(): Promise<boolean>;
}

/** The handle of an engine. */
export function handleOf({ engine, deliveries }: Assembled, http: HttpDelivery | undefined): WorkspaceHandle {
  const { traffic, changes, faults, identifiers } = engine;
  return {
    botUserId: engine.workspace.app.botUserId,
    admin: createAdmin(engine),
    as: (userId) => createPerson(engine, userId),
    // The record keeps one list for as long as it lives.
    traffic: traffic.entries,
    script: (method, fault) => faults.add(method, fault),
    until: (what, look, withinMilliseconds = 10_000) => until(changes, what, look, withinMilliseconds),
    uninstall: (first = 'app_uninstalled') => engine.installing.uninstall(first),
    deliverAgain: (number) => deliveries.again(number),
    verifyRequestUrl: async () => (await http?.verify(verificationToken, identifiers.next('challenge'))) ?? false,
  };
}
