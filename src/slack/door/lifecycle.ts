/** What Slack says of the installation itself: it was removed, its tokens are dead, an organisation let it into a workspace. */
import { z } from 'zod';
import { originOf } from './origin.ts';
import type { Origin } from './origin.ts';

interface FromSomewhere {
  readonly origin: Origin;
  /** When it happened; undefined where Slack doesn't say. */
  readonly at: Date | undefined;
}

/** https://docs.slack.dev/reference/events/app_uninstalled, …/tokens_revoked, …/team_access_granted, …/team_access_revoked */
export type Lifecycle = FromSomewhere &
  (
    | { readonly kind: 'app_uninstalled' }
    /** `bots`: whose, by the ids of the bots' users; undefined where Slack doesn't say. */
    | { readonly kind: 'tokens_revoked'; readonly bots: readonly string[] | undefined }
    | { readonly kind: 'team_access_granted' | 'team_access_revoked'; readonly teamIds: readonly string[] }
  );

/** Every installation hears of these. */
export const eventsOfAnyInstallation = ['app_uninstalled', 'tokens_revoked'] as const satisfies Lifecycle['kind'][];
/** Only one of a whole organisation does. */
export const eventsOfOrganisations = [
  'team_access_granted',
  'team_access_revoked',
] as const satisfies Lifecycle['kind'][];

const ids = z.array(z.string());
const told = z.object({
  type: z.literal('event_callback'),
  event_time: z.number().optional().catch(undefined),
  event: z.union([
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({
      type: z.literal('tokens_revoked'),
      tokens: z.object({ oauth: ids.optional(), bot: ids.optional() }).optional().catch(undefined),
    }),
    z.object({ type: z.enum(eventsOfOrganisations), team_ids: ids.catch([]) }),
  ]),
});

/** @returns undefined for everything else that comes in */
export function lifecycleIn(body: unknown): Lifecycle | undefined {
  const { data } = told.safeParse(body);
  if (data === undefined) return undefined;
  const { event, event_time: seconds } = data;
  const from = { origin: originOf(body), at: seconds === undefined ? undefined : new Date(seconds * 1000) };
  switch (event.type) {
    case 'app_uninstalled':
      return { ...from, kind: event.type };
    case 'tokens_revoked':
      return { ...from, kind: event.type, bots: botsIn(event.tokens) };
    case 'team_access_granted':
    case 'team_access_revoked':
      return { ...from, kind: event.type, teamIds: event.team_ids };
  }
}

/** Where only people's own tokens are named, no bot's is among them. */
function botsIn(tokens: { readonly oauth?: string[] | undefined; readonly bot?: string[] | undefined } | undefined) {
  if (tokens?.bot !== undefined) return tokens.bot;
  return tokens?.oauth === undefined ? undefined : [];
}

/** Does it mean that this bot's token is dead? */
export function endsInstallation(news: Lifecycle, botUserId: string): boolean {
  if (news.kind === 'app_uninstalled') return true;
  return news.kind === 'tokens_revoked' && news.bots?.includes(botUserId) !== false;
}
