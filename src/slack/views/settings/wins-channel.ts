/** What an admin reads of a wins channel that can't be used. */
import type { Button, KnownBlock } from '@slack/types';
import type { ChannelTrouble } from '../../../leading/wins-channel.ts';
import { actions, button, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openWorkspaceSettings } from '../../routes/settings.ts';
import { tryChannelAgain } from '../../routes/wins-channel.ts';

export interface ShownTrouble {
  /** Slack's id; Slack shows the name that it has now. */
  readonly channel: string;
  readonly trouble: ChannelTrouble;
  /** The next thanks try it again. */
  readonly isTried: boolean;
}

const whatIsWrong: Readonly<Record<ChannelTrouble, string>> = {
  archived: 'the channel is archived. Unarchive it, or choose another.',
  'not-in': 'I’m not in the channel. Type `/invite @Firstline` there, or choose another.',
  'not-found':
    'I can’t find the channel: it’s gone, or it’s private and I’m not in it. Type `/invite @Firstline` there, or choose another.',
  'not-allowed': 'the channel doesn’t let me post. Change who can post there, or choose another.',
};

/** In mrkdwn. */
function troubleWords({ channel, trouble, isTried }: ShownTrouble): string {
  const next = isTried
    ? 'I’ll try again with the next thanks.'
    : 'Until then, thanks meant for it reach people privately.';
  return `*I can’t post wins in <#${channel}>:* ${whatIsWrong[trouble]} ${next}`;
}

/** In the workspace settings, above the choice of the channel. */
export function troubleBlock(shown: ShownTrouble): KnownBlock {
  return section(troubleWords(shown), again());
}

/** To each admin, once. */
export function troubleMessage(shown: ShownTrouble): RenderedMessage {
  return {
    text: troubleWords(shown),
    blocks: [
      section(troubleWords(shown)),
      actions('wins-channel', [again(), button(openWorkspaceSettings, {}, 'Workspace settings')]),
    ],
  };
}

/** What the same message says once it is over. */
export function troubleOver(channel: string): RenderedMessage {
  const text = `<#${channel}> is working again.`;
  return { text, blocks: [section(text)] };
}

function again(): Button {
  return button(tryChannelAgain, {}, 'Try again');
}
