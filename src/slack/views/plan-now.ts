import { context, section } from '../blocks.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { count } from '../text.ts';
import { awayBlock, pausedWords } from './away.ts';
import type { PlanOverview } from './home-data.ts';
import { fitSections } from './home-fit.ts';
import { thisWeek } from './home-week.ts';
import { limits } from '../limits.ts';

/** The answer to `/firstline plan`: what is planned for this week, what waits, and when the next plan comes. */
export function planNow(plan: PlanOverview): RenderedMessage {
  const open = plan.open.length;
  const { away, nextPlan } = plan;
  const next =
    away?.isLifted === false
      ? ` ${pausedWords(away)}`
      : nextPlan === undefined
        ? ''
        : ` The next plan comes ${nextPlan}.`;
  return {
    text: `${count(open, 'thing')} of this week’s plan ${open === 1 ? 'is' : 'are'} open, and ${plan.waiting.length} more can wait.${next}`,
    blocks: [
      ...(away === undefined ? [] : [awayBlock(away)]),
      ...fitSections([thisWeek(plan)], limits.messageBlocks - 2),
      context(`Your Home tab keeps this up to date.${away?.isLifted === false ? '' : next}`),
    ],
  };
}

/** The same for somebody to whom nobody reports. */
export function noPlan(): RenderedMessage {
  const text =
    'A plan is for people with a team, and nobody reports to you on record. `/firstline team` sets up your team.';
  return { text, blocks: [section(text)] };
}
