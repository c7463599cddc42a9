/** What the sandbox of several workspaces promises to tests and to whoever starts it. Types only. */
import type { Fault, JsonObject, Sandbox, SandboxClock, SandboxSeed, TrafficEntry } from '../contract.ts';
import type { WorkspaceHandle } from '../handle.ts';
import type { FirstOfRemoval } from '../interactions/installation.ts';
import type { RealTime } from '../real-time.ts';

/** A workspace, or a whole organisation. */
export type Where = { readonly teamId: string } | { readonly enterpriseId: string };

/** An organisation (Enterprise Grid). */
export interface Organisation {
  /** `E…` */
  readonly id: string;
  readonly name: string;
}

/** How several workspaces start. */
export interface SeveralSettings {
  /** 0 takes any free port. Loopback only, whatever is asked. */
  port: number;
  /** Codes, tokens and response_urls age by it. */
  clock: SandboxClock;
  /** Acknowledgements, triggers and signatures go by it; the machine's own time if left out. */
  realTime?: RealTime;
  /** The app manifest as an object. Its bot scopes are all that may be asked for; no user tokens are issued. */
  manifest: JsonObject;
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  /** Where signed deliveries go, e.g. http://127.0.0.1:3000/slack/events. There is no Socket Mode here. */
  requestUrl: string;
  /** The app's redirect URLs: the first is used where the request names none; any other is refused (bad_redirect_uri). */
  redirectUrls: readonly string[];
  /**
   * Each a workspace; `enterpriseId` makes it one of an organisation. The same people's ids may occur in several; the ids of
   * teams and channels may not. `U0SANDBOXBOT` among a channel's members is the app's bot of that workspace.
   */
  workspaces: readonly SandboxSeed[];
  /** Names of organisations; one that only a seed names is called by its id. */
  organisations?: readonly Organisation[];
  /** Tokens expire after 12 hours of the clock and are renewed with refresh tokens that work once. */
  tokenRotation?: boolean;
}

/** One workspace of several. */
export interface SandboxOfSeveral {
  readonly port: number;
  /** http://127.0.0.1:port */
  readonly url: string;
  /** What SLACK_API_URL is set to, for all workspaces: the token says which is meant. */
  readonly apiUrl: string;
  /** Where an app sends people who install it: url + /oauth/v2/authorize */
  readonly authorizeUrl: string;
  /** What is no single workspace's: oauth.v2.access, calls about an organisation, its events, tokens that nobody has. */
  readonly traffic: readonly TrafficEntry[];
  /** Scripted answers for what `traffic` here records; each workspace has its own, too. */
  script(method: string, fault: Fault): void;
  /** As a workspace's, asked anew after a change in any of them. */
  readonly until: Sandbox['until'];
  /** One workspace. Throws a sentence for one that is not there. */
  workspace(teamId: string): WorkspaceHandle;
  /**
   * Walks the browser's way as an admin: opens the app's `installUrl` (with cookies), follows its link or redirect to the
   * authorize page, allows, and follows the redirect back. `by` is who does it: left out, the first admin of the workspace,
   * else its first person. Resolves with the status and HTML of the app's last page; rejects with a sentence where the way
   * ends before, with Slack's word if the authorize page refuses.
   */
  install(where: Where, installUrl: string, by?: string): Promise<{ status: number; html: string }>;
  /**
   * Gives an organisation's installation access to these workspaces (team_access_granted goes out): it has none at first.
   * Resolves when the app has heard. Throws a sentence where the app is not installed or a workspace is not of it.
   */
  grant(enterpriseId: string, teamIds: readonly string[]): Promise<void>;
  /** Takes that access back (team_access_revoked). */
  revoke(enterpriseId: string, teamIds: readonly string[]): Promise<void>;
  /**
   * Removes the app from a workspace or an organisation: its tokens die (account_inactive), then both events go out, the
   * one named first. Resolves when the app has heard. Throws a sentence where it is not installed.
   */
  uninstall(where: Where, first?: FirstOfRemoval): Promise<void>;
  /**
   * Kills the access tokens of an installation without any event (token_revoked). What happens in the workspace is still
   * delivered, and refresh tokens still work.
   */
  revokeToken(where: Where): void;
  /** Delivers once more what `traffic` here has under this number. */
  deliverAgain(number: number): Promise<void>;
  stop(): Promise<void>;
}
