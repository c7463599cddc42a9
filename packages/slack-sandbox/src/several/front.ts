import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { isSameOrigin } from '../browser/guard.ts';
import { fileResponse } from '../browser/routes.ts';
import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import type { Traffic } from '../traffic.ts';
import { answerCall, refusalOf } from '../web-api/answer.ts';
import { createArguments } from '../web-api/arguments.ts';
import { reply } from '../web-api/reply.ts';
import { SlackError } from '../web-api/slack-error.ts';
import type { Reply, ReplyParts } from '../web-api/reply.ts';
import { answerApi, answerHook, answerUpload, readApiRequest, readable, send } from '../web-api/routes.ts';
import type { ApiRequest } from '../web-api/routes.ts';
import { consentPage, refusalPage } from './authorize-page.ts';
import { addressBack, readAuthorizeRequest, readConsent } from './authorize.ts';
import type { Codes } from './codes.ts';
import { authenticate, exchange } from './exchange.ts';
import type { Client } from './exchange.ts';
import type { Where } from './contract.ts';
import type { Installation } from './installations.ts';
import { answerOrganisation, methodsAmongSeveral } from './organisation-calls.ts';
import { enginesOf, reachedBy } from './town.ts';
import type { Town } from './town.ts';
import { bringFiles, whichWorkspace } from './which-workspace.ts';

/** What the address of several workspaces is served from. */
export interface Front {
  town: Town;
  codes: Codes;
  client: Client;
  redirectUrls: readonly string[];
  /** For what is no single workspace's. */
  traffic: Traffic;
  faults: ReplyParts['faults'];
  /** The app removes itself: its tokens die, and it hears of it. */
  uninstall: (where: Where) => Promise<void>;
  stopped: Promise<void>;
}

/** Serves several workspaces: tokens, hooks and files say which one is meant. */
export function addFrontRoutes(server: Hono<{ Bindings: HttpBindings }>, front: Front): void {
  const { town } = front;
  const engines = [...town.workspaces.values()].map(({ engine }) => engine);
  const withFile = (id: string): Engine | undefined => engines.find(({ workspace }) => workspace.files.has(id));

  server.on(['GET', 'POST'], '/api/:method', async (context) => {
    const request = await readApiRequest(context.req.raw, context.req.param('method'));
    return send(context, await answerByToken(front, request, context.req.header('authorization')));
  });
  server.post('/hooks/:team/:secret', async (context) => {
    const assembled = town.workspaces.get(context.req.param('team'));
    if (!assembled) return context.json({ ok: false, error: 'expired_url' }, 404);
    return send(context, await answerHook(assembled.engine, context.req.raw));
  });
  server.on(['POST', 'PUT'], '/upload/:file', async (context) => {
    const id = context.req.param('file');
    const engine = withFile(id);
    if (!engine) return context.text('file not found', 404);
    return send(context, await answerUpload(engine, id, context.req.raw));
  });
  server.get('/sandbox/files/:id', (context) => {
    const id = context.req.param('id');
    return fileResponse(withFile(id)?.workspace.files.get(id), context.req.query('download') !== undefined);
  });
  server.get('/oauth/v2/authorize', (context) => {
    const request = requestOf(front, new URL(context.req.url).searchParams);
    if (typeof request === 'string') return context.html(refusalPage(request), 400);
    return context.html(consentPage(town, request));
  });
  server.post('/oauth/v2/authorize', async (context) => {
    if (!isSameOrigin(context.req.raw)) return context.html(refusalPage('Not from another site.'), 403);
    const fields = new URLSearchParams(await context.req.text());
    const request = requestOf(front, fields);
    if (typeof request === 'string') return context.html(refusalPage(request), 400);
    if (fields.get('answer') !== 'allow') return context.redirect(addressBack(request, { error: 'access_denied' }));
    const consent = readConsent(town, request, fields);
    if (typeof consent === 'string') return context.html(refusalPage(consent), 400);
    return context.redirect(addressBack(request, { code: front.codes.create(consent) }));
  });
}

function requestOf({ client, redirectUrls, town }: Front, fields: URLSearchParams) {
  return readAuthorizeRequest(fields, { clientId: client.id, redirectUrls, scopes: town.manifest.botScopes });
}

async function answerByToken(front: Front, request: ApiRequest, authorization: string | undefined): Promise<Reply> {
  const { town, codes, client } = front;
  const { name, all, token } = request;
  if (name === 'oauth.v2.access') {
    return answerHere(front, request, () => exchange(town, codes, client, all, authorization));
  }
  const installation = token === undefined ? undefined : town.ledger.holder(token);
  if (name === 'apps.uninstall') {
    return answerHere(front, request, () => uninstallItself(front, all, authorization, installation), installation);
  }
  const [first] = town.workspaces.values();
  if (token === undefined || !installation || name === 'api.test') {
    return answerHere(front, request, () => (first ? answerCall(first.engine, name, token, all) : { ok: false }));
  }
  if ('teamId' in installation.where) {
    const assembled = town.workspaces.get(installation.where.teamId);
    if (assembled) return answerApi(assembled.engine, request, methodsAmongSeveral);
  }
  return answerForOrganisation(front, request, installation, token);
}

/** https://docs.slack.dev/reference/methods/apps.uninstall */
function uninstallItself(
  { client, uninstall }: Front,
  all: JsonObject,
  authorization: string | undefined,
  installation: Installation | undefined,
): JsonObject {
  // The token has the header here, so that the app's own proof is among the arguments.
  authenticate(client, createArguments(all), authorization);
  if (!installation || installation.removed) throw new SlackError('invalid_auth');
  void uninstall(installation.where);
  return {};
}

function answerForOrganisation(
  front: Front,
  request: ApiRequest,
  installation: Installation,
  token: string,
): Promise<Reply> {
  const { town } = front;
  const { name, all } = request;
  const standing = town.ledger.look(token);
  if (standing !== 'bot') return answerHere(front, request, () => ({ ok: false, error: standing }), installation);
  try {
    const whole = answerOrganisation(town, installation, name, token, all);
    if (whole) return answerHere(front, request, () => ({ ok: true, ...whole }), installation);
    const siblings = 'enterpriseId' in installation.where ? enginesOf(town, installation.where.enterpriseId) : [];
    const reached = reachedBy(town, installation);
    const engine = whichWorkspace(name, all, siblings, reached);
    bringFiles(engine, reached, all);
    return answerApi(engine, request, methodsAmongSeveral);
  } catch (error) {
    const refusal = refusalOf(error);
    return answerHere(front, request, () => refusal, installation);
  }
}

/** Answers what is no single workspace's, and keeps the record. */
function answerHere(
  { traffic, faults, stopped }: Front,
  { name, all, unreadable }: ApiRequest,
  answer: () => JsonObject,
  installation?: Installation,
): Promise<Reply> {
  const hidden = Object.fromEntries(['client_secret', 'code'].flatMap((key) => (key in all ? [[key, '…']] : [])));
  const sent = { ...readable(all), ...hidden };
  const entry = traffic.begin({ direction: 'to-slack', name, transport: 'web-api', sent });
  return reply({ faults, stopped, scopes: installation?.scopes ?? [] }, name, entry, () => ({
    kind: 'json',
    status: 200,
    body: unreadable ?? answered(answer),
  }));
}

function answered(answer: () => JsonObject): JsonObject {
  try {
    return { ok: true, ...answer() };
  } catch (error) {
    return refusalOf(error);
  }
}
