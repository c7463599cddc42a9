import type { JsonObject } from '../contract.ts';
import { methods } from '../web-api/methods/index.ts';
import type { Methods } from '../web-api/method.ts';
import { createArguments } from '../web-api/arguments.ts';
import { pageOf } from '../web-api/page-of.ts';
import { SlackError } from '../web-api/slack-error.ts';
import type { Engine } from '../engine.ts';
import type { Installation } from './installations.ts';
import { organisationCalled, reachedBy } from './town.ts';
import type { Town } from './town.ts';

/** What a workspace's token may ask among several, beside what it may ask of one alone. */
export const methodsAmongSeveral: Methods = {
  ...methods,
  'auth.teams.list': { answer: ({ engine, arguments: from }) => teamsPage([engine], from.all) },
  'team.info': {
    scopes: ['team:read'],
    answer(call) {
      const asked = call.arguments.text('team') ?? call.engine.workspace.team.id;
      if (asked !== call.engine.workspace.team.id) throw new SlackError('team_not_found');
      return methods['team.info']?.answer(call) ?? {};
    },
  },
};

/** What is asked of an organisation as a whole with its token; undefined for everything else. Throws SlackError. */
export function answerOrganisation(
  town: Town,
  installation: Installation,
  name: string,
  token: string,
  all: JsonObject,
): JsonObject | undefined {
  if (!('enterpriseId' in installation.where)) return undefined;
  const organisation = organisationCalled(town, installation.where.enterpriseId);
  const from = createArguments(all);
  switch (name) {
    case 'auth.test':
      // Which team_id this names is not documented. The organisation's own finds out who takes it for a workspace's.
      return {
        url: urlOf(organisation.name),
        team: organisation.name,
        user: town.manifest.botName,
        team_id: organisation.id,
        user_id: installation.botUserId,
        bot_id: installation.botId,
        enterprise_id: organisation.id,
        is_enterprise_install: true,
      };
    case 'auth.teams.list':
      return teamsPage(reachedBy(town, installation), all);
    case 'auth.revoke':
      if (from.flag('test')) return { revoked: false };
      town.ledger.revoke(token);
      return { revoked: true };
    case 'team.info': {
      if (![undefined, organisation.id].includes(from.text('team') ?? from.text('team_id'))) return undefined;
      if (!installation.scopes.includes('team:read')) {
        throw new SlackError('missing_scope', { needed: 'team:read', provided: installation.scopes.join(',') });
      }
      const { id, name: called } = organisation;
      return { team: { id, name: called, domain: domainOf(called), url: urlOf(called), email_domain: '', icon: {} } };
    }
    default:
      return undefined;
  }
}

/** The workspaces that a token reaches; https://docs.slack.dev/reference/methods/auth.teams.list */
function teamsPage(engines: readonly Engine[], all: JsonObject): JsonObject {
  const { page, metadata } = pageOf(engines, createArguments(all), 100);
  return {
    teams: page.map(({ workspace }) => ({ id: workspace.team.id, name: workspace.team.name })),
    response_metadata: metadata,
  };
}

function urlOf(name: string): string {
  return `https://${domainOf(name)}.enterprise.slack.com/`;
}

function domainOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'organisation'
  );
}
