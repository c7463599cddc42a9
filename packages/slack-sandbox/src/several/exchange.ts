import type { JsonObject } from '../contract.ts';
import { onlyApp } from '../workspace/workspace.ts';
import { createArguments } from '../web-api/arguments.ts';
import type { Arguments } from '../web-api/arguments.ts';
import { SlackError } from '../web-api/slack-error.ts';
import type { Codes } from './codes.ts';
import type { Installation } from './installations.ts';
import type { Issued } from './ledger.ts';
import { enginesAt, organisationCalled, workspaceCalled } from './town.ts';
import type { Town } from './town.ts';

/** The app as Slack knows it. */
export interface Client {
  id: string;
  secret: string;
}

/**
 * oauth.v2.access: a code or a refresh token for tokens. `basic` is the Authorization header, if there is one. Throws
 * SlackError; https://docs.slack.dev/reference/methods/oauth.v2.access
 */
export function exchange(
  town: Town,
  codes: Codes,
  client: Client,
  all: JsonObject,
  basic: string | undefined,
): JsonObject {
  const from = createArguments(all);
  authenticate(client, from, basic);
  const grant = from.text('grant_type') ?? 'authorization_code';
  if (grant === 'authorization_code') return byCode(town, codes, from);
  if (grant === 'refresh_token') return byRefresh(town, from);
  throw new SlackError('invalid_grant_type');
}

/** Throws SlackError where it isn't the app that asks. */
export function authenticate(client: Client, from: Arguments, basic: string | undefined): void {
  const encoded = /^Basic\s+(.+)$/i.exec(basic ?? '')?.[1];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  if ((id ?? from.text('client_id')) !== client.id) throw new SlackError('invalid_client_id');
  if ((secret ?? from.text('client_secret')) !== client.secret) throw new SlackError('bad_client_secret');
}

function byCode(town: Town, codes: Codes, from: Arguments): JsonObject {
  const code = from.text('code') ?? '';
  const consent = codes.look(code);
  if (typeof consent === 'string') throw new SlackError(consent);
  if ((from.text('redirect_uri') ?? '') !== (consent.redirectUri ?? '')) throw new SlackError('bad_redirect_uri');
  const { where, scopes, installerId } = consent;
  const { workspace } = engineFor(town, where);
  if ('teamId' in where && town.installations.serving(where.teamId, workspace.enterpriseId)?.access.has(where.teamId)) {
    throw new SlackError('cannot_install_an_org_installed_app');
  }
  codes.use(code);
  const { botId, botUserId } = workspace.app;
  const installation = town.installations.install({ where, scopes, installerId, botId, botUserId });
  return { ...answer(town, installation, town.ledger.issue(installation)), authed_user: { id: installerId } };
}

function byRefresh(town: Town, from: Arguments): JsonObject {
  const renewed = town.ledger.refresh(from.text('refresh_token') ?? '');
  if (!renewed) throw new SlackError('invalid_refresh_token');
  return answer(town, renewed.installation, renewed.issued);
}

function answer(town: Town, { where, scopes, botUserId }: Installation, issued: Issued): JsonObject {
  return {
    access_token: issued.accessToken,
    token_type: 'bot',
    scope: scopes.join(','),
    bot_user_id: botUserId,
    app_id: onlyApp.id,
    ...(issued.refreshToken === undefined ? {} : { expires_in: issued.expiresIn, refresh_token: issued.refreshToken }),
    ...placeOf(town, where),
    is_enterprise_install: 'enterpriseId' in where,
  };
}

function placeOf(town: Town, where: Installation['where']): JsonObject {
  if ('enterpriseId' in where) {
    const { id, name } = organisationCalled(town, where.enterpriseId);
    return { team: null, enterprise: { id, name } };
  }
  const { team, enterpriseId, enterpriseName } = workspaceCalled(town, where.teamId).engine.workspace;
  return {
    team: { id: team.id, name: team.name },
    enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: enterpriseName },
  };
}

/** A workspace of those concerned: they share their bot. */
function engineFor(town: Town, where: Installation['where']) {
  const [engine] = enginesAt(town, where);
  if (!engine) throw new SlackError('invalid_code');
  return engine;
}
