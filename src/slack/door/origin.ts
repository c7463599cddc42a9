import { z } from 'zod';
import type { Context } from '../../context.ts';

/** Where something came from, as Slack says it in the envelope: enough to find the installation that it is for. */
export interface Origin {
  readonly teamId: string | undefined;
  /** The organisation (Enterprise Grid), where the app is installed in one. */
  readonly enterpriseId: string | undefined;
}

/** The context of the workspace that something came from. Nothing is captured at start: a listener gets its context from here. */
export type ContextOf = (origin: Origin) => Context;

const place = { team_id: z.string().nullish(), enterprise_id: z.string().nullish() };
const envelope = z.object({
  ...place,
  team: z.object({ id: z.string(), enterprise_id: z.string().nullish() }).nullish().catch(undefined),
  enterprise: z.object({ id: z.string() }).nullish().catch(undefined),
  authorizations: z.array(z.object(place)).nullish().catch(undefined),
});

/**
 * Commands say `team_id`, presses and forms `team.id`, events `authorizations`: in a channel that two companies share, the one that
 * installed the app. https://docs.slack.dev/apis/events-api, https://docs.slack.dev/interactivity/handling-user-interaction
 */
export function originOf(body: unknown): Origin {
  const { data } = envelope.safeParse(body);
  const [installed] = data?.authorizations ?? [];
  return {
    teamId: installed?.team_id ?? data?.team?.id ?? data?.team_id ?? undefined,
    enterpriseId:
      installed?.enterprise_id ?? data?.enterprise?.id ?? data?.team?.enterprise_id ?? data?.enterprise_id ?? undefined,
  };
}
