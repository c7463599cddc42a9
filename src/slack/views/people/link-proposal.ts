/** Whether somebody in Slack is the one on the roster who has their name. */
import type { KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { otherForLink, sameForLink } from '../../routes/link-proposals.ts';
import { literal, shorten } from '../../kit/text.ts';

const longestName = 100;

export interface ShownProposal {
  readonly id: number;
  readonly slackUserId: string;
  readonly slackName: string;
  readonly slackAddress: string | null;
  readonly rosterName: string;
  readonly rosterAddress: string | null;
  readonly managerName: string | undefined;
}

/** What an admin is asked. */
export function linkProposalMessage(pair: ShownProposal): RenderedMessage {
  const roster = `${short(pair.rosterName)} on the roster${pair.managerName === undefined ? '' : `, who reports to ${short(pair.managerName)}`}`;
  const said = `Is ${short(pair.slackName)} in Slack the same person as ${roster}?`;
  return {
    text: said,
    blocks: [
      section(`Is <@${pair.slackUserId}> (${short(pair.slackName)}) the same person as ${roster}?`),
      context(
        `Slack email: ${pair.slackAddress === null ? 'none' : short(pair.slackAddress)}. Roster email: ${pair.rosterAddress === null ? 'none' : short(pair.rosterAddress)}. Only the names match, so I need an admin’s yes. Say yes only if you’re sure.`,
      ),
      linkButtons(pair.id, 'That’s them', 'Someone else'),
    ],
  };
}

/** The same after somebody has said. */
export function linkDecidedMessage(
  pair: ShownProposal,
  isSame: boolean,
  deciderName: string | undefined,
): RenderedMessage {
  const by = deciderName === undefined ? '' : ` ${short(deciderName)} said so.`;
  const said = isSame
    ? `${short(pair.slackName)} in Slack is ${short(pair.rosterName)} on the roster.${by}`
    : `${short(pair.slackName)} in Slack isn’t ${short(pair.rosterName)} on the roster.${by}`;
  return { text: said, blocks: [section(said)] };
}

/** What the person hears whose account it is. */
export function linkMadeMessage(name: string, managerName: string | undefined): RenderedMessage {
  const manager = managerName === undefined ? '' : ` You report to ${short(managerName)}.`;
  const said = `An admin confirmed that you’re ${short(name)} on the roster, so you can use Firstline now.${manager} Open my Home tab to see what’s there.`;
  return { text: said, blocks: [section(said)] };
}

/** In Home, for an admin of Slack about whom nobody else can say. */
export function ownLinkBlocks(pairs: readonly Pick<ShownProposal, 'id' | 'rosterName'>[]): KnownBlock[] {
  return pairs
    .slice(0, 10)
    .flatMap(({ id, rosterName }) => [
      section(`Are you ${short(rosterName)} on the roster? You’re a workspace admin, so your answer is enough.`),
      linkButtons(id, 'That’s me', 'Someone else'),
    ]);
}

function linkButtons(proposal: number, yes: string, no: string): KnownBlock {
  return actions(`link-${proposal}`, [button(sameForLink, { proposal }, yes), button(otherForLink, { proposal }, no)]);
}

function short(text: string): string {
  return literal(shorten(text, longestName));
}
