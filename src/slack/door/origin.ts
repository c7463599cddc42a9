import { z } from 'zod';

/** Where something came from, as Slack says it in the envelope: enough to find the installation that it is for. */
export interface Origin {
  readonly teamId: string | undefined;
  /** The organisation (Enterprise Grid), where the app is installed in one. */
  readonly enterpriseId: string | undefined;
  /** Who did it or whom it is about, where it doesn't say the workspace: an organisation has each person once. */
  readonly userId: string | undefined;
  /** Only the person tells the workspace, which is theirs: they may act in another of the organisation. */
  readonly isOfPerson: boolean;
  /** News of a person: every workspace of the organisation in which they are wants to hear it. */
  readonly concernsAll: boolean;
  /** Slack says that the organisation's installation was used in this very workspace: so it is let in there. */
  readonly isByOrganisation: boolean;
}

const id = z.string().nullish().catch(undefined);
const flag = z
  .union([z.boolean(), z.literal('true'), z.literal('false')])
  .nullish()
  .catch(undefined);
const place = { team_id: id, enterprise_id: id, is_enterprise_install: flag };
const user = z
  .union([z.string(), z.object({ id, team_id: id })])
  .nullish()
  .catch(undefined);
const view = z.object({ app_installed_team_id: id, team_id: id }).nullish().catch(undefined);
const envelope = z.object({
  ...place,
  team: z.object({ id: z.string(), enterprise_id: id }).nullish().catch(undefined),
  enterprise: z.object({ id: z.string() }).nullish().catch(undefined),
  authorizations: z.array(z.object(place)).nullish().catch(undefined),
  view,
  user,
  user_id: id,
  event: z
    .object({ type: z.string().catch(''), user, view })
    .nullish()
    .catch(undefined),
});

/**
 * Commands say `team_id`, presses and forms `team.id`, events `authorizations`: in a channel that two companies share, the one that
 * installed the app. A form that was opened from such a channel says `app_installed_team_id`. Where the app is installed in a whole
 * organisation, `team` is null, and the workspace is the person's (https://docs.slack.dev/enterprise/developing-for-enterprise-orgs); some
 * events tell the organisation alone. https://docs.slack.dev/apis/events-api,
 * https://docs.slack.dev/interactivity/handling-user-interaction
 */
export function originOf(body: unknown): Origin {
  const { data } = envelope.safeParse(body);
  const [installed] = data?.authorizations ?? [];
  const acting = data?.user ?? data?.event?.user;
  const seen = data?.view ?? data?.event?.view;
  const named = workspaceAmong(
    seen?.app_installed_team_id,
    installed?.team_id,
    data?.team?.id,
    data?.team_id,
    seen?.team_id,
  );
  return {
    teamId: named ?? workspaceAmong(typeof acting === 'string' ? undefined : acting?.team_id),
    isOfPerson: named === undefined,
    enterpriseId:
      installed?.enterprise_id ?? data?.enterprise?.id ?? data?.team?.enterprise_id ?? data?.enterprise_id ?? undefined,
    userId: (typeof acting === 'string' ? acting : acting?.id) ?? data?.user_id ?? undefined,
    // A person's own workspace, where no other is named, may be that of a stranger.
    isByOrganisation:
      isTrue(installed === undefined ? data?.is_enterprise_install : installed.is_enterprise_install) &&
      workspaceAmong(installed?.team_id, data?.team?.id, data?.team_id) !== undefined,
    concernsAll: newsOfPeople.includes(data?.event?.type ?? ''),
  };
}

function isTrue(given: boolean | 'true' | 'false' | null | undefined): boolean {
  return given === true || given === 'true';
}

const newsOfPeople: readonly string[] = ['user_change', 'team_join'];

/** An organisation's id may stand where a workspace's is expected: it tells no workspace. */
export function workspaceAmong(...ids: readonly (string | null | undefined)[]): string | undefined {
  return ids.find((one) => typeof one === 'string' && !one.startsWith('E')) ?? undefined;
}
