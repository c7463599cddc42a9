/** Why nothing can be posted in the wins channel, as Slack says it: pure. */

/** What stands in the way, as far as it decides what helps. */
export type ChannelTrouble = 'archived' | 'not-in' | 'not-found' | 'not-allowed';

/** Slack's words for a channel that can't be used; any other refusal says nothing about the channel. */
const troubles: Readonly<Record<string, ChannelTrouble>> = {
  is_archived: 'archived',
  not_in_channel: 'not-in',
  no_permission: 'not-in',
  access_denied: 'not-allowed',
  channel_not_found: 'not-found',
  restricted_action: 'not-allowed',
  restricted_action_read_only_channel: 'not-allowed',
  restricted_action_thread_only_channel: 'not-allowed',
  restricted_action_non_threadable_channel: 'not-allowed',
  user_is_restricted: 'not-allowed',
};

export function channelTroubleOf(problem: string): ChannelTrouble | undefined {
  return troubles[problem];
}

export const channelTroubles = [
  'archived',
  'not-in',
  'not-found',
  'not-allowed',
] as const satisfies readonly ChannelTrouble[];
