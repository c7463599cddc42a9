import { z } from 'zod';

const id = z.string().regex(/^E[A-Z0-9]+$/u);
const envelope = z.object({
  team_id: z.string().nullish(),
  team: z.object({ id: z.string(), enterprise_id: id.nullish().catch(undefined) }).nullish(),
  enterprise_id: id.nullish().catch(undefined),
  enterprise: z.object({ id }).nullish().catch(undefined),
});

/**
 * The organisation (Enterprise Grid) that an envelope from Slack says our workspace is part of; undefined where it says none, or is
 * about another workspace. Interaction payloads have `enterprise` and `team.enterprise_id`, commands `enterprise_id`, events the same:
 * https://docs.slack.dev/interactivity/handling-user-interaction, https://docs.slack.dev/apis/events-api
 */
export function organisationIn(body: unknown, workspaceId: string): string | undefined {
  const { data } = envelope.safeParse(body);
  if (data === undefined || (data.team?.id ?? data.team_id) !== workspaceId) return undefined;
  return data.enterprise?.id ?? data.team?.enterprise_id ?? data.enterprise_id ?? undefined;
}
