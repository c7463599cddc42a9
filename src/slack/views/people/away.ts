/** What somebody reads whose Slack status says that they are out, and not until when. */
import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import { formatDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { imBack, stillAway } from '../../routes/away.ts';

export interface Away {
  /** The reader's local day on which the status began. */
  readonly since: LocalDate;
  readonly today: LocalDate;
  /** They said that they are back. */
  readonly isLifted: boolean;
  /** Gets a plan. */
  readonly isLeader: boolean;
}

/** At the top of the Home tab and of settings, and below what a command answers. */
export function awayBlock({ isLifted, ...away }: Away): SectionBlock {
  if (isLifted)
    return section(
      'You’re back, so everything comes as usual. Your Slack status still says you’re out. Clear it when you can.',
      button(stillAway, {}, 'Still away'),
    );
  return section(`*${pausedWords(away)}* ${meanwhileWords(away)}`, backButton());
}

/** `Paused by your Slack status since Nov 20.` */
export function pausedWords({ since, today }: Pick<Away, 'since' | 'today'>): string {
  return `Paused since ${formatDate(since, today)} by your Slack status.`;
}

function meanwhileWords({ isLeader }: Pick<Away, 'isLeader'>): string {
  return `It says you’re out, with no end date. ${isLeader ? 'Your plan waits' : 'News for you waits'} until you’re back.`;
}

/** After a press: what holds now. */
export function backMessage(nextPlan: string | undefined): RenderedMessage {
  const plan = nextPlan === undefined ? '' : ` Your next plan comes ${nextPlan}.`;
  const text = `Welcome back.${plan} What waited will come during your working hours. Your Slack status still says you’re out. Clear it when you can.`;
  return { text, blocks: [section(text), actions('away', [awayButton()])] };
}

export function stillAwayMessage(): RenderedMessage {
  const text = 'OK. I’ll hold what can wait until your Slack status changes or you tell me you’re back.';
  return { text, blocks: [section(text), actions('away', [backButton()])] };
}

/** Nothing keeps them away any more: the status was changed in Slack. */
export function statusChangedMessage(): RenderedMessage {
  const text = 'Your Slack status has changed, so there’s nothing to do here.';
  return { text, blocks: [section(text)] };
}

/** Asked once, of somebody who has been at work for a week while their status said "out". */
export function areYouBackMessage({ since, today, isLeader }: Omit<Away, 'isLifted'>): RenderedMessage {
  const text = `Are you back? Your Slack status has said you’re out since ${formatDate(since, today)}, so ${isLeader ? 'no plan has come' : 'news for you has waited'}. But you’ve been active here all week.`;
  const blocks: KnownBlock[] = [section(text), actions('away', [backButton(), awayButton()])];
  return { text, blocks };
}

function backButton(): Button {
  return button(imBack, {}, 'I’m back');
}

function awayButton(): Button {
  return button(stillAway, {}, 'Still away');
}
