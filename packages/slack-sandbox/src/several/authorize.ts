import type { Where } from './contract.ts';
import type { Consent } from './codes.ts';
import { enginesAt } from './town.ts';
import type { Town } from './town.ts';

/** What a request for installation says, once it was found to be in order. */
export interface AuthorizeRequest {
  clientId: string;
  scopes: readonly string[];
  state: string;
  /** As the request said it; undefined if it said nothing. */
  redirectUri: string | undefined;
  /** Where the browser is sent back to. */
  backTo: string;
  /** The workspace or organisation that is offered first. */
  team: string;
}

/** Slack's word for a request that is refused. */
export type AuthorizeRefusal = 'invalid_client_id' | 'bad_redirect_uri' | 'no_scopes' | 'invalid_scope';

/**
 * Reads the query or the form of the authorize page; https://docs.slack.dev/authentication/installing-with-oauth. Slack also takes
 * addresses below a redirect URL; here only the very same one counts.
 */
export function readAuthorizeRequest(
  fields: URLSearchParams,
  app: { clientId: string; redirectUrls: readonly string[]; scopes: readonly string[] },
): AuthorizeRequest | AuthorizeRefusal {
  const said = (name: string): string => fields.get(name) ?? '';
  if (said('client_id') !== app.clientId) return 'invalid_client_id';
  const redirectUri = said('redirect_uri') || undefined;
  const backTo = redirectUri ?? app.redirectUrls[0];
  if (backTo === undefined || !app.redirectUrls.includes(backTo)) return 'bad_redirect_uri';
  const scopes = said('scope')
    .split(/[\s,]+/)
    .filter((scope) => scope !== '');
  if (said('user_scope') !== '') return 'invalid_scope';
  if (scopes.length === 0) return 'no_scopes';
  if (!scopes.every((scope) => app.scopes.includes(scope))) return 'invalid_scope';
  return { clientId: app.clientId, scopes, state: said('state'), redirectUri, backTo, team: said('team') };
}

/** Where the form says to install to, and who does it; a sentence for what is not there. */
export function readConsent(town: Town, request: AuthorizeRequest, fields: URLSearchParams): Consent | string {
  const into = fields.get('into') ?? '';
  const where: Where = town.organisations.has(into) ? { enterpriseId: into } : { teamId: into };
  if ('teamId' in where && !town.workspaces.has(into)) return `There is no workspace or organisation ${into}.`;
  const people = enginesAt(town, where)
    .flatMap(({ workspace }) => [...workspace.users.values()])
    .filter((user) => !user.isBot && !user.deleted && !user.isStranger && !user.isGuest && user.id !== 'USLACKBOT');
  const by = fields.get('by') ?? '';
  const installer =
    by === '' ? (people.find((user) => user.isAdmin) ?? people[0]) : people.find((user) => user.id === by);
  if (!installer) return by === '' ? `Nobody is in ${into}.` : `${by} is no member of ${into}.`;
  return { where, installerId: installer.id, scopes: request.scopes, redirectUri: request.redirectUri };
}

/** The app's address with what it is told. */
export function addressBack(request: AuthorizeRequest, told: { code: string } | { error: string }): string {
  const address = new URL(request.backTo);
  for (const [name, value] of Object.entries(told)) address.searchParams.set(name, value);
  if (request.state !== '') address.searchParams.set('state', request.state);
  return address.href;
}
