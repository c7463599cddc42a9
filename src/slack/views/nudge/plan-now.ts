import { capital, spelled } from '../../../behaviours/number-words.ts';
import { context, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { awayBlock, pausedWords } from '../people/away.ts';
import type { PlanOverview } from '../home/shown-home.ts';
import { fitSections } from '../home/home-fit.ts';
import { thisWeek } from '../home/home-week.ts';
import { limits } from '../../kit/limits.ts';

/** The answer to `/firstline plan`: what is planned for this week, what waits, and when the next plan comes. */
export function planNow(plan: PlanOverview): RenderedMessage {
  const open = plan.open.length;
  const { away, nextPlan } = plan;
  const next =
    away?.isLifted === false ? ` ${pausedWords(away)}` : nextPlan === undefined ? '' : ` Next plan: ${nextPlan}.`;
  return {
    text: `${capital(spelled(open, 'thing'))} open this week, ${spelled(plan.waiting.length, 'more', 'more')} can wait.${next}`,
    blocks: [
      ...(away === undefined ? [] : [awayBlock(away)]),
      ...fitSections([thisWeek(plan)], limits.messageBlocks - 2),
      context(`It’s all in your Home tab, too.${away?.isLifted === false ? '' : next}`),
    ],
  };
}

/** The same for somebody to whom nobody reports. */
export function noPlan(): RenderedMessage {
  const text = 'Plans are for managers, and no one reports to you here yet. `/firstline team` adds your people.';
  return { text, blocks: [section(text)] };
}
